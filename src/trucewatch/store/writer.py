"""The writing side of a record."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from trucewatch.record.forgotten import Forgotten, Tombstone
from trucewatch.record.ids import PageId
from trucewatch.record.kept import Decision, KeptDocument
from trucewatch.record.pages import Captured
from trucewatch.record.protocols import Kept, KeptPage
from trucewatch.record.readings import PageReading
from trucewatch.store import deciding, deriving, forgetting, keeping, log
from trucewatch.store.dialect import Dialect
from trucewatch.store.failures import judged


class SqlWriter:
    """Each call is one transaction: done whole, on disk when it returns, or not at all.

    Every call raises RetryLater where another process does not let go of the record or the disk is full, and
    RecordError where the record cannot be written.
    """

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._connection = connection
        self._dialect = dialect

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with judged(self._dialect), self._connection.begin():
            yield self._connection

    def keep(self, captured: Sequence[Captured], recipe: str) -> Kept:
        """Keep pages, captures and what is given; says which of them want reading by `recipe`."""
        with self._transaction() as connection:
            return keeping.keep(connection, self._dialect, captured, recipe)

    def put(self, readings: Sequence[PageReading]) -> None:
        """Replace all that was derived from each of these pages.

        A reading of what is no longer given (another capture said more meanwhile) changes nothing: its page stays
        unread. Raises ValueError for a page that is not kept.
        """
        with self._transaction() as connection:
            deriving.put(connection, self._dialect, readings)

    def unread(self, recipe: str) -> list[PageId]:
        """Kept pages that have no reading by `recipe` of what is given now, by id."""
        with self._transaction() as connection:
            return keeping.unread(connection, recipe)

    def load(self, pages: Sequence[PageId]) -> list[KeptPage]:
        """These pages with their bytes, in the order asked; KeyError for one that is not kept."""
        with self._transaction() as connection:
            return keeping.load(connection, pages)

    def decide(self, decision: Decision) -> Decision | None:
        """Append a decision and lay it over its pages; what was filed, None where it is there already.

        It is filed later than it says where the newest of the log is not before it. UsageError where a page that it
        speaks of is not kept, or an undo speaks of what is not in the log.
        """
        with self._transaction() as connection:
            return deciding.decide(connection, self._dialect, decision)

    def keep_document(self, document: KeptDocument) -> bool:
        """Append a dossier or codebook version; False where it is there already."""
        with self._transaction() as connection:
            return log.keep_document(connection, document)

    def forget(self, page: PageId, by: str, at: str, reason: str) -> Forgotten:
        """Erase the page's bytes and all that came of them, for good; a tombstone is left.

        Called again for the same page it erases nothing more, but clears the files anew: needed where the first call
        was stopped, or raised RetryLater because somebody was reading the record.
        """
        with self._transaction() as connection:
            forgotten = forgetting.forget(connection, self._dialect, page, Tombstone(page, "", at, by, reason))
        with judged(self._dialect):
            self._dialect.scrub()
        return forgotten

    def drop_derived(self) -> None:
        """Forget all that is derived; pages, decisions and documents stay."""
        with self._transaction() as connection:
            deriving.drop(connection, self._dialect)
