"""What joining persons, offices and bodies asks of a record: profiles, their pages, and who else stands there."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Select, Subquery, case, func, select

from trucewatch.record.entities import Appearance, Profile
from trucewatch.record.ids import PageId
from trucewatch.record.kept import SHOWN
from trucewatch.record.mentions import Kind, SpeakerType
from trucewatch.record.protocols import Scope, Sought
from trucewatch.record.sightings import SightedOffice
from trucewatch.store.bulk import rows_where
from trucewatch.store.said import conditions
from trucewatch.store.scopes import Condition, Spellings, known_outlets, page_conditions, published_conditions
from trucewatch.store.sighting_rows import bare_offices
from trucewatch.store.tables import pages, readings, sightings, statements

_PLACES = 1_000_000
"""Statements or sightings of one page, at most: page and position make one number."""


def profiles(connection: Connection, scope: Scope, sought: Sought, spellings: Spellings) -> list[Profile]:
    """All profiles of statements and sightings that are meant, with how often each is met."""
    within = page_conditions(scope, spellings, known_outlets(connection))
    return [*_speakers(connection, scope, sought, within), *_sighted(connection, scope, sought, within)]


def _speakers(connection: Connection, scope: Scope, sought: Sought, within: list[Condition]) -> Iterator[Profile]:
    s = statements.c
    direct = func.sum(case((s.kind == Kind.DIRECT.value, 1), else_=0)).label("direct")
    query = select(s.profile, func.count().label("number"), direct, _first(statements))
    found = [*within, *conditions(scope, sought)]
    query = query.where(s.profile.is_not(None), *found).group_by(s.profile)
    if len(found) > 1:  # without bounds the index has all that is asked, and no other table is looked at
        query = _on_readings(query, statements, pages_too=sought.page is not None)
    told = _with_fields(query.subquery(), statements, s.speaker, s.speaker_type, s.office, s.organization, s.behalf)
    for row in connection.execute(told):
        given = any((row.office, row.behalf, row.organization))
        offices = (SightedOffice(row.office or "", row.behalf, row.organization),) if given else ()
        kind = SpeakerType(row.speaker_type)
        yield Profile(row.profile, row.speaker, kind, offices, int(row.number), int(row.direct))


def _sighted(connection: Connection, scope: Scope, sought: Sought, within: list[Condition]) -> Iterator[Profile]:
    if sought.types and SpeakerType.PERSON not in sought.types:
        return
    s = sightings.c
    query = select(s.profile, func.count().label("number"), func.sum(s.events).label("events"), _first(sightings))
    query = query.group_by(s.profile)
    if found := [*within, *published_conditions(scope)]:
        query = _on_readings(query, sightings, pages_too=False).where(*found)
    for row in connection.execute(_with_fields(query.subquery(), sightings, s.name, s.offices)):
        offices = bare_offices(row.offices)
        yield Profile(
            row.profile, row.name, SpeakerType.PERSON, offices, sightings=int(row.number), events=int(row.events)
        )


def _first(table: Any) -> Any:
    return func.min(table.c.page * _PLACES + table.c.position).label("first")


def _on_readings(query: Select[Any], table: Any, *, pages_too: bool) -> Select[Any]:
    query = query.join_from(table, readings, readings.c.page == table.c.page)
    return query.join(pages, pages.c.number == table.c.page) if pages_too else query


def _with_fields(counted: Subquery, table: Any, *fields: Any) -> Select[Any]:
    """The counts with what one of the counted rows says, which all of them say."""
    at = (table.c.page == counted.c.first // _PLACES) & (table.c.position == counted.c.first % _PLACES)
    return select(counted, *fields).join_from(counted, table, at).order_by(counted.c.profile)


def appearances(
    connection: Connection, scope: Scope, numbers: Collection[int], spellings: Spellings
) -> list[Appearance]:
    """The pages of these profiles, each profile and page once; the scope's bounds but its as-of day take no part."""
    within = page_conditions(Scope(as_of=scope.as_of), spellings, ())
    found: dict[tuple[int, str], Appearance] = {}
    for table, more in ((sightings, ()), (statements, (statements.c.stands.in_(SHOWN),))):
        query = select(table.c.profile, pages.c.id, readings.c.first_day, readings.c.last_day).distinct()
        query = query.join_from(table, readings, readings.c.page == table.c.page)
        query = query.join(pages, pages.c.number == table.c.page).where(*within, *more)
        for row in rows_where(connection, query, table.c.profile, sorted(numbers)):
            found[row.profile, row.id] = Appearance(row.profile, PageId(row.id), row.first_day, row.last_day)
    return list(found.values())


def company(connection: Connection, ids: Collection[PageId]) -> dict[PageId, frozenset[int]]:
    """The profiles of the persons whom each of these pages names or quotes."""
    found: dict[PageId, set[int]] = defaultdict(set)
    quoted = (statements.c.speaker_type == SpeakerType.PERSON.value, statements.c.stands.in_(SHOWN))
    for table, more in ((sightings, ()), (statements, quoted)):
        query = select(pages.c.id, table.c.profile).join_from(pages, table, table.c.page == pages.c.number)
        for row in rows_where(connection, query.where(*more), pages.c.id, sorted(ids)):
            found[PageId(row.id)].add(row.profile)
    return {page: frozenset(numbers) for page, numbers in found.items()}


UNDATED = "9999-99-99"
"""After every day: pages whose day is not known stand last."""


def first_pages(
    connection: Connection, scope: Scope, numbers: Collection[int], spellings: Spellings
) -> dict[int, tuple[str, PageId]]:
    """The day and the page that each profile is first published on, undated pages last, then by the page's id."""
    within = page_conditions(Scope(as_of=scope.as_of), spellings, ())
    found: dict[int, str] = {}
    for table, more in ((sightings, ()), (statements, (statements.c.stands.in_(SHOWN),))):
        day = func.coalesce(readings.c.last_day, UNDATED)
        query = select(table.c.profile, func.min(day + pages.c.id).label("first"))
        query = query.join_from(table, readings, readings.c.page == table.c.page)
        query = query.join(pages, pages.c.number == table.c.page).where(*within, *more).group_by(table.c.profile)
        for row in rows_where(connection, query, table.c.profile, sorted(numbers)):
            found[row.profile] = min(row.first, found.get(row.profile, row.first))
    length = len(UNDATED)
    return {number: (first[:length], PageId(first[length:])) for number, first in found.items()}
