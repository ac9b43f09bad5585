"""Names and statements of a reading, held against its text."""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from sqlalchemy import Row

from trucewatch.record.ids import TextId
from trucewatch.record.mentions import NameType, Statement
from trucewatch.record.protocols import Fault
from trucewatch.record.sightings import speaker_profile
from trucewatch.record.spans import Range
from trucewatch.store.mention_rows import Days, asked_words, source_words, spoken_days, statement_from

_NAMES = frozenset(kind.value for kind in NameType)


def range_fault(string: str, start: int, end: int) -> str | None:
    """What is wrong with the range in the text; None where it covers words."""
    if not 0 <= start < end <= len(string):
        return f"covers {start} to {end} of a text of {len(string)} code points"
    return None if Range(start, end).of(string).strip() else f"covers nothing but blanks at {start} to {end}"


def name_faults(page: str, string: str, rows: Iterable[Row[Any]]) -> Iterator[Fault]:
    """What is wrong with names."""
    for row in rows:
        where = f"names {page} {row.position}"
        if what := range_fault(string, row.start, row.end):
            yield Fault(where, what)
        if row.type not in _NAMES:
            yield Fault(where, f"{row.type!r} is no type of name")


def statement_faults(page: str, string: str, rows: Iterable[Row[Any]], published: Days) -> Iterator[Fault]:
    """What is wrong with statements; `published` is when the page can have been published."""
    for row in rows:
        where = f"statements {page} {row.position}"
        try:
            statement = statement_from(row, TextId(""))
            via = json.loads(row.via)
        except (TypeError, ValueError) as error:
            yield Fault(where, f"cannot be read: {error}")
            continue
        if not isinstance(via, list) or not all(isinstance(link, str) for link in via):
            yield Fault(where, "its chain is no list of words")
        yield from (Fault(where, what) for what in _place_faults(string, statement))
        if _repeated(string, statement, published) != (
            row.written,
            row.profile,
            row.asked,
            row.first_day,
            row.last_day,
        ):
            yield Fault(where, "its columns do not repeat what it says")


def _place_faults(string: str, statement: Statement) -> Iterator[str]:
    found, passage = statement.attribution, statement.passage
    parts = {"its content": found.content, "its cue": found.cue}
    parts["its source"] = (found.source,) if found.source else ()
    if not found.content:
        yield "says nothing"
    if what := range_fault(string, passage.start, passage.end):
        yield f"its passage {what}"
    for part, ranges in parts.items():
        for at in ranges:
            if what := range_fault(string, at.start, at.end):
                yield f"{part} {what}"
            elif not passage.start <= at.start < at.end <= passage.end:
                yield f"its passage does not hold {part}"
        if any(later.start < before.end for before, later in pairwise(ranges)):
            yield f"the pieces of {part} are not in order"


def _repeated(string: str, statement: Statement, published: Days) -> tuple[str | int | None, ...]:
    speaker, written = statement.speaker, source_words(string, statement.attribution)
    profile = speaker_profile(speaker) if speaker else None
    return written, profile, asked_words(speaker, written), *spoken_days(statement.said_on, published)
