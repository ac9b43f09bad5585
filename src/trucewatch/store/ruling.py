"""Rulings of reviewers on what is one across pages, as far as they can be known."""

from sqlalchemy import Connection, select

from trucewatch.record.decided import in_force
from trucewatch.record.ids import PageId
from trucewatch.record.joined import NO_RULINGS, Rulings
from trucewatch.record.kept import Decision, DecisionKind
from trucewatch.record.protocols import Scope
from trucewatch.record.ruled import ruled
from trucewatch.store.bulk import rows_where
from trucewatch.store.log import decisions_of_kinds
from trucewatch.store.scopes import last_day
from trucewatch.store.tables import pages, readings


def rulings(connection: Connection, scope: Scope) -> Rulings:
    """What merges and splits come to; those that speak of a page published after the scope's day are left out."""
    log = in_force(decisions_of_kinds(connection, DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.UNDO))
    if not log:
        return NO_RULINGS
    known = known_pages(connection, log, scope)
    return ruled(d for d in log if known.issuperset(d.pages)).rulings


def known_pages(connection: Connection, log: list[Decision], scope: Scope) -> set[PageId]:
    """Of the pages that these decisions speak of, those that are known at the end of the scope's day."""
    spoken = {page for decision in log for page in decision.pages}
    if scope.as_of is None:
        return spoken
    query = select(pages.c.id).join(readings, readings.c.page == pages.c.number)
    query = query.where(readings.c.last_day <= last_day(scope.as_of))
    return {PageId(row.id) for row in rows_where(connection, query, pages.c.id, spoken)}
