"""The derived half of `record check`: every range of every reading, held against its text."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from trucewatch.record.codec import from_json
from trucewatch.record.outcomes import Why
from trucewatch.record.protocols import Fault
from trucewatch.record.texts import Article, Role
from trucewatch.record.times import TimexType
from trucewatch.store.bulk import rows_where, streamed
from trucewatch.store.columns import Damaged, unpack_string
from trucewatch.store.proving_events import event_faults
from trucewatch.store.proving_mentions import name_faults, range_fault, statement_faults
from trucewatch.store.proving_sightings import sighting_faults
from trucewatch.store.tables import (
    blocks,
    events,
    names,
    pages,
    readings,
    relays,
    sightings,
    statements,
    texts,
    times,
)

PAGES_AT_ONCE = 50

_PARTS = (blocks, times, relays, names, statements, events, sightings)

_ROLES = frozenset(role.value for role in Role)
_TYPES = frozenset(kind.value for kind in TimexType)
_REASONS = frozenset(why.value for why in Why)


@dataclass(frozen=True, slots=True)
class Parts:
    """A reading's row with its text and the rows that belong to it."""

    reading: Row[Any]
    string: str | None
    """None where there is no text, or its row is damaged, which is told elsewhere."""
    of: Mapping[str, Sequence[Row[Any]]]
    """By the name of their table."""


def readings_faults(connection: Connection) -> Iterator[Fault]:
    """What is wrong with readings and their parts."""
    query = select(pages.c.id, *readings.c).join_from(readings, pages, pages.c.number == readings.c.page)
    batch: list[Row[Any]] = []
    for row in streamed(connection, query):
        batch.append(row)
        if len(batch) >= PAGES_AT_ONCE:
            yield from _batch_faults(connection, batch)
            batch = []
    yield from _batch_faults(connection, batch)


def _batch_faults(connection: Connection, batch: Sequence[Row[Any]]) -> Iterator[Fault]:
    numbers = [row.page for row in batch]
    strings = _strings(connection, {row.text for row in batch if row.text})
    of_table = {table.name: _parts(connection, table, numbers) for table in _PARTS}
    for row in batch:
        of_page = {name: rows.get(row.page, []) for name, rows in of_table.items()}
        yield from _reading_faults(Parts(row, strings.get(row.text), of_page))


def _strings(connection: Connection, ids: set[str]) -> dict[str, str]:
    strings: dict[str, str] = {}
    for row in rows_where(connection, select(texts.c.id, texts.c.size, texts.c.data), texts.c.id, ids):
        try:
            strings[row.id] = unpack_string(row.data, row.size)
        except Damaged:
            continue  # told with the texts
    return strings


def _parts(connection: Connection, table: Table, numbers: Sequence[int]) -> Mapping[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    query = select(table).order_by(table.c.page, table.c.position)
    for row in rows_where(connection, query, table.c.page, numbers):
        found[row.page].append(row)
    return found


def _reading_faults(parts: Parts) -> Iterator[Fault]:
    where = f"readings {parts.reading.id}"
    reason = parts.reading.dropped_why
    if reason is not None and reason not in _REASONS:
        yield Fault(where, f"{reason!r} is no reason for dropping a page")
    if parts.reading.text is None and any(rows for name, rows in parts.of.items() if name != relays.name):
        yield Fault(where, "has blocks, times, names, statements, events or sightings without a text")
    if parts.string is None:
        return
    page, string = parts.reading.id, parts.string
    yield from _article_faults(where, parts)
    yield from _block_faults(page, string, parts.of["blocks"])
    yield from _time_faults(page, string, parts.of["times"])
    yield from name_faults(page, string, parts.of["names"])
    yield from statement_faults(page, string, parts.of["statements"], (parts.reading.first_day, parts.reading.last_day))
    yield from event_faults(page, string, parts.of["events"])
    yield from sighting_faults(page, string, parts.of["sightings"], parts.of["events"])
    for row in parts.of["relays"]:
        if row.start is not None and (what := range_fault(string, row.start, row.end)):
            yield Fault(f"relays {page} {row.position}", f"its cue {what}")


def _article_faults(where: str, parts: Parts) -> Iterator[Fault]:
    row = parts.reading
    if row.article is None:
        return
    try:
        article = from_json(Article, json.loads(row.article))
    except (TypeError, ValueError) as error:
        yield Fault(where, f"its article cannot be read: {error}")
        return
    published = article.published
    told = (article.headline, article.language, published and published.value, published and published.latest)
    if told != (row.headline, row.language, row.published, row.last_day):
        yield Fault(where, "its columns do not repeat its article")
    for at in (r.at for r in article.relays if r.at is not None):
        if what := range_fault(parts.string or "", at.start, at.end):
            yield Fault(where, f"a relay's cue {what}")


def _block_faults(page: str, string: str, rows: Iterable[Row[Any]]) -> Iterator[Fault]:
    reached = 0
    for row in rows:
        where = f"blocks {page} {row.position}"
        if what := range_fault(string, row.start, row.end):
            yield Fault(where, what)
        elif row.start < reached:
            yield Fault(where, f"begins at {row.start}, within the block before it")
        if row.role not in _ROLES:
            yield Fault(where, f"{row.role!r} is no role of a block")
        reached = max(reached, row.end)


def _time_faults(page: str, string: str, rows: Iterable[Row[Any]]) -> Iterator[Fault]:
    for row in rows:
        where = f"times {page} {row.position}"
        if what := range_fault(string, row.start, row.end):
            yield Fault(where, what)
        if what := range_fault(string, row.passage_start, row.passage_end):
            yield Fault(where, f"its passage {what}")
        elif not row.passage_start <= row.start < row.end <= row.passage_end:
            yield Fault(where, "its passage does not hold it")
        if row.role not in _ROLES:
            yield Fault(where, f"{row.role!r} is no role of a block")
        if row.type not in _TYPES:
            yield Fault(where, f"{row.type!r} is no type of time expression")
        if row.earliest and row.latest and row.earliest[:10] > row.latest[:10]:
            yield Fault(where, f"begins on {row.earliest}, after its end on {row.latest}")
