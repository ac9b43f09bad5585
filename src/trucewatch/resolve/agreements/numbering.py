"""Numbers at the head of lines: what kind each is, and what it counts."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_CARDINALS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)

_ARTICLE: Final = re.compile(
    r"(?:article|section|point|paragraph|provision|clause|chapter|item)\s+"
    r"(?P<n>\d{1,3}|[ivxlcIVXLC]{1,6}|[A-Za-z]{3,8})\b(?P<tail>\s?[.:)\u2013\u2014-]{0,2})\s*",
    re.IGNORECASE,
)
_ANNEX: Final = re.compile(
    r"(?:annex|appendix|attachment|schedule)(?:\s+(?P<n>\d{1,2}|[ivxIVX]{1,4}|[A-Z]))?\b\s*[.:\u2013\u2014-]?",
    re.IGNORECASE,
)
_DECIMAL: Final = re.compile(r"(?P<n>\d{1,3}(?:\.\d{1,3}){1,4})[.)]?(?=\s|$)\s*")
_NUMBER: Final = re.compile(
    r"(?:\u00a7\s?)?\(?(?P<n>\d{1,3})(?P<tail>[.)]|\.\)|\s?[\u2013\u2014-](?=\s))(?=\s|$|[A-Z(])\s*"
)
_BARE: Final = re.compile(r"(?P<n>\d{1,3})\s+(?=[A-Z(\u201c\"])")
_LETTER: Final = re.compile(r"(?P<open>\(?)(?P<n>[a-zA-Z]|[ivxlIVXL]{2,6})(?P<tail>[.)])(?=\s|$)\s*")
_BULLET: Final = re.compile(r"(?P<n>[-\u2013\u2014\u2022\u25cf\u25aa*\u00b7])\s+")
_SHORT: Final = 120
"""The most code points of a line that is an annex's head and no sentence about one."""


class Style(StrEnum):
    """The kinds of number."""

    ARTICLE = "article"
    NUMBER = "number"
    BARE = "bare"
    DECIMAL = "decimal"
    UPPER_ROMAN = "upper roman"
    ROMAN = "roman"
    UPPER = "upper letter"
    LETTER = "letter"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Head:
    """A number at the head of a line; several may be meant by one sign: "(i)" is a letter or a number."""

    style: Style
    printed: str
    """As it stands in a path: "1", "a", "iv"."""
    value: int
    width: int
    """Code points to the first word behind it."""
    or_letter: bool = False
    """A Roman number of one letter, which may be that letter."""

    @property
    def letter_value(self) -> int:
        """Which letter of the alphabet it is."""
        return ord(self.printed.lower()) - 96 if len(self.printed) == 1 and self.printed.isalpha() else 0


def head_of(words: str) -> Head | None:
    """The number that the line begins with; None where it begins with none."""
    if found := _ARTICLE.match(words):
        return _article(words, found)
    if found := _DECIMAL.match(words):
        return Head(Style.DECIMAL, found["n"], int(found["n"].rpartition(".")[2]), found.end())
    if found := _NUMBER.match(words):
        return Head(Style.NUMBER, found["n"], int(found["n"]), found.end())
    if found := _BARE.match(words):
        return None if _names_month(words, found.end()) else _counted(Style.BARE, found)
    if found := _LETTER.match(words):
        return _letter(found, words)
    if found := _BULLET.match(words):
        return Head(Style.BULLET, "", 0, found.end())
    return None


def annex_of(words: str) -> str | None:
    """The name of the annex whose head the line is ("annex A"); None where it is none."""
    found = _ANNEX.match(words)
    if found is None or len(words) > _SHORT or words.rstrip().endswith((".", ";", ",")):
        return None
    return f"annex {found['n']}" if found["n"] else "annex"


def _article(words: str, found: re.Match[str]) -> Head | None:
    value = _value(found["n"])
    behind = words[found.end() :]
    # "Article 4 of the treaty remains" is a sentence about an article, and no head of one.
    if value is None or (
        not found["tail"].strip() and behind and not behind[0].isupper() and behind[0] not in '(\u201c"'
    ):
        return None
    return Head(Style.ARTICLE, found["n"], value, found.end())


def _value(number: str) -> int | None:
    plain = number.lower()
    if plain.isdecimal():
        return int(plain)
    if plain in _ORDINALS:
        return _ORDINALS.index(plain) + 1
    if plain in _CARDINALS:
        return _CARDINALS.index(plain) + 1
    return roman(plain)


def roman(number: str) -> int | None:
    """The value of a Roman number; None for what is none."""
    values = [_ROMAN.get(c) for c in number.lower()]
    total, before = 0, 0
    for value in reversed(values):
        if value is None:
            return None
        total += value if value >= before else -value
        before = max(before, value)
    return total or None


def _counted(style: Style, found: re.Match[str]) -> Head:
    return Head(style, found["n"], int(found["n"]), found.end())


def _names_month(words: str, at: int) -> bool:
    return words[at:].split(maxsplit=1)[0].strip(".,").lower() in _MONTHS


def _letter(found: re.Match[str], words: str) -> Head | None:
    sign, upper = found["n"], found["n"].isupper()
    # "J. Harl" is a name with its initial; only long lines stand under a capital with a dot.
    if upper and len(sign) == 1 and found["tail"] == "." and sign not in "IVX" and len(words) < 60:
        return None
    value = roman(sign)
    if value is not None and (len(sign) > 1 or sign.lower() in "ivx"):
        style = Style.UPPER_ROMAN if upper else Style.ROMAN
        return Head(style, sign, value, found.end(), or_letter=len(sign) == 1)
    if len(sign) > 1:
        return None
    return Head(Style.UPPER if upper else Style.LETTER, sign, ord(sign.lower()) - 96, found.end())
