"""By when a provision is to be carried out: a date, or so long after a day that the text gives."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from trucewatch.record.agreements import Due, DueGrounds
from trucewatch.record.spans import Range
from trucewatch.record.times import Timex, TimexType

_UNITS: Final = {"hour": 0, "day": 1, "week": 7}
_NUMBERS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
     "ninety": 90, "hundred": 100, "dozen": 12}  # fmt: skip
_LENGTH: Final = (
    r"(?P<count>\d{1,4}|[a-z]{1,9} (?:dozen|hundred)|"
    r"[a-z]{1,9}(?:-[a-z]{1,6})?)(?:\s?\(\s?(?P<figure>\d{1,4})\s?\))?\s+"
    r"(?:(?P<working>working|business|calendar|consecutive)\s+)?(?P<unit>hour|day|week|month|year)s?"
)
_WITHIN: Final = re.compile(
    r"\b(?:within|(?:no|not) (?:later|more) than|in no more than|at the latest|inside)\s+(?:a (?:period|term) of\s+)?"
    + _LENGTH
    + r"(?P<base>\s*,?\s*(?:of|after|from|following|upon|as of|counting from)\s+[^.;,]{0,80})?",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"\b" + _LENGTH + r"(?P<base>\s+(?:after|from|following|upon)\s+[^.;,]{0,80})", re.IGNORECASE
)
_BEFORE_DATE: Final = re.compile(
    r"(?:\b(?:by|before|until|till|prior to|(?:no|not) later than|at the latest (?:by|on)|on or before|up to)"
    r"(?:\s+the|\s+and including)?|\bcomplet\w+ on|\bon)\s*$",
    re.IGNORECASE,
)
_STARTING: Final = re.compile(
    r"\b(?:start\w*|begin\w*|commenc\w*|from|since|as of|signed|dated)\b[^.;]{0,40}$", re.IGNORECASE
)
_LEAD: Final = 40
"""Code points before a date in which the word that makes it a deadline stands."""
_SIGNING: Final = re.compile(r"\b(?:sign\w*|conclu\w+|the date of (?:this|the present)|adopt\w+)", re.IGNORECASE)
_FORCE: Final = re.compile(
    r"\b(?:entry into|enter\w* into|com\w+ into) (?:force|effect)|\btak\w+ effect|\beffective", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that deadlines are counted from, where they are known."""

    signed: str | None = None
    in_force: str | None = None


def due_in(text: str, at: Range, times: Sequence[Timex], days: Days) -> Due | None:
    """By when what these words bind to is due; None where they set no term. `times` are those within the words."""
    for timex in times:
        lead = text[max(at.start, timex.start - _LEAD) : timex.start]
        found = _BEFORE_DATE.search(lead)
        day = _day(timex)
        if found is not None and day is not None and not _starts(lead, found):
            return Due(Range(timex.start - len(lead) + found.start(), timex.end), day, DueGrounds.STATED)
    words = at.of(text)
    for pattern in (_WITHIN, _AFTER):
        for match in pattern.finditer(words):
            if (due := _counted(match, at.start, days)) is not None:
                return due
    return None


def _starts(lead: str, found: re.Match[str]) -> bool:
    """Whether the date is a beginning and no end: "starting at noon on"."""
    return found[0].strip().lower() == "on" and _STARTING.search(lead[: found.start()]) is not None


def _day(timex: Timex) -> str | None:
    """The last day that a date can mean; midnight at a day's end belongs to that day."""
    if timex.type not in (TimexType.DATE, TimexType.TIME) or timex.latest is None:
        return None
    if timex.value[:4].isdigit() and timex.type is TimexType.TIME:
        return timex.value[:10]
    return timex.latest[:10]


def _counted(match: re.Match[str], offset: int, days: Days) -> Due | None:
    count = int(match["figure"]) if match["figure"] else number(match["count"])
    if count is None:
        return None
    base = match["base"] or ""
    day = _base(base, days)
    at = Range(offset + match.start(), offset + match.start() + len(match[0].rstrip()))
    if day is None or match["working"] in ("working", "business"):
        return Due(at, None, DueGrounds.OPEN)
    return Due(at, _later(day, count, match["unit"].lower()), DueGrounds.COUNTED)


def _base(words: str, days: Days) -> str | None:
    """The day that is counted from; what is said of no day is counted from the signing."""
    if _FORCE.search(words):
        return days.in_force
    if not words.strip() or _SIGNING.search(words):
        return days.signed
    return None


def number(words: str) -> int | None:
    """The number that the words name ("ten", "twenty-one", "72"); None where they name none."""
    if words.isdecimal():
        return int(words)
    total = 0
    for word in re.split(r"[- ]", words.lower()):
        if word == "and":
            continue
        value = _NUMBERS.get(word)
        if value is None:
            return None
        total = total * value if word in ("hundred", "dozen") and total else total + value
    return total or None


def _later(day: str, count: int, unit: str) -> str | None:
    """So much later; hours count as the days that they reach into. None beyond the calendar."""
    try:
        start = date.fromisoformat(day)
        if unit in _UNITS:
            step = _UNITS[unit] * count if unit != "hour" else -(-count // 24)
            return (start + timedelta(days=step)).isoformat()
        months = start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1])).isoformat()
    except (ValueError, OverflowError):
        return None
