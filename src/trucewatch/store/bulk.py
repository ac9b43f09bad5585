"""Asking for many rows at once."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select

CHUNK = 500
"""Values in one IN list: below the smallest limit that any build of a database has."""

STREAM = 1000
"""Rows fetched at once where a whole table is gone through."""


def rows_where(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Collection[Any]
) -> Iterator[Row[Any]]:
    """The rows of `query` whose `column` is one of `values`; no values give no rows, never all of them."""
    listed: Sequence[Any] = list(values)
    for start in range(0, len(listed), CHUNK):
        yield from connection.execute(query.where(column.in_(listed[start : start + CHUNK])))


def streamed(connection: Connection, query: Select[Any], rows_at_once: int = STREAM) -> Iterator[Row[Any]]:
    """All rows of `query`, a few at a time in memory."""
    yield from connection.execute(query, execution_options={"yield_per": rows_at_once})
