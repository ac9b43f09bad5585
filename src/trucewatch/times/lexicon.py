"""Which class each word has for the grammar.

A class is one character of Unicode's private use area, so that none can be mistaken for a sign of a pattern.
"""

from collections.abc import Iterable
from typing import Final

from trucewatch.times.words import (
    DAY_PARTS,
    DECADES,
    HOLIDAYS,
    MONTHS,
    ONES,
    ORDINALS,
    SEASONS,
    TENS,
    UNIT_PLURALS,
    UNITS,
    WEEKDAYS,
    ZONES,
)

_SEEN_BY_SHAPE: Final = (
    # marks
    "OTHER BREAK HYPHEN DASH DOT STOP SLASH COLON COMMA BAR OPEN CLOSE QUOTE PLUS MONEY PERCENT FINAL POSS OCLOCK "
    # figures: a day or hour, a year, others of two, four, one or three and more digits, 13th
    "DAY YEAR TWO FOUR INT BIG ORD"
).split()
"""Classes that `tokens` gives by a token's shape."""

_PLAIN: Final[dict[str, str]] = {
    "TODAY": "today",
    "TONIGHT": "tonight",
    "YESTERDAY": "yesterday",
    "TOMORROW": "tomorrow",
    "OVERNIGHT": "overnight",
    "NOON": "noon midnight",
    "NIGHT": "night",
    "WEEKEND": "weekend",
    "WEEKENDS": "weekends",
    "CENTURY": "century",
    "QUARTER": "quarter",
    "SECOND": "second",
    "SECONDS": "seconds",
    "FISCAL": "fiscal financial",
    "PERIOD": "period",
    "TERM": "term",
    "FALL": "fall spring",
    "HUNDRED": "hundred thousand",
    "FEW": "few",
    "SEVERAL": "several many",
    "COUPLE": "couple",
    "OF": "of",
    "HALF": "half",
    "AND": "and",
    "OR": "or",
    "MORE": "more",
    "AN": "a an",
    "ANOTHER": "another additional",
    "SOME": "some",
    "THE": "the",
    "ITS": "its their his her our",
    "THIS": "this",
    "THAT": "that",
    "LAST": "last",
    "PAST": "past",
    "NEXT": "next",
    "COMING": "coming upcoming",
    "FOLLOWING": "following",
    "PREVIOUS": "previous preceding prior",
    "SAME": "same",
    "CURRENT": "current",
    "LATEST": "latest",
    "EVERY": "every each",
    "AGO": "ago",
    "EARLIER": "earlier",
    "LATER": "later",
    "BEFORE": "before",
    "AFTER": "after",
    "FROM": "from",
    "NOW": "now",
    "RECENT": "recent",
    "SOON": "soon",
    "FUTURE": "future",
    "TIME": "time",
    "MOMENT": "moment",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "MIDDLE": "middle",
    "BEGINNING": "beginning start",
    "END": "end close",
    "EVE": "eve",
    "IN": "in",
    "ON": "on",
    "AT": "at",
    "TO": "to",
    "FOR": "for",
    "BY": "by",
    "SINCE": "since",
    "UNTIL": "until till",
    "DURING": "during throughout",
    "THROUGH": "through",
    "BETWEEN": "between",
    "ABOUT": "about around approximately roughly",
    "LEAST": "least",
    "MOST": "most",
    "LESS": "less fewer",
    "THAN": "than",
    "NEARLY": "nearly almost",
    "UP": "up",
    "OVER": "over",
    "WITHIN": "within",
    "NO": "no",
    "AHEAD": "ahead",
    "OLD": "old",
    "LONG": "long",
    "TRADING": "trading working business calendar consecutive straight",
    "SO": "so",
    "BEYOND": "beyond",
    "WHILE": "while",
    "NEAR": "near short immediate",
    "LOCAL": "local",
    "FULL": "full entire whole",
    "HENCE": "hence",
    "COMPARABLE": "comparable corresponding",
    "CENT": "cents percent pct",
    "LONGWORD": "daylong weeklong monthlong yearlong",
    "NOWADAYS": "currently nowadays",
    "RECENTLY": "recently lately",
    "SETWORD": "daily weekly hourly nightly",
    "MERIDIEM": "am pm",
    "ESS": "s",
    "NEW": "new",
    "RIGHT": "right",
    "THESE": "these",
    "ADJECTIVE": "flat good strong weak seasonally",
}

_CAPITALISED_ONLY: Final[dict[str, str]] = {
    "MAY": "may march",
    "SHORTMONTH": "jan feb mar apr jun jul aug sept sep oct nov dec",
    "SHORTDAY": "mon tue tues wed thu thur thurs fri sat sun",
}
"""Words that mean something else in lower case ("may", "march", "sat"), or are too short to trust there."""


_TABLES: Final[dict[str, Iterable[str]]] = {
    "MONTH": [
        month for month in MONTHS if len(month) > 3 and month not in ("sept", "march") and not month.endswith(".")
    ],
    "WEEKDAY": [day for day in WEEKDAYS if day.endswith("day")],
    "WEEKDAYS": [day + "s" for day in WEEKDAYS if day.endswith("day")],
    "SEASON": SEASONS.keys() - {"fall", "spring"},
    "PART": DAY_PARTS.keys() - {"night"},
    "DECADE": DECADES,
    "ONE": ONES,
    "TEN": TENS,
    "ORDINAL": ORDINALS.keys() - {"second"},
    "UNIT": UNITS.keys() - {"second", "night", "weekend", "quarter", "century", "year", "day"},
    "ANNUM": ["year"],
    "DAYUNIT": ["day"],
    "UNITS": set(UNIT_PLURALS) - {"seconds", "weekends"},
    "HOLIDAY": HOLIDAYS,
}

CLASS: Final[dict[str, str]] = {
    name: chr(0xE000 + index)
    for index, name in enumerate([*_SEEN_BY_SHAPE, *_PLAIN, *_CAPITALISED_ONLY, *_TABLES, "ZONE", "TEE"])
}
"""Each class's name to its character."""


def _build() -> dict[str, str]:
    kinds = {word: name for name, words in _PLAIN.items() for word in words.split()}
    kinds |= {word: name for name, words in _TABLES.items() for word in words}
    lexicon = {form: CLASS[name] for word, name in kinds.items() for form in (word, word.capitalize(), word.upper())}
    for name, words in _CAPITALISED_ONLY.items():
        lexicon |= {form: CLASS[name] for word in words.split() for form in (word.capitalize(), word.upper())}
    # Zones are capitals: "est" and "ist" are words of other languages, "et" of Latin.
    return lexicon | {zone.upper(): CLASS["ZONE"] for zone in ZONES} | {"T": CLASS["TEE"]}


LEXICON: Final[dict[str, str]] = _build()
"""Each form of a word that the grammar knows to its class; every other word is OTHER."""
