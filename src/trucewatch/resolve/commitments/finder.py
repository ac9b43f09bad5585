"""All commitments that events and statements tell of: a function of what may be seen."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from trucewatch.record.commitments import CommitmentStep, FoundCommitment
from trucewatch.record.dossier import Dossier
from trucewatch.record.ids import PageId
from trucewatch.record.mentions import EventMention
from trucewatch.record.protocols import EventRow, StatementRow, TimeRow
from trucewatch.record.resolved import CommitmentState
from trucewatch.record.spans import Evidence
from trucewatch.record.world import World
from trucewatch.resolve.commitments.candidates import Candidate, candidates
from trucewatch.resolve.commitments.clauses import Mood
from trucewatch.resolve.commitments.dues import Dues
from trucewatch.resolve.commitments.grouping import grouped
from trucewatch.resolve.commitments.naming import Names
from trucewatch.resolve.commitments.progress import (
    HELP,
    Topic,
    day_of,
    in_order,
    state_after,
    step_of,
    topic_of,
    topic_of_event,
)
from trucewatch.resolve.commitments.sentences import PageTold, pages_of
from trucewatch.resolve.commitments.truces import truces

_STATES: Final = {Mood.AHEAD: CommitmentState.PENDING, Mood.UNDER_WAY: CommitmentState.IN_PROGRESS}

_ByTopic = Mapping[Topic, Sequence[tuple[EventRow, frozenset[str]]]]


class Commitments:
    """Finds commitments by the world's names and those of the dossier in force. Built once, then read only."""

    def __init__(self, world: World, dossier: Dossier | None = None) -> None:
        self._names = Names(world, dossier)
        self._known = {a.name: a.parties for a in dossier.agreements} if dossier else {}

    def commitments(
        self, events: Sequence[EventRow], statements: Sequence[StatementRow], times: Sequence[TimeRow] = ()
    ) -> list[FoundCommitment]:
        """All of them, by the day of the first page that tells of each, then by id; whatever order they come in."""
        dues = Dues(times)
        pages = pages_of(events, statements, self._names)
        told = sorted((c for page in pages.values() for c in candidates(page, self._names)), key=_order)
        by_topic = self._by_topic(pages)
        found = [self._commitment(group, by_topic, dues) for group in grouped(told)]
        found += truces(pages, self._names, self._known)
        return sorted(found, key=lambda c: (c.evidence[0].published is None, c.evidence[0].published or "", c.id))

    def _by_topic(self, pages: Mapping[PageId, PageTold]) -> _ByTopic:
        found: dict[Topic, list[tuple[EventRow, frozenset[str]]]] = {}
        for page in pages.values():
            for row in page.events:
                topic = topic_of_event(row)
                if topic is not None:
                    doers = frozenset(n for p in row.event.actors for n in self._names.parties(p.text))
                    found.setdefault(topic, []).append((row, doers or frozenset(page.sides)))
        return found

    def _commitment(self, group: Sequence[Candidate], by_topic: _ByTopic, dues: Dues) -> FoundCommitment:
        first = group[0]
        steps = in_order([*_own_steps(group), *_events_since(group, by_topic)])
        return FoundCommitment(
            id=first.id,
            by=first.by,
            to=first.to,
            what=first.what,
            due=next((due for one in group if (due := dues.of(one))), None),
            agreement=None,
            state=state_after(_STATES[first.mood], steps),
            steps=steps,
            evidence=tuple(dict.fromkeys(c.told.evidence for c in group)),
        )


def _order(found: Candidate) -> tuple[bool, str, str, int, int]:
    told = found.told
    return told.day is None, told.day or "", told.page, told.start, found.at


def _own_steps(group: Sequence[Candidate]) -> Iterator[CommitmentStep]:
    """Who tells the undertaking as going on says that it is under way."""
    for one in group:
        if one.mood is Mood.UNDER_WAY:
            yield CommitmentStep(one.told.day, CommitmentState.IN_PROGRESS, one.said_by, one.told.evidence)


def _events_since(group: Sequence[Candidate], by_topic: _ByTopic) -> Iterator[CommitmentStep]:
    """What is told, of those who undertook it, on the same matter since."""
    first = group[0]
    topic = topic_of(first.what)
    if topic is None:
        return
    helps = HELP.search(first.what) is not None
    own = {(c.told.page, c.told.start) for c in group}
    for row, doers in by_topic.get(topic, ()):
        if (row.page, row.event.passage.start) in own or not _is_since(row, first, topic):
            continue
        if doers & set(first.by) and not (helps and not row.event.actors):
            step = step_of(row, _evidence(row, row.event))
            if step is not None:
                yield step


def _is_since(row: EventRow, first: Candidate, topic: Topic) -> bool:
    """Whether it is told later, or of the same day; of talks, only later ones are those that were ahead."""
    day = day_of(row.event, row)
    if day is None or first.told.day is None:
        return False
    return day > first.told.day if topic is Topic.TALKS else day >= first.told.day


def _evidence(row: EventRow, event: EventMention) -> Evidence:
    published = row.published.value if row.published else None
    return Evidence(row.page, row.outlet, published, event.passage.start, event.passage.end, row.sentence)
