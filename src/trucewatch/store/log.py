"""What is appended beside pages: decisions, and every used version of a dossier or codebook."""

import json

from sqlalchemy import Connection, select

from trucewatch.record.codec import canonical, from_json
from trucewatch.record.kept import Decision, DocumentKind, KeptDocument
from trucewatch.store.tables import decisions, documents


def decide(connection: Connection, decision: Decision) -> bool:
    """Append a decision; False where it is there already."""
    if connection.execute(select(decisions.c.id).where(decisions.c.id == decision.id)).first():
        return False
    connection.execute(decisions.insert(), {"id": decision.id, "decision": canonical(decision)})
    return True


def keep_document(connection: Connection, document: KeptDocument) -> bool:
    """Append a version of a document; False where it is there already."""
    if connection.execute(select(documents.c.id).where(documents.c.id == document.id)).first():
        return False
    row = {"id": document.id, "kind": document.kind.value, "name": document.name, "body": document.body}
    connection.execute(documents.insert(), row)
    return True


def all_decisions(connection: Connection) -> list[Decision]:
    """The log, in the order it was written."""
    rows = connection.execute(select(decisions.c.decision).order_by(decisions.c.sequence))
    return [from_json(Decision, json.loads(row.decision)) for row in rows]


def documents_of(connection: Connection, kind: DocumentKind) -> list[KeptDocument]:
    """Every kept version, in the order they came."""
    query = select(documents.c.name, documents.c.body).where(documents.c.kind == kind.value)
    return [KeptDocument(kind, row.name, row.body) for row in connection.execute(query.order_by(documents.c.sequence))]
