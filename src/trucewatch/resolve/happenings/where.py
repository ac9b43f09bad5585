"""Whether two mentions are told to be at one place."""

import math
from collections.abc import Iterator

from trucewatch.record.joined import Reason
from trucewatch.record.mentions import EventPlace
from trucewatch.resolve.happenings.facets import Facet
from trucewatch.resolve.happenings.profiles import Profile

HERE, ELSEWHERE = 15.0, 40.0
"""Kilometres within which two points are one place, and beyond which they are two."""
_LOCAL = {Facet.ATTACK, Facet.OCCASION}
"""Such a thing is at one place; a war or a truce is at many."""
_EARTH = 6371.0


def place(one: Profile, other: Profile) -> Iterator[Reason]:
    """What the places speak for."""
    if one.place is None or other.place is None:
        return
    words = f"{one.place.text} and {other.place.text}"
    if same_name(one, other) or _within(one.place, other.place, HERE):
        yield Reason("place", words, 2.0 if {one.facet, other.facet} <= _LOCAL else 1.0)
    elif {one.facet, other.facet} <= _LOCAL:
        yield Reason("place", words, -1.0)


def elsewhere(one: Profile, other: Profile) -> bool:
    """Whether they are told to be at two places that no account can mean as one."""
    if one.place is None or other.place is None or same_name(one, other) or not {one.facet, other.facet} <= _LOCAL:
        return False
    if one.place_words & other.place_words:
        return True  # Upper Norn and Lower Norn: what they share is what they have to be told apart by
    return _exact(one.place) and _exact(other.place) and not _within(one.place, other.place, ELSEWHERE)


def same_name(one: Profile, other: Profile) -> bool:
    """Whether one names the place as the other does, or in fewer words."""
    mine, theirs = one.place_words, other.place_words
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _exact(place: EventPlace) -> bool:
    return place.precision == "exact"


def _within(one: EventPlace, other: EventPlace, distance: float) -> bool:
    if not (_exact(one) and _exact(other)):
        return False
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return _kilometres((one.latitude, one.longitude), (other.latitude, other.longitude)) <= distance


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    (a, b), (c, d) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
