"""Outlets: what each published, whom it relays, by whom it is relayed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from trucewatch.record.ids import PageId
from trucewatch.record.protocols import Scope
from trucewatch.record.resolved import OutletKind
from trucewatch.record.reuse import SourceRow
from trucewatch.record.spans import Evidence
from trucewatch.store.bulk import streamed
from trucewatch.store.listing import openings
from trucewatch.store.scopes import Spellings, known_outlets, page_conditions, published_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import outlets, pages, readings, relays

UNDATED = "9999"
"""Sorts an undated page behind every dated one."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Where an outlet's example could be taken from; the smallest is taken, so the order of reading never matters."""

    rank: int
    """0 for a relay cue of the outlet's own page, 1 for another passage of one; 2 for a cue that names the outlet,
    3 for another passage of a page that relays it."""
    day: str
    page: PageId
    number: int
    outlet: str
    published: str
    """Empty where unknown, like `outlet`: the fields must be comparable."""
    text: str = ""
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Portrait:
    """What is gathered of one outlet."""

    kinds: set[str] = field(default_factory=set)
    pages: int = 0
    days: list[str] = field(default_factory=list)
    """The earliest and the latest publication day so far."""
    relays: Counter[str] = field(default_factory=Counter)
    relayed_by: Counter[str] = field(default_factory=Counter)
    example: Passage | None = None

    def add_page(self, row: Row[Any], passage: Passage) -> None:
        """Count a page that the outlet published."""
        self.pages += 1
        days = sorted({*self.days, *(d for d in (row.first_day, row.last_day) if d)})
        self.days = [days[0], days[-1]] if days else []
        self.offer(passage)

    def offer(self, passage: Passage) -> None:
        """Take the passage as example where it is a better one."""
        self.example = passage if self.example is None else min(self.example, passage)


Portraits = dict[str | None, Portrait]


def sources(connection: Connection, scope: Scope, spellings: Spellings) -> list[SourceRow]:
    """Outlets by number of pages, most first, then by name; pages of no known outlet are gathered under None."""
    conditions = page_conditions(scope, spellings, known_outlets(connection)) + published_conditions(scope)
    found: Portraits = {}
    _add_pages(connection, conditions, found)
    _add_relays(connection, conditions, found)
    ranked = sorted(found.items(), key=lambda item: (-item[1].pages, item[0] is None, item[0] or ""))
    shown = ranked[: scope.limit] if scope.limit else ranked
    quotes = _quotes(connection, [p.example for _, p in shown if p.example])
    return [_source_row(name, portrait, quotes) for name, portrait in shown]


def samples(
    connection: Connection, scope: Scope, spellings: Spellings, most: int
) -> dict[str | None, tuple[PageId, ...]]:
    """Pages of each outlet that are read, by its name, those with the smallest ids: all where there are no more.

    Ids are hashes, so that what is chosen is as good as drawn by lot, and the same whatever the order of reading.
    """
    conditions = page_conditions(scope, spellings, known_outlets(connection)) + published_conditions(scope)
    place = func.row_number().over(partition_by=outlets.c.name, order_by=pages.c.id).label("place")
    query = (
        select(pages.c.id, outlets.c.name, place)
        .join_from(pages, readings, readings.c.page == pages.c.number)
        .join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
        .where(*conditions, readings.c.dropped_why.is_(None))
        .subquery()
    )
    found: dict[str | None, list[PageId]] = {}
    for row in connection.execute(select(query.c.id, query.c.name).where(query.c.place <= most).order_by(query.c.id)):
        found.setdefault(row.name, []).append(PageId(row.id))
    return {name: tuple(ids) for name, ids in found.items()}


def _add_pages(connection: Connection, conditions: list[ColumnElement[bool]], found: Portraits) -> None:
    query = (
        select(pages.c.id, pages.c.number, readings.c.published, readings.c.first_day, readings.c.last_day)
        .add_columns(outlets.c.name, outlets.c.kind)
        .join_from(pages, readings, readings.c.page == pages.c.number)
        .join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
        .where(*conditions)
    )
    for row in streamed(connection, query):
        portrait = found.setdefault(row.name, Portrait())
        portrait.kinds.add(row.kind or OutletKind.UNKNOWN.value)
        day = row.first_day or UNDATED
        passage = Passage(1, day, PageId(row.id), row.number, row.name or "", row.published or "")
        portrait.add_page(row, passage)


def _add_relays(connection: Connection, conditions: list[ColumnElement[bool]], found: Portraits) -> None:
    counted: set[tuple[int, str]] = set()
    for row in _relays(connection, conditions):
        publisher = found.setdefault(row.publisher, Portrait())
        relayed = found.setdefault(row.relayed, Portrait())
        relayed.kinds.add(row.kind)
        if (row.number, row.relayed) not in counted:
            counted.add((row.number, row.relayed))
            publisher.relays[row.relayed] += 1
            if row.publisher is not None:
                relayed.relayed_by[row.publisher] += 1
        page = (row.first_day or UNDATED, PageId(row.id), row.number, row.publisher or "", row.published or "")
        if row.start is None or row.text is None:  # only the markup says so
            relayed.offer(Passage(3, *page))
        else:
            publisher.offer(Passage(0, *page, row.text, row.start, row.end))
            relayed.offer(Passage(2, *page, row.text, row.start, row.end))


def _relays(connection: Connection, conditions: list[ColumnElement[bool]]) -> Iterator[Row[Any]]:
    publisher = outlets.alias("publisher")
    query = (
        select(pages.c.id, pages.c.number, readings.c.text, readings.c.published, readings.c.first_day)
        .add_columns(relays.c.start, relays.c.end, outlets.c.name.label("relayed"), outlets.c.kind)
        .add_columns(publisher.c.name.label("publisher"))
        .join_from(relays, readings, readings.c.page == relays.c.page)
        .join(pages, pages.c.number == relays.c.page)
        .join(outlets, outlets.c.id == relays.c.outlet)
        .join(publisher, publisher.c.id == readings.c.outlet, isouter=True)
        .where(*conditions)
    )
    return streamed(connection, query)


def _quotes(connection: Connection, examples: list[Passage]) -> dict[Passage, Evidence]:
    cues = {e: Slice(e.text, e.start, e.end) for e in examples if e.text}
    words = cut(connection, cues.values())
    starts = openings(connection, [e.number for e in examples if not e.text])
    quoted = {e: (s.start, s.end, words[s]) for e, s in cues.items()}
    # A page without a text has no words to show; it is named all the same.
    quoted |= {e: starts.get(e.number, (0, 0, "")) for e in examples if not e.text}
    return {e: Evidence(e.page, e.outlet or None, e.published or None, *place) for e, place in quoted.items()}


def _source_row(name: str | None, portrait: Portrait, quotes: dict[Passage, Evidence]) -> SourceRow:
    kinds = sorted(portrait.kinds - {OutletKind.UNKNOWN.value}) or [OutletKind.UNKNOWN.value]
    first, last = portrait.days or (None, None)
    example = quotes.get(portrait.example) if portrait.example else None
    return SourceRow(
        name, kinds[0], portrait.pages, first, last, _ranked(portrait.relays), _ranked(portrait.relayed_by), example
    )


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
