"""Persons, offices and bodies in detail: what single pages have of them, with their passages."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, case, func, select

from trucewatch.record.entities import EntityPage, Part
from trucewatch.record.ids import ID_LENGTH, PAGE_DIGITS, PageId, TextId
from trucewatch.record.kept import SHOWN
from trucewatch.record.mentions import Kind, SpeakerType
from trucewatch.record.protocols import Scope, Sought
from trucewatch.record.spans import Evidence
from trucewatch.store.bulk import CHUNK, rows_where
from trucewatch.store.mention_rows import statement_from
from trucewatch.store.said import FIRST_DAY, LAST_DAY, conditions
from trucewatch.store.scopes import Condition, Spellings, known_outlets, page_conditions, published_conditions
from trucewatch.store.sighting_rows import sighting_from
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import outlets, pages, readings, sightings, statements

_DIGITS = frozenset("0123456789abcdef")


def entity_pages(
    connection: Connection, scope: Scope, sought: Sought, numbers: Collection[int], spellings: Spellings
) -> list[EntityPage]:
    """What each page within the scope has of these profiles, by the day of publication."""
    within = page_conditions(scope, spellings, known_outlets(connection))
    s = statements.c
    direct = func.sum(case((s.kind == Kind.DIRECT.value, 1), else_=0)).label("direct")
    said = _on_pages(statements, s.profile, func.count().label("statements"), direct)
    said = said.add_columns(func.min(FIRST_DAY).label("first"), func.max(LAST_DAY).label("last"))
    said = said.where(*within, *conditions(scope, sought)).group_by(s.profile, *_PAGE)
    found = [_spoken(row) for row in rows_where(connection, said, s.profile, sorted(numbers))]
    if not sought.types or SpeakerType.PERSON in sought.types:
        named = _on_pages(sightings, sightings.c.profile, sightings.c.events, sightings.c.forms)
        named = named.add_columns(readings.c.first_day.label("first"), readings.c.last_day.label("last"))
        named = named.where(*within, *published_conditions(scope))
        found += [_named(row) for row in rows_where(connection, named, sightings.c.profile, sorted(numbers))]
    return sorted(found, key=lambda f: (f.first_day is None, f.first_day or "", f.page, f.profile))


_PAGE = (pages.c.id, outlets.c.name, readings.c.published)


def _on_pages(table: Any, *columns: Any) -> Select[Any]:
    query = select(pages.c.id, outlets.c.name.label("outlet"), readings.c.published, *columns)
    query = query.join_from(table, readings, readings.c.page == table.c.page)
    query = query.join(pages, pages.c.number == table.c.page)
    return query.join(outlets, outlets.c.id == readings.c.outlet, isouter=True)


def _spoken(row: Row[Any]) -> EntityPage:
    told = PageId(row.id), row.outlet, row.published, row.first, row.last
    return EntityPage(row.profile, *told, statements=int(row.statements), direct=int(row.direct))


def _named(row: Row[Any]) -> EntityPage:
    told = PageId(row.id), row.outlet, row.published, row.first, row.last
    return EntityPage(row.profile, *told, events=row.events, forms=tuple(json.loads(row.forms)))


def entity_passages(
    connection: Connection, scope: Scope, sought: Sought, ids: Collection[PageId]
) -> list[tuple[int, Evidence]]:
    """The passages of statements and sightings on these pages, with their profiles, in the order of their places."""
    found: list[Row[Any]] = []
    for table, more in ((statements, conditions(scope, sought)), (sightings, [])):
        query = _on_pages(table, table.c.profile, table.c.passage_start, table.c.passage_end, readings.c.text)
        query = query.where(table.c.profile.is_not(None), *more)
        found += rows_where(connection, query, pages.c.id, sorted(ids))
    words = cut(connection, (_slice(row) for row in found))
    told = {(row.profile, _evidence(row, words)): None for row in found}
    return sorted(told, key=lambda one: (one[1].page, one[1].start, one[1].end, one[0]))


def _slice(row: Row[Any]) -> Slice:
    return Slice(row.text, row.passage_start, row.passage_end)


def _evidence(row: Row[Any], words: dict[Slice, str]) -> Evidence:
    place = _slice(row)
    return Evidence(PageId(row.id), row.outlet, row.published, place.start, place.end, words[place])


def entity_ids(connection: Connection, ids: Collection[PageId]) -> list[tuple[str, Part]]:
    """The ids of the statements and sightings on these pages, with what each means."""
    listed = sorted(ids)
    chunks = (listed[start : start + CHUNK] for start in range(0, len(listed), CHUNK))
    return [found for chunk in chunks for found in _ids(connection, pages.c.id.in_(chunk))]


def entity_parts(connection: Connection, prefix: str) -> dict[str, Part]:
    """The ids of statements and sightings that start with `prefix`, with what each means; few digits find none."""
    start = prefix.strip().lower()
    if not PAGE_DIGITS <= len(start) <= ID_LENGTH or not _DIGITS.issuperset(start):
        return {}
    page = start[:PAGE_DIGITS]
    here = (pages.c.id >= page) & (pages.c.id < page + "g")
    return {id_: part for id_, part in _ids(connection, here) if id_.startswith(start)}


def _ids(connection: Connection, here: Condition) -> Iterator[tuple[str, Part]]:
    for table, made in ((sightings, sighting_from), (statements, statement_from)):
        query = select(pages.c.id.label("page_id"), readings.c.text, *table.c)
        query = query.join_from(table, readings, readings.c.page == table.c.page)
        query = query.join(pages, pages.c.number == table.c.page).where(here, table.c.profile.is_not(None))
        if table is statements:
            query = query.where(statements.c.stands.in_(SHOWN))
        for row in connection.execute(query):
            place = PageId(row.page_id)
            yield made(row, TextId(row.text)).id(place), Part(row.profile, place)
