"""Atoms united where they are surely one, and never where any two of them cannot be."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from trucewatch.record.joined import Join
from trucewatch.resolve.entities.atoms import Atom
from trucewatch.resolve.entities.comparing import NEAR, Compared, common, compare
from trucewatch.resolve.entities.contexts import Context
from trucewatch.resolve.entities.transliteration import frame

BUCKET = 60
"""Atoms that share a key and are compared with each other: the most frequent ones of a crowd."""
FAR_MORE = 9
"""How much more often one of two namesakes is named, so that the name alone means that one."""

Pair = tuple[int, int]


@dataclass(slots=True)
class Cluster:
    """Atoms that are one person."""

    atoms: list[int]
    joins: list[Join] = field(default_factory=list)
    near: list[Join] = field(default_factory=list)


class Clusters:
    """Unites atoms by the pairs that are surely one, the surest first."""

    def __init__(self, atoms: Sequence[Atom], together: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> None:
        self._atoms = atoms
        self._together = {_pair(*pair) for pair in together}
        self._apart = {_pair(*pair) for pair in apart}
        self._seen: dict[Pair, Compared | None] = {}
        self._of = {n: Cluster([n]) for n in range(len(atoms))}
        edges = self._edges()
        joined = self._unequivocal([pair for pair, found in edges.items() if found.joined])
        for pair in sorted(joined, key=lambda p: (-edges[p].score, p)):
            self._unite(pair, edges[pair])
        self._again(edges)
        for pair in sorted(self._together):
            self._unite_ruled(pair)
        for pair, found in edges.items():
            self._note_near(pair, found)

    def all(self) -> list[Cluster]:
        """Every cluster once, in the order of its first atom."""
        return list({id(c): c for _, c in sorted(self._of.items())}.values())

    def compared(self, a: int, b: int) -> Compared | None:
        """The two compared, once."""
        pair = _pair(a, b)
        if pair not in self._seen:
            self._seen[pair] = compare(self._atoms[pair[0]], self._atoms[pair[1]])
        return self._seen[pair]

    def _edges(self) -> dict[Pair, Compared]:
        buckets: dict[object, list[int]] = defaultdict(list)
        letters = {(a.name.surname, a.name.given[0]) for a in self._atoms if a.name.initial}
        for number, atom in enumerate(self._atoms):
            for key in keys_of(atom, letters):
                buckets[key].append(number)
        edges: dict[Pair, Compared] = {}
        for members in buckets.values():
            for pair in self._pairs(members):
                found = None if pair in edges else self.compared(*pair)
                if found is not None and found.score >= NEAR:
                    edges[pair] = found
        return edges

    def _pairs(self, members: list[int]) -> Iterator[Pair]:
        if len(members) > BUCKET:
            members = sorted(sorted(members, key=lambda n: (-self._atoms[n].weight, n))[:BUCKET])
        for place, a in enumerate(members):
            for b in members[place + 1 :]:
                yield a, b

    def _unequivocal(self, pairs: list[Pair]) -> list[Pair]:
        """Without those of an atom that fits two which cannot be one, unless one of them is named far more often."""
        partners: dict[int, list[int]] = defaultdict(list)
        for a, b in pairs:
            partners[a].append(b)
            partners[b].append(a)
        cut = {pair for atom, others in partners.items() for pair in self._equivocal(atom, others)}
        return [pair for pair in pairs if pair not in cut or pair in self._together]

    def _equivocal(self, atom: int, others: list[int]) -> Iterator[Pair]:
        rivals = [o for o in others if any(self._never(o, p) for p in others if p != o)]
        if not rivals:
            return
        first = max(rivals, key=lambda o: (self._sure(atom, o), self._atoms[o].weight, -o))
        friends = [o for o in rivals if o == first or not self._never(first, o)]
        against = [o for o in rivals if o not in friends]
        far = sum(self._atoms[o].weight for o in friends) >= FAR_MORE * sum(self._atoms[o].weight for o in against)
        surer = all(self._sure(atom, first) >= self._sure(atom, o) + 0.1 for o in against)
        for other in against if far or surer else rivals:
            yield _pair(atom, other)

    def _sure(self, a: int, b: int) -> float:
        found = self.compared(a, b)
        return sum(reason.weight for reason in found.why) if found is not None else 0.0

    def _never(self, a: int, b: int) -> bool:
        pair = _pair(a, b)
        if pair in self._apart or pair in self._together:
            return pair in self._apart  # a reviewer knows better than names and offices
        found = self.compared(a, b)
        return found is None or found.never

    def _unite(self, pair: Pair, found: Compared) -> None:
        one, other = self._of[pair[0]], self._of[pair[1]]
        if one is not other and not any(self._never(a, b) for a in one.atoms for b in other.atoms):
            self._put_together(one, other, self.join(pair, found))

    def _unite_ruled(self, pair: Pair) -> None:
        """Unite the two whole persons; what another ruling keeps apart from the other side stays by itself."""
        if pair in self._apart or self._of[pair[0]] is self._of[pair[1]]:
            return
        one, other = self._of[pair[0]], self._of[pair[1]]
        for a, b in sorted((a, b) for a in one.atoms for b in other.atoms if _pair(a, b) in self._apart):
            self._leave(a if b == pair[1] else b)
        self._put_together(one, other, self.join(pair, _RULED))

    def _leave(self, atom: int) -> None:
        cluster = self._of[atom]
        if len(cluster.atoms) > 1:
            cluster.atoms.remove(atom)
            self._of[atom] = Cluster([atom])

    def _put_together(self, one: Cluster, other: Cluster, why: Join) -> None:
        if len(other.atoms) > len(one.atoms):
            one, other = other, one
        one.atoms += other.atoms
        one.joins += [*other.joins, why]
        self._of.update(dict.fromkeys(other.atoms, one))

    def _again(self, edges: dict[Pair, Compared]) -> None:
        """What two persons' pages say together can join whom no two pages join by themselves."""
        left = [p for p, found in edges.items() if not found.joined and not found.never and self._apart_now(p)]
        better = {pair: found for pair in left if (found := self._together_told(pair, edges[pair])).joined}
        for pair in sorted(self._unequivocal(list(better)), key=lambda p: (-better[p].score, p)):
            self._unite(pair, better[pair])

    def _apart_now(self, pair: Pair) -> bool:
        return self._of[pair[0]] is not self._of[pair[1]]

    def _together_told(self, pair: Pair, found: Compared) -> Compared:
        a, b = (self._told(self._of[n]) for n in pair)
        why = (found.why[0], *common(a, b))
        return Compared(min(1.0, sum(reason.weight for reason in why)), why)

    def _told(self, cluster: Cluster) -> Context:
        told = Context()
        for number in cluster.atoms:
            told |= self._atoms[number].context
        return told

    def _note_near(self, pair: Pair, found: Compared) -> None:
        one, other = self._of[pair[0]], self._of[pair[1]]
        if one is not other and pair not in self._apart:
            for cluster in (one, other):
                cluster.near.append(self.join(pair, found))

    def join(self, pair: Pair, found: Compared) -> Join:
        """The pair as a reader sees it: by the names as written."""
        a, b = (self._atoms[n].written for n in pair)
        return Join(min(a, b), max(a, b), round(0.0 if found.never else found.score, 2), found.why)


_RULED = Compared(1.0, ())


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def keys_of(atom: Atom, letters: Collection[tuple[str, str]]) -> frozenset[object]:
    """Under which the atom meets all that it can be one with; a bare surname meets nobody here.

    `letters` are the surnames that some page writes with an initial alone, and the initial.
    """
    name = atom.name
    keys: set[object] = {("actor", atom.actor)} if atom.actor else set()
    if len(name.words) < 2:
        return frozenset(keys)
    keys |= {("pair", *sorted((name.words[0], word))) for word in name.words[1:]}
    keys |= {
        ("letter", *pair) for first in (name.given, name.plain[0]) if (pair := (name.surname, first[0])) in letters
    }
    if not name.initial:
        keys.add(("sound", frame(name.plain[0]), frame(name.plain[-1])))
        keys |= {("slip", name.given, name.surname[:3]), ("slip", name.surname, name.given[:2])}
    return frozenset(keys)
