"""The derived half of a record: readings with their texts, blocks, mentions and relays, and the full-text indexes."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, exists, select

from trucewatch.record.dates import Published
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.pages import Given
from trucewatch.record.readings import PageReading
from trucewatch.record.texts import Text
from trucewatch.store import rows
from trucewatch.store.bulk import CHUNK, rows_where
from trucewatch.store.columns import unpack_string
from trucewatch.store.dialect import Dialect, Indexed, Row, Searched
from trucewatch.store.keeping import fingerprint, given_of, numbers_of
from trucewatch.store.log import in_force_of
from trucewatch.store.mention_rows import name_rows, ranges_from, said_words
from trucewatch.store.overlaid import (
    Overlaid,
    event_key_rows,
    overlaid,
    overlaid_events,
    overlaid_statements,
    said,
    shown_events,
)
from trucewatch.store.print_rows import print_rows
from trucewatch.store.sighting_rows import sighting_rows
from trucewatch.store.tables import (
    DERIVED,
    blocks,
    event_keys,
    events,
    names,
    outlets,
    prints,
    readings,
    relays,
    sightings,
    statements,
    texts,
    times,
)


@dataclass(frozen=True, slots=True)
class Due:
    """A reading on its way in: its page's number and the fingerprint of what was given."""

    number: int
    given: str
    reading: PageReading
    mentions: Overlaid
    """Its statements and events with what reviewers made of them."""

    @property
    def published(self) -> Published | None:
        """When the page was published."""
        return self.reading.article.published if self.reading.article else None


@dataclass(frozen=True, slots=True)
class Loose:
    """Texts and outlets that the forgotten readings used, and perhaps nobody uses now."""

    texts: frozenset[str]
    outlets: frozenset[str]


def put(connection: Connection, dialect: Dialect, incoming: Sequence[PageReading]) -> None:
    """Replace all that was derived from these pages; readings of what is no longer given are left alone.

    Raises ValueError for a page that is not kept, or a reading with parts of another page.
    """
    due = _due(connection, incoming)
    loose = take_out(connection, dialect, [d.number for d in due])
    _add_shared(connection, dialect, [d.reading for d in due])
    _add(connection, readings, [rows.reading_row(d.number, d.reading, d.given) for d in due])
    _add(
        connection, blocks, [r for d in due if d.reading.text for r in rows.block_rows(d.number, d.reading.text.blocks)]
    )
    _add_mentions(connection, due)
    _add(
        connection, relays, [r for d in due if (s := d.reading.sourcing) for r in rows.relay_rows(d.number, s.relayed)]
    )
    for d in due:
        if d.reading.text:
            dialect.index(connection, Searched.BLOCKS, _indexed(d.number, d.reading.text))
            dialect.index(connection, Searched.STATEMENTS, said(d.number, d.reading.text, d.mentions))
    sweep(connection, loose)


def _due(connection: Connection, incoming: Sequence[PageReading]) -> list[Due]:
    """The readings that are up to date, the last of each page."""
    last = {reading.page: reading for reading in incoming}
    numbers = numbers_of(connection, last)
    _refuse(last, numbers)
    stated = given_of(connection, numbers.values())
    logs = in_force_of(connection, numbers.values())
    now = {page: fingerprint(stated.get(number, Given())) for page, number in numbers.items()}
    return [
        Due(numbers[page], now[page], reading, overlaid(reading, logs.get(numbers[page], ())))
        for page, reading in last.items()
        # Two captures of a page can be under way at once; a reading that knows less must not replace the better one.
        if reading.given is None or fingerprint(reading.given) == now[page]
    ]


def _refuse(last: Mapping[PageId, PageReading], numbers: Mapping[PageId, int]) -> None:
    for page, reading in last.items():
        if page not in numbers:
            raise ValueError(f"page {page} is not kept; keep it before its reading is put")
        if foreign := rows.foreign_parts(reading):
            raise ValueError(f"the reading of page {page} cannot be put: {foreign}")


def _add(connection: Connection, table: Table, new: list[Row]) -> None:
    if new:
        connection.execute(table.insert(), new)


