"""Accounts that cannot all be true, or that judge one thing differently, side by side. Nothing here is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from trucewatch.record.happenings import Happening
from trucewatch.record.protocols import StatementRow
from trucewatch.record.spans import Evidence


class Difference(StrEnum):
    """In what accounts differ."""

    WHETHER = "whether"
    """Whether it happened, or is so: told by one, denied by another."""
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how many"
    NAME = "name"
    """What to call it: "operation", "violation"."""
    CAUSE = "cause"
    """What led to it, or who is to blame."""
    KEPT = "kept"
    """Whether an accord is kept: satisfaction against complaint."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One account."""

    by: str
    """"outlet", or the speaker."""
    says: str
    differs: str
    """The words, day or figure by which it differs from the others."""
    evidence: Evidence
    mention: str | None = None
    """The id of the event that it tells of; None for what is said without one."""


@dataclass(frozen=True, slots=True)
class Contest:
    """Two accounts or more that differ."""

    topic: str
    difference: Difference
    claims: tuple[Claim, ...]
    """In the order of publication, then of the text."""
    day: str | None
    """The first day that any of them tells, or was published."""


class ContestFinder(Protocol):
    """Lines up accounts that differ."""

    def contests(self, told: Sequence[Happening], said: Sequence[StatementRow]) -> list[Contest]:
        """What is contested among these happenings and statements, in the order of days."""
        ...
