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