def _add_mentions(connection: Connection, due: Sequence[Due]) -> None:
    _add(connection, times, [r for d in due for r in rows.time_rows(d.number, d.reading.times)])
    _add(connection, names, [r for d in due for r in name_rows(d.number, d.reading.names)])
    told = (overlaid_statements(d.number, text, d.mentions) for d in due if (text := d.reading.text))
    _add(connection, statements, [r for of_page in told for r in of_page])
    _add(connection, events, [r for d in due for r in overlaid_events(d.number, d.mentions)])
    seen = (sighting_rows(d.number, d.reading.sightings, shown_events(d.mentions)) for d in due)
    _add(connection, sightings, [r for of_page in seen for r in of_page])
    _add(connection, event_keys, [r for d in due for r in event_key_rows(d.number, d.mentions, d.published)])
    _add(connection, prints, [r for d in due for r in print_rows(d.number, d.reading)])


def _add_shared(connection: Connection, dialect: Dialect, incoming: Sequence[PageReading]) -> None:
    """Add texts and outlets that are not there: several pages may share one."""
    strings = {r.text.id: r.text for r in incoming if r.text}
    there = {row.id for row in rows_where(connection, select(texts.c.id), texts.c.id, strings)}
    _add(connection, texts, [rows.text_row(text) for id_, text in strings.items() if id_ not in there])
    named = {rows.outlet_key(o): o for r in incoming for o in rows.outlets_of(r)}
    if named:
        connection.execute(dialect.add_new(outlets), [rows.outlet_row(o) for o in named.values()])


def _indexed(number: int, text: Text) -> Iterator[Indexed]:
    for position, block in enumerate(text.blocks):
        yield Indexed(number, position, text.string[block.start : block.end])


def take_out(connection: Connection, dialect: Dialect, numbers: Sequence[int]) -> Loose:
    """Take out what is derived from these pages; what they shared with others stays until `sweep`."""
    query = select(readings.c.page, readings.c.text, readings.c.outlet)
    old = list(rows_where(connection, query, readings.c.page, numbers))
    if not old:
        return Loose(frozenset(), frozenset())
    there = [row.page for row in old]
    relayed = rows_where(connection, select(relays.c.outlet), relays.c.page, there)
    loose = Loose(
        frozenset(row.text for row in old if row.text),
        frozenset(row.outlet for row in old if row.outlet) | {row.outlet for row in relayed},
    )
    _unindex(connection, dialect, {row.page: TextId(row.text) for row in old if row.text})
    for table in (prints, event_keys, sightings, events, statements, names, relays, times, blocks, readings):
        _delete(connection, table, there)
    return loose


def _unindex(connection: Connection, dialect: Dialect, used: Mapping[int, TextId]) -> None:
    strings = load_strings(connection, set(used.values()))
    of_page = {page: strings[text] for page, text in used.items()}
    b, s = blocks.c, statements.c
    found = rows_where(connection, select(b.page, b.position, b.start, b.end), b.page, used)
    shown = (Indexed(r.page, r.position, of_page[r.page][r.start : r.end]) for r in found)
    dialect.unindex(connection, Searched.BLOCKS, shown)
    found = rows_where(connection, select(s.page, s.position, s.content), s.page, used)
    told = (Indexed(r.page, r.position, said_words(of_page[r.page], ranges_from(r.content))) for r in found)
    dialect.unindex(connection, Searched.STATEMENTS, told)


def load_strings(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The strings of these texts."""
    query = select(texts.c.id, texts.c.size, texts.c.data)
    return {row.id: unpack_string(row.data, row.size) for row in rows_where(connection, query, texts.c.id, ids)}


def _delete(connection: Connection, table: Table, numbers: Sequence[int]) -> None:
    for start in range(0, len(numbers), CHUNK):
        connection.execute(delete(table).where(table.c.page.in_(numbers[start : start + CHUNK])))


def sweep(connection: Connection, loose: Loose) -> None:
    """Delete those texts and outlets that no reading uses any more."""
    for id_ in loose.texts:
        connection.execute(delete(texts).where(texts.c.id == id_, ~exists().where(readings.c.text == id_)))
    for id_ in loose.outlets:
        unused = ~exists().where(readings.c.outlet == id_), ~exists().where(relays.c.outlet == id_)
        connection.execute(delete(outlets).where(outlets.c.id == id_, *unused))


def drop(connection: Connection, dialect: Dialect) -> None:
    """Empty every derived table and the indexes."""
    dialect.clear_index(connection)
    for table in DERIVED:
        connection.execute(delete(table))
