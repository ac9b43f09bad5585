"""Outlets: what each published, whom it relays, by whom it is relayed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select

from trucewatch.record.ids import PageId
from trucewatch.record.protocols import Scope
from trucewatch.record.resolved import OutletKind
from trucewatch.record.reuse import SourceRow
from trucewatch.record.spans import Evidence
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
    """What is gathered of one outlet: its rows are several where registers say different things of it."""

    rows: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    pages: int = 0
    days: set[str] = field(default_factory=set)
    """Among them the earliest and the latest publication day."""
    relays: Counter[str] = field(default_factory=Counter)
    relayed_by: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet's row by its id."""

    name: str
    kind: str


Portraits = dict[str | None, Portrait]
Conditions = Sequence[ColumnElement[bool]]


def sources(connection: Connection, scope: Scope, spellings: Spellings) -> list[SourceRow]:
    """Outlets by number of pages, most first, then by name; pages of no known outlet are gathered under None."""
    conditions = page_conditions(scope, spellings, known_outlets(connection)) + published_conditions(scope)
    named = {row.id: Named(row.name, row.kind) for row in connection.execute(select(outlets))}
    found: Portraits = {}
    _count_pages(connection, conditions, named, found)
    _count_relays(connection, conditions, named, found)
    ranked = sorted(found.items(), key=lambda item: (-item[1].pages, item[0] is None, item[0] or ""))
    shown = ranked[: scope.limit] if scope.limit else ranked
    examples = _examples(connection, conditions, named, dict(shown))
    quotes = _quotes(connection, list(examples.values()))
    return [
        _source_row(name, portrait, quotes[examples[name]] if name in examples else None) for name, portrait in shown
    ]


def samples(
    connection: Connection, scope: Scope, spellings: Spellings, most: int
) -> dict[str | None, tuple[PageId, ...]]:
    """Pages that are read, by the name of their outlet: those with the smallest ids, or all where there are no more.

    Ids are hashes, so that what is chosen is as good as drawn by lot, and the same whatever the order of reading.
    """
    conditions = page_conditions(scope, spellings, known_outlets(connection)) + published_conditions(scope)
    query = (
        select(pages.c.id, outlets.c.name)
        .join_from(pages, readings, readings.c.page == pages.c.number)
        .join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
        .where(*conditions, readings.c.dropped_why.is_(None))
        .order_by(pages.c.id)
        .limit(most)
    )
    found: dict[str | None, list[PageId]] = {}
    for row in connection.execute(query):
        found.setdefault(row.name, []).append(PageId(row.id))
    return {name: tuple(ids) for name, ids in found.items()}


def _portrait(found: Portraits, row: str | None, named: Mapping[str, Named]) -> Portrait:
    """The portrait of the outlet with this row, begun where it is not there."""
    known = named.get(row) if row else None
    portrait = found.setdefault(known.name if known else None, Portrait())
    portrait.kinds.add(known.kind if known else OutletKind.UNKNOWN.value)
    if row:
        portrait.rows.add(row)
    return portrait


def _count_pages(connection: Connection, conditions: Conditions, named: Mapping[str, Named], found: Portraits) -> None:
    r = readings.c
    query = select(r.outlet, func.count().label("pages"), func.min(r.first_day).label("first"))
    query = query.add_columns(func.max(r.last_day).label("last")).where(*conditions).group_by(r.outlet)
    for row in connection.execute(query):
        portrait = _portrait(found, row.outlet, named)
        portrait.pages += row.pages
        portrait.days |= {day for day in (row.first, row.last) if day}


def _count_relays(connection: Connection, conditions: Conditions, named: Mapping[str, Named], found: Portraits) -> None:
    pages_of_each = func.count(relays.c.page.distinct()).label("pages")
    query = (
        select(readings.c.outlet.label("publisher"), relays.c.outlet, pages_of_each)
        .join_from(relays, readings, readings.c.page == relays.c.page)
        .where(*conditions)
        .group_by(readings.c.outlet, relays.c.outlet)
    )
    for row in connection.execute(query):
        publisher, relayed = _portrait(found, row.publisher, named), _portrait(found, row.outlet, named)
        publisher.relays[named[row.outlet].name] += row.pages
        if row.publisher is not None:
            relayed.relayed_by[named[row.publisher].name] += row.pages


