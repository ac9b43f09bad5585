"""`record check`: every hash, every range and every reference of a record, proved against what it stands for."""

from collections.abc import Iterator

from sqlalchemy import Connection, exists, select
from sqlalchemy.exc import DBAPIError

from trucewatch.errors import RecordError
from trucewatch.record.ids import content_id, page_id, sha256_hex, text_id
from trucewatch.record.pages import Capture, Given
from trucewatch.record.protocols import Fault
from trucewatch.store.bulk import streamed
from trucewatch.store.columns import Damaged, unpack, unpack_string
from trucewatch.store.dialect import Dialect
from trucewatch.store.proving_log import log_faults, overlaid_faults
from trucewatch.store.proving_readings import readings_faults
from trucewatch.store.tables import captures, given, outlets, pages, readings, texts


def check(connection: Connection, dialect: Dialect) -> Iterator[Fault]:
    """Everything wrong with the record; nothing is changed. A page not yet read is no fault."""
    proofs = (_pages, _captures, _given, log_faults, _texts, _outlets, readings_faults, overlaid_faults)
    for prove in (dialect.damage, *proofs, dialect.unindexed):
        try:
            yield from prove(connection)
        except (DBAPIError, ValueError) as error:
            # A row that cannot even be fetched must not hide what is wrong with the rest.
            yield _unreadable(dialect, error)


def _unreadable(dialect: Dialect, error: DBAPIError | ValueError) -> Fault:
    """A fault for what damage made unreadable; other failures (a lock) are raised again."""
    native = error.orig if isinstance(error, DBAPIError) else None
    if native is not None and not isinstance(dialect.meaning(native), RecordError):
        raise error
    return Fault("database", f"holds a row that cannot be read: {native or error}")


def _pages(connection: Connection) -> Iterator[Fault]:
    for row in streamed(connection, select(pages), rows_at_once=20):
        where = f"pages {row.id}"
        try:
            data = unpack(row.data, row.size)
        except Damaged:
            yield Fault(where, "its bytes do not unpack")
            continue
        if sha256_hex(data) != row.sha256:
            yield Fault(where, "its bytes do not have the SHA-256 that is kept with them")
        if page_id(row.sha256, row.media_type) != row.id:
            yield Fault(where, "its id is not that of its SHA-256 and media type")


def _captures(connection: Connection) -> Iterator[Fault]:
    query = select(captures.c.id, captures.c.locator, pages.c.id.label("page"))
    query = query.join_from(captures, pages, captures.c.page == pages.c.number, isouter=True)
    for row in streamed(connection, query):
        if row.page is None or Capture(row.page, row.locator, "").id != row.id:
            yield Fault(f"captures {row.id}", "its id is not that of its page and locator")
    unfound = select(pages.c.id).where(~exists().where(captures.c.page == pages.c.number))
    for row in streamed(connection, unfound):
        yield Fault(f"pages {row.id}", "nothing says where it was found")


def _given(connection: Connection) -> Iterator[Fault]:
    query = select(pages.c.id, given.c.field, given.c.value).join_from(given, pages, given.c.page == pages.c.number)
    for row in streamed(connection, query):
        try:
            Given(**{row.field: row.value})
        except (TypeError, ValueError) as error:
            yield Fault(f"given {row.id} {row.field}", f"states what cannot be: {error}")


def _texts(connection: Connection) -> Iterator[Fault]:
    for row in streamed(connection, select(texts), rows_at_once=20):
        try:
            string = unpack_string(row.data, row.size)
        except Damaged:
            yield Fault(f"texts {row.id}", "its string does not unpack")
            continue
        if text_id(string) != row.id:
            yield Fault(f"texts {row.id}", "its id is not that of its string")
        if len(string) != row.length:
            yield Fault(f"texts {row.id}", f"has {len(string)} code points and says {row.length}")
    for row in streamed(connection, select(texts.c.id).where(~exists().where(readings.c.text == texts.c.id))):
        yield Fault(f"texts {row.id}", "belongs to no page")


def _outlets(connection: Connection) -> Iterator[Fault]:
    for row in streamed(connection, select(outlets)):
        if content_id("outlet-row", row.outlet) != row.id:
            yield Fault(f"outlets {row.id}", "its id is not that of its content")
