"""What number words and figures say."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from trucewatch.times.words import ONES, ORDINALS, TENS

_LARGEST: Final = 6
"""Figures of more digits count nothing that a calendar can hold."""
_JOINTS: Final = frozenset(["-", "\u2010", "\u2011", "and", "of", "the", "more"])
_VAGUE: Final = frozenset(["few", "several", "many", "some"])


def figure(word: str) -> int | None:
    """The value of figures, with or without an ordinal's ending; None for other words and for too many digits."""
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _LARGEST else None


def ordinal(words: Sequence[str]) -> int | None:
    """13th, third, twenty-first."""
    if len(words) == 3 and words[0] in TENS:
        return TENS[words[0]] + ORDINALS.get(words[2], 0)
    if len(words) == 2 and words[0] in TENS:
        return TENS[words[0]] + ORDINALS.get(words[1], 0)
    if not words:
        return None
    return ORDINALS.get(words[0]) or figure(words[0])


def count_of(words: Sequence[str]) -> Fraction | None:
    """The number that a quantity's words say: 2, twenty-four, a hundred, 2 1/2, a couple of, an; None if vague."""
    if not words or _VAGUE.intersection(words):
        return None
    if "couple" in words:
        return Fraction(2)
    if "/" in words:
        return _with_fraction(words)
    if "." in words:
        return _decimal(words)
    total, part = Fraction(0), Fraction(0)
    for word in words:
        if word in _JOINTS:
            continue
        if word == "half":
            part += Fraction(1, 2)
        elif word in ("hundred", "thousand"):
            scale = 100 if word == "hundred" else 1000
            total, part = total + (part or 1) * scale, Fraction(0)
        else:
            number = _small(word)
            if number is None:
                return None
            part += number
    return total + part


def _small(word: str) -> int | None:
    if word in ("a", "an", "another", "additional"):
        return 1
    return ONES.get(word) or TENS.get(word) or figure(word)


def _with_fraction(words: Sequence[str]) -> Fraction | None:
    slash = list(words).index("/")
    if slash + 1 >= len(words):
        return None
    above, below = figure(words[slash - 1]), figure(words[slash + 1])
    whole = figure(words[slash - 2]) if slash >= 2 else 0
    if above is None or not below or whole is None:
        return None
    return whole + Fraction(above, below)


def _decimal(words: Sequence[str]) -> Fraction | None:
    whole, places = figure(words[0]), words[-1]
    if whole is None or figure(places) is None:
        return None
    return whole + Fraction(int(places), 10 ** len(places))


def year_of(words: Sequence[str]) -> int | None:
    """The year that words say: nineteen ninety-seven, two thousand, two thousand and one, 1997."""
    plain = [word for word in words if word not in _JOINTS]
    if len(plain) == 1:
        return figure(plain[0])
    values = [ONES.get(word) or TENS.get(word) or 0 for word in plain]
    if "thousand" in plain:
        rest = sum(values[2:])
        return 2000 + rest if plain[:2] == ["two", "thousand"] and rest < 100 else None
    century, rest = values[0], sum(values[1:])
    return century * 100 + rest if 10 <= century <= 20 and 10 <= rest <= 99 else None
