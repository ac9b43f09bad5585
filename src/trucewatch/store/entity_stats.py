"""Persons, offices and bodies summed up in the database: their days, forms, outlets and first pages.

One person can stand on half of all pages; what a row says of them must not be carried out of the database page by page.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BigInteger, Connection, Integer, Select, Values, column, func, select, values

from trucewatch.record.asked import Scope, Sought
from trucewatch.record.entities import EntityStats, ProfileStats
from trucewatch.record.ids import PageId
from trucewatch.store.bulk import rows_where
from trucewatch.store.said import FIRST_DAY, LAST_DAY, conditions
from trucewatch.store.scopes import Condition, Spellings, known_outlets, page_conditions, published_conditions
from trucewatch.store.tables import outlets, pages, readings, sightings, statements

AT_ONCE = 5000
"""Profiles that one query is asked for: each takes two of the values that a database allows."""


def profile_stats(
    connection: Connection, scope: Scope, sought: Sought, numbers: Sequence[int], spellings: Spellings
) -> list[ProfileStats]:
    """The days and the forms of each of these profiles within the scope."""
    within = page_conditions(scope, spellings, known_outlets(connection))
    s, r = statements.c, readings.c
    said = select(
        s.profile, func.count().label("n"), func.min(FIRST_DAY).label("first"), func.max(LAST_DAY).label("last")
    )
    said = said.where(*conditions(scope, sought)).group_by(s.profile)
    if within:
        said = said.join_from(statements, readings, r.page == s.page).where(*within)
    rows = rows_where(connection, said, s.profile, numbers)
    found = [ProfileStats(row.profile, row.first, row.last, int(row.n)) for row in rows]
    c = sightings.c
    seen = select(c.profile, c.forms, func.count().label("n"))
    seen = seen.add_columns(func.min(r.first_day).label("first"), func.max(r.last_day).label("last"))
    seen = seen.join_from(sightings, readings, r.page == c.page).where(*within, *published_conditions(scope))
    rows = rows_where(connection, seen.group_by(c.profile, c.forms), c.profile, numbers)
    forms = ((row, tuple(json.loads(row.forms))) for row in rows)
    return found + [ProfileStats(row.profile, row.first, row.last, int(row.n), of) for row, of in forms]


def entity_stats(
    connection: Connection,
    scope: Scope,
    sought: Sought,
    of: Mapping[int, Sequence[int]],
    most: int,
    spellings: Spellings,
) -> dict[int, EntityStats]:
    """Of each entity, given by its profiles: the outlets with their pages, and the first pages, at most so many."""
    within = page_conditions(scope, spellings, known_outlets(connection))
    found: dict[int, EntityStats] = {}
    for chunk in _chunks(of):
        own = _own(chunk, scope, sought)
        told: dict[int, list[tuple[str | None, int]]] = defaultdict(list)
        first: dict[int, list[PageId]] = defaultdict(list)
        for row in connection.execute(_by_outlet(own, within)):
            told[row.entity].append((row.name, int(row.n)))
        for row in connection.execute(_earliest(own, within, most)):
            first[row.entity].append(PageId(row.id))
        for entity in chunk:
            names = tuple(sorted({name for name, _ in told[entity] if name}))
            found[entity] = EntityStats(sum(n for _, n in told[entity]), names, tuple(first[entity]))
    return found


def _chunks(of: Mapping[int, Sequence[int]]) -> list[dict[int, Sequence[int]]]:
    chunks: list[dict[int, Sequence[int]]] = []
    count = AT_ONCE
    for entity, numbers in of.items():
        if count + len(numbers) > AT_ONCE:
            chunks.append({})
            count = 0
        chunks[-1][entity] = numbers
        count += len(numbers)
    return chunks


def _own(of: Mapping[int, Sequence[int]], scope: Scope, sought: Sought) -> Any:
    """Each page of each entity once."""
    listed: Values = values(column("profile", BigInteger), column("entity", Integer), name="whose")
    whose = listed.data([(number, entity) for entity, numbers in of.items() for number in numbers]).cte("whose")
    said = select(whose.c.entity, statements.c.page)
    said = said.join_from(whose, statements, statements.c.profile == whose.c.profile).where(*conditions(scope, sought))
    seen = select(whose.c.entity, sightings.c.page)
    seen = seen.join_from(whose, sightings, sightings.c.profile == whose.c.profile)
    if bounds := published_conditions(scope):
        seen = seen.join(readings, readings.c.page == sightings.c.page).where(*bounds)
    return said.union(seen).cte("own")


def _by_outlet(own: Any, within: Sequence[Condition]) -> Select[Any]:
    query = select(own.c.entity, outlets.c.name, func.count().label("n"))
    query = query.join_from(own, readings, readings.c.page == own.c.page)
    return (
        query.join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
        .where(*within)
        .group_by(own.c.entity, outlets.c.name)
    )


def _earliest(own: Any, within: Sequence[Condition], most: int) -> Select[Any]:
    order = readings.c.first_day.is_(None), readings.c.first_day, pages.c.id
    number = func.row_number().over(partition_by=own.c.entity, order_by=order).label("number")
    ranked = select(own.c.entity, pages.c.id, number).join_from(own, readings, readings.c.page == own.c.page)
    ranked = ranked.join(pages, pages.c.number == own.c.page).where(*within)
    inner = ranked.subquery()
    return select(inner.c.entity, inner.c.id).where(inner.c.number <= most).order_by(inner.c.entity, inner.c.number)
