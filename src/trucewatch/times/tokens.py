"""A text as tokens and as a string of their classes, one character a token.

The grammar's patterns run over the class string, so an expression of six words is a match of six characters; a token
that no pattern knows is one class, OTHER, and costs a dictionary miss.
"""

import re
from dataclasses import dataclass
from typing import Final

from trucewatch.times.lexicon import CLASS, LEXICON

_TOKEN: Final = re.compile(
    r"[0-9]+(?:st|nd|rd|th)\b"
    r"|[0-9]+"
    r"|[ap]\.[ \u00a0]?m\.|[ap]m\b"
    r"|o['\u2019]clock\b"
    r"|[^\W\d_]+"
    r"|['\u2019]s\b"
    r"|\n[^\S\n]*\n"
    # Zero-width marks stand inside dates on real pages; left out, they cannot split one.
    r"|[^\w\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    r"|\w",
    re.IGNORECASE,
)

_OTHER: Final = CLASS["OTHER"]
_GLUED: Final = {
    "-": CLASS["HYPHEN"],
    "\u2010": CLASS["HYPHEN"],
    "\u2011": CLASS["HYPHEN"],
    "\u2013": CLASS["HYPHEN"],
    "\u2212": CLASS["HYPHEN"],
    ".": CLASS["DOT"],
    "/": CLASS["SLASH"],
    ":": CLASS["COLON"],
}
"""Marks between two letters or figures."""
_LOOSE: Final = {
    "-": CLASS["DASH"],
    "\u2013": CLASS["DASH"],
    "\u2014": CLASS["DASH"],
    ".": CLASS["STOP"],
    "/": CLASS["SLASH"],
    ",": CLASS["COMMA"],
    "|": CLASS["BAR"],
    "(": CLASS["OPEN"],
    ")": CLASS["CLOSE"],
    "'": CLASS["QUOTE"],
    "\u2019": CLASS["QUOTE"],
    "\u2018": CLASS["QUOTE"],
    "+": CLASS["PLUS"],
    "$": CLASS["MONEY"],
    "\u20ac": CLASS["MONEY"],
    "\u00a3": CLASS["MONEY"],
    "#": CLASS["MONEY"],
    "%": CLASS["PERCENT"],
    "!": CLASS["FINAL"],
    "?": CLASS["FINAL"],
    ";": CLASS["FINAL"],
}
_DAYS: Final = CLASS["DAY"]
_YEAR: Final = CLASS["YEAR"]
_BY_LENGTH: Final = {1: CLASS["INT"], 2: CLASS["TWO"], 3: CLASS["INT"], 4: CLASS["FOUR"]}
_DAY_FIGURES: Final = frozenset([str(n) for n in range(1, 32)] + [f"{n:02d}" for n in range(1, 10)])


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one range: parallel lists, and their classes as one string of the same length."""

    words: list[str]
    starts: list[int]
    """Offsets in the whole text."""
    classes: str

    def end(self, index: int) -> int:
        """The offset where the token ends."""
        return self.starts[index] + len(self.words[index])

    def word(self, index: int) -> str:
        """The token casefolded; empty outside the range."""
        return self.words[index].casefold() if 0 <= index < len(self.words) else ""


def _class_of_number(word: str) -> str:
    if not word.isdigit():
        return CLASS["ORD"]
    if word in _DAY_FIGURES:
        return _DAYS
    if len(word) == 4 and "1000" <= word <= "2999":
        return _YEAR
    return _BY_LENGTH.get(len(word), CLASS["BIG"])


def _class_of_mark(text: str, start: int, end: int, word: str) -> str:
    glued = _GLUED.get(word)
    if glued and start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum():
        return glued
    if word[0] == "\n":
        return CLASS["BREAK"]
    if len(word) == 2 and word[0] in "'\u2019":
        return CLASS["POSS"]
    if len(word) == 7:
        return CLASS["OCLOCK"]
    if len(word) > 2 and word[0] in "aApP":
        return CLASS["MERIDIEM"]
    return _LOOSE.get(word, _OTHER)


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of text[start:end]; one pass, a bounded number of steps a character."""
    words: list[str] = []
    starts: list[int] = []
    classes: list[str] = []
    known = LEXICON.get
    for found in _TOKEN.finditer(text, start, end):
        word = found.group()
        words.append(word)
        starts.append(found.start())
        kind = known(word)
        if kind is None:
            if word.isalpha():
                kind = _OTHER
            elif "0" <= word[0] <= "9":
                kind = _class_of_number(word)
            else:
                kind = _class_of_mark(text, found.start(), found.end(), word)
        classes.append(kind)
    return Tokens(words, starts, "".join(classes))
