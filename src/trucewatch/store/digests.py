"""The record's digest: one hash for one content, whatever the order of reading, the batches or the database."""

import hashlib
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, select

from trucewatch.record.codec import canonical
from trucewatch.record.kept import DocumentKind
from trucewatch.store.bulk import streamed
from trucewatch.store.tables import (
    blocks,
    decisions,
    documents,
    events,
    given,
    names,
    outlets,
    pages,
    prints,
    readings,
    relays,
    sightings,
    statements,
    times,
    tombstones,
)


def digest(connection: Connection) -> str:
    """SHA-256 over a line for each row, as canonical JSON, sorted by ids.

    Left out is what two readings of the same pages may differ in: row numbers, packed bytes (their hash stands for
    them), where and when a page was found, the order of decisions, what dossier was chosen when.
    """
    total = hashlib.sha256()
    for line in _lines(connection):
        total.update(line.encode("ascii") + b"\n")
    return total.hexdigest()


def _lines(connection: Connection) -> Iterator[str]:
    for name, query in _queries().items():
        for row in streamed(connection, query):
            yield canonical((name, *row))
    yield from _given_lines(connection)


def _queries() -> dict[str, Select[Any]]:
    """What stands for each table, in an order that ids alone decide; hexadecimal, they sort alike everywhere."""
    return {
        "page": select(pages.c.id, pages.c.sha256, pages.c.media_type, pages.c.size).order_by(pages.c.id),
        "decision": select(decisions.c.id, decisions.c.decision).order_by(decisions.c.id),
        "tombstone": select(tombstones.c.page, tombstones.c.at, tombstones.c.by, tombstones.c.reason).order_by(
            tombstones.c.page
        ),
        "document": _documents(),
        "reading": _readings(),
        "block": _of_page(blocks.c.position, blocks.c.start, blocks.c.end, blocks.c.role),
        "time": _of_page(*(c for c in times.c if c.name != "page")),
        "relay": _relays(),
        "name": _of_page(*(c for c in names.c if c.name != "page")),
        # How sure a model is may differ in the last figure between processors; what it found may not.
        "statement": _of_page(*(c for c in statements.c if c.name not in ("page", "score"))),
        "event": _of_page(*(c for c in events.c if c.name not in ("page", "score"))),
        "sighting": _of_page(*(c for c in sightings.c if c.name != "page")),
        "print": _of_page(prints.c.print),
    }


def _documents() -> Select[Any]:
    """Choices are left out: how often one changed is no content, and what was chosen shows in the readings."""
    d = documents.c
    return select(d.id, d.kind, d.name).where(d.kind != DocumentKind.CHOICE.value).order_by(d.id)


def _readings() -> Select[Any]:
    r = readings.c
    return (
        select(pages.c.id, r.recipe, r.given, r.text, r.article, r.headline, r.language, r.published, r.grounds)
        .add_columns(r.first_day, r.last_day, r.sourced, r.dropped_stage, r.dropped_why, r.dropped_detail)
        .add_columns(outlets.c.outlet)
        .join_from(pages, readings, r.page == pages.c.number)
        .join(outlets, outlets.c.id == r.outlet, isouter=True)
        .order_by(pages.c.id)
    )


def _of_page(position: Any, *columns: Any) -> Select[Any]:
    table = position.table
    query = select(pages.c.id, position, *columns).join_from(pages, table, table.c.page == pages.c.number)
    return query.order_by(pages.c.id, position)


def _relays() -> Select[Any]:
    r = relays.c
    query = _of_page(r.position, r.as_written, r.start, r.end, outlets.c.outlet)
    return query.join(outlets, outlets.c.id == r.outlet)


def _given_lines(connection: Connection) -> Iterator[str]:
    query = select(pages.c.id, given.c.field, given.c.value).join_from(pages, given, given.c.page == pages.c.number)
    rows = streamed(connection, query.order_by(pages.c.id))
    for _, of_page in groupby(rows, key=lambda row: row.id):
        # Sorted here: databases do not agree on the order of words.
        yield from sorted(canonical(("given", *row)) for row in of_page)
