"""The log of decisions as it is asked for, and the mentions that decisions speak of."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from trucewatch.record.dates import Published
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.kept import Decision, DecisionKind, Stands, Thing
from trucewatch.record.mentions import EventMention, Statement
from trucewatch.record.spans import Evidence, Range


class State(StrEnum):
    """What has become of a decision."""

    APPLIED = "applied"
    OVERRULED = "overruled"
    """A later one leaves it without effect."""
    UNDONE = "undone"
    ORPHANED = "orphaned"
    """What it speaks of is no longer found; it applies again as soon as it is."""
    WAITING = "waiting"
    """A page that it speaks of has not been read yet, or not since the decision."""
    REDACTED = "redacted"
    """A forgotten page took its content with it."""


@dataclass(frozen=True, slots=True)
class SoughtDecisions:
    """Which decisions are meant; every condition narrows, None is no condition."""

    states: tuple[State, ...] = ()
    kinds: tuple[DecisionKind, ...] = ()
    things: tuple[Thing, ...] = ()
    by: str | None = None
    """The reviewer's name, whatever the size of its letters."""
    on: str | None = None
    """The first digits of the id of a page, a mention or a decision that it speaks of."""

    def means(self, row: "LoggedRow") -> bool:
        """Whether the decision meets all conditions that can be told without its state."""
        decision = row.decision
        told: tuple[tuple[object, Callable[[], bool]], ...] = (
            (self.kinds, lambda: row.kind in self.kinds),
            (self.things, lambda: decision is not None and decision.thing in self.things),
            (self.by, lambda: decision is not None and decision.by.casefold() == (self.by or "").casefold()),
            (self.on, lambda: decision is not None and _speaks_of(decision, self.on or "")),
        )
        return all(holds() for asked, holds in told if asked)


def _speaks_of(decision: Decision, prefix: str) -> bool:
    return any(id_.startswith(prefix.lower()) for id_ in (*decision.on, *decision.pages))


@dataclass(frozen=True, slots=True)
class LoggedRow:
    """A decision of the log, with what has become of it."""

    id: str
    kind: DecisionKind
    at: str
    decision: Decision | None
    """None where a forgotten page took it along."""
    state: State
    because: tuple[str, ...] = ()
    """Ids of the decisions that undo or overrule it."""
    moved: str | None = None
    """Of an orphaned one: the one mention of its kind that overlaps the passage it was made on, if there is one."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A mention by its id, with the page it stands on and what reviewers made of it."""

    id: str
    thing: Thing
    page: PageId
    outlet: str | None
    published: Published | None
    text: TextId
    passage: Range
    """The sentence that holds it."""
    spot: Range
    """The trigger of an event; from the first to the last word of what is said; a person's name."""
    sentence: str
    stands: Stands
    event: EventMention | None = None
    statement: Statement | None = None
    name: str | None = None
    """Of a person."""

    @property
    def words(self) -> str:
        """The words of the spot."""
        return self.sentence[self.spot.start - self.passage.start : self.spot.end - self.passage.start]
