"""Places of events, counted and with their passages."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from trucewatch.record.asked import Scope
from trucewatch.record.ids import PageId
from trucewatch.record.kept import SHOWN
from trucewatch.record.mentions import Track
from trucewatch.record.spans import Evidence
from trucewatch.record.spots import Spot, SpotCount
from trucewatch.store.bulk import CHUNK
from trucewatch.store.scopes import Condition, Spellings, interval_conditions, known_outlets, page_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import events, outlets, pages, readings

_SPOT = (events.c.place, events.c.latitude, events.c.longitude, events.c.place_precision)


def spots(connection: Connection, scope: Scope, spellings: Spellings) -> list[SpotCount]:
    """Every spot with its events, track by track, on pages and of days within the scope."""
    counts = func.count().label("number"), func.min(events.c.first_day).label("first")
    query = select(*_SPOT, events.c.track, *counts, func.max(events.c.last_day).label("last"))
    query = query.where(*_conditions(scope)).group_by(*_SPOT, events.c.track)
    if within := page_conditions(scope, spellings, known_outlets(connection)):
        query = query.join_from(events, readings, readings.c.page == events.c.page).where(*within)
    return [
        SpotCount(_spot(row), Track(row.track), int(row.number), row.first, row.last)
        for row in connection.execute(query)
    ]


def _conditions(scope: Scope) -> list[Condition]:
    told = interval_conditions(scope, events.c.first_day, events.c.last_day)
    return [events.c.place.is_not(None), events.c.stands.in_(SHOWN), *told]


def _spot(row: Row[Any]) -> Spot:
    return Spot(row.place, row.latitude, row.longitude, row.place_precision)


def spot_passages(
    connection: Connection, scope: Scope, wanted: Sequence[Spot], most: int, spellings: Spellings
) -> list[tuple[Spot, Evidence]]:
    """The sentences that tell of events there, at most so many of each spot, by the day of the event."""
    within = page_conditions(scope, spellings, known_outlets(connection))
    meant = set(wanted)
    names = sorted({spot.name for spot in wanted})
    found = []
    for start in range(0, len(names), CHUNK):
        here = events.c.place.in_(names[start : start + CHUNK]), *_conditions(scope)
        told = _told(_early(here, within), most).subquery()
        rows = connection.execute(select(told).where(told.c.number <= most))
        found += [row for row in rows if _spot(row) in meant]
    words = cut(connection, (_slice(row) for row in found))
    return [(_spot(row), _evidence(row, words)) for row in found]


def _early(here: Sequence[Condition], within: Sequence[Condition]) -> Any:
    """Events by how many of their spot are of an earlier day: looked at without their many pages."""
    by_day = events.c.first_day.is_(None), events.c.first_day
    earlier = func.rank().over(partition_by=_SPOT, order_by=by_day).label("rank")
    query = select(events.c.page, events.c.position, earlier).where(*here)
    if within:
        query = query.join_from(events, readings, readings.c.page == events.c.page).where(*within)
    return query.subquery()


def _told(early: Any, most: int) -> Select[Any]:
    """The passages of a spot's earliest events, numbered; those of one day by the page's id."""
    first_day, in_order = events.c.first_day, (events.c.first_day.is_(None), events.c.first_day, pages.c.id)
    number = func.row_number().over(partition_by=_SPOT, order_by=(*in_order, events.c.position)).label("number")
    query = select(*_SPOT, pages.c.id, outlets.c.name.label("outlet"), readings.c.published, readings.c.text, number)
    query = query.add_columns(first_day, events.c.passage_start, events.c.passage_end)
    query = query.join_from(early, events, (events.c.page == early.c.page) & (events.c.position == early.c.position))
    query = query.join(readings, readings.c.page == events.c.page).join(pages, pages.c.number == events.c.page)
    query = query.join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
    return query.where(early.c.rank <= most)


def _slice(row: Row[Any]) -> Slice:
    return Slice(row.text, row.passage_start, row.passage_end)


def _evidence(row: Row[Any], words: dict[Slice, str]) -> Evidence:
    place = _slice(row)
    return Evidence(PageId(row.id), row.outlet, row.published, place.start, place.end, words[place])
