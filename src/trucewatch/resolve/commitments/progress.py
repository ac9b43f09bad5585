"""What became of an undertaking: events that carry it out, go against it, or say that it has not begun."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

from trucewatch.record.commitments import CommitmentStep
from trucewatch.record.mentions import EventMention, Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.record.resolved import CommitmentState
from trucewatch.record.spans import Evidence

State = CommitmentState


class Topic(StrEnum):
    """What undertakings are commonly about, and what events are told of."""

    CAPTIVES = "captives"
    RETURN = "return"
    MINES = "mines"
    FORCES = "forces"
    WITHDRAWAL = "withdrawal"
    ACCESS = "access"
    TALKS = "talks"


_TOPICS: Final = {
    Topic.CAPTIVES: r"prisoners?|pows?|captives?|detainees?|hostages?|bodies|remains of|missing persons?|servicemen",
    Topic.RETURN: r"refugees?|displaced|returnees?|returns? home",
    Topic.MINES: r"demin\w+|mines?|minefields?|unexploded",
    Topic.WITHDRAWAL: r"withdr[ae]w\w*|pull(?:ed|ing|s)? (?:back|out)|pull-?(?:back|out)|disengage\w*",
    Topic.FORCES: r"peacekeep\w+|observers?|monitors?|contingent|peace(?:keeping)? (?:force|mission)",
    Topic.ACCESS: r"corridors?|convoys?|aid|humanitarian access|blockade|crossings?|highway|roads?",
    Topic.TALKS: r"talks|negotiations?|meetings?|summit|visit\w*|dialogue|round of",
}
_PATTERNS: Final = {topic: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for topic, words in _TOPICS.items()}
_TRACKS: Final = {
    Topic.CAPTIVES: {Track.HUMANITARIAN},
    Topic.RETURN: {Track.HUMANITARIAN},
    Topic.MINES: {Track.HUMANITARIAN},
    Topic.WITHDRAWAL: {Track.DEPLOYMENT},
    Topic.FORCES: {Track.DEPLOYMENT},
    Topic.ACCESS: {Track.HUMANITARIAN},
    Topic.TALKS: {Track.MEETING},
}
HELP: Final = re.compile(
    r"\b(?:help|assist|aid|facilitat|support|seek|mediat|work|contribut|cooperat)\w*", re.IGNORECASE
)
"""What one does for what others do: others' doing it is no step of one's own."""
_NEAR: Final = 60


def topic_of(words: str) -> Topic | None:
    """What the words are about first."""
    found = {topic: m.start() for topic, pattern in _PATTERNS.items() if (m := pattern.search(words))}
    return min(found, key=lambda t: (found[t], t.value)) if found else None


def topic_of_event(row: EventRow) -> Topic | None:
    """What an event is about: its own words, and those close to them."""
    offset = row.event.trigger.start - row.event.passage.start
    about = row.sentence[max(0, offset - _NEAR) : offset + len(row.trigger) + _NEAR]
    for words in (row.trigger, about):
        for topic, tracks in _TRACKS.items():
            if row.event.track in tracks and _PATTERNS[topic].search(words):
                return topic
    return None


_MEANINGS: Final = {
    Status.HAPPENED: State.KEPT,
    Status.ONGOING: State.IN_PROGRESS,
    Status.DENIED: State.PENDING,
}


def step_of(row: EventRow, evidence: Evidence) -> CommitmentStep | None:
    """What an event says of an undertaking to bring it about; None where it only plans, demands or claims it."""
    state = _MEANINGS.get(row.event.status)
    return CommitmentStep(day_of(row.event, row), state, row.event.asserted_by, evidence) if state else None


def day_of(event: EventMention, row: EventRow) -> str | None:
    """The day that the event is told for, else that of the page."""
    if event.date is not None and "X" not in event.date:
        return event.date.partition("/")[0][:10]
    return row.published.latest if row.published else None


def in_order(steps: Iterable[CommitmentStep]) -> tuple[CommitmentStep, ...]:
    """By day, those of no known day last; each once."""
    once = dict.fromkeys(steps)
    return tuple(
        sorted(once, key=lambda s: (s.on is None, s.on or "", s.evidence.page, s.evidence.start, s.state, s.told_by))
    )


def state_after(first: CommitmentState, steps: Sequence[CommitmentStep]) -> CommitmentState:
    """Where it stands after these steps, which are in order.

    A breach stays one. Where one teller has it going on and another not begun, in one month, it is contested.
    """
    if any(s.state is State.BROKEN for s in steps):
        return State.BROKEN
    if any(s.state is State.CONTESTED for s in steps) or any(_against(*pair) for pair in _pairs(steps)):
        return State.CONTESTED
    told = [s.state for s in steps if s.state is not State.PENDING]
    return told[-1] if told else first


def _pairs(steps: Sequence[CommitmentStep]) -> Iterator[tuple[CommitmentStep, CommitmentStep]]:
    """Each step that says "not begun" with the last one before and the first one after it that says otherwise."""
    for index, step in enumerate(steps):
        if step.state is State.PENDING:
            yield from ((step, other) for other in _beside(steps, index))


def _beside(steps: Sequence[CommitmentStep], index: int) -> Iterator[CommitmentStep]:
    for rest in (reversed(steps[:index]), iter(steps[index + 1 :])):
        other = next((s for s in rest if s.state is not State.PENDING), None)
        if other is not None:
            yield other


def _against(no: CommitmentStep, yes: CommitmentStep) -> bool:
    """Whether it was said to go on when, or shortly before, another says that it has not begun."""
    if no.told_by == yes.told_by:
        return False
    return no.on is None or yes.on is None or (yes.on <= no.on and yes.on[:7] == no.on[:7])
