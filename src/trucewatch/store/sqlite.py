"""SQLite: one file, write-ahead log, one writer at a time, any number of readers that see one state each."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, FromClause, Insert, Table, create_engine, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.pool import NullPool

from trucewatch.errors import RecordError, RetryLater, TrucewatchError, UsageError
from trucewatch.record.protocols import Fault
from trucewatch.store import sqlite_search
from trucewatch.store.dialect import Indexed, Searched
from trucewatch.store.query import Query

PRAGMAS = (
    "foreign_keys = ON",
    # A kept page must survive a power cut once `keep` has returned: FULL waits for the log at every commit.
    "synchronous = FULL",
    # Without this, fsync on macOS leaves the bytes in the drive's cache. Elsewhere it changes nothing.
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    # INSERT OR REPLACE would slip past the guards of the kept tables otherwise.
    "recursive_triggers = ON",
    "cache_size = -32000",
    "wal_autocheckpoint = 4000",
    "journal_size_limit = 67108864",
)

_DISK = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }
)
"""How a quota or a full disk shows where SQLite does not say FULL."""
_UNWRITABLE = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})


Opener = Callable[[], sqlite3.Connection]


class Sqlite:
    """A record in one SQLite file."""

    native: tuple[type[Exception], ...] = (sqlite3.Error,)

    def __init__(self, path: Path, patience: float) -> None:
        """`patience` is how many seconds to wait for another process's write."""
        self.path = path
        self.label = str(path)
        self._patience = patience
        # Made once: an engine remembers how statements are spelt, which takes longer than most of them to run.
        self._writing = self._engine(self._open_to_write, "BEGIN IMMEDIATE")
        self._reading = self._engine(self._open_to_read, "BEGIN")

    def exists(self) -> bool:
        """True where a file stands at the path."""
        return self.path.exists()

    def writing(self) -> Engine:
        """Connections that make the file where it is missing and begin every transaction with the write lock."""
        return self._writing

    def reading(self) -> Engine:
        """Connections that refuse to write."""
        return self._reading

    def _engine(self, opener: Opener, begin: str) -> Engine:
        engine = create_engine("sqlite://", creator=opener, poolclass=NullPool)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine

    def _open_to_write(self) -> sqlite3.Connection:
        # The mode stays with the file; asked again because a fresh file does not have it.
        return self._connect("rwc", "PRAGMA journal_mode = WAL")

    def _open_to_read(self) -> sqlite3.Connection:
        try:
            return self._connect("rw", "PRAGMA query_only = ON")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _UNWRITABLE or self._log().exists():
                raise
            # SQLite wants to make its log beside the file and may not: where there is none, nobody is writing.
            return self._connect("ro&immutable=1", "PRAGMA query_only = ON")

    def _log(self) -> Path:
        return self.path.with_name(self.path.name + "-wal")

    def _connect(self, mode: str, last: str) -> sqlite3.Connection:
        # isolation_level None: transactions begin and end where SQLAlchemy says, never by the module's own guess.
        connection = sqlite3.connect(
            f"file:{quote(str(self.path.absolute()))}?mode={mode}",
            uri=True,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for statement in (*(f"PRAGMA {pragma}" for pragma in PRAGMAS), last, "SELECT count(*) FROM sqlite_schema"):
                connection.execute(statement).fetchall()
        except sqlite3.Error:
            connection.close()
            raise
        except UnicodeDecodeError as error:
            # SQLite quotes a damaged schema in its message, and Python's module cannot read that.
            connection.close()
            raise sqlite3.DatabaseError(f"could not decode a message: {error}") from error
        return connection

    def add_new(self, table: Table) -> Insert:
        """INSERT ... ON CONFLICT DO NOTHING."""
        return insert(table).on_conflict_do_nothing()

    def index(self, connection: Connection, searched: Searched, rows: Iterable[Indexed]) -> None:
        """Make rows findable."""
        sqlite_search.index(connection, searched, rows)

    def unindex(self, connection: Connection, searched: Searched, rows: Iterable[Indexed]) -> None:
        """Take rows out of their index."""
        sqlite_search.unindex(connection, searched, rows)

    def clear_index(self, connection: Connection) -> None:
        """Empty every index."""
        sqlite_search.clear(connection)

    def hits(self, searched: Searched, query: Query) -> FromClause:
        """Rows that match, with page, position and score."""
        return sqlite_search.hits(searched, query)

    def matches(self, query: Query, words: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
        """Where the query matches in each of these."""
        return sqlite_search.matches(query, words)

    def unindexed(self, connection: Connection) -> Iterator[Fault]:
        """Rows and index entries that do not meet."""
        return sqlite_search.unindexed(connection)

    def damage(self, connection: Connection) -> Iterator[Fault]:
        """SQLite's own checks of the file, its references and, where the file can be written, the full-text index."""
        for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if found != "ok":
                yield Fault("database", str(found))
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Fault(f"{table} row {row}", f"points to a row of {parent} that is not there")
        yield from self._index_damage()

    def _index_damage(self) -> Iterator[Fault]:
        if not os.access(self.path, os.W_OK) or not os.access(self.path.parent, os.W_OK):
            return  # FTS5 takes the question as a write, though it changes nothing.
        with closing(self._open_to_write()) as connection:
            for index in sqlite_search.INDEXES.values():
                try:
                    connection.execute(f"INSERT INTO {index}({index}) VALUES ('integrity-check')")  # noqa: S608
                except sqlite3.DatabaseError as error:
                    if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                        raise
                    yield Fault(index, f"the full-text index is damaged ({error}); rebuild the record")

    def scrub(self) -> None:
        """Merge the full-text indexes, rewrite the file and empty the log.

        Deleted words lie in the segments of an index until they are merged, deleted rows in free pages and in the log.
        """
        with closing(self._open_to_write()) as connection:
            for index in sqlite_search.INDEXES.values():
                connection.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")  # noqa: S608
            connection.execute("VACUUM")
            [(busy, _, _)] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise RetryLater(
                f"{self.label}: what was forgotten is deleted, but another process still reads the record, so the "
                "words are still in its log; wait for it to end and run the same command again"
            )

    def backup(self, to: str) -> None:
        """Copy by SQLite's online backup, in one step: a reader's view that no writer has to wait for."""
        target = Path(to)
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        if target.exists():
            raise UsageError(f"{to} is there already; name a new file, a backup never replaces one")
        if not target.parent.is_dir():
            raise UsageError(f"{target.parent} is no folder; make it, or name another place for the backup")
        try:
            with closing(self._open_to_read()) as source, closing(sqlite3.connect(part)) as copy:
                source.backup(copy)
            self._place(part, target)
        finally:
            for leftover in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-shm")):
                leftover.unlink(missing_ok=True)

    def _place(self, part: Path, target: Path) -> None:
        """Give the finished copy its name, in one step and never over another file."""
        try:
            target.hardlink_to(part)
        except FileExistsError as error:
            raise UsageError(f"{target} is there already; name a new file, a backup never replaces one") from error
        except OSError:  # a file system without hard links
            part.rename(target)

    def meaning(self, error: BaseException) -> TrucewatchError | None:
        """What an error of SQLite or the system means to the caller."""
        if isinstance(error, sqlite3.Error):
            # Without a code it comes from Python's own module: a text that is no UTF-8.
            undecodable = sqlite3.SQLITE_CORRUPT if "decode" in str(error) else sqlite3.SQLITE_OK
            return self._sqlite_meaning(error, getattr(error, "sqlite_errorcode", undecodable))
        if isinstance(error, OSError) and error.errno in _NO_SPACE:
            return self._full()
        return None

    def _sqlite_meaning(self, error: sqlite3.Error, code: int) -> TrucewatchError | None:
        first = code & 0xFF
        if first in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return RetryLater(f"{self.label}: another process is writing this record; wait for it to end and try again")
        if first == sqlite3.SQLITE_FULL or code in _DISK:
            return self._full()
        ways = {
            sqlite3.SQLITE_NOTADB: "is not a record of Trucewatch; name another file with --record",
            sqlite3.SQLITE_CORRUPT: f"is damaged ({error}); go back to a backup, or read the pages anew",
            sqlite3.SQLITE_READONLY: "cannot be written; change its permissions or copy it to where you may write",
            sqlite3.SQLITE_CANTOPEN: "cannot be opened; look at its path, its folder and their permissions",
            sqlite3.SQLITE_PERM: "cannot be opened; look at its permissions",
            sqlite3.SQLITE_IOERR: f"cannot be read or written ({error}); look at the disk",
        }
        return RecordError(f"{self.label}: {ways[first]}") if first in ways else None

    def _full(self) -> RetryLater:
        return RetryLater(
            f"{self.label}: the disk is full; nothing was half-written. Make room and run the same command again"
        )
