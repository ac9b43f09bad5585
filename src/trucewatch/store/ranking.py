"""The best of very many hits: what they stand for is looked up a few at a time, best first, until enough are found."""

from collections.abc import Generator, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, FromClause, Row, select

from trucewatch.store.scopes import Condition
from trucewatch.store.tables import readings

Hit: TypeAlias = Row[Any]
"""With page, position and score."""

FIRST = 250
"""Hits looked up at first: somewhat more than a list shows; each time after that twice as many."""


def ranked(connection: Connection, hits: FromClause, of_page: Sequence[Condition]) -> Generator[list[Hit], None, None]:
    """The hits on pages that meet the conditions on rows of `readings`, best first, a part of them at a time.

    Hits of one score are never parted, so that whoever puts them in an order of their own misses none.
    """
    query = select(hits.c.page, hits.c.position, hits.c.score).order_by(hits.c.score.desc())
    if of_page:
        query = query.where(hits.c.page.in_(select(readings.c.page).where(*of_page)))
    part: list[Any] = []
    most = FIRST
    with connection.execute(query, execution_options={"yield_per": FIRST}) as found:
        for hit in found:
            if len(part) >= most and hit.score != part[-1].score:
                yield part
                part, most = [], 2 * most
            part.append(hit)
    if part:
        yield part
