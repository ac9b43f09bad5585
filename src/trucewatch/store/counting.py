"""How many rows an answer has in all, as far as it takes no longer to count them than to show the first."""

from typing import Any

from sqlalchemy import Connection, Select, func, select

from trucewatch.record.protocols import Scope

COUNTED = 10_000
"""Rows that are counted; beyond it an answer says that there are more than so many."""


def total(connection: Connection, keys: Select[Any], scope: Scope, shown: int) -> tuple[int, bool]:
    """How many rows `keys` has, and whether that is all of them; `shown` is how many came within the scope's limit."""
    if not scope.limit or shown < scope.limit:
        return shown, True
    most = max(COUNTED, scope.limit)
    found = keys.order_by(None).limit(most + 1).subquery()
    counted = connection.execute(select(func.count()).select_from(found)).scalar_one()
    return min(counted, most), counted <= most
