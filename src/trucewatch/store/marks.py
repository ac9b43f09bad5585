"""Mentions by their ids: an id starts as its page's does, and is made from what stands in the row."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from trucewatch.errors import UsageError
from trucewatch.record.ids import ID_LENGTH, PAGE_DIGITS, PageId, TextId, mention_id
from trucewatch.record.kept import Stands, Thing
from trucewatch.record.logged import MarkedRow
from trucewatch.record.mentions import event_id, statement_id
from trucewatch.record.protocols import Scope
from trucewatch.record.spans import Range
from trucewatch.store.bulk import rows_where
from trucewatch.store.event_rows import event_from
from trucewatch.store.listing import published
from trucewatch.store.mention_rows import ranges_from, statement_from
from trucewatch.store.scopes import Spellings, known_outlets, limited, page_conditions, published_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import events, outlets, pages, readings, sightings, statements, tombstones

_DIGITS = frozenset("0123456789abcdef")
_PAGES_AT_MOST = 20
"""Pages among whose mentions an id is looked for; more begin alike only where too few digits are given."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention's id with its place."""

    id: str
    thing: Thing
    number: int
    """Its page's."""
    position: int
    passage: Range
    spot: Range
    stands: Stands


def marks(connection: Connection, numbers: Collection[int]) -> Iterator[Mark]:
    """The events, statements and persons of these pages, those that are not shown included."""
    page = select(pages.c.id, readings.c.text).join(readings, readings.c.page == pages.c.number)
    e, s, p = events.c, statements.c, sightings.c
    of_event = page.add_columns(e.page, e.position, e.start, e.end, e.rule, e.stands, e.passage_start, e.passage_end)
    for row in rows_where(connection, of_event.join(events, e.page == pages.c.number), e.page, numbers):
        trigger = Range(row.start, row.end)
        yield _mark(event_id(PageId(row.id), TextId(row.text), trigger, row.rule), Thing.EVENT, row, trigger)
    told = page.add_columns(s.page, s.position, s.content, s.cue, s.stands, s.passage_start, s.passage_end)
    for row in rows_where(connection, told.join(statements, s.page == pages.c.number), s.page, numbers):
        content, cue = ranges_from(row.content), ranges_from(row.cue)
        spot = Range(content[0].start, content[-1].end)
        yield _mark(statement_id(PageId(row.id), TextId(row.text), content, cue), Thing.STATEMENT, row, spot)
    named = page.add_columns(p.page, p.position, p.start, p.end, p.passage_start, p.passage_end)
    for row in rows_where(connection, named.join(sightings, p.page == pages.c.number), p.page, numbers):
        id_ = mention_id("sighting", PageId(row.id), row.text, row.start, row.end)
        yield _mark(id_, Thing.PERSON, row, Range(row.start, row.end))


def _mark(id_: str, thing: Thing, row: Row[Any], spot: Range) -> Mark:
    stands = Stands(row.stands) if "stands" in row._fields else Stands.FOUND
    return Mark(id_, thing, row.page, row.position, Range(row.passage_start, row.passage_end), spot, stands)


def mention(connection: Connection, prefix: str) -> MarkedRow:
    """The event, statement or person whose id starts with `prefix`; UsageError where none or several do.

    Of a corrected mention it is the corrected one.
    """
    start = prefix.strip().lower()
    if not start or len(start) > ID_LENGTH or not set(start) <= _DIGITS:
        raise UsageError(f"{prefix!r} is no id; ids are {ID_LENGTH} hexadecimal digits, or the first of them")
    begins = start[:PAGE_DIGITS]
    query = select(pages.c.number).where(pages.c.id >= begins, pages.c.id < begins + "g").limit(_PAGES_AT_MOST + 1)
    numbers = list(connection.execute(query).scalars())
    if len(numbers) > _PAGES_AT_MOST:
        raise UsageError(f"many ids start with {prefix!r}; give more digits")
    if not numbers and (gone := _forgotten(connection, begins)) is not None:
        raise UsageError(f"{prefix!r} stood on page {gone}, and that was forgotten; nothing can be decided on it")
    found = {m.id: m for m in marks(connection, numbers) if m.id.startswith(start) and m.stands is not Stands.REPLACED}
    if not found:
        raise UsageError(
            f"no event, statement or person has an id that starts with {prefix!r}; "
            "`trucewatch show events --format json` and `show statements --format json` give ids"
        )
    if len(found) > 1:
        one, other = sorted(found)[:2]
        raise UsageError(f"several ids start with {prefix!r}, {one} and {other} among them; give more digits")
    return marked(connection, list(found.values()))[0]


def unsure(connection: Connection, scope: Scope, below: float, spellings: Spellings) -> list[MarkedRow]:
    """Events and statements that nobody has decided on and whose score is lower than `below`, the lowest first."""
    conditions = page_conditions(scope, spellings, known_outlets(connection)) + published_conditions(scope)
    lowest: list[tuple[float, str, int, int]] = []
    for table in (events, statements):
        query = select(table.c.score, pages.c.id, table.c.page, table.c.position).select_from(table)
        query = query.join(pages, pages.c.number == table.c.page).join(readings, readings.c.page == table.c.page)
        query = query.where(table.c.stands == Stands.FOUND.value, table.c.score < below, *conditions)
        rows = connection.execute(limited(query.order_by(table.c.score, pages.c.id, table.c.position), scope))
        lowest += [(row.score, f"{row.id} {table.name}", row.page, row.position) for row in rows]
    lowest = sorted(lowest)[: scope.limit or None]
    kinds = {events.name: Thing.EVENT, statements.name: Thing.STATEMENT}
    at = {(m.number, m.position, m.thing): m for m in marks(connection, {number for _, _, number, _ in lowest})}
    return marked(connection, [at[number, place, kinds[key.split()[1]]] for _, key, number, place in lowest])


def _forgotten(connection: Connection, begins: str) -> str | None:
    query = select(tombstones.c.page).where(tombstones.c.page >= begins, tombstones.c.page < begins + "g").limit(1)
    return connection.execute(query).scalar()


def marked(connection: Connection, found: Collection[Mark]) -> list[MarkedRow]:
    """These mentions with their words and pages, in their order."""
    query = select(pages.c.number, pages.c.id, readings.c.text, readings.c.published, readings.c.grounds)
    query = query.add_columns(outlets.c.name.label("outlet")).join(readings, readings.c.page == pages.c.number)
    query = query.join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
    of_page = {r.number: r for r in rows_where(connection, query, pages.c.number, {m.number for m in found})}
    places = {m: Slice(of_page[m.number].text, m.passage.start, m.passage.end) for m in found}
    words = cut(connection, places.values())
    return [_marked(connection, mark, of_page[mark.number], words[places[mark]]) for mark in found]


def _marked(connection: Connection, mark: Mark, page: Row[Any], sentence: str) -> MarkedRow:
    table = {Thing.EVENT: events, Thing.STATEMENT: statements, Thing.PERSON: sightings}[mark.thing]
    at = table.c.page == mark.number, table.c.position == mark.position
    row, text = connection.execute(select(table).where(*at)).one(), TextId(page.text)
    return MarkedRow(
        id=mark.id,
        thing=mark.thing,
        page=PageId(page.id),
        outlet=page.outlet,
        published=published(page),
        text=text,
        passage=mark.passage,
        spot=mark.spot,
        sentence=sentence,
        stands=mark.stands,
        event=event_from(row, text) if mark.thing is Thing.EVENT else None,
        statement=statement_from(row, text) if mark.thing is Thing.STATEMENT else None,
        name=row.name if mark.thing is Thing.PERSON else None,
    )
