"""Invented names, each with the spellings that different outlets write."""

import random
from collections.abc import Iterator

_ONSETS = ("b", "br", "d", "f", "g", "h", "kh", "k", "l", "m", "n", "p", "r", "s", "sh", "t", "tr", "v", "y", "z", "zh")
_VOWELS = ("a", "e", "i", "o", "u", "a", "e", "ai", "ey")
_CODAS = ("", "", "", "l", "n", "r", "s", "th", "k")
_FAMILY = ("ov", "enko", "ian", "ade", "oglu", "ic", "ev", "ari", "son", "eth")
_PLACE = ("ar", "in", "ograd", "eth", "abad", "ville", "kala", "mor", "ek", "ista")
_STATE = ("ia", "stan", "land", "any", "ur", "avia")
_VARIANTS = (("kh", "h"), ("ey", "ei"), ("zh", "j"), ("y", "i"), ("ian", "yan"), ("ov", "off"), ("k", "c"), ("th", "t"))


def syllables(chance: random.Random, count: int) -> str:
    """So many syllables in a row."""
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(count))


def person(chance: random.Random) -> str:
    """A given and a family name."""
    given = syllables(chance, chance.choice((1, 2))).capitalize()
    return f"{given} {(syllables(chance, chance.choice((1, 2))) + chance.choice(_FAMILY)).capitalize()}"


def place(chance: random.Random) -> str:
    """A town."""
    return (syllables(chance, chance.choice((1, 2))) + chance.choice(_PLACE)).capitalize()


def state(chance: random.Random) -> str:
    """A state."""
    return (syllables(chance, 2) + chance.choice(_STATE)).capitalize()


def spellings(name: str) -> tuple[str, ...]:
    """The name as it is, and up to two transliterations of it."""
    return tuple(dict.fromkeys((name, *_transliterated(name))))[:3]


def _transliterated(name: str) -> Iterator[str]:
    for old, new in _VARIANTS:
        if old in name[1:]:
            yield name[0] + name[1:].replace(old, new)
