"""The mentions that can have to do with each other: looked up key by key, as far as pairs lead."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from trucewatch.record.blocking import filed_under, sought_under
from trucewatch.record.happenings import Told, mention_of
from trucewatch.record.joined import Join, Rulings
from trucewatch.record.protocols import EventRow, Scope
from trucewatch.resolve.happenings.apart import apart
from trucewatch.resolve.happenings.grouping import Edge
from trucewatch.resolve.happenings.profiles import Profile, profile_of
from trucewatch.resolve.happenings.weighing import JOINED, NEAR, Weighed, weigh


class Field:
    """What was looked up so far. It grows until no pair leads out of it, so that where it began does not matter."""

    def __init__(self, told: Told, scope: Scope, rulings: Rulings) -> None:
        self._told = told
        self._scope = scope
        self.rows: dict[str, EventRow] = {}
        """All that was looked up, by id: reached ones, and those that only share a key with them."""
        self.reached: set[str] = set()
        """Those whose fellows were all looked up."""
        self._profiles: dict[str, Profile] = {}
        self._filed: dict[str, list[str]] = defaultdict(list)
        self._asked: set[str] = set()
        self._weighed: dict[tuple[str, str], Weighed] = {}
        self._apart: dict[tuple[str, str], bool] = {}
        self._near: dict[tuple[str, str], Weighed] = {}
        self._fellows: dict[str, tuple[str, ...]] = {}
        self._ruled = _partners(rulings)

    def grow(self, rows: Iterable[EventRow]) -> None:
        """Reach these mentions, and all that takes part in what becomes of them.

        A mention takes along those that it is one with. A loose one that a firm one takes along is only asked which
        other groups of firm ones it fits, and leads to nothing else: else all that is vague would lead to everything.
        """
        self._take(rows)
        light = self._spread([mention_of(row) for row in rows], self._firmly) - self.reached
        self._spread(sorted(light), lambda id_: (other for other in self._leads_to(id_) if self.firm(other)))

    def firm(self, id_: str) -> bool:
        """Whether the mention names its day or its agreement."""
        profile = self.profile(id_)
        return profile.exact or profile.known is not None

    def _firmly(self, id_: str) -> Iterator[str]:
        """Its fellows, of a firm one without those that are loose, unless a reviewer has put them together."""
        ruled = self._ruled.get(id_, ())
        firm = self.firm(id_)
        return (other for other in self._leads_to(id_) if not firm or self.firm(other) or other in ruled)

    def _spread(self, front: Collection[str], leads_to: Callable[[str], Iterator[str]]) -> set[str]:
        """Reach what these lead to, step by step; all that was met on the way."""
        met = set[str]()
        seen, step = set(front), list(dict.fromkeys(front))
        while step:
            self._look_up(step)
            self.reached.update(step)
            met.update(other for id_ in step for other in self._leads_to(id_))
            step = sorted({other for id_ in step for other in leads_to(id_)} - seen)
            seen.update(step)
        return met

    def edges(self) -> list[Edge]:
        """The pairs that are one as far as the pair goes."""
        return [
            Edge(w.score, *pair)
            for pair, w in self._near.items()
            if w.score >= JOINED and w.apart is None and self.reached.issuperset(pair)
        ]

    def near(self) -> Iterator[Join]:
        """The pairs that nothing keeps apart and that are one or nearly; on one page, what is one as far as they go."""
        return (
            w.join(*pair)
            for pair, w in self._near.items()
            if w.apart is None and (w.score >= JOINED or self.rows[pair[0]].page != self.rows[pair[1]].page)
        )

    def apart(self, one: str, other: str) -> bool:
        """Whether something keeps the two apart."""
        pair = (one, other) if one < other else (other, one)
        found = self._apart.get(pair)
        if found is None:
            found = self._apart[pair] = apart(self.profile(pair[0]), self.profile(pair[1])) is not None
        return found

    def join(self, one: str, other: str) -> Join:
        """The two compared."""
        return self._weigh(one, other).join(one, other)

    def profile(self, id_: str) -> Profile:
        """The profile of a mention that was looked up."""
        found = self._profiles.get(id_)
        if found is None:
            found = self._profiles[id_] = profile_of(self.rows[id_])
        return found

    def _take(self, rows: Iterable[EventRow]) -> None:
        for row in rows:
            id_ = mention_of(row)
            if id_ not in self.rows:
                self.rows[id_] = row
                for key in filed_under(row.event, row.published):
                    self._filed[key].append(id_)

    def _look_up(self, front: list[str]) -> None:
        keys = {key for id_ in front for key in self._keys(id_)} - self._asked
        if keys:
            self._asked |= keys
            self._take(self._told.told(keys, self._scope))
        for id_ in front:
            for partner in self._ruled.get(id_, ()):
                if partner not in self.rows:
                    self._take(self._told.event(partner, self._scope))

    def _keys(self, id_: str) -> tuple[str, ...]:
        row = self.rows[id_]
        return sought_under(row.event, row.published)

    def _leads_to(self, id_: str) -> tuple[str, ...]:
        """Those that it is one with as far as the pair goes; once it was looked up, no more are found."""
        found = self._fellows.get(id_)
        if found is None:
            found = self._fellows[id_] = tuple(self._found(id_))
        return found

    def _found(self, id_: str) -> Iterator[str]:
        yield from (partner for partner in self._ruled.get(id_, ()) if partner in self.rows)
        for other in {o for key in self._keys(id_) for o in self._filed.get(key, ())} - {id_}:
            if self.apart(id_, other):
                continue
            pair = (id_, other) if id_ < other else (other, id_)
            weighed = self._weigh(*pair)
            if weighed.score >= NEAR:
                self._near[pair] = weighed
            if weighed.score >= JOINED:
                yield other

    def _weigh(self, one: str, other: str) -> Weighed:
        pair = (one, other) if one < other else (other, one)
        found = self._weighed.get(pair)
        if found is None:
            found = self._weighed[pair] = weigh(self.profile(pair[0]), self.profile(pair[1]))
        return found


def _partners(rulings: Rulings) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in rulings.together:
        found[one].append(other)
        found[other].append(one)
    return found
