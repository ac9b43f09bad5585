"""What differs between databases, behind one protocol: connections, conflicts, full-text search, copies, failures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, FromClause, Insert, Table

from trucewatch.record.protocols import Fault
from trucewatch.store.failures import Judge
from trucewatch.store.query import Query


class Searched(StrEnum):
    """What there is a full-text index over: the tables of its rows, each known by page and position."""

    BLOCKS = "blocks"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True)
class Indexed:
    """One block or statement as the full-text index knows it."""

    page: int
    position: int
    words: str


class Dialect(Judge, Protocol):
    """One database holding one record."""

    label: str
    """The record as messages name it."""

    def exists(self) -> bool:
        """True where something stands at the place."""
        ...

    def writing(self) -> Engine:
        """Connections whose transactions hold the write lock from their beginning."""
        ...

    def reading(self) -> Engine:
        """Connections that cannot write, and whose transactions see one state."""
        ...

    def add_new(self, table: Table) -> Insert:
        """An insert that leaves rows alone whose key is there."""
        ...

    def index(self, connection: Connection, searched: Searched, rows: Iterable[Indexed]) -> None:
        """Make rows findable."""
        ...

    def unindex(self, connection: Connection, searched: Searched, rows: Iterable[Indexed]) -> None:
        """Take rows out; their words must be those they were indexed with."""
        ...

    def clear_index(self, connection: Connection) -> None:
        """Take all rows out of every index."""
        ...

    def hits(self, searched: Searched, query: Query) -> FromClause:
        """A subquery with the columns page, position and score (higher is better)."""
        ...

    def matches(self, query: Query, words: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
        """For each of these words of rows, the half-open ranges of code points that match."""
        ...

    def unindexed(self, connection: Connection) -> Iterator[Fault]:
        """Rows that an index lacks and entries that have no row."""
        ...

    def damage(self, connection: Connection) -> Iterator[Fault]:
        """What the database itself finds wrong with its files."""
        ...

    def scrub(self) -> None:
        """Rewrite the files, so that nothing that was deleted can be read off them; RetryLater where somebody reads."""
        ...

    def backup(self, to: str) -> None:
        """A consistent copy at `to`; UsageError where something stands there."""
        ...


Row = dict[str, Any]
"""A row on its way in: column names and values."""
