"""Dates as markup writes them, to an ISO 8601 prefix in the page's own time."""

import datetime
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_LONGEST = 100  # characters; no stated date is longer
_ISO = re.compile(r"^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d-])")
_YEAR = re.compile(r"^\d{4}$")
_SLASHED = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?\d{2,6})?(?!\d)")
_DOTTED = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_EITHER = re.compile(r"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[\s-]{1,3}([A-Za-z]{3,9})\.?,?[\s-]{1,3}(\d{4})\b")
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b")
_SCRIPTED = re.compile(r"^[A-Za-z]{3} ([A-Za-z]{3}) (\d{2}) (?:[\d:]{8} )?(?:[A-Z]{3,5} )?(\d{4})\b")
_EARLIEST = datetime.date(1970, 1, 2)  # the day before is what a missing date turns into


def stated_date(text: str | None) -> str | None:
    """The date `text` states: "2018-03-25", "2018-03" or "2018"; None for none, an impossible one or the epoch.

    The day is the one written, in whatever time zone the page writes it. Where day and month cannot be told apart
    ("05/04/2018") nothing is stated.
    """
    text = (text or "").strip()[:_LONGEST]
    if _YEAR.match(text):
        return text if int(text) > _EARLIEST.year else None
    if found := _ISO.match(text):
        year, month, day = found.groups()
        return _day(year, month, day) if day else _month(year, month)
    for pattern in (_SLASHED, _COMPACT):
        if found := pattern.match(text):
            return _day(*found.groups())
    return _day_first(text) or _in_words(text)


def _day_first(text: str) -> str | None:
    if found := _DOTTED.match(text):
        day, month, year = found.groups()
        return _day(year, month, day)
    if found := _EITHER.match(text):
        first, second, year = found.groups()
        if int(first) > 12 or first == second:
            return _day(year, second, first)
        return _day(year, first, second) if int(second) > 12 else None
    return None


def _in_words(text: str) -> str | None:
    if found := _DAY_MONTH.search(text):
        day, name, year = found.groups()
    elif found := _MONTH_DAY.search(text) or _SCRIPTED.match(text):
        name, day, year = found.groups()
    else:
        return None
    month = _MONTHS.get(name.lower())
    return _day(year, str(month), day) if month else None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date.isoformat() if date >= _EARLIEST else None


def _month(year: str, month: str) -> str | None:
    number = int(month)
    return f"{year}-{number:02d}" if 1 <= number <= 12 and int(year) > _EARLIEST.year else None
