"""One page, and all that is derived from it."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, select

from trucewatch.errors import UsageError
from trucewatch.record.codec import from_json
from trucewatch.record.forgotten import Tombstone
from trucewatch.record.ids import ID_LENGTH, PageId, TextId
from trucewatch.record.kept import SHOWN
from trucewatch.record.outcomes import Dropped, Why
from trucewatch.record.pages import Given
from trucewatch.record.protocols import KeptPage
from trucewatch.record.readings import PageReading
from trucewatch.record.resolved import RelayedFrom, Sourcing
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Text
from trucewatch.store import keeping
from trucewatch.store.deriving import load_strings
from trucewatch.store.event_rows import event_from
from trucewatch.store.mention_rows import name_from, statement_from
from trucewatch.store.rows import block_from, outlet_from, time_from
from trucewatch.store.sighting_rows import sighting_from
from trucewatch.store.tables import (
    blocks,
    events,
    names,
    outlets,
    pages,
    prints,
    readings,
    relays,
    sightings,
    statements,
    times,
    tombstones,
)

M = TypeVar("M")

_DIGITS = frozenset("0123456789abcdef")


def page(connection: Connection, prefix: str) -> KeptPage:
    """The one page whose id starts with `prefix`; UsageError where none or several do."""
    start = prefix.strip().lower()
    if not start or len(start) > ID_LENGTH or not set(start) <= _DIGITS:
        raise UsageError(f"{prefix!r} is no page id; ids are {ID_LENGTH} hexadecimal digits, or the first few of them")
    query = select(pages.c.id).where(pages.c.id >= start, pages.c.id < start + "g").order_by(pages.c.id).limit(2)
    found = [PageId(row.id) for row in connection.execute(query)]
    if not found and (gone := _forgotten(connection, start)):
        raise UsageError(f"page {gone.page} is gone: {gone}")
    if not found:
        raise UsageError(f"no page's id starts with {prefix!r}; `trucewatch show pages` lists them")
    if len(found) > 1:
        raise UsageError(f"several pages' ids start with {prefix!r}, {found[0]} and {found[1]} among them; give more")
    return keeping.load(connection, found)[0]


def _forgotten(connection: Connection, start: str) -> Tombstone | None:
    left = tombstones.c
    row = connection.execute(select(tombstones).where(left.page >= start, left.page < start + "g").limit(1)).first()
    return None if row is None else Tombstone(PageId(row.page), row.sha256, row.at, row.by, row.reason)


def reading(connection: Connection, page: PageId) -> PageReading | None:
    """All that is derived from the page; None where it is not read or not kept."""
    query = select(readings).join(pages, pages.c.number == readings.c.page).where(pages.c.id == page)
    row = connection.execute(query).first()
    if row is None:
        return None
    text = _text(connection, page, row)
    return PageReading(
        page=page,
        recipe=row.recipe,
        text=text,
        article=from_json(Article, json.loads(row.article)) if row.article else None,
        times=_mentions(connection, times, row.page, text, time_from),
        names=_mentions(connection, names, row.page, text, name_from),
        statements=_mentions(connection, statements, row.page, text, statement_from),
        sourcing=_sourcing(connection, page, row) if row.sourced else None,
        dropped=_dropped(connection, page, row),
        given=_given(connection, row),
        events=_mentions(connection, events, row.page, text, event_from),
        sightings=_mentions(connection, sightings, row.page, text, sighting_from),
        prints=_prints(connection, row.page),
    )


def _prints(connection: Connection, number: int) -> tuple[int, ...]:
    query = select(prints.c.print).where(prints.c.page == number).order_by(prints.c.print)
    return tuple(connection.execute(query).scalars())


def _text(connection: Connection, page: PageId, row: Row[Any]) -> Text | None:
    if row.text is None:
        return None
    string = load_strings(connection, [row.text])[row.text]
    found = connection.execute(select(blocks).where(blocks.c.page == row.page).order_by(blocks.c.position))
    return Text(TextId(row.text), page, string, tuple(block_from(b) for b in found))


def _mentions(
    connection: Connection, table: Table, number: int, text: Text | None, made: Callable[[Row[Any], TextId], M]
) -> tuple[M, ...]:
    if text is None:
        return ()
    query = select(table).where(table.c.page == number).order_by(table.c.position)
    if "stands" in table.c:
        query = query.where(table.c.stands.in_(SHOWN))
    return tuple(made(row, text.id) for row in connection.execute(query))


def _sourcing(connection: Connection, page: PageId, row: Row[Any]) -> Sourcing:
    of_page = connection.execute(select(outlets.c.outlet).where(outlets.c.id == row.outlet)).scalar()
    query = (
        select(relays.c.as_written, relays.c.start, relays.c.end, outlets.c.outlet)
        .join(outlets, outlets.c.id == relays.c.outlet)
        .where(relays.c.page == row.page)
        .order_by(relays.c.position)
    )
    relayed = tuple(
        RelayedFrom(outlet_from(r.outlet), r.as_written, None if r.start is None else Range(r.start, r.end))
        for r in connection.execute(query)
    )
    return Sourcing(page, outlet_from(of_page) if of_page else None, relayed)


def _dropped(connection: Connection, page: PageId, row: Row[Any]) -> Dropped | None:
    if row.dropped_why is None:
        return None
    place = keeping.first_locators(connection, [row.page]).get(row.page, page)
    return Dropped(place, row.dropped_stage, Why(row.dropped_why), row.dropped_detail)


def _given(connection: Connection, row: Row[Any]) -> Given | None:
    """What was given when the page was read; None where more is given since."""
    now = keeping.given_of(connection, [row.page]).get(row.page, Given())
    return now if keeping.fingerprint(now) == row.given else None
