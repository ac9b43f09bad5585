"""Full-text search over blocks."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, FromClause, Row, Select, select

from trucewatch.record.ids import PageId
from trucewatch.record.protocols import HitRow, Scope
from trucewatch.record.texts import REPORTING
from trucewatch.store.bulk import CHUNK
from trucewatch.store.dialect import Dialect, Searched
from trucewatch.store.listing import published
from trucewatch.store.query import parse_query
from trucewatch.store.ranking import ranked
from trucewatch.store.rows import block_from
from trucewatch.store.scopes import Condition, Spellings, known_outlets, page_conditions, published_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import blocks, outlets, pages, readings

_REPORTING = sorted(role.value for role in REPORTING)


def search(connection: Connection, dialect: Dialect, written: str, scope: Scope, spellings: Spellings) -> list[HitRow]:
    """Blocks within the scope that match what was written, best first."""
    query = parse_query(written)
    of_page = page_conditions(scope, spellings, known_outlets(connection)) + published_conditions(scope)
    found = _best(connection, dialect.hits(Searched.BLOCKS, query), scope, of_page)
    rows = [row for row, _ in found]
    places = [Slice(row.text, row.start, row.end) for row in rows]
    cuts = cut(connection, places)
    words = [cuts[place] for place in places]
    matches = dialect.matches(query, words)
    return [
        HitRow(PageId(r.id), r.outlet, published(r), r.headline, block_from(r), w, m, score)
        for (r, score), w, m in zip(found, words, matches, strict=True)
    ]


def _best(
    connection: Connection, hits: FromClause, scope: Scope, of_page: Sequence[Condition]
) -> list[tuple[Row[Any], float]]:
    """The blocks that are shown, with their scores: by score, then page and place."""
    found: list[tuple[Row[Any], float]] = []
    with closing(ranked(connection, hits, of_page)) as parts:
        for part in parts:
            scores = {(hit.page, hit.position): hit.score for hit in part}
            rows = ((row, scores[row.page, row.position]) for row in _blocks(connection, scores, scope))
            found += sorted(rows, key=lambda each: (-each[1], each[0].id, each[0].position))
            if scope.limit and len(found) >= scope.limit:
                return found[: scope.limit]
    return found


def _blocks(connection: Connection, places: Collection[tuple[int, int]], scope: Scope) -> Iterator[Row[Any]]:
    """The blocks that stand at these places, pages and positions, as far as the scope shows such."""
    query = _beside() if scope.chrome else _beside().where(blocks.c.role.in_(_REPORTING))
    listed = sorted(places)
    for start in range(0, len(listed), CHUNK):
        wanted = set(listed[start : start + CHUNK])
        # Pairs in one list would be sought by going through the whole table; rows beside them are left out here.
        at = blocks.c.page.in_({page for page, _ in wanted}), blocks.c.position.in_({place for _, place in wanted})
        yield from (row for row in connection.execute(query.where(*at)) if (row.page, row.position) in wanted)


def _beside() -> Select[Any]:
    return (
        select(pages.c.id, readings.c.text, readings.c.published, readings.c.grounds, readings.c.headline)
        .add_columns(outlets.c.name.label("outlet"), *blocks.c)
        .join_from(blocks, readings, readings.c.page == blocks.c.page)
        .join(pages, pages.c.number == blocks.c.page)
        .join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
    )
