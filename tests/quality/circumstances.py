"""How often what a page tells of a statement's occasion is read: where, to whom, when, for whom, through whom."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from tests.quality.scoring import same_speaker
from trucewatch.record.mentions import Statement

COMMON = frozenset("a an the in on at with to of by call daily press his her".split())


def venue(told: str, given: Statement) -> bool:
    """All telling words of the annotated venue stand in the one given."""
    return _words(told) <= _words(given.venue or "")


def addressee(told: str, given: Statement) -> bool:
    """One name, or a fuller form of it."""
    return given.addressee is not None and (
        same_speaker((told,), given.addressee) or _words(told) == _words(given.addressee)
    )


def said_on(told: str, given: Statement) -> bool:
    """The same day, month or year."""
    return given.said_on is not None and given.said_on.value == told


def behalf(told: str, given: Statement) -> bool:
    """The body or person, as fully as annotated: "Westlander" is nobody to speak for."""
    return given.speaker is not None and _words(told) <= _words(given.speaker.behalf or "")


def via(told: Sequence[str], given: Statement) -> bool:
    """Everyone between speaker and outlet; the outlet itself may stand before them."""
    return tuple(told) in (given.via, given.via[1:])


KINDS: dict[str, Callable[[Any, Statement], bool]] = {
    "venue": venue,
    "addressee": addressee,
    "said_on": said_on,
    "behalf": behalf,
    "via": via,
}


def counted(gold: dict[str, Any], given: Statement) -> Counter[tuple[str, str]]:
    """What of this statement's occasion is annotated, and what of that is read."""
    counts: Counter[tuple[str, str]] = Counter()
    for kind, same in KINDS.items():
        if told := gold.get(kind):
            counts[kind, "told"] += 1
            counts[kind, "right"] += same(told, given)
    return counts


def shares(counts: Counter[tuple[str, str]]) -> dict[str, float]:
    """Of what is annotated on statements that were found, the share that is read; 1 where nothing is annotated."""
    return {k: counts[k, "right"] / counts[k, "told"] if counts[k, "told"] else 1.0 for k in KINDS}


def _words(phrase: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", phrase.casefold())) - COMMON
