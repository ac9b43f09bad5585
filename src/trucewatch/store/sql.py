"""A record in a database: hands out writers and readers."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from trucewatch.record.resolved import OutletRegister
from trucewatch.store.dialect import Dialect
from trucewatch.store.failures import judged
from trucewatch.store.reader import SqlReader
from trucewatch.store.scopes import Spellings
from trucewatch.store.writer import SqlWriter


class SqlStore:
    """An opened record; holds no connection of its own, so it can be kept as long as one likes."""

    def __init__(self, dialect: Dialect, register: OutletRegister) -> None:
        self._dialect = dialect
        self._spellings = Spellings(register)

    @contextmanager
    def writer(self) -> Iterator[SqlWriter]:
        """A writer; RetryLater where another process is in the middle of a write and does not end."""
        with ExitStack() as stack:
            # The failures of what the caller does inside are the caller's; each call judges its own.
            with judged(self._dialect):
                connection = stack.enter_context(self._dialect.writing().connect())
                # Asked at once, so that nobody reads a thousand pages before learning that none can be kept.
                with connection.begin():
                    pass
            yield SqlWriter(connection, self._dialect)

    @contextmanager
    def reader(self) -> Iterator[SqlReader]:
        """A reader of the record as it stands now, whatever is written meanwhile."""
        with ExitStack() as stack:
            with judged(self._dialect):
                connection = stack.enter_context(self._dialect.reading().connect())
                # Rolled back at the end: a reader has nothing to commit, and a damaged file refuses even that.
                stack.callback(connection.begin().rollback)
                # A snapshot begins with the first look, not with BEGIN.
                connection.exec_driver_sql("SELECT version_num FROM alembic_version").all()
            yield SqlReader(connection, self._dialect, self._spellings)

    def backup(self, to: str) -> None:
        """A consistent copy at `to`, taken while others read and write.

        Raises UsageError where something stands at `to` or its folder is missing; nothing half-copied is left.
        """
        with judged(self._dialect):
            self._dialect.backup(to)
