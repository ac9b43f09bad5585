"""Bare surnames: on each page one finds the bearer whom page, day and office speak for, or stays open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from trucewatch.record.entities import Appearance, Pages, Part
from trucewatch.record.ids import PageId
from trucewatch.record.joined import Join, Reason
from trucewatch.resolve.entities.atoms import Atom
from trucewatch.resolve.entities.clusters import Cluster
from trucewatch.resolve.entities.comparing import JOINED, NEAR, common
from trucewatch.resolve.entities.contexts import Context
from trucewatch.resolve.entities.names import likeness
from trucewatch.resolve.entities.principals import contradict
from trucewatch.resolve.entities.transliteration import frame

NEAREST = 200
"""Pages of one bearer that are looked at, the nearest in time."""
SOON, LONG = 400, 2500
"""Days between two pages that speak of one time, and of two."""
AHEAD = 0.1
"""How much surer the one bearer must be than the next."""


@dataclass(slots=True)
class Bearer:
    """A person who bears the surname."""

    number: int
    cluster: Cluster
    names: tuple[Atom, ...]
    context: Context
    days: list[tuple[int | None, PageId]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sighted:
    """A bare surname on one page."""

    atom: int
    profile: int
    place: PageId
    day: int | None

    @property
    def part(self) -> Part:
        """What joining moves."""
        return Part(self.profile, self.place)


@dataclass(frozen=True, slots=True)
class Found:
    """To whom a bare surname goes: the bearer's number, None where it is left open; and who came near."""

    sighted: Sighted
    bearer: int | None
    why: Join | None
    near: tuple[tuple[int, Join], ...] = ()


