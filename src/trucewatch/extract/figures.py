"""Figures in a sentence's words: "14", "3,000", "1.2 million", "some two dozen", "between ten and fifteen".

A figure is a run of words with the bounds that it sets: from a lowest to a highest value, either of them open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.record.mentions import Relation
from trucewatch.times.words import ONES, TENS

_PLAIN: Final = re.compile(r"\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_GROUPED: Final = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,4}", re.ASCII)
_FIRST_GROUP: Final = re.compile(r"[1-9]\d{0,2}", re.ASCII)
_GROUP: Final = re.compile(r"\d{3}", re.ASCII)
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_HEAPS: Final = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}
"""Plurals that count nothing but their size: two of them at least."""
_FIRST: Final = frozenset([*ONES, *TENS, *_SCALES, *_HEAPS, "a", "an", "tens", "several", "couple"])
"""The words with which a figure can begin."""
_HYPHENS: Final = frozenset("-‐‑")
_RANGES: Final = frozenset(["to", "-", "‐", "‑", "–", "—"])
_LONGEST: Final = 12
"""Words; nobody writes a longer number out."""

_BEFORE: Final[tuple[tuple[str, Relation], ...]] = (
    ("at least", Relation.AT_LEAST),
    ("no fewer than", Relation.AT_LEAST),
    ("no less than", Relation.AT_LEAST),
    ("not less than", Relation.AT_LEAST),
    ("not fewer than", Relation.AT_LEAST),
    ("more than", Relation.AT_LEAST),
    ("greater than", Relation.AT_LEAST),
    ("upwards of", Relation.AT_LEAST),
    ("a minimum of", Relation.AT_LEAST),
    ("over", Relation.AT_LEAST),
    ("above", Relation.AT_LEAST),
    ("no more than", Relation.AT_MOST),
    ("not more than", Relation.AT_MOST),
    ("at most", Relation.AT_MOST),
    ("up to", Relation.AT_MOST),
    ("as many as", Relation.AT_MOST),
    ("fewer than", Relation.AT_MOST),
    ("less than", Relation.AT_MOST),
    ("under", Relation.AT_MOST),
    ("a maximum of", Relation.AT_MOST),
    ("about", Relation.ABOUT),
    ("around", Relation.ABOUT),
    ("some", Relation.ABOUT),
    ("nearly", Relation.ABOUT),
    ("almost", Relation.ABOUT),
    ("roughly", Relation.ABOUT),
    ("approximately", Relation.ABOUT),
    ("close to", Relation.ABOUT),
    ("an estimated", Relation.ABOUT),
    ("estimated", Relation.ABOUT),
    ("circa", Relation.ABOUT),
    ("reportedly", Relation.ABOUT),
)
_LEADS: Final = tuple(
    sorted(((tuple(w.split()), r) for w, r in _BEFORE), key=lambda pair: -len(pair[0])),
)
_AFTER: Final = {
    ("or", "more"): Relation.AT_LEAST,
    ("or", "so"): Relation.ABOUT,
    ("or", "fewer"): Relation.AT_MOST,
    ("or", "less"): Relation.AT_MOST,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence; `first` and `last` number its words, half-open, without those of its relation."""

    first: int
    last: int
    bounds: tuple[tuple[float, Relation], ...]
    """One value, or the two ends of a range: at least, then at most."""


def figures(words: Sequence[str]) -> list[Figure]:
    """The figures among a sentence's words, in order; linear in the words."""
    found, at = [], 0
    low = [w.casefold() for w in words]
    while at < len(words):
        figure = _figure(low, at) if low[at] in _FIRST or low[at][:1].isdigit() else None
        if figure:
            found.append(figure)
        at = figure.last if figure else at + 1
    return found


def _figure(words: Sequence[str], at: int) -> Figure | None:
    one = _number(words, at)
    if one is None:
        return None
    value, last, plain = one
    joint = words[last] if last < len(words) else ""
    between = words[at - 1] if at else ""
    if joint in _RANGES or (joint == "and" and between == "between"):
        other = _number(words, last + 1)
        if other and other[0] > value and other[2] is Relation.EXACT:
            # "ten to fifteen thousand": the scale of the second is the first's too where it would else be lower.
            least = value * _scale_of(words, last + 1, other[1]) if value < other[0] / 100 else value
            return Figure(at, other[1], ((least, Relation.AT_LEAST), (other[0], Relation.AT_MOST)))
    after = next((r for pair, r in _AFTER.items() if tuple(words[last : last + 2]) == pair), None)
    relation = _led(words, at) or after or plain
    return Figure(at, last, ((value, relation),))


