"""The first rows of a long list: an index alone tells which they are, the rows themselves are fetched afterwards."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, tuple_

from trucewatch.store.bulk import CHUNK
from trucewatch.store.scopes import Condition
from trucewatch.store.tables import readings


def narrowed(keys: Select[Any], table: Table, own: Sequence[Condition], of_page: Sequence[Condition]) -> Select[Any]:
    """Keys of rows of `table` under its own conditions and, where there are any, those on rows of `readings`."""
    query = keys.select_from(table).where(*own)
    return query.join(readings, readings.c.page == table.c.page).where(*of_page) if of_page else query


def in_order(connection: Connection, whole: Select[Any], table: Table, keys: Sequence[Row[Any]]) -> list[Row[Any]]:
    """The whole rows of these keys of `table`, in their order."""
    found: dict[tuple[int, int], Row[Any]] = {}
    at = tuple_(table.c.page, table.c.position)
    for start in range(0, len(keys), CHUNK // 2):
        wanted = [(key.page, key.position) for key in keys[start : start + CHUNK // 2]]
        found.update(((row.page, row.position), row) for row in connection.execute(whole.where(at.in_(wanted))))
    return [found[key.page, key.position] for key in keys]
