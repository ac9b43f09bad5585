"""Pairs that speak for being one, made into groups in which nothing contradicts anything.

The outcome is a function of the set of pairs: every choice goes by score and id, never by what came first.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.record.joined import NO_RULINGS, Rulings


@dataclass(frozen=True, slots=True)
class Edge:
    """Two mentions, by id, that are one as far as the pair goes; the smaller id first."""

    score: float
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Nature:
    """What grouping asks of mentions."""

    page: Mapping[str, str]
    firm: frozenset[str]
    """Those that name their day or their agreement; the others join one group of these, and bring no two together."""
    apart: Callable[[str, str], bool]
    rulings: Rulings = NO_RULINGS


def grouped(ids: Collection[str], edges: Sequence[Edge], nature: Nature) -> list[frozenset[str]]:
    """The groups, every id in exactly one, by their smallest id."""
    groups = _Groups(ids, nature)
    for one, other in sorted(nature.rulings.together):
        if one in groups and other in groups:
            groups.unite(one, other, ruled=True)
    ranked = sorted(edges, key=lambda e: (-e.score, e.one, e.other))
    loose = frozenset(ids) - nature.firm
    for edge in ranked:
        if edge.one not in loose and edge.other not in loose:
            groups.unite(edge.one, edge.other)
    for _, one, other in sorted(_fits(ranked, loose, groups, nature)):
        groups.unite(one, other)
    settled = frozenset(one for one in loose if not groups.alone(one))
    for edge in ranked:
        if {edge.one, edge.other} <= loose - settled:
            groups.unite(edge.one, edge.other)
    return groups.all()


def _fits(
    ranked: Sequence[Edge], loose: frozenset[str], groups: "_Groups", nature: Nature
) -> Iterable[tuple[float, str, str]]:
    """For each loose mention the one group that it fits, by a member, surest first; none where it fits several.

    A group with a mention on the same page comes before all others: a page goes on with what it began.
    """
    best: dict[str, dict[str, Edge]] = {}
    for edge in ranked:
        for one, other in ((edge.one, edge.other), (edge.other, edge.one)):
            if one in loose and other not in loose and groups.alone(one) and groups.agree(one, other):
                best.setdefault(one, {}).setdefault(groups.of(other), edge)
    for one, found in sorted(best.items()):
        here = {g: e for g, e in found.items() if any(nature.page[m] == nature.page[one] for m in groups.members(g))}
        meant = here or found
        if len(meant) == 1:
            edge = next(iter(meant.values()))
            yield -edge.score, one, edge.other if edge.one == one else edge.one


class _Groups:
    """Disjoint sets that never hold two that are apart."""

    def __init__(self, ids: Collection[str], nature: Nature) -> None:
        self._of = {id_: id_ for id_ in ids}
        self._members = {id_: [id_] for id_ in ids}
        self._apart = nature.apart
        self._agree: dict[tuple[str, str, int, int], bool] = {}
        self._ruled_apart = frozenset(nature.rulings.apart)
        self._ruled_together = frozenset(nature.rulings.together)

    def __contains__(self, one: str) -> bool:
        return one in self._of

    def of(self, one: str) -> str:
        """The name of its group."""
        return self._of[one]

    def members(self, group: str) -> list[str]:
        """Who is in the group of this name."""
        return self._members[group]

    def alone(self, one: str) -> bool:
        """Whether it has joined nothing."""
        return len(self._members[self._of[one]]) == 1

    def agree(self, one: str, other: str) -> bool:
        """Whether no member of the one's group is apart from one of the other's."""
        first, second = sorted((self._of[one], self._of[other]))
        mine, theirs = self._members[first], self._members[second]
        # Groups only grow: where one pair is apart, it stays so, and very many pairs ask of the same two groups.
        known = (first, second, len(mine), len(theirs))
        if (found := self._agree.get(known)) is None:
            found = self._agree[known] = not any(self._parted(a, b) for a in mine for b in theirs)
        return found

    def unite(self, one: str, other: str, *, ruled: bool = False) -> None:
        """Make the two groups one, where they agree; a reviewer's ruling needs no agreement but other rulings'."""
        first, second = sorted((self._of[one], self._of[other]))
        if first == second:
            return
        if ruled and any(_pair(a, b) in self._ruled_apart for a in self._members[first] for b in self._members[second]):
            return
        if not ruled and not self.agree(one, other):
            return
        moved = self._members.pop(second)
        self._members[first] += moved
        self._of.update(dict.fromkeys(moved, first))

    def all(self) -> list[frozenset[str]]:
        """Every group."""
        return [frozenset(members) for _, members in sorted(self._members.items())]

    def _parted(self, one: str, other: str) -> bool:
        pair = _pair(one, other)
        return pair in self._ruled_apart or (pair not in self._ruled_together and self._apart(*pair))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
