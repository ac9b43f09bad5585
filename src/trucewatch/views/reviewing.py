"""The queue of what wants a reviewer's look; what is decided does not come back."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from trucewatch.errors import UsageError
from trucewatch.record.entities import EntityJoiner
from trucewatch.record.happenings import Joiner
from trucewatch.record.joined import Join, Reason
from trucewatch.record.kept import Decision, DecisionKind
from trucewatch.record.logged import LoggedRow, SoughtDecisions, State
from trucewatch.record.protocols import Reader, Scope, Sought, SoughtEvents
from trucewatch.record.reviewing import Pairs, Query, Topic
from trucewatch.views.entity_rows import NamesJoined, PersonListRow
from trucewatch.views.people import people

UNSURE = 0.5
"""What is surer than this is not asked about."""
WINDOW = 1_000
"""Events, by date, and persons, the most quoted first, among which near misses are looked for at once."""

_RULING = (DecisionKind.MERGE, DecisionKind.SPLIT)


def queue(reader: Reader, scope: Scope, topics: Iterable[Topic], pairs: Iterable[Pairs]) -> list[Query]:
    """What wants a look, topic by topic in the order given, up to the scope's limit of each."""
    ways: dict[Topic, Callable[[], Iterator[Query]]] = {
        Topic.CONTRADICTION: lambda: contradictions(reader, scope),
        Topic.ORPHAN: lambda: orphans(reader, scope),
        Topic.JOIN: lambda: joins(reader, scope, pairs),
        Topic.SCORE: lambda: unsure(reader, scope),
    }
    found = (islice(ways[topic](), scope.limit or None) for topic in dict.fromkeys(topics))
    return [query for of_topic in found for query in of_topic]


def orphans(reader: Reader, scope: Scope) -> Iterator[Query]:
    """Decisions on what is no longer found, the newest first, with the mention that stands there now."""
    rows = reader.log(replace(scope, limit=0), SoughtDecisions(states=(State.ORPHANED,))).rows
    for row in rows:
        yield Query(Topic.ORPHAN, (reader.mention(row.moved),) if row.moved else (), row)


def contradictions(reader: Reader, scope: Scope) -> Iterator[Query]:
    """Merges and splits that later ones contradict through others; one on the very same pair is simply the later."""
    rows = reader.log(replace(scope, limit=0), SoughtDecisions(kinds=_RULING)).rows
    by_id = {row.id: row.decision for row in rows}
    for row in rows:
        if row.state is State.OVERRULED and not _same_pair(row, by_id.get(row.because[0])):
            yield Query(Topic.CONTRADICTION, (), row)


def _same_pair(row: LoggedRow, other: Decision | None) -> bool:
    return row.decision is not None and other is not None and set(row.decision.on) == set(other.on)


def unsure(reader: Reader, scope: Scope) -> Iterator[Query]:
    """Events and statements that nobody has decided on, the least sure first."""
    for row in reader.unsure(scope, UNSURE):
        yield Query(Topic.SCORE, (row,))


def joins(reader: Reader, scope: Scope, pairs: Iterable[Pairs]) -> Iterator[Query]:
    """Near misses that nobody has ruled on, the surest first of those that each way of joining proposes."""
    ruled = {
        frozenset(row.decision.on)
        for row in reader.log(Scope(limit=0, as_of=scope.as_of), SoughtDecisions(kinds=_RULING)).rows
        if row.decision is not None and row.state in (State.APPLIED, State.OVERRULED)
    }
    for propose in pairs:
        near = {(j.one, j.other): j for j in propose(reader, scope) if frozenset((j.one, j.other)) not in ruled}
        for join in sorted(near.values(), key=lambda j: (-j.score, j.one, j.other)):
            try:
                yield Query(Topic.JOIN, (reader.mention(join.one), reader.mention(join.other)), join=join)
            except UsageError:
                continue  # of no mention by itself: a name on many pages


def near_events(joiner: Joiner) -> Pairs:
    """Proposes the near misses of the events that the scope shows, as far as the window goes."""

    def propose(reader: Reader, scope: Scope) -> Iterator[Join]:
        rows = reader.events(replace(scope, limit=WINDOW), SoughtEvents()).rows
        for happening in joiner.happenings(rows, reader, scope):
            yield from happening.near

    return propose


def near_people(joiner: EntityJoiner) -> Pairs:
    """Proposes the near misses of the persons that the scope shows, as far as the window goes."""

    def propose(reader: Reader, scope: Scope) -> Iterator[Join]:
        rows = people(reader, replace(scope, limit=WINDOW), Sought(), joiner).rows
        bearers: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            for name in _names(row):
                bearers[name].add(row.id)
        for row in rows:
            for near in row.near:
                others = {id_ for name in {near.one, near.other} - _names(row) for id_ in bearers[name]}
                if len(others) == 1:
                    yield _between(row.id, others.pop(), near)

    return propose


def _names(row: PersonListRow) -> set[str]:
    return {row.name, *row.spellings, *(name for joined in row.joined for name in (joined.one, joined.other))}


def _between(one: str, other: str, near: NamesJoined) -> Join:
    why = tuple(Reason(r.feature, r.detail, r.weight) for r in near.why)
    return Join(min(one, other), max(one, other), near.score, why)
