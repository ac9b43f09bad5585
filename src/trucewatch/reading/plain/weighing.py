"""What a reason weighs: the places of a page, and how much a look speaks for each of them.

Weights are in the units of a log-odds: 1 is a hint, 3 is telling, 6 settles it unless the neighbours object.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from trucewatch.reading.plain.looks import Look


class Place(IntEnum):
    """Where in the page a unit stands; the states of the decision."""

    TOP = 0
    """Before the headline: menus, rubrics, stamps, pictures."""
    HEADLINE = 1
    DECK = 2
    META = 3
    """Byline, stamp, a dateline on its own line."""
    CAPTION = 4
    BODY = 5
    SUBHEAD = 6
    """A heading between paragraphs of the report."""
    INSERT = 7
    """Something foreign between headline and end of the report."""
    TAIL = 8
    """After the report: lists, boxes, small print."""
    COMMENTS = 9
    THREAD = 10
    """The heading from which readers' comments begin."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One reason: where `test` holds, the places named gain or lose so much."""

    why: str
    test: Callable[[Look], bool]
    gains: tuple[tuple[Place, float], ...]


def weight(why: str, test: Callable[[Look], bool], gains: str) -> Weight:
    """A weight from its short form: "BODY +5, TOP -3"."""
    pairs = (entry.split() for entry in gains.split(","))
    return Weight(why, test, tuple((Place[place], float(gain)) for place, gain in pairs))


def solid(k: Look) -> bool:
    """A finished piece of running text."""
    question = k.asks and k.early and k.words <= 20
    return k.prose and k.words >= 12 and (k.finished or k.words >= 25) and not (k.trails or question)


def short_sentence(k: Look) -> bool:
    """A sentence too short to tell a paragraph by; a question above the report is a headline."""
    return k.finished and 4 <= k.words < 12 and not (k.asks and k.early)


def label(k: Look) -> bool:
    """Short and without a stop: a heading, a button, an entry of a list."""
    return k.words <= 14 and not k.finished and not k.trails


def chrome(k: Look) -> bool:
    """Has a cue of what stands around articles."""
    return k.navigation or k.notice or k.sign_up or k.menu or k.size or k.rhythm
