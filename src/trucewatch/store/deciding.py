"""Filing a decision: into the log, and at once over what is derived from the pages that it speaks of."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from trucewatch.errors import UsageError
from trucewatch.record.codec import canonical
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.store import overlaying
from trucewatch.store.dialect import Dialect
from trucewatch.store.keeping import numbers_of
from trucewatch.store.log import REDACTED, decision_from
from trucewatch.store.tables import decided, decisions, tombstones

_TICK = timedelta(microseconds=1)


def decide(connection: Connection, dialect: Dialect, decision: Decision) -> Decision | None:
    """Append a decision and lay it over its pages; what was filed, or None where it is there already.

    Where the newest of the log is not before it, it is filed a moment after that: in one record times only grow, even
    if a clock was set back. UsageError for a page that is not kept and an undo of what is not in the log.
    """
    if connection.execute(select(decisions.c.id).where(decisions.c.id == decision.id)).first():
        return None
    filed = _after_the_newest(connection, _with_pages(connection, decision))
    numbers = numbers_of(connection, filed.pages)
    if missing := [page for page in filed.pages if page not in numbers]:
        left = connection.execute(select(tombstones).where(tombstones.c.page == missing[0])).first()
        why = f"was forgotten on {left.at[:10]}" if left else "is not kept"
        raise UsageError(f"page {missing[0]} {why}, so nothing can be decided on it")
    connection.execute(decisions.insert(), {"id": filed.id, "decision": canonical(filed)})
    sequence = connection.execute(select(decisions.c.sequence).where(decisions.c.id == filed.id)).scalar_one()
    if numbers:
        connection.execute(decided.insert(), [{"page": n, "decision": sequence} for n in sorted(set(numbers.values()))])
        overlaying.lay_over(connection, dialect, numbers.values())
    return filed


def _with_pages(connection: Connection, decision: Decision) -> Decision:
    """What speaks of a decision with the pages of that one, so that each page's part of the log is whole by itself."""
    if decision.kind is not DecisionKind.UNDO and decision.thing is not Thing.DECISION:
        return decision
    pages = list(decision.pages)
    for id_ in decision.on:
        written = connection.execute(select(decisions.c.decision).where(decisions.c.id == id_)).scalar()
        undone = decision_from(written) if written else None
        if undone is None:
            gone = f"is {REDACTED}: a page that it spoke of is forgotten" if written else "is not in the log"
            raise UsageError(f"decision {id_} {gone}")
        pages += undone.pages
    return replace(decision, pages=tuple(dict.fromkeys(pages)))


def _after_the_newest(connection: Connection, decision: Decision) -> Decision:
    query = select(decisions.c.decision).order_by(decisions.c.sequence.desc()).limit(1)
    newest = connection.execute(query).scalar()
    if newest is None:
        return decision
    last = moment(newest)
    if moment(canonical(decision)) > last:
        return decision
    return replace(decision, at=stamp(last + _TICK))


def moment(written: str) -> datetime:
    """When the decision in a row was filed; ValueError where that cannot be read."""
    at = datetime.fromisoformat(str(json.loads(written)["at"]))
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def stamp(at: datetime) -> str:
    """The moment as decisions have it: UTC, ISO 8601 to the microsecond."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
