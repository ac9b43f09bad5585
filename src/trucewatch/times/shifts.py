"""Times a number of units before or after another: three days ago, a year earlier, two weeks later."""

from datetime import date, timedelta
from typing import Final

from trucewatch.times.calendar import (
    good_year,
    month_text,
    quarter_of,
    shift_days,
    shift_months,
    week_text,
    year_text,
)
from trucewatch.times.context import Context
from trucewatch.times.days import shifted_anchor, shifted_day, tell
from trucewatch.times.meaning import Shift

_DAYS: Final = {"D": 1, "NI": 1, "W": 7, "FN": 14, "WE": 7}
_MONTHS: Final = {"M": 1, "Q": 3}
_YEARS: Final = {"Y": 1, "DE": 10, "CE": 100}
_CLOCKS: Final = {"H": "hours", "MIN": "minutes", "S": "seconds"}


def shifted(shift: Shift, context: Context) -> str | None:
    """The value, as precise as the unit; None outside the years a page can mean."""
    if shift.unit in _DAYS:
        return _by_days(shift, context)
    if shift.unit in _MONTHS:
        return _by_months(shift, context)
    if shift.unit in _YEARS:
        return _by_years(shift, context)
    return _by_clock(shift, context)


def _by_days(shift: Shift, context: Context) -> str | None:
    count = shift.count * _DAYS[shift.unit]
    told = context.story.day if shift.story else None
    if shift.unit in ("D", "NI"):
        return shifted_day(told, count, context) if told else shifted_anchor(count, context)
    base = told or context.anchor.date
    if base is None:
        return "XXXX-WXX"
    day = shift_days(base, count)
    return None if day is None else week_text(day)


def _by_months(shift: Shift, context: Context) -> str | None:
    anchor, story = context.anchor, context.story
    base = story.month if shift.story else None
    if base is None and anchor.year is not None and anchor.month is not None:
        base = anchor.year, anchor.month
    if base is None:
        return "XXXX-XX"
    moved = shift_months(*base, shift.count * _MONTHS[shift.unit])
    if moved is None:
        return None
    if shift.unit == "Q":
        return f"{moved[0]:04d}-Q{quarter_of(moved[1])}"
    story.tell_month(*moved)
    return month_text(*moved)


def _by_years(shift: Shift, context: Context) -> str | None:
    story, count = context.story, shift.count * _YEARS[shift.unit]
    if story.quarter is not None and abs(count) <= 2:
        # Where quarters are compared, "a year earlier" is the same quarter.
        return f"{story.quarter[0] + count:04d}-Q{story.quarter[1]}"
    base = story.year if shift.story and story.year is not None else context.anchor.year
    if base is None:
        return "XXXX"
    year = good_year(base + count)
    if year is None:
        return None
    story.tell_year(year)
    return year_text(year)


def _by_clock(shift: Shift, context: Context) -> str | None:
    """Hours and minutes from a day without an hour: the day that they fall on is as much as is known."""
    base = (context.story.day if shift.story else None) or context.anchor.date
    hours = shift.count if shift.unit == "H" else 0
    if base is None:
        return "XXXX-XX-XX"
    days = int(hours / 24)
    moved: date | None = shift_days(base, days) if days else base + timedelta(0)
    return None if moved is None else tell(moved, context)
