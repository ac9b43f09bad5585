"""Which tellings are of one ceasefire: by their dates, by what is joined already, and by the pages they stand on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from trucewatch.record.protocols import EventRow
from trucewatch.record.spans import Range
from trucewatch.record.truces import StepKind
from trucewatch.resolve.happenings.words import setting
from trucewatch.resolve.truces.telling import Telling

_APART = 2
"""Days from the signing of a ceasefire to its coming into force, where both are told as its date."""
_FRESH = 400
"""Days after which an undated mention on another page is no longer taken for the last ceasefire."""
_ALIKE = 2
"""Names that two pages must share to be of one conflict."""
_COMPARED = 8
"""Pages of a ceasefire that a further page is compared with, the earliest."""


@dataclass(slots=True)
class Group:
    """The tellings of one ceasefire while they are gathered."""

    tellings: list[Telling] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    start: tuple[str, str] | None = None
    """The narrowest days between which it was made; None where nobody dates it."""
    known: str | None = None
    """The dossier's name for it."""
    sentences: set[tuple[str, Range]] = field(default_factory=set)
    """Where it is dated: pages and passages."""

    def add(self, telling: Telling) -> None:
        """Take one more."""
        self.tellings.append(telling)
        self.known = self.known or telling.known
        if len(self.pages) < _COMPARED and telling.row.page not in self.pages:
            self.pages.append(telling.row.page)
        if telling.dates and telling.first and telling.last:
            self.sentences.add((telling.row.page, telling.row.event.passage))
            days = telling.first, telling.last
            if self.start is None or (_gap(*days), days) < (_gap(*self.start), self.start):
                self.start = days


class Settings:
    """What conflict a page is about: the names in its sentences on fighting and ceasefires, brokers' left out."""

    def __init__(self, rows: Iterable[EventRow], brokers: Mapping[str, frozenset[str]]) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            self._names[row.page] |= setting(row.sentence) | setting(row.headline or "")
        for page, names in self._names.items():
            names -= brokers.get(page, frozenset())

    def alike(self, page: str, group: Group) -> bool:
        """Whether the page is one of the group's, or is about the same conflict as one of them."""
        if page in group.pages:
            return True
        mine = self._names.get(page, set())
        return any(len(mine & self._names.get(other, set())) >= _ALIKE for other in group.pages)


def gathered(tellings: Sequence[Telling], joined: Mapping[str, str], settings: Settings) -> list[Group]:
    """The tellings in groups, one for each ceasefire; `joined` is the happening that each belongs to."""
    groups: list[Group] = []
    dated = sorted((t for t in tellings if t.dates and t.first), key=lambda t: (not t.exact, _order(t)))
    for telling in dated:
        _place(telling, groups, settings)
    homes = {joined.get(t.id): group for group in groups for t in group.tellings}
    left = sorted((t for t in tellings if not (t.dates and t.first)), key=_order)
    for telling in (t for t in left if t.kind is not StepKind.VIOLATED):
        home = homes.get(joined.get(telling.id)) or _home(telling, groups, settings)
        if home is None:
            groups.append(home := Group())
            homes[joined.get(telling.id)] = home
        home.add(telling)
    for telling in (t for t in left if t.kind is StepKind.VIOLATED):
        if (home := _home(telling, groups, settings)) is not None:
            home.add(telling)
    return groups


def _place(telling: Telling, groups: list[Group], settings: Settings) -> None:
    """Into the one group that is told of the same days; one that names no day must fit exactly one."""
    fitting = [g for g in groups if _fits(telling, g) and (_known(telling, g) or settings.alike(telling.row.page, g))]
    exact = [g for g in fitting if telling.exact or len(fitting) == 1]
    home = exact[0] if exact else Group()
    if not exact:
        groups.append(home)
    home.add(telling)


def _known(telling: Telling, group: Group) -> bool:
    return telling.known is not None and telling.known == group.known


def _fits(telling: Telling, group: Group) -> bool:
    if telling.known and group.known:
        return telling.known == group.known
    if group.start is None or telling.first is None or telling.last is None:
        return False
    first, last = group.start
    apart = _APART if telling.exact else 0
    return _moved(telling.first, -apart) <= last and first <= _moved(telling.last, apart)


def _home(telling: Telling, groups: Sequence[Group], settings: Settings) -> Group | None:
    """The ceasefire that an undated mention, or a breach, can only mean: the last that was made by then."""
    known = telling.known
    if known and (same := [g for g in groups if g.known == known]):
        return same[0]
    day = (telling.first if telling.kind is StepKind.VIOLATED else None) or telling.published
    if (named := _in_sentence(telling, groups)) is not None:
        return named
    here = [g for g in groups if telling.row.page in g.pages and _begun(g, day)]
    there = [g for g in groups if settings.alike(telling.row.page, g) and _begun(g, day) and _fresh(g, day)]
    if telling.kind is StepKind.VIOLATED:
        # A page can recall a truce of years ago and report the breach of another that it does not name.
        return max(
            (*(g for g in here if _fresh(g, day)), *there), key=_latest, default=max(here, key=_latest, default=None)
        )
    return max(here or there, key=_latest, default=None)


def _in_sentence(telling: Telling, groups: Sequence[Group]) -> Group | None:
    """That which the same sentence dates, where it dates one only: "a violation of the 1994 ceasefire"."""
    spot = telling.row.page, telling.row.event.passage
    named = [g for g in groups if spot in g.sentences]
    return named[0] if len(named) == 1 else None


def _begun(group: Group, day: str | None) -> bool:
    return group.start is None or day is None or group.start[0] <= day


def _fresh(group: Group, day: str | None) -> bool:
    begun = group.start[1] if group.start else next((t.published for t in group.tellings if t.published), None)
    return begun is not None and day is not None and abs(_gap(begun, day)) <= _FRESH


def _latest(group: Group) -> tuple[str, str]:
    return group.start[0] if group.start else "", group.tellings[0].id


def _order(telling: Telling) -> tuple[bool, str, str]:
    return telling.published is None, telling.published or "", telling.id


def _gap(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _moved(day: str, by: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat() if by else day
    except OverflowError:
        return day
