"""What the uncased encoder cannot see of a word: its letters' case, its digits, which sign it is, what is before it."""

import re
from functools import lru_cache
from typing import Final

SHAPES: Final = 34
"""How many shapes there are; the last one stands for the special pieces at the edges of a window."""
SPECIAL: Final = SHAPES - 1
GLUES: Final = 4
"""What stands before a word: nothing (0), a blank (1), a line's start (2); 3 is a special piece's."""
GLUED, BLANK, LINE, EDGE = range(GLUES)

_SIGNS = {
    ".": 12, ",": 13, '"': 14, "“": 15, "„": 15, "‟": 15, "”": 16, "'": 17, "‘": 18, "‚": 18, "’": 19, "«": 20, "‹": 20,
    "»": 21, "›": 21, "``": 22, "`": 22, "''": 23, "’’": 23, "‘‘": 22, "-": 24, "--": 24, "–": 24, "—": 24, "―": 24,
    "(": 25, "[": 25, "{": 25, ")": 26, "]": 26, "}": 26, ":": 27, ";": 27, "…": 29,
}  # fmt: skip
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|s)?")
_FULL = re.compile(r"[!?]+")
_DOTS = re.compile(r"\.{2,}")


@lru_cache(20_000)  # a page repeats most of its words
def shape(word: str) -> int:
    """The class of a word's written form, 0 to SHAPES - 2."""
    sign = _SIGNS.get(word)
    if sign is not None:
        return sign
    if word[0].isdigit():
        return _number(word)
    if any(map(str.isalpha, word)):
        return _letters(word)
    if _FULL.fullmatch(word):
        return 28
    return 29 if _DOTS.fullmatch(word) else 30


def _number(word: str) -> int:
    if not _NUMBER.fullmatch(word):
        return 10
    if not word.isdigit():
        return 9
    return 6 if len(word) < 3 else 7 if len(word) == 3 else 8 if len(word) == 4 else 9


def _letters(word: str) -> int:
    if word[0] in "'’`´":
        return 31
    letters = "".join(filter(str.isalpha, word))
    if letters.lower() == letters.upper():
        return 11
    if letters.islower():
        return 0
    if letters.isupper():
        return 3 if len(letters) == 1 else 2
    if letters[0].isupper() and letters[1:].islower():
        return 1
    return 32 if "-" in word else 4