class BareNames:
    """Finds bearers for the bare surnames of a record."""

    def __init__(self, atoms: Sequence[Atom], clusters: Sequence[Cluster], pages: Pages) -> None:
        self._atoms, self._pages = atoms, pages
        self._told_apart = frozenset(part for atom in atoms for part in atom.parts if part.page is not None)
        self._bearers = [_bearer(n, c, atoms) for n, c in enumerate(clusters) if not atoms[c.atoms[0]].name.bare]
        self._by_word: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in self._bearers:
            for key in {key for atom in bearer.names for key in _keys(atom)}:
                self._by_word[key].append(bearer)
        self._persons: dict[int, set[int]] = defaultdict(set)
        for bearer in self._bearers:
            for atom in bearer.names:
                for part in atom.parts:
                    self._persons[part.profile].add(bearer.number)

    def find(self, bare: Iterable[int]) -> list[Found]:
        """One answer for each page of these atoms."""
        wanted = {n: self._candidates(self._atoms[n]) for n in bare}
        sighted = list(self._sighted(wanted))
        asked = {b.number: b for n in wanted for b in wanted[n]}
        self._look_up(asked)
        company = self._pages.company({s.place for s in sighted if wanted[s.atom]})
        return [self._decide(s, wanted[s.atom], company) for s in sighted]

    def _candidates(self, atom: Atom) -> list[Bearer]:
        found = {b.number: b for key in _keys(atom) for b in self._by_word.get(key, ())}
        return [b for _, b in sorted(found.items()) if not contradict(atom.context.principals, b.context.principals)]

    def _sighted(self, wanted: Iterable[int]) -> Iterator[Sighted]:
        of_profile: dict[int, list[tuple[int, Part]]] = defaultdict(list)
        for number in wanted:
            for part in self._atoms[number].parts:
                of_profile[part.profile].append((number, part))
        for seen in sorted(self._pages.appearances(of_profile), key=lambda a: (a.page, a.profile)):
            for number, part in of_profile[seen.profile]:
                if covers(part, seen, self._told_apart):
                    yield Sighted(number, seen.profile, seen.page, _day(seen))

    def _look_up(self, asked: Mapping[int, Bearer]) -> None:
        of_profile = defaultdict(list)
        for bearer in asked.values():
            for atom in bearer.names:
                for part in atom.parts:
                    of_profile[part.profile].append((bearer, part))
        for seen in self._pages.appearances(of_profile):
            for bearer, part in of_profile[seen.profile]:
                if covers(part, seen, self._told_apart):
                    bearer.days.append((_day(seen), seen.page))
        for bearer in asked.values():
            bearer.days.sort(key=lambda d: (d[0] is None, d[0] or 0, d[1]))

    def _decide(self, seen: Sighted, bearers: Sequence[Bearer], company: Mapping[PageId, frozenset[int]]) -> Found:
        if not bearers:
            return Found(seen, None, None)
        around = self._people(company.get(seen.place, frozenset()))
        scored = sorted(
            ((b.number, self._join(seen, b, around, len(bearers) == 1)) for b in bearers),
            key=lambda s: (-s[1].score, s[0]),
        )
        best, second = scored[0], scored[1][1].score if len(scored) > 1 else 0.0
        near = tuple(s for s in scored if s[1].score >= NEAR)
        if best[1].score >= JOINED and best[1].score >= second + AHEAD:
            return Found(seen, best[0], best[1])
        return Found(seen, None, None, near)

    def _people(self, profiles: Iterable[int]) -> frozenset[int]:
        return frozenset(person for profile in profiles for person in self._persons.get(profile, ()))

    def _join(self, seen: Sighted, bearer: Bearer, around: frozenset[int], only: bool) -> Join:
        atom = self._atoms[seen.atom]
        likes = [found for a in bearer.names if (found := likeness(atom.name, a.name)) is not None]
        best = max(likes, key=lambda found: found.score)
        why = [best.reason, *common(atom.context, bearer.context)]
        if only:
            why.append(Reason("namesakes", "nobody else in the record bears it", 0.1))
        why += [*self._time(seen, bearer), *self._company(seen, bearer, around)]
        other = bearer.names[0].written
        score = round(max(0.0, min(1.0, sum(r.weight for r in why))), 2)
        return Join(min(atom.written, other), max(atom.written, other), score, tuple(why))

    def _time(self, seen: Sighted, bearer: Bearer) -> Iterator[Reason]:
        days = [day for day, page in bearer.days if day is not None and page != seen.place]
        if seen.day is None or not days:
            return
        apart = min(abs(day - seen.day) for day in days)
        if apart <= SOON:
            yield Reason("days", f"named {apart} days apart", 0.1)
        elif apart > LONG:
            yield Reason("days", f"named {apart} days apart", -0.2)

    def _company(self, seen: Sighted, bearer: Bearer, around: frozenset[int]) -> Iterator[Reason]:
        others = around - {bearer.number}
        if not others:
            return
        near = [page for _, page in sorted(bearer.days, key=lambda d: _apart(d[0], seen.day))[:NEAREST]]
        pages = self._pages.company([page for page in near if page != seen.place])
        shared = others & {p for of_page in pages.values() for p in self._people(of_page)}
        if shared:
            names = sorted(b.names[0].written for b in self._bearers if b.number in shared)
            yield Reason("company", f"other pages name them with {' and '.join(names[:2])}", 0.2)


def covers(part: Part, seen: Appearance, told_apart: frozenset[Part]) -> bool:
    """Whether what is seen on a page belongs to the part: a whole profile leaves out the pages told apart."""
    return part.page == seen.page or (part.page is None and Part(seen.profile, seen.page) not in told_apart)


def _bearer(number: int, cluster: Cluster, atoms: Sequence[Atom]) -> Bearer:
    names = sorted((atoms[n] for n in cluster.atoms), key=lambda a: (-a.weight, a.order))
    told = Context()
    for atom in names:
        told |= atom.context
    return Bearer(number, cluster, tuple(names), told)


def _keys(atom: Atom) -> Iterator[str]:
    if atom.name.words:
        yield atom.name.surname
        yield f"~{frame(atom.name.plain[-1])}"
        if atom.name.given and len(atom.name.given) > 1:
            yield atom.name.given


def _day(seen: Appearance) -> int | None:
    return date.fromisoformat(seen.last_day).toordinal() if seen.last_day else None


def _apart(day: int | None, other: int | None) -> int:
    return abs(day - other) if day is not None and other is not None else LONG