def _scale_of(words: Sequence[str], first: int, last: int) -> int:
    scale = 1
    for word in words[first:last]:
        scale *= _SCALES.get(word, 1)
    return scale


def _led(words: Sequence[str], at: int) -> Relation | None:
    """The relation that the words before a figure say: "at least", "about"; None where they say none."""
    for lead, relation in _LEADS:
        if at >= len(lead) and tuple(words[at - len(lead) : at]) == lead:
            return relation
    return None


def _number(words: Sequence[str], at: int) -> tuple[float, int, Relation] | None:
    """The number that begins here: its value, where it ends, and its bound by itself: dozens are two at least."""
    if at >= len(words):
        return None
    if found := _heap(words, at) or _spaced(words, at):
        return found
    total, part, last, seen = 0.0, 0.0, at, False
    for n in range(at, min(len(words), at + _LONGEST)):
        word = words[n]
        small = _small(word)
        if small is not None and part and not _goes_on(part, small, words[n - 1]):
            break
        if small is not None:
            part, seen, last = part + small, True, n + 1
        elif word in _SCALES and (seen or _begins(words, at, n)):
            scaled = (part or 1) * _SCALES[word]
            total, part = (total, scaled) if _SCALES[word] == 100 else (total + scaled, 0.0)
            seen, last = True, n + 1
        elif not _joins(words, n, seen):
            break
    return (total + part, last, Relation.EXACT) if seen else None


def _begins(words: Sequence[str], at: int, n: int) -> bool:
    """Whether a scale may stand with no number before it: a hundred, a dozen."""
    return n == at or (n == at + 1 and words[at] in ("a", "an"))


def _joins(words: Sequence[str], n: int, seen: bool) -> bool:
    """A word that holds a number together: the "a" of a hundred, the hyphen and the "and" of two hundred and ten."""
    following = words[n + 1] if n + 1 < len(words) else ""
    if words[n] in ("a", "an"):
        return not seen and following in _SCALES
    if words[n] in _HYPHENS:
        return seen and words[n - 1] in TENS and following in ONES
    return words[n] == "and" and seen and words[n - 1] in _SCALES and _small(following) is not None


def _goes_on(part: float, small: float, before: str) -> bool:
    """Whether a small number may follow within one number: twenty-one, one hundred five, not "14 20"."""
    if small != int(small) or part != int(part):
        return False
    if part >= 100 and part % 100 == 0:
        return small < 100 and not before.isdigit()
    return part % 10 == 0 and part < 100 and 0 < small < 10 and (before in TENS or before in _HYPHENS)


def _small(word: str) -> float | None:
    if word in ONES:
        return float(ONES[word])
    if word in TENS:
        return float(TENS[word])
    if _PLAIN.fullmatch(word):
        return float(word)
    if _GROUPED.fullmatch(word):
        return float(re.sub(r"\D", "", word))
    return None


def _spaced(words: Sequence[str], at: int) -> tuple[float, int, Relation] | None:
    """Figures parted by blanks, where each group is a word: 1 204, 12 000 000."""
    if not _FIRST_GROUP.fullmatch(words[at]):
        return None
    last = at + 1
    while last < min(len(words), at + 4) and _GROUP.fullmatch(words[last]):
        last += 1
    return (float("".join(words[at:last])), last, Relation.EXACT) if last > at + 1 else None


def _heap(words: Sequence[str], at: int) -> tuple[float, int, Relation] | None:
    """Dozens, hundreds of thousands, tens of thousands; a couple of, several hundred."""
    word, behind = words[at], tuple(words[at + 1 : at + 3])
    if word == "tens" and len(behind) == 2 and behind[0] == "of" and behind[1] in _HEAPS:
        return 10.0 * _HEAPS[behind[1]], at + 3, Relation.AT_LEAST
    if word in _HEAPS:
        if len(behind) == 2 and behind[0] == "of" and behind[1] in _HEAPS:
            return float(_HEAPS[word] * _HEAPS[behind[1]] // 2), at + 3, Relation.AT_LEAST
        return float(_HEAPS[word]), at + 1, Relation.AT_LEAST
    if word == "several" and behind and behind[0] in _SCALES:
        return 3.0 * _SCALES[behind[0]], at + 2, Relation.ABOUT
    if word == "couple" and behind[:1] == ("of",):
        return 2.0, at + 1, Relation.EXACT
    return None
