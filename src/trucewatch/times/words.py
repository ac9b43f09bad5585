"""The words of the calendar, casefolded: what each means, and nothing of how they combine."""

from typing import Final

_MONTH_NAMES: Final = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)

_WEEKDAY_NAMES: Final = (
    ("monday", "mon"),
    ("tuesday", "tues", "tue"),
    ("wednesday", "wed"),
    ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)


def _numbered(names: tuple[tuple[str, ...], ...], first: int) -> dict[str, int]:
    """Each name to its number, abbreviations also with their dot."""
    numbers: dict[str, int] = {}
    for number, (full, *short) in enumerate(names, start=first):
        numbers[full] = number
        for name in short:
            numbers[name] = numbers[name + "."] = number
    return numbers


MONTHS: Final[dict[str, int]] = _numbered(_MONTH_NAMES, 1)
"""Month names and abbreviations, with and without their dot, to 1..12."""

WEEKDAYS: Final[dict[str, int]] = _numbered(_WEEKDAY_NAMES, 0)
"""Weekday names and abbreviations, with and without their dot, to 0..6; Monday is 0."""

UNITS: Final[dict[str, str]] = {
    "second": "S",
    "minute": "MIN",
    "hour": "H",
    "day": "D",
    "night": "NI",
    "week": "W",
    "fortnight": "FN",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
"""Units of time in the singular, to a short code of our own (TIMEX3 writes M for months and for minutes)."""

UNIT_PLURALS: Final[dict[str, str]] = {
    name[:-1] + "ies" if name.endswith("y") and name not in {"day"} else name + "s": code
    for name, code in UNITS.items()
}
"""Units of time in the plural, to the same codes."""

SEASONS: Final[dict[str, str]] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""Seasons to their TIMEX3 codes."""

DAY_PARTS: Final[dict[str, str]] = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "midday": "TMI",
    "dawn": "TMO",
    "dusk": "TEV",
}
"""Parts of a day to their TIMEX3 codes."""

ONES: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        start=1,
    )
}
"""Number words from one to nineteen."""

TENS: Final[dict[str, int]] = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
"""Number words for the tens from twenty."""

ORDINALS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
"""Ordinal words of one token."""

DECADES: Final[dict[str, int]] = {
    "twenties": 192,
    "thirties": 193,
    "forties": 194,
    "fifties": 195,
    "sixties": 196,
    "seventies": 197,
    "eighties": 198,
    "nineties": 199,
}
"""Decade words to the first three digits of their years; the last century is meant."""

HOLIDAYS: Final[dict[str, tuple[int, int]]] = {"christmas": (12, 25)}
"""Feasts of one fixed day to their month and day."""

ZONES: Final = frozenset(
    "z gmt utc est edt cst cdt mst mdt pst pdt et pt ct bst cet cest eet eest msk ist pkt jst kst "
    "aest cat eat wat amt".split()
)
"""Abbreviations of time zones."""
