"""What was undertaken, by whom, and what became of it, as the pages tell it: the protocol that finds it.

Nothing here is stored. Commitments are a function of the events and statements that may be seen, so that the order of
reading takes no part and `--as-of` is exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from trucewatch.record.protocols import EventRow, StatementRow, TimeRow
from trucewatch.record.resolved import CommitmentState
from trucewatch.record.spans import Evidence


@dataclass(frozen=True, slots=True)
class CommitmentStep:
    """One passage that says where a commitment stands."""

    on: str | None
    """When that was so: the day of what happened, else that of the page; an ISO prefix."""
    state: CommitmentState
    """What it makes of the commitment, taken by itself."""
    told_by: str
    """"outlet", or the speaker behind the words."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FoundCommitment:
    """Who undertook what, with all passages that say so, and the steps since."""

    id: str
    by: tuple[str, ...]
    """Names of states, bodies and groups; empty where the pages leave it open."""
    to: tuple[str, ...]
    what: str
    due: str | None
    agreement: str | None
    state: CommitmentState
    steps: tuple[CommitmentStep, ...]
    """By day; those of no known day last."""
    evidence: tuple[Evidence, ...]
    """Where it is undertaken."""

    @property
    def last(self) -> str | None:
        """The last day on which anything was told of it."""
        days = [step.on for step in self.steps if step.on] + [e.published for e in self.evidence if e.published]
        return max(days, default=None)


class CommitmentFinder(Protocol):
    """Finds commitments in what may be seen."""

    def commitments(
        self, events: Sequence[EventRow], statements: Sequence[StatementRow], times: Sequence[TimeRow]
    ) -> list[FoundCommitment]:
        """All of them, by the day of the first page that tells of each, then by id."""
        ...
