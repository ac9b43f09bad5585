"""Whether two mentions are told of one time."""

from collections.abc import Iterator
from datetime import date

from trucewatch.record.joined import Reason
from trucewatch.resolve.happenings.facets import Facet
from trucewatch.resolve.happenings.profiles import Profile, When

_LONGEST_COURSE = 400
"""Days from the beginning of a war to its end, where two accounts tell one each: beyond, they may be of two wars."""
_A_MONTH, _A_YEAR = 31, 366
_NEWS = 1
"""Days between two pages that report one piece of news."""
_SEASON = 60
"""Days between two pages on which an undated state of things can be taken for the same."""
_KNOWN_AT_ANY_TIME = {Facet.ACCORD, Facet.EFFECT, Facet.OBSERVANCE, Facet.STATIONED, Facet.UNDERTAKING}
"""Sides of a known agreement that are told with the date of its signing, of its coming into force, or of today."""


def days(one: Profile, other: Profile) -> Iterator[Reason]:
    """What the dates speak for."""
    if one.when is None or other.when is None:
        if one.when is None and other.when is None and one.page != other.page:
            yield from _undated(one, other)
        return
    first, second = sorted((one, other), key=lambda p: (p.when.first, p.when.last) if p.when else ("", ""))
    if overlap(one.when, other.when):
        yield from _same_time(one, other, one.when, other.when)
    elif of_one_course(first, second) and first.begun and second.ended:
        yield Reason("day", f"begun {first.when and first.when.told}, ended {second.when and second.when.told}", 1.0)
    elif of_one_course(first, second):
        yield Reason("day", f"{one.when.told} and {other.when.told}", -2.0)
    elif beside(one, other):
        yield Reason("day", f"{one.when.told} and {other.when.told}, a day apart", 2.0)


def set_off(one: Profile, other: Profile) -> bool:
    """Whether a year long past tells the one from what its page is about: "the worst since the 2016 clashes"."""
    if other.when is not None or other.page != one.page or one.known is not None:
        return False
    if one.when is None or one.exact or one.published is None:
        return False
    return (_gap(one.when.last, one.published) or 0) > _LONGEST_COURSE and one.when.last < one.published


def _same_time(one: Profile, other: Profile, mine: When, theirs: When) -> Iterator[Reason]:
    told = mine.told if mine.told == theirs.told else f"{mine.told} and {theirs.told}"
    if one.exact and other.exact:
        yield Reason("day", told, 3.0)
    elif max(mine.days, theirs.days) > _A_YEAR:
        yield Reason("day", told, 0.0)
    elif mine.told == theirs.told:
        yield Reason("day", f"both {told}", 2.0)
    else:
        yield Reason("day", f"{told} can be one", 1.5 if one.exact or other.exact else 1.0)
    if {one.facet, other.facet} == {Facet.WAR} and one.begun and other.begun:
        yield Reason("phase", "both tell of its beginning", 1.0)


def _undated(one: Profile, other: Profile) -> Iterator[Reason]:
    gap = _gap(one.published, other.published)
    if gap is None:
        return
    if gap <= _NEWS:
        yield Reason("published", f"{gap} days apart", 1.0)
    elif gap <= _SEASON and {one.facet, other.facet} == {Facet.STATIONED}:
        yield Reason("published", f"{gap} days apart", 0.5)
    else:
        yield Reason("published", f"{gap} days apart", -1.0)


def other_days(one: Profile, other: Profile) -> bool:
    """Whether they are told of times that no account can mean as one."""
    if one.when is None or other.when is None:
        return not_yet(one, other) or not_yet(other, one)
    if overlap(one.when, other.when) or beside(one, other):
        return False
    if one.known is not None and one.known == other.known and {one.facet, other.facet} <= _KNOWN_AT_ANY_TIME:
        return False
    first, second = sorted((one, other), key=lambda p: (p.when.first, p.when.last) if p.when else ("", ""))
    return not of_one_course(first, second)


def of_one_course(first: Profile, second: Profile) -> bool:
    """Whether the one can be told of a war's beginning or midst, and the other of its end."""
    if {first.facet, second.facet} != {Facet.WAR} or first.when is None or second.when is None:
        return False
    gap = _gap(first.when.last, second.when.first)
    known_by_end = second.ended or (first.begun and not second.begun and second.when.days > _A_MONTH)
    return known_by_end and (gap or 0) <= _LONGEST_COURSE


def not_yet(undated: Profile, dated: Profile) -> bool:
    """Whether what is dated came after the page that tells of the other as done."""
    if undated.when is not None or dated.when is None or undated.published is None:
        return False
    return undated.reality.value == "real" and dated.when.first > undated.published


def overlap(one: When, other: When) -> bool:
    """Whether they have a day in common."""
    return one.first <= other.last and other.first <= one.last


def beside(one: Profile, other: Profile) -> bool:
    """Whether they are a day apart and may be told of one night: an agreement is signed late and dated early."""
    if one.when is None or other.when is None or not (one.exact and other.exact):
        return False
    night = one.night or other.night or {one.facet, other.facet} == {Facet.ACCORD}
    first, second = sorted((one.when, other.when), key=lambda w: w.first)
    return night and _gap(first.last, second.first) == 1


def _gap(one: str | None, other: str | None) -> int | None:
    if one is None or other is None:
        return None
    return abs((date.fromisoformat(other) - date.fromisoformat(one)).days)
