"""Full-text search over blocks."""

from typing import Any

from sqlalchemy import Connection, Select, select

from trucewatch.record.ids import PageId
from trucewatch.record.protocols import HitRow, Scope
from trucewatch.record.texts import REPORTING
from trucewatch.store.dialect import Dialect, Searched
from trucewatch.store.listing import published
from trucewatch.store.query import Query, parse_query
from trucewatch.store.rows import block_from
from trucewatch.store.scopes import Spellings, known_outlets, limited, page_conditions, published_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import blocks, outlets, pages, readings

_REPORTING = sorted(role.value for role in REPORTING)


def search(connection: Connection, dialect: Dialect, written: str, scope: Scope, spellings: Spellings) -> list[HitRow]:
    """Blocks within the scope that match what was written, best first."""
    query = parse_query(written)
    conditions = page_conditions(scope, spellings, known_outlets(connection)) + published_conditions(scope)
    if not scope.chrome:
        conditions.append(blocks.c.role.in_(_REPORTING))
    rows = list(connection.execute(limited(_found(dialect, query).where(*conditions), scope)))
    places = [Slice(row.text, row.start, row.end) for row in rows]
    cuts = cut(connection, places)
    words = [cuts[place] for place in places]
    matches = dialect.matches(query, words)
    return [
        HitRow(PageId(r.id), r.outlet, published(r), r.headline, block_from(r), w, m, r.score)
        for r, w, m in zip(rows, words, matches, strict=True)
    ]


def _found(dialect: Dialect, query: Query) -> Select[Any]:
    hits = dialect.hits(Searched.BLOCKS, query)
    return (
        select(pages.c.id, readings.c.text, readings.c.published, readings.c.grounds, readings.c.headline)
        .add_columns(outlets.c.name.label("outlet"), blocks.c.start, blocks.c.end, blocks.c.role, hits.c.score)
        .join_from(hits, blocks, (blocks.c.page == hits.c.page) & (blocks.c.position == hits.c.position))
        .join(readings, readings.c.page == hits.c.page)
        .join(pages, pages.c.number == hits.c.page)
        .join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
        .order_by(hits.c.score.desc(), pages.c.id, blocks.c.position)
    )
