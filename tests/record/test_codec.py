"""The JSON form of every record type, there and back."""

import dataclasses
import importlib
import json
import pkgutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import trucewatch.record
from trucewatch.record.codec import canonical, from_json, to_json
from trucewatch.record.dates import Grounds, PartialDate, Published
from trucewatch.record.ids import TextId
from trucewatch.record.pages import Given
from trucewatch.record.spans import Range, Span
from trucewatch.record.texts import Block, Role
from trucewatch.record.times import Timex
from trucewatch.record.world import Point

days = st.dates().map(lambda d: d.isoformat()).filter(lambda s: "1000" < s < "2999")
bounds = st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)).map(lambda b: (b[0], b[0] + b[1]))
text_ids = st.text("0123456789abcdef", min_size=32, max_size=32).map(TextId)

# JSON has no infinity and no NaN, and the record has no use for them.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Range, bounds.map(lambda b: Range(*b)))
st.register_type_strategy(Span, st.builds(lambda t, b: Span(t, *b), text_ids, bounds))
st.register_type_strategy(Block, st.builds(lambda b, r: Block(b[0], b[1], r), bounds, st.sampled_from(list(Role))))
st.register_type_strategy(PartialDate, days.map(PartialDate))
st.register_type_strategy(Published, st.builds(Published, days, st.sampled_from(list(Grounds))))
st.register_type_strategy(Point, st.builds(Point, st.floats(-90, 90), st.floats(-180, 180)))
st.register_type_strategy(Given, st.builds(Given, st.none() | st.text(), st.none() | days, st.none() | st.text()))


def record_types() -> list[type]:
    """Every frozen dataclass of the record that stands for data (rows and protocols of the store are not stored)."""
    found: list[type] = []
    for module in pkgutil.iter_modules(trucewatch.record.__path__):
        if module.name in ("protocols", "codec"):
            continue
        loaded = importlib.import_module(f"trucewatch.record.{module.name}")
        found += [
            kind
            for kind in vars(loaded).values()
            if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == loaded.__name__
        ]
    return found


# Bytes have no JSON form on purpose: they live in the store alone.
DATA = [kind for kind in record_types() if not any(f.type is bytes for f in dataclasses.fields(kind))]
# What holds a thing of any type has the form of that thing, and none by itself.
CLOSED = [kind for kind in DATA if not getattr(kind, "__parameters__", ())]


def test_every_room_of_the_record_is_seen() -> None:
    names = {kind.__name__ for kind in DATA}
    assert {"Page", "Text", "Timex", "Attribution", "Statement", "EventMention", "Decision", "PageReading"} <= names


@pytest.mark.parametrize("kind", DATA, ids=lambda k: k.__name__)
def test_every_record_type_is_frozen_and_slotted(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


@pytest.mark.parametrize("kind", CLOSED, ids=lambda k: k.__name__)
@settings(max_examples=25)
@given(data=st.data())
def test_what_is_written_is_read_back(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    written = json.loads(json.dumps(to_json(value)))
    assert from_json(kind, written) == value
    assert canonical(from_json(kind, written)) == canonical(value)


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(ValueError, match="Timex has no field 'colour'"):
        from_json(Timex, {"start": 0, "end": 4, "type": "DATE", "value": "2020", "colour": "red"})


@pytest.mark.parametrize(
    "data",
    [
        {"start": "0", "end": 4},
        {"start": True, "end": 4},
        {"start": 4, "end": 4},
        {"start": 0},
        [0, 4],
        None,
    ],
)
def test_what_is_no_range_is_refused(data: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_json(Range, data)


def test_canonical_form_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": [None, "é"]}) == '{"a":[null,"\\u00e9"],"b":1}'
