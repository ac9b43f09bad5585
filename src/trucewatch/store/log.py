"""What is appended beside pages: decisions, and every used version of a dossier or codebook."""

import json
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from trucewatch.record.codec import Json
from trucewatch.record.decided import in_force
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.kept import Decision, DecisionKind, DocumentKind, KeptDocument, Thing
from trucewatch.record.spans import Range, Span
from trucewatch.store.bulk import rows_where
from trucewatch.store.columns import Damaged
from trucewatch.store.tables import decided, decisions, documents

REDACTED = "redacted"
"""The mark of a decision that a forgotten page took with it."""


def keep_document(connection: Connection, document: KeptDocument) -> bool:
    """Append a version of a document; False where it is there already."""
    if connection.execute(select(documents.c.id).where(documents.c.id == document.id)).first():
        return False
    row = {"id": document.id, "kind": document.kind.value, "name": document.name, "body": document.body}
    connection.execute(documents.insert(), row)
    return True


def decision_from(written: str) -> Decision | None:
    """The decision that a row holds; None where a forgotten page took it along. Damaged where it holds neither."""
    try:
        data = json.loads(written)
        return None if isinstance(data, dict) and REDACTED in data else _decision(data)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Damaged(f"a decision is damaged ({error}); `trucewatch record check` says where") from error


def _decision(data: Json) -> Decision:
    """Spelt out, since a log is read whole where the general decoder takes ten times as long."""
    at, spot, thing = data["passage"], data.get("spot"), data.get("thing")
    return Decision(
        kind=DecisionKind(data["kind"]),
        on=tuple(data["on"]),
        by=data["by"],
        at=data["at"],
        why=data["why"],
        fields=tuple((name, value) for name, value in data["fields"]),
        passage=None if at is None else Span(TextId(at["text"]), at["start"], at["end"]),
        thing=None if thing is None else Thing(thing),
        pages=tuple(map(PageId, data.get("pages", ()))),
        spot=None if spot is None else Range(spot["start"], spot["end"]),
        words=data.get("words"),
    )


def all_decisions(connection: Connection) -> list[Decision]:
    """The log, in the order it was written, without what forgotten pages took along."""
    return _read(connection, select(decisions.c.decision))


def decisions_of_kinds(connection: Connection, *kinds: DecisionKind) -> list[Decision]:
    """Those of these kinds, in the log's order."""
    # Inside a JSON string a quote has a backslash before it: what a reviewer wrote never looks like this.
    told = (decisions.c.decision.contains(f'"kind":"{kind}"', autoescape=True) for kind in kinds)
    return _read(connection, select(decisions.c.decision).where(or_(*told)))


def _read(connection: Connection, query: Select[Any]) -> list[Decision]:
    rows = connection.execute(query.order_by(decisions.c.sequence))
    return [decision for row in rows if (decision := decision_from(row.decision)) is not None]


def page_words_of(connection: Connection, numbers: Collection[int] | None) -> dict[int, list[Decision]]:
    """Of what `in_force_of` gives, what is said of pages as such; None asks for all pages."""
    told = decisions.c.decision.contains(f'"thing":"{Thing.PAGE}"', autoescape=True)
    taken_back = decisions.c.decision.contains(f'"kind":"{DecisionKind.UNDO}"', autoescape=True)
    return in_force_of(connection, numbers, told | taken_back)


def in_force_of(
    connection: Connection, numbers: Collection[int] | None, *where: ColumnElement[bool]
) -> dict[int, list[Decision]]:
    """The decisions in force that speak of each of these pages, in the log's order; pages without any are left out.

    `where` may leave out some, but no undo.
    An undo speaks of the pages of what it undoes, so that each page's part of the log tells all that is in force on it.
    """
    found: dict[int, list[tuple[int, Decision]]] = defaultdict(list)
    query = select(decided.c.page, decisions.c.sequence, decisions.c.decision)
    query = query.join_from(decided, decisions, decisions.c.sequence == decided.c.decision).where(*where)
    every = numbers is None
    for row in (
        connection.execute(query) if every else rows_where(connection, query, decided.c.page, set(numbers or ()))
    ):
        if (decision := decision_from(row.decision)) is not None:
            found[row.page].append((row.sequence, decision))
    logs = {page: [d for _, d in sorted(of_page, key=lambda pair: pair[0])] for page, of_page in found.items()}
    return {page: left for page, log in logs.items() if (left := in_force(log))}


def documents_of(connection: Connection, kind: DocumentKind) -> list[KeptDocument]:
    """Every kept version, in the order they came."""
    query = select(documents.c.name, documents.c.body).where(documents.c.kind == kind.value)
    return [KeptDocument(kind, row.name, row.body) for row in connection.execute(query.order_by(documents.c.sequence))]
