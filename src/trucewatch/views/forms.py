"""Rows of any view as plain JSON values or as CSV, for other programs."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from trucewatch.record.codec import Json, to_json
from trucewatch.record.spans import Evidence, Range

JOINER = "; "
"""Between the items of a list in one CSV cell."""

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula, or skip to what does."""
_UNENCODABLE = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def as_dicts(rows: Iterable[object]) -> list[dict[str, Json]]:
    """Each row as a plain object, its fields in order, unknown values null."""
    return [{shown(name): value for name, value in to_json(row).items()} for row in rows]


def shown(field: str) -> str:
    """The name of a field as it is put out: Python reserves some, which end in an underscore inside ("from_")."""
    return field.removesuffix("_")


def columns(kind: type) -> tuple[str, ...]:
    """The CSV columns of a row type: its fields; `evidence` gives page:start-end, and `quote` follows it."""
    names = [shown(f.name) for f in fields(kind)]
    return tuple(name for field in names for name in ((field, "quote") if field == "evidence" else (field,)))


def csv_lines(kind: type, rows: Iterable[Any]) -> Iterator[str]:
    """Lines of CSV, the columns' names first; `kind` is the rows' type, so that no rows still have their columns.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it; unknown values are empty.
    """
    yield _line(columns(kind))
    for row in rows:
        yield _line(cell for field in fields(kind) for cell in _cells(getattr(row, field.name), field.name))


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    # The writer quotes only those line ends that it writes itself: told of "\n" alone it lets a bare "\r" through.
    csv.writer(out, lineterminator="\r\n").writerow([_defused(cell) for cell in cells])
    return out.getvalue().removesuffix("\r\n") + "\n"


def _cells(value: object, name: str) -> tuple[str, ...]:
    if name != "evidence":
        return (_cell(value),)
    evidence: tuple[Evidence, ...] = value if isinstance(value, tuple) else ()
    places = JOINER.join(f"{e.page}:{e.start}-{e.end}" for e in evidence)
    return places, JOINER.join(e.quote for e in evidence)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Range):
        return f"{value.start}-{value.end}"
    if isinstance(value, tuple):
        return JOINER.join(_cell(item) for item in value)
    if is_dataclass(value) or isinstance(value, str | int | float):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in a CSV cell")


def _defused(cell: str) -> str:
    safe = cell.translate(_UNENCODABLE)
    return f"'{safe}" if safe.startswith(_ACTIVE) else safe
