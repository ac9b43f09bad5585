"""JSON form of the record's types: one encoder and one decoder for every frozen dataclass here.

`to_json` gives plain lists, dicts and scalars with every field present; `from_json(kind, to_json(x)) == x`.
"""

import dataclasses
import json
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Json = Any
"""Lists, dicts with string keys, strings, numbers, booleans and None."""


def to_json(value: object) -> Json:
    """The plain JSON form of a record value; None stays None and no field is left out."""
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(k): to_json(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [to_json(v) for v in value]
    raise TypeError(f"{type(value).__name__} has no JSON form; use a record type, tuple, mapping or scalar")


def canonical(value: object) -> str:
    """The one spelling of a value as JSON text: sorted keys, no blanks, ASCII. Used for hashes and digests."""
    return json.dumps(to_json(value), sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def from_json(kind: type[T], data: Json) -> T:
    """The value of `kind` that `data` is the JSON form of; ValueError or TypeError where it is not."""
    return cast(T, _decode(kind, data))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode(kind: Any, data: Json) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(kind), data)
    if origin is tuple:
        return _decode_tuple(get_args(kind), data)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        _, item = get_args(kind)
        return {k: _decode(item, v) for k, v in _expect(dict, data).items()}
    if dataclasses.is_dataclass(kind):
        return _decode_object(cast(type, kind), _expect(dict, data))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    return _decode_scalar(getattr(kind, "__supertype__", kind), data)


def _decode_union(options: tuple[Any, ...], data: Json) -> Any:
    if data is None and type(None) in options:
        return None
    rest = [o for o in options if o is not type(None)]
    if len(rest) != 1:
        raise TypeError(f"cannot choose between {rest}: a record field has one type, or one type and None")
    return _decode(rest[0], data)


def _decode_tuple(items: tuple[Any, ...], data: Json) -> tuple[Any, ...]:
    values = _expect(list, data)
    if len(items) == 2 and items[1] is Ellipsis:
        return tuple(_decode(items[0], v) for v in values)
    if len(items) != len(values):
        raise ValueError(f"{len(values)} values where {len(items)} belong")
    return tuple(_decode(kind, v) for kind, v in zip(items, values, strict=True))


def _decode_object(kind: type, data: dict[str, Json]) -> Any:
    hints = _hints(kind)
    names = [f.name for f in dataclasses.fields(kind) if f.init]
    if unknown := set(data) - set(names):
        raise ValueError(f"{kind.__name__} has no field {sorted(unknown)[0]!r}; it has {', '.join(names)}")
    return kind(**{name: _decode(hints[name], data[name]) for name in names if name in data})


def _decode_scalar(kind: Any, data: Json) -> Any:
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if kind in (str, int, float, bool):
        if isinstance(data, bool) and kind is not bool:
            raise ValueError(f"{data!r} is no {kind.__name__}")
        return _expect(kind, data)
    raise TypeError(f"{kind!r} has no JSON form")


def _expect(kind: type[T], data: Json) -> T:
    if not isinstance(data, kind):
        raise ValueError(f"{data!r} is no {kind.__name__}")
    return data
