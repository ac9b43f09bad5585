"""Pages as a list, and the passage that stands for each."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, case, func, select

from trucewatch.record.dates import Grounds, Published
from trucewatch.record.ids import PageId
from trucewatch.record.pages import Page
from trucewatch.record.protocols import PageRow, Scope
from trucewatch.record.texts import Role
from trucewatch.store.bulk import rows_where
from trucewatch.store.scopes import Condition, Spellings, known_outlets, limited, page_conditions, published_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import blocks, captures, outlets, readings, texts, times
from trucewatch.store.tables import pages as pages_table

OPENING = 300
"""Code points of a passage that stands for a page, at most."""


def pages(connection: Connection, scope: Scope, spellings: Spellings) -> list[PageRow]:
    """Pages within the scope, oldest publication first, undated last."""
    conditions = page_conditions(scope, spellings, known_outlets(connection)) + published_conditions(scope)
    found = _dated(connection, scope, conditions)
    left = scope.limit - len(found)
    if left > 0 or not scope.limit:
        found += _undated(connection, replace(scope, limit=max(left, 0)), conditions)
    numbers = [row.number for row in found]
    places = locators(connection, numbers)
    starts = openings(connection, numbers)
    return [_page_row(row, places.get(row.number, ()), starts.get(row.number)) for row in found]


def _dated(connection: Connection, scope: Scope, conditions: Sequence[Condition]) -> list[Row[Any]]:
    """Pages of a known day: the index gives their order, and the first of them are all that is read."""
    dated = _columns().join_from(readings, pages_table, readings.c.page == pages_table.c.number)
    query = _beside(dated).where(readings.c.first_day.is_not(None), *conditions)
    order = (readings.c.first_day, readings.c.last_day, pages_table.c.id)
    return list(connection.execute(limited(query.order_by(*order), scope)))


def _undated(connection: Connection, scope: Scope, conditions: Sequence[Condition]) -> list[Row[Any]]:
    """Pages of no known day, those that are not read among them."""
    undated = _columns().join_from(pages_table, readings, readings.c.page == pages_table.c.number, isouter=True)
    query = _beside(undated).where(readings.c.first_day.is_(None), *conditions)
    return list(connection.execute(limited(query.order_by(readings.c.last_day, pages_table.c.id), scope)))


def published_within(connection: Connection, scope: Scope, spellings: Spellings) -> list[PageId]:
    """Pages that are read and dated within the scope, by the last day that they can have been published on, then id."""
    conditions = page_conditions(scope, spellings, known_outlets(connection)) + published_conditions(scope)
    query = select(pages_table.c.id).join_from(readings, pages_table, pages_table.c.number == readings.c.page)
    query = query.where(*conditions, readings.c.last_day.is_not(None), readings.c.dropped_why.is_(None))
    return [PageId(row.id) for row in connection.execute(query.order_by(readings.c.last_day, pages_table.c.id))]


def _columns() -> Select[Any]:
    p = pages_table.c
    mentions = select(func.count()).where(times.c.page == p.number).scalar_subquery()
    return (
        select(p.number, p.id, p.sha256, p.media_type, p.size, outlets.c.name.label("outlet"), texts.c.length)
        .add_columns(readings.c.published, readings.c.grounds, readings.c.headline, readings.c.language)
        .add_columns(readings.c.dropped_why, readings.c.dropped_detail, mentions.label("times"))
    )


def _beside(query: Select[Any]) -> Select[Any]:
    return query.join(texts, texts.c.id == readings.c.text, isouter=True).join(
        outlets, outlets.c.id == readings.c.outlet, isouter=True
    )


def _page_row(row: Row[Any], places: tuple[str, ...], opening: tuple[int, int, str] | None) -> PageRow:
    return PageRow(
        page=Page(PageId(row.id), row.sha256, row.media_type, row.size),
        locators=places,
        outlet=row.outlet,
        published=published(row),
        headline=row.headline,
        language=row.language,
        dropped_why=row.dropped_why,
        dropped_detail=row.dropped_detail,
        text_length=row.length or 0,
        times=row.times,
        opening=opening,
    )


def published(row: Row[Any]) -> Published | None:
    """The publication date in a row with the columns `published` and `grounds`."""
    return Published(row.published, Grounds(row.grounds)) if row.published else None


def locators(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Where each of these pages was found, sorted."""
    found: dict[int, list[str]] = {}
    query = select(captures.c.page, captures.c.locator)
    for row in rows_where(connection, query, captures.c.page, numbers):
        found.setdefault(row.page, []).append(row.locator)
    return {page: tuple(sorted(places)) for page, places in found.items()}


def openings(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[int, int, str]]:
    """Start, end and words of the block that stands for each page: the headline, else the first paragraph."""
    found = [row for row in rows_where(connection, _first_blocks(), blocks.c.page, numbers) if row.text]
    slices = {row.page: Slice(row.text, row.start, min(row.end, row.start + OPENING)) for row in found}
    words = cut(connection, slices.values())
    return {page: (s.start, s.end, words[s]) for page, s in slices.items() if s in words}


def _first_blocks() -> Select[Any]:
    """For each page the block that stands for it, found within the page: nothing is gone through for all pages."""
    inner = blocks.alias("inner")
    first = (
        select(
            func.coalesce(
                func.min(case((inner.c.role == Role.HEADLINE.value, inner.c.position))),
                func.min(case((inner.c.role == Role.PARAGRAPH.value, inner.c.position))),
                func.min(inner.c.position),
            )
        )
        .where(inner.c.page == blocks.c.page)
        .scalar_subquery()
    )
    return (
        select(blocks.c.page, blocks.c.start, blocks.c.end, readings.c.text)
        .join(readings, readings.c.page == blocks.c.page)
        .where(blocks.c.position == first)
    )
