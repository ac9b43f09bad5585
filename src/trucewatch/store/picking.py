"""The first rows of a long list: an index alone tells which they are, the rows themselves are fetched afterwards."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table

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
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        # Pairs in one list would be sought by going through the whole table; more rows than were asked for do no harm.
        at = table.c.page.in_({key.page for key in part}), table.c.position.in_({key.position for key in part})
        found.update(((row.page, row.position), row) for row in connection.execute(whole.where(*at)))
    return [found[key.page, key.position] for key in keys]