def _examples(
    connection: Connection, conditions: Conditions, named: Mapping[str, Named], shown: Portraits
) -> dict[str | None, Passage]:
    """For each outlet the smallest of the passages that could stand for it."""
    found: dict[str | None, Passage] = {}

    def offer(outlet: str | None, passage: Passage) -> None:
        if outlet in shown:
            found[outlet] = min(passage, found.get(outlet, passage))

    for row in _first_relays(connection, conditions, readings.c.outlet, cued=True):
        offer(_name(row.outlet, named), _passage(row, 0, named))
    for name, portrait in shown.items():
        rows: set[str | None] = {*portrait.rows} or {None}
        for outlet in rows if portrait.pages and name not in found else ():
            for row in connection.execute(_first_page(conditions, outlet)):
                offer(name, _passage(row, 1, named))
    for row in _first_relays(connection, conditions, relays.c.outlet, cued=False):
        offer(_name(row.relayed, named), _passage(row, 3 if row.start is None else 2, named))
    return found


def _name(row: str | None, named: Mapping[str, Named]) -> str | None:
    return named[row].name if row else None


def _passage(row: Row[Any], rank: int, named: Mapping[str, Named]) -> Passage:
    cue = (row.text, row.start, row.end) if rank in (0, 2) else ()
    day, outlet = row.first_day or UNDATED, _name(row.outlet, named) or ""
    return Passage(rank, day, PageId(row.id), row.number, outlet, row.published or "", *cue)


def _first_page(conditions: Conditions, outlet: str | None) -> Select[Any]:
    """The first page of the outlet; the index has them in the order of their days."""
    r = readings.c
    query = select(pages.c.id, pages.c.number, r.outlet, r.published, r.first_day)
    query = query.join_from(readings, pages, pages.c.number == r.page)
    return query.where(r.outlet.is_(None) if outlet is None else r.outlet == outlet, *conditions).order_by(
        r.first_day.nulls_last(), pages.c.id
    ).limit(1)  # fmt: skip


def _first_relays(
    connection: Connection, conditions: Conditions, of: ColumnElement[Any], *, cued: bool
) -> Iterator[Row[Any]]:
    """The first page that relays, for each value of `of`; where its words say so before those where markup does.

    `cued` leaves out what only the markup says.
    """
    r = readings.c
    worded = case((r.text.is_(None), None), else_=relays.c.start)
    order = worded.is_(None), func.coalesce(r.first_day, UNDATED), pages.c.id, relays.c.start, relays.c.end
    place = func.row_number().over(partition_by=of, order_by=order).label("place")
    query = (
        select(pages.c.id, pages.c.number, r.outlet, r.text, r.published, r.first_day, place)
        .add_columns(relays.c.outlet.label("relayed"), worded.label("start"), relays.c.end)
        .join_from(relays, readings, r.page == relays.c.page)
        .join(pages, pages.c.number == relays.c.page)
        .where(*conditions, *((worded.is_not(None),) if cued else ()))
        .subquery()
    )
    yield from connection.execute(select(query).where(query.c.place == 1))


def _quotes(connection: Connection, examples: list[Passage]) -> dict[Passage, Evidence]:
    cues = {e: Slice(e.text, e.start, e.end) for e in examples if e.text}
    words = cut(connection, cues.values())
    starts = openings(connection, [e.number for e in examples if not e.text])
    quoted = {e: (s.start, s.end, words[s]) for e, s in cues.items()}
    # A page without a text has no words to show; it is named all the same.
    quoted |= {e: starts.get(e.number, (0, 0, "")) for e in examples if not e.text}
    return {e: Evidence(e.page, e.outlet or None, e.published or None, *place) for e, place in quoted.items()}


def _source_row(name: str | None, portrait: Portrait, example: Evidence | None) -> SourceRow:
    kinds = sorted(portrait.kinds - {OutletKind.UNKNOWN.value}) or [OutletKind.UNKNOWN.value]
    first, last = min(portrait.days, default=None), max(portrait.days, default=None)
    relayed, by = _ranked(portrait.relays), _ranked(portrait.relayed_by)
    return SourceRow(name, kinds[0], portrait.pages, first, last, relayed, by, example)


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
