"""What speaks for two mentions being of one happening and what against, each with its weight."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from trucewatch.record.joined import Join, Reason
from trucewatch.record.mentions import Quantity, Relation
from trucewatch.resolve.happenings.apart import apart
from trucewatch.resolve.happenings.days import days
from trucewatch.resolve.happenings.facets import Facet
from trucewatch.resolve.happenings.profiles import Profile
from trucewatch.resolve.happenings.where import place, same_name

JOINED = 0.5
"""The score from which two mentions are held to be one."""
NEAR = 0.37
"""The score from which two mentions that are not joined are shown to a reviewer: half a point below `JOINED`."""

_EVEN = 5.0
"""The sum of weights at which the score is a half."""
_SAME_WORDS = 0.25
"""Share of common words from which two sentences are taken to be wordings of one report."""
_COPIED = 0.9
_SHORT, _LONG = 4, 12
"""Words of two sentences, taken together, from which it is no accident that they are the same, or that some are."""
_TOLD_AGAIN = {Facet.ACCORD, Facet.EFFECT, Facet.WAR, Facet.STATIONED, Facet.OBSERVANCE}
"""Of these one page tells of one, as a rule: "the war", "the truce"."""
_MANY = {Facet.OTHER, Facet.UNDERTAKING}
"""Of these one page tells of many, and only their words tell them apart."""
_MET_AT_MOST = 2
"""Names in common beyond which another one says no more."""
_WHO_MEET = 2
_ABOUT = 0.2
"""How far a figure may be from one that is told as about so many."""

Found = Iterator[Reason]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two mentions compared."""

    score: float
    why: tuple[Reason, ...]
    apart: str | None
    """Why they cannot be one, where they cannot."""

    def join(self, one: str, other: str) -> Join:
        """As a join of the mentions with these ids."""
        first, second = sorted((one, other))
        kept = () if self.apart is None else (Reason("apart", self.apart, -_EVEN),)
        return Join(first, second, self.score, (*self.why, *kept))


def weigh(one: Profile, other: Profile) -> Weighed:
    """The two compared; the same whichever comes first."""
    why = tuple(reason for feature in _FEATURES for reason in feature(one, other))
    total = sum(reason.weight for reason in why)
    return Weighed(round(1 / (1 + math.exp(_EVEN - total)), 4), why, apart(one, other))


def _known(one: Profile, other: Profile) -> Found:
    if one.known is not None and one.known == other.known:
        yield Reason("agreement", f"both tell of the {one.known}", 4.0)


def _sides(one: Profile, other: Profile) -> Found:
    shared = one.trigger & other.trigger
    if one.kind == other.kind:
        yield Reason("kind", f"both are {one.kind}", _of_one_kind(one, other, told_alike=bool(shared)))
    if shared:
        yield Reason("words", f"both say {', '.join(sorted(shared))}…", 0.75)
    elif one.facet in _MANY:
        yield Reason("words", "told in other words", -1.0)


def _of_one_kind(one: Profile, other: Profile, *, told_alike: bool) -> float:
    """What it says that both are of one kind: little where a page tells of many of the kind, in words of their own."""
    if one.facet in _MANY:
        return 1.5 if told_alike else 0.0
    if one.facet is Facet.ATTACK:
        return 1.5 if told_alike or (one.mode is not None and one.mode == other.mode) else 0.5
    return 1.5


def _parties(one: Profile, other: Profile) -> Found:
    shared = one.states & other.states
    if shared:
        # Who meets is two at least; one of them in common is in common with all their other meetings.
        half = one.facet is Facet.OCCASION and len(shared) < _WHO_MEET
        yield Reason("parties", f"both name {', '.join(sorted(shared))}", 0.5 if half else 1.5)
    elif one.states and other.states:
        yield Reason("parties", "they name other states", -0.5)


def _setting(one: Profile, other: Profile) -> Found:
    shared = one.setting & other.setting
    most = 1 if one.page == other.page else _MET_AT_MOST
    if shared:
        yield Reason("setting", f"both sentences name {', '.join(sorted(shared))}…", float(min(len(shared), most)))
    elif (one.setting | one.headline) & (other.setting | other.headline):
        yield Reason("setting", "the pages share their setting", 0.75)
    elif len(one.setting) > 1 and len(other.setting) > 1:
        yield Reason("setting", "they name nothing in common", -1.5)
    elif one.page != other.page and not _common_ground(one, other):
        yield Reason("setting", "nothing tells that they are of one conflict", -0.75)


def _common_ground(one: Profile, other: Profile) -> bool:
    known = one.known is not None and one.known == other.known
    return known or bool(one.states & other.states) or same_name(one, other)


def _wording(one: Profile, other: Profile) -> Found:
    if (one.page, one.passage) == (other.page, other.passage) or not one.content or not other.content:
        return
    told = one.trigger & other.trigger
    words = max(1, len((one.content | other.content) - told))
    share = len((one.content & other.content) - told) / words
    if share >= _SAME_WORDS:
        copied = share >= _COPIED and words >= _SHORT
        weight = 3 * share * (1.0 if copied else min(1.0, words / _LONG))
        yield Reason("wording", f"{share:.0%} of the words are the same", round(weight, 2))


def _page(one: Profile, other: Profile) -> Found:
    if one.page == other.page:
        yield Reason("page", "told on one page", 2.5 if {one.facet, other.facet} <= _TOLD_AGAIN else 1.0)


def _figures(one: Profile, other: Profile) -> Found:
    for mine in one.figures:
        for theirs in other.figures:
            if (mine.unit, mine.of) == (theirs.unit, theirs.of):
                told = f"{mine.value:,.15g} and {theirs.value:,.15g} {mine.unit}"
                # Accounts differ in their counts; one page that counts twice tells of two things.
                against = -3.0 if one.page == other.page else -1.5
                yield Reason("figures", told, 1.5 if _can_be_one(mine, theirs) else against)
                return


def _can_be_one(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((one, other), key=lambda q: (q.value, q.relation))
    if low.relation is Relation.AT_LEAST or high.relation is Relation.AT_MOST:
        return True
    about = _ABOUT if Relation.ABOUT in (one.relation, other.relation) else 0.0
    return high.value - low.value <= about * high.value


_FEATURES: tuple[Callable[[Profile, Profile], Found], ...] = (
    _known,
    _sides,
    days,
    place,
    _parties,
    _setting,
    _figures,
    _wording,
    _page,
)
