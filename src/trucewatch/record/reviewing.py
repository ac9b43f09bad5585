"""What wants a reviewer's look: the types of the queue, and who proposes pairs for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from trucewatch.record.joined import Join
from trucewatch.record.logged import LoggedRow, MarkedRow
from trucewatch.record.protocols import Reader, Scope


class Topic(StrEnum):
    """Why something wants a look."""

    JOIN = "join"
    """Two mentions that come near to being of one event or person, and were not joined."""
    SCORE = "score"
    """A mention that the software is little sure of."""
    ORPHAN = "orphan"
    """A decision on what is no longer found."""
    CONTRADICTION = "contradiction"
    """A merge or split that later ones leave without effect through others."""


@dataclass(frozen=True, slots=True)
class Query:
    """One thing to look at: of the mentions that it is on, and of a decision where it is on one."""

    topic: Topic
    mentions: tuple[MarkedRow, ...] = ()
    decision: LoggedRow | None = None
    join: Join | None = None


class Pairs(Protocol):
    """Proposes pairs of mentions that came near to being joined."""

    def __call__(self, reader: Reader, scope: Scope) -> Iterable[Join]:
        """The pairs, by the ids of the mentions; the order is kept."""
        ...
