"""What reviewers' merges and splits come to, where they contradict each other: a pure function of the log."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.record.joined import Rulings
from trucewatch.record.kept import Decision, DecisionKind

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rulings that hold, which contradict each other nowhere, and those that gave way."""

    rulings: Rulings
    overruled: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Ids of decisions without effect, each with those of the later ones that leave it none, the latest first."""


class _Held:
    """The rulings taken so far: who is linked to whom, by which decision, and who is kept apart."""

    def __init__(self) -> None:
        self.links: dict[str, dict[str, str]] = defaultdict(dict)
        self.apart: dict[Pair, str] = {}
        self._group: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._kept_from: dict[str, set[str]] = defaultdict(set)

    def root(self, id_: str) -> str:
        """The name of the group that the thing is in."""
        return self._group.get(id_, id_)

    def unite(self, pair: Pair, decision: str) -> None:
        """Take a merge in; it contradicts nothing taken so far."""
        one, other = pair
        self.links[one][other] = self.links[other][one] = decision
        large, small = self.root(one), self.root(other)
        if large == small:
            return
        if len(self._members.get(large, ())) < len(self._members.get(small, ())):
            large, small = small, large
        moved = self._members.pop(small, {small})
        self._members.setdefault(large, {large}).update(moved)
        self._group.update(dict.fromkeys(moved, large))
        self._kept_from[large] |= self._kept_from.pop(small, set())

    def part(self, pair: Pair, decision: str) -> None:
        """Take a split in; it contradicts nothing taken so far."""
        one, other = pair
        self.apart[pair] = decision
        self._kept_from[self.root(one)].add(other)
        self._kept_from[self.root(other)].add(one)

    def against_merge(self, pair: Pair) -> tuple[str, ...]:
        """The decisions that keep the two apart: a split between their groups, and the merges that lead to it."""
        one, other = (self.root(id_) for id_ in pair)
        for far in sorted(self._kept_from.get(one, ())):
            if self.root(far) == other:
                near = next(a for a in sorted(self._members.get(one, {one})) if _pair(a, far) in self.apart)
                return (self.apart[_pair(near, far)], *self.way(pair[0], near), *self.way(far, pair[1]))
        return ()

    def way(self, start: str, end: str) -> tuple[str, ...]:
        """The merges that lead from one thing to the other; none where they are the same or not united."""
        came: dict[str, Pair] = {}
        waiting = deque([start])
        while waiting and end not in came:
            here = waiting.popleft()
            for there, decision in sorted(self.links.get(here, {}).items()):
                if there != start and there not in came:
                    came[there] = here, decision
                    waiting.append(there)
        found: list[str] = []
        while end != start and end in came:
            end, decision = came[end]
            found.append(decision)
        return tuple(found)


def ruled(log: Iterable[Decision]) -> Ruled:
    """What the merges and splits among these decisions come to; the log is in its order, and all are in force.

    The latest ruling holds. An earlier one holds where no later ones contradict it, be it through others: A with B and
    B with C speak against A apart from C. So the outcome contradicts itself nowhere, and hangs on the log alone.
    """
    held = _Held()
    gone: list[tuple[str, tuple[str, ...]]] = []
    for decision in reversed([d for d in log if d.kind in (DecisionKind.MERGE, DecisionKind.SPLIT)]):
        merges = decision.kind is DecisionKind.MERGE
        against = [_taken(held, decision.id, pair, merges=merges) for pair in _pairs(decision)]
        if against and all(against):
            gone.append((decision.id, tuple(dict.fromkeys(id_ for why in against for id_ in why))))
    together = {_pair(one, other) for one, others in held.links.items() for other in others}
    return Ruled(Rulings(tuple(sorted(together)), tuple(sorted(held.apart))), tuple(reversed(gone)))


def _taken(held: _Held, decision: str, pair: Pair, *, merges: bool) -> tuple[str, ...]:
    """What speaks against the ruling; it is taken in where nothing does."""
    against = held.against_merge(pair) if merges else held.way(*pair)
    if not against:
        (held.unite if merges else held.part)(pair, decision)
    return against


def _pairs(decision: Decision) -> list[Pair]:
    """The first of what a decision speaks of, with each of the others."""
    first, *others = decision.on
    return [_pair(first, other) for other in others if other != first]


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
