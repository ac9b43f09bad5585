"""The log and what is laid over pages by it, proved: every entry is what it says, and rows follow from it."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from trucewatch.record.codec import from_json
from trucewatch.record.kept import Decision, DocumentKind, KeptDocument, Stands
from trucewatch.record.protocols import Fault
from trucewatch.store.bulk import rows_where, streamed
from trucewatch.store.columns import Damaged
from trucewatch.store.log import REDACTED, in_force_of
from trucewatch.store.overlaid import event_key_rows, overlaid, overlaid_events, overlaid_statements
from trucewatch.store.overlaying import as_found
from trucewatch.store.tables import (
    decided,
    decisions,
    documents,
    event_keys,
    events,
    pages,
    readings,
    statements,
    tombstones,
)

_LEFT = {"at", "kind", REDACTED}
"""What is left of a decision that a forgotten page took with it."""


def log_faults(connection: Connection) -> Iterator[Fault]:
    """What is wrong with decisions, documents and tombstones."""
    spoken = _spoken(connection)
    for row in streamed(connection, select(decisions)):
        where = f"decisions {row.id}"
        try:
            data = json.loads(row.decision)
            decision = None if set(data) == _LEFT else from_json(Decision, data)
        except (TypeError, ValueError, KeyError) as error:
            yield Fault(where, f"cannot be read: {error}")
            continue
        if decision is not None and decision.id != row.id:
            yield Fault(where, "its id is not that of its content")
        if spoken.get(row.sequence, set()) != set(decision.pages if decision else ()):
            yield Fault(where, "is not filed under the pages that it speaks of")
    yield from _documents(connection)
    back = select(tombstones.c.page).join(pages, pages.c.sha256 == tombstones.c.sha256)
    for row in streamed(connection, back):
        yield Fault(f"tombstones {row.page}", "stands for bytes that are kept")


def _spoken(connection: Connection) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for row in streamed(
        connection, select(decided.c.decision, pages.c.id).join(pages, pages.c.number == decided.c.page)
    ):
        found[row.decision].add(row.id)
    return found


def _documents(connection: Connection) -> Iterator[Fault]:
    for row in streamed(connection, select(documents)):
        try:
            sound = KeptDocument(DocumentKind(row.kind), row.name, row.body).id == row.id
        except ValueError as error:
            yield Fault(f"documents {row.id}", f"cannot be read: {error}")
        else:
            if not sound:
                yield Fault(f"documents {row.id}", "its id is not that of its content")


def overlaid_faults(connection: Connection) -> Iterator[Fault]:
    """Statements and events that do not follow from what was found and what is in force on their page."""
    numbers = _touched(connection)
    try:
        logs = in_force_of(connection, numbers)
    except Damaged:
        return  # told with the log
    query = select(readings.c.page, readings.c.text, readings.c.recipe, pages.c.id)
    query = query.join(pages, pages.c.number == readings.c.page).where(readings.c.text.is_not(None))
    for row in list(rows_where(connection, query, readings.c.page, numbers)):
        found = as_found(connection, row)
        mentions = overlaid(found, logs.get(row.page, ()))
        if found.text is None:
            continue
        due = {
            statements: overlaid_statements(row.page, found.text, mentions),
            events: overlaid_events(row.page, mentions),
        }
        for table, rows in due.items():
            yield from _unlike(connection, table, row, rows)
        published = found.article.published if found.article else None
        yield from _keys(connection, row, event_key_rows(row.page, mentions, published))


def _touched(connection: Connection) -> Collection[int]:
    """Pages that decisions speak of, and those with rows that only a decision can make."""
    found = {row.page for row in connection.execute(select(decided.c.page).distinct())}
    for table in (statements, events):
        query = select(table.c.page).where(table.c.stands != Stands.FOUND.value).distinct()
        found |= {row.page for row in connection.execute(query)}
    return found


def _unlike(connection: Connection, table: Table, page: Row[Any], due: list[dict[str, Any]]) -> Iterator[Fault]:
    there = connection.execute(select(table).where(table.c.page == page.page).order_by(table.c.position))
    rows = [dict(row) for row in there.mappings()]
    for position in range(max(len(rows), len(due))):
        if rows[position : position + 1] != due[position : position + 1]:
            yield Fault(f"{table.name} {page.id} {position}", "does not follow from what was decided on the page")


def _keys(connection: Connection, page: Row[Any], due: list[dict[str, Any]]) -> Iterator[Fault]:
    query = select(event_keys.c.key, event_keys.c.position).where(event_keys.c.page == page.page)
    there = {(row.key, row.position) for row in connection.execute(query)}
    if there != {(row["key"], row["position"]) for row in due}:
        yield Fault(f"event_keys {page.id}", "are not those of the events that are shown")
