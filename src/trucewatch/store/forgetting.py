"""Forgetting a page: its bytes and all that came of them are erased, and a tombstone is left."""

import json
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, select

from trucewatch.errors import UsageError
from trucewatch.record.codec import canonical
from trucewatch.record.forgotten import Forgotten, Tombstone
from trucewatch.record.ids import PageId
from trucewatch.store import deriving, overlaying
from trucewatch.store.bulk import rows_where
from trucewatch.store.dialect import Dialect
from trucewatch.store.log import REDACTED
from trucewatch.store.tables import captures, decided, decisions, given, pages, tombstones


def forget(connection: Connection, dialect: Dialect, page: PageId, left: Tombstone) -> Forgotten:
    """Erase the page, and others of the same bytes; of `left`, time, name and reason are taken.

    A page that is forgotten already is not forgotten again; UsageError for one that never was kept.
    """
    if gone := connection.execute(select(tombstones).where(tombstones.c.page == page)).first():
        return Forgotten((Tombstone(PageId(gone.page), gone.sha256, gone.at, gone.by, gone.reason),))
    same = select(pages.c.sha256).where(pages.c.id == page).scalar_subquery()
    rows = connection.execute(select(pages.c.id, pages.c.number, pages.c.sha256).where(pages.c.sha256 == same)).all()
    if not rows:
        raise UsageError(f"page {page} is not kept, so it cannot be forgotten")
    stones = tuple(Tombstone(PageId(r.id), r.sha256, left.at, left.by, left.reason) for r in rows)
    # First of all: the guards of the kept tables let go only of what a tombstone stands for.
    connection.execute(
        tombstones.insert(),
        [{"page": s.page, "sha256": s.sha256, "at": s.at, "by": s.by, "reason": s.reason} for s in stones],
    )
    numbers = [row.number for row in rows]
    redacted = _redact(connection, dialect, numbers)
    deriving.sweep(connection, deriving.take_out(connection, dialect, numbers))
    for table in (captures, given):
        connection.execute(delete(table).where(table.c.page.in_(numbers)))
    connection.execute(delete(pages).where(pages.c.number.in_(numbers)))
    return Forgotten(stones, redacted)


def _redact(connection: Connection, dialect: Dialect, numbers: Sequence[int]) -> int:
    """Take out of the log what was decided on these pages: kind, time and id stay. How many decisions that were."""
    spoken = {row.decision for row in rows_where(connection, select(decided.c.decision), decided.c.page, numbers)}
    query = select(decisions.c.sequence, decisions.c.decision)
    for row in list(rows_where(connection, query, decisions.c.sequence, spoken)):
        data = json.loads(row.decision)
        blank = canonical({"at": data["at"], "kind": data["kind"], REDACTED: True})
        connection.execute(decisions.update().where(decisions.c.sequence == row.sequence), {"decision": blank})
    others = _others(connection, spoken) - set(numbers)
    for sequence in spoken:
        connection.execute(delete(decided).where(decided.c.decision == sequence))
    overlaying.lay_over(connection, dialect, others)
    return len(spoken)


def _others(connection: Connection, spoken: Collection[int]) -> set[int]:
    """The pages that these decisions speak of."""
    return {row.page for row in rows_where(connection, select(decided.c.page), decided.c.decision, spoken)}


def tombstones_left(connection: Connection) -> list[Tombstone]:
    """What is left of forgotten pages, by page."""
    rows = connection.execute(select(tombstones).order_by(tombstones.c.page))
    return [Tombstone(PageId(row.page), row.sha256, row.at, row.by, row.reason) for row in rows]
