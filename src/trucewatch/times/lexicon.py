"""Which class each word has for the grammar.

A class is one character of Unicode's private use area, so that none can be mistaken for a sign of a pattern.
"""

from typing import Final

from trucewatch.times.words import (
    DAY_PARTS,
    DECADES,
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

_NAMES: Final = (
    # marks
    "OTHER BREAK HYPHEN DASH DOT STOP SLASH COLON COMMA BAR OPEN CLOSE QUOTE PLUS MONEY PERCENT FINAL POSS "
    # figures: day or hour, year, other of two, four, one or three and more digits, 13th
    "DAY YEAR TWO FOUR INT BIG ORD "
    # words of the calendar
    "MONTH MAY SHORTMONTH WEEKDAY SHORTDAY WEEKDAYS SEASON FALL PART NIGHT NOON OVERNIGHT TODAY TONIGHT DECADE "
    "UNIT SECOND QUARTER UNITS SECONDS WEEKEND WEEKENDS CENTURY FISCAL PERIOD TERM ERA MERIDIEM ZONE OCLOCK "
    # words of number
    "ONE TEN ORDINAL HUNDRED FEW SEVERAL COUPLE OF HALF AND OR MORE AN ANOTHER SOME BOTH "
    # words of relation
    "THE THIS THAT LAST PAST NEXT COMING FOLLOWING PREVIOUS SAME CURRENT LATEST EVERY AGO EARLIER LATER BEFORE FROM "
    "NOW RECENT RECENTLY SOON FUTURE ONCE TIME MOMENT DAYS YEAR_WORD MONTH_WORD WEEK_WORD HOUR_WORD DAY_WORD "
    "EARLY LATE MID MIDDLE BEGINNING ENDING END EVE AFTER IN ON AT TO FOR BY SINCE UNTIL DURING THROUGH BETWEEN "
    "ABOUT LEAST MOST LESS THAN NEARLY UP OVER WITHIN ONLY NO AHEAD OLD LONG TRADING SO BEYOND ADVERB WHILE "
    "YESTERDAY TOMORROW NEAR FISCAL_YEAR LOCAL FULL FIRST HENCE SETWORD YEARAGO NOWADAYS HENCEFORTH "
    "COMPARABLE PER ITS CENT ESS ADJECTIVE RIGHT THESE HOLIDAY NEW TEE"
).split()

CLASS: Final[dict[str, str]] = {name: chr(0xE000 + index) for index, name in enumerate(dict.fromkeys(_NAMES))}
"""Each class's name to its character."""

_PLAIN: Final[dict[str, str]] = {
    "TODAY": "today",
    "TONIGHT": "tonight",
    "YESTERDAY": "yesterday",
    "TOMORROW": "tomorrow",
    "OVERNIGHT": "overnight",
    "NOON": "noon midnight",
    "NIGHT": "night",
    "OCLOCK": "o'clock",
    "WEEKEND": "weekend",
    "WEEKENDS": "weekends weekdays",
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
    "PER": "per",
    "CENT": "cents percent pct",
    "NOWADAYS": "currently nowadays",
    "RECENTLY": "recently lately",
    "SETWORD": "daily weekly hourly nightly",
    "MERIDIEM": "am pm",
    "ESS": "s",
    "HOLIDAY": "christmas",
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


def _build() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for name, words in _PLAIN.items():
        kinds.update(dict.fromkeys(words.split(), name))
    tables: tuple[tuple[str, object], ...] = (
        ("MONTH", [m for m in MONTHS if len(m) > 4 and not m.endswith(".")] + ["june", "july"]),
        ("WEEKDAY", [d for d in WEEKDAYS if d.endswith("day")]),
        ("WEEKDAYS", [d + "s" for d in WEEKDAYS if d.endswith("day")]),
        ("SEASON", [s for s in SEASONS if s not in {"fall", "spring"}]),
        ("PART", [p for p in DAY_PARTS if p != "night"]),
        ("DECADE", DECADES),
        ("ONE", ONES),
        ("TEN", TENS),
        ("ORDINAL", [o for o in ORDINALS if o != "second"]),
        ("ZONE", [z for z in ZONES if len(z) > 2]),
        ("UNIT", [u for u in UNITS if u not in {"second", "night", "weekend", "quarter", "century"}]),
        ("UNITS", [u for u in UNIT_PLURALS if u not in {"seconds", "weekends"}]),
    )
    for name, table in tables:
        kinds.update(dict.fromkeys(table, name))  # type: ignore[call-overload]
    for word in ("march", "may"):
        kinds.pop(word, None)
    lexicon = {form: CLASS[name] for word, name in kinds.items() for form in (word, word.capitalize(), word.upper())}
    for name, words in _CAPITALISED_ONLY.items():
        lexicon |= {form: CLASS[name] for word in words.split() for form in (word.capitalize(), word.upper())}
    lexicon["T"] = CLASS["TEE"]
    lexicon |= {zone.upper(): CLASS["ZONE"] for zone in ZONES}
    for zone in ZONES:
        for form in (zone, zone.capitalize()):
            if lexicon.get(form) == CLASS["ZONE"]:
                del lexicon[form]
    return lexicon


LEXICON: Final[dict[str, str]] = _build()
"""Each form of a word that the grammar knows to its class; every other word is OTHER."""
