"""The first and last moment that a value can mean."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from trucewatch.record.dates import FIRST_YEAR, LAST_YEAR

Interval = tuple[str | None, str | None]
"""Earliest and latest as `Timex` has them; None where unknown or unbounded."""

UNKNOWN: Final[Interval] = (None, None)

_SHAPE: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:W(?P<week>[0-9]{2})(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?(?:T(?P<clock>[0-9]{2}:[0-9]{2}|[A-Z]{2}))?",
    re.ASCII,
)
_PARTS: Final = {
    "MO": ("05:00", "11:59"),
    "MI": ("11:00", "13:59"),
    "AF": ("12:00", "17:59"),
    "EV": ("17:00", "23:59"),
    "NI": ("18:00", "05:59"),
}
"""When each part of a day can begin and end; a night ends on the next day."""
_SEASON_MONTHS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_OPEN: Final = {"ON_OR_AFTER": (True, False), "BEFORE": (False, True)}


def interval_of(value: str, mod: str | None = None) -> Interval:
    """The interval of a value with a known year; both None for any other."""
    if "/" in value:
        ends = value.split("/", 1)
        return interval_of(ends[0])[0], interval_of(ends[1])[1]
    if value.isdigit() and len(value) in (2, 3):
        return _years(value)
    found = _SHAPE.fullmatch(value)
    if not found:
        return UNKNOWN
    days = _days(found)
    if days is None:
        return UNKNOWN
    if found["clock"]:
        return _clock(days[0], found["clock"])
    first, last = _narrowed(*days, mod)
    keep_first, keep_last = _OPEN.get(mod or "", (True, True))
    return first.isoformat() if keep_first else None, last.isoformat() if keep_last else None


def _years(value: str) -> Interval:
    size = 10 ** (4 - len(value))
    first = int(value) * size
    if not FIRST_YEAR <= first <= LAST_YEAR:
        return UNKNOWN
    return f"{first:04d}-01-01", f"{first + size - 1:04d}-12-31"


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    end = year if last >= first else year + 1
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def _days(found: re.Match[str]) -> tuple[date, date] | None:
    year = int(found["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if found["week"]:
        return _week(year, int(found["week"]), weekend=bool(found["weekend"]))
    if found["quarter"]:
        last = 3 * int(found["quarter"])
        return _months(year, last - 2, last)
    if found["half"]:
        last = 6 * int(found["half"])
        return _months(year, last - 5, last)
    if found["season"]:
        return _months(year, *_SEASON_MONTHS[found["season"]])
    if not found["month"]:
        return _months(year, 1, 12)
    return _in_month(year, int(found["month"]), found["day"])


def _in_month(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return _months(year, month, month)
    if not 1 <= int(day) <= monthrange(year, month)[1]:
        return None
    only = date(year, month, int(day))
    return only, only


def _week(year: int, week: int, *, weekend: bool) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


def _clock(day: date, clock: str) -> Interval:
    if clock in _PARTS:
        first, last = _PARTS[clock]
        end = day + timedelta(days=1) if last < first else day
        return f"{day.isoformat()}T{first}", f"{end.isoformat()}T{last}"
    if clock == "24:00":
        # Midnight at a day's end is the next day's first minute.
        day, clock = day + timedelta(days=1), "00:00"
    moment = f"{day.isoformat()}T{clock}"
    return moment, moment


def _narrowed(first: date, last: date, mod: str | None) -> tuple[date, date]:
    """Early and late are halves; the middle leaves out a quarter at each end."""
    length = (last - first).days
    if mod == "START":
        return first, first + timedelta(days=length // 2)
    if mod == "END":
        return last - timedelta(days=length // 2), last
    if mod == "MID":
        return first + timedelta(days=length // 4), last - timedelta(days=length // 4)
    return first, last
