"""What happened, once: the mentions of one happening on all pages, and the protocols that bring them together.

Nothing here is stored. Happenings are a function of the mentions that may be seen, so that the order of reading takes
no part and `--as-of` is exact.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from trucewatch.record.joined import Join
from trucewatch.record.protocols import EventRow, Scope


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening with all that is told of it."""

    mentions: tuple[EventRow, ...]
    """In the order of publication, pages without a date last; never empty."""
    joins: tuple[Join, ...] = ()
    """Why any two of them are held to be one, the surest first."""
    near: tuple[Join, ...] = ()
    """Mentions elsewhere that come near to being of it and were not joined: for a reviewer."""

    @property
    def anchor(self) -> EventRow:
        """The mention that the happening is known by: later pages do not change it."""
        return self.mentions[0]

    @property
    def id(self) -> str:
        """The anchor's id; the id of every other mention finds the happening as well."""
        return mention_of(self.anchor)


def mention_of(row: EventRow) -> str:
    """The id of a mention."""
    return row.event.id(row.page)


def order_of(row: EventRow) -> tuple[bool, str, str]:
    """Where a mention stands among others: by its page's publication, those without a date last, then by id."""
    day = row.published.latest if row.published else None
    return day is None, day or "", mention_of(row)


class Told(Protocol):
    """Where mentions are looked up; a `Reader` is one."""

    def told(self, keys: Collection[str], scope: Scope) -> list[EventRow]:
        """Mentions filed under any of these keys, each once, on pages within the scope's as-of day and outlets.

        The scope's other bounds and its limit take no part.
        """
        ...

    def event(self, prefix: str, scope: Scope) -> list[EventRow]:
        """The mentions whose id starts with `prefix`, on pages within the scope."""
        ...


class Joiner(Protocol):
    """Decides which mentions are of one happening."""

    def happenings(self, of: Sequence[EventRow], told: Told, scope: Scope) -> list[Happening]:
        """The happenings that these mentions belong to, each once, in the order of their first mention in `of`."""
        ...


class Alone:
    """Joins nothing: every mention is a happening by itself."""

    def happenings(self, of: Sequence[EventRow], told: Told, scope: Scope) -> list[Happening]:
        """One happening for each mention, in their order."""
        return [Happening((row,)) for row in of]
