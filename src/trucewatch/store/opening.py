"""Opening a record by its path or URL."""

import re
from contextlib import closing
from pathlib import Path

from trucewatch.errors import RecordError, UsageError
from trucewatch.record.resolved import OutletRegister
from trucewatch.store import schema
from trucewatch.store.dialect import Dialect
from trucewatch.store.failures import judged
from trucewatch.store.sql import SqlStore
from trucewatch.store.sqlite import Sqlite

PATIENCE = 30.0
"""Seconds to wait for another process's write before giving up; a write takes a fraction of one."""

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(//.*|memory:)", re.DOTALL)


def open_store(url: str, register: OutletRegister, *, create: bool, patience: float = PATIENCE) -> SqlStore:
    """The record at `url`, a path or sqlite:///PATH (sqlite:////PATH from the root), brought to the newest version.

    Where `create` says so, a missing record is made. Raises UsageError for an address that names no record,
    RecordError for what is missing, damaged, newer or no record, RetryLater where another process holds it.
    """
    dialect = _dialect(url, patience)
    with judged(dialect):
        try:
            _prepare(dialect, create=create)
        except RecordError as error:
            raise RecordError(f"{dialect.label}: {error}") from error
    return SqlStore(dialect, register)


def _dialect(url: str, patience: float) -> Dialect:
    found = _URL.fullmatch(url)
    if not found:
        return _file(url, url, patience)
    scheme = found[1].lower().partition("+")[0]
    if scheme in ("postgresql", "postgres"):
        raise UsageError(f"{_shown(url)}: PostgreSQL cannot hold a record yet; name a file, trucewatch.db for example")
    if scheme != "sqlite":
        raise UsageError(f"{_shown(url)}: {found[1]} is no kind of record; name a file or sqlite:///FILE")
    if not found[2].startswith("///"):
        raise UsageError(
            f"{_shown(url)}: a record needs a file; write sqlite:///FILE, or sqlite:////FILE from the root"
        )
    return _file(found[2][3:], url, patience)


def _shown(url: str) -> str:
    """The address without a password, for messages."""
    return re.sub(r"//[^/@]*@", "//...@", url)


def _file(path: str, written: str, patience: float) -> Sqlite:
    if not path or path == ":memory:" or "\0" in path:
        raise UsageError(f"{written!r} names no file; a record is kept in one, trucewatch.db for example")
    if Path(path).is_dir():
        raise UsageError(f"{path} is a folder; name a file in it")
    return Sqlite(Path(path), patience)


def _prepare(dialect: Dialect, *, create: bool) -> None:
    if not dialect.exists():
        if not create:
            raise RecordError("there is no such record; make it with `trucewatch read`, or name it with --record")
        return _bring_up(dialect)
    with dialect.reading().connect() as connection, connection.begin():
        found = schema.version(connection)
    schema.refuse_newer(found)
    if found is None and not create:
        raise RecordError("holds no record yet; make it with `trucewatch read`, or name another with --record")
    return None if found == schema.NEWEST else _bring_up(dialect)


def _bring_up(dialect: Dialect) -> None:
    """Migrate under the write lock, unless another process has done so while we waited for it."""
    engine = dialect.writing()
    with closing(engine.connect()) as connection, connection.begin():
        found = schema.version(connection)
        schema.refuse_newer(found)
        if found != schema.NEWEST:
            schema.migrate(connection)
