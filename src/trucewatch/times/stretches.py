"""Stretches longer than a day: weeks, weekends, months, quarters, halves, seasons, years, decades, centuries."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from trucewatch.times.calendar import (
    good_year,
    month_text,
    quarter_of,
    season_start,
    shift_days,
    shift_months,
    week_text,
    year_text,
)
from trucewatch.times.context import Context
from trucewatch.times.meaning import Rel, When
from trucewatch.times.tense import Tense

_STEPS: Final = {Rel.LAST: -1, Rel.PREVIOUS: -1, Rel.NEXT: 1, Rel.FOLLOWING: 1}
_STORY: Final = (Rel.PREVIOUS, Rel.FOLLOWING, Rel.THAT)


def _step(when: When) -> int:
    return _STEPS.get(when.rel, 0) if when.rel else 0


def _base_day(when: When, context: Context) -> date | None:
    if when.rel in _STORY and context.story.day is not None:
        return context.story.day
    return context.anchor.date


def _week(when: When, context: Context) -> str:
    base = _base_day(when, context)
    day = shift_days(base, 7 * _step(when)) if base else None
    return "XXXX-WXX" if day is None else week_text(day)


def _weekend(when: When, context: Context) -> str:
    base = _base_day(when, context)
    if base is None:
        return "XXXX-WXX-WE"
    if base.weekday() >= 5:
        day = shift_days(base, 7 * _step(when))
    else:
        future = _step(when) > 0 or (when.rel in (None, Rel.THIS) and context.tense() is Tense.FUTURE)
        this_week = future or (when.rel is Rel.THIS and context.tense() is not Tense.PAST)
        day = base if this_week else shift_days(base, -7)
    return "XXXX-WXX-WE" if day is None else f"{week_text(day)}-WE"


def _month(when: When, context: Context) -> str | None:
    return _relative_month(when, context) if when.month is None else _named_month(when.month, when, context)


def _relative_month(when: When, context: Context) -> str | None:
    year, month = context.anchor.year, context.anchor.month
    if when.rel in _STORY and context.story.month is not None:
        year, month = context.story.month
    if month is None:
        return month_text(None if _step(when) else year, None)
    moved = shift_months(year if year is not None else 2001, month, _step(when))
    if moved is None:
        return None
    if year is None:
        return month_text(None, moved[1])
    context.story.tell_month(*moved)
    return month_text(*moved)


def _named_month(month: int, when: When, context: Context) -> str | None:
    year = when.year if when.year is not None else _year_of_month(month, when, context)
    if year is not None:
        context.story.tell_month(year, month)
    return month_text(year, month)


def _year_of_month(month: int, when: When, context: Context) -> int | None:
    anchor = context.anchor
    if when.year_rel is not None:
        return _relative_year(when.year_rel, context)
    if when.rel is None and context.frame is not None:
        return context.frame_year(month)
    if anchor.year is None or anchor.month is None:
        return anchor.year if when.rel in (None, Rel.THIS) else None
    back = (anchor.month - month) % 12
    if when.rel is Rel.LAST or when.rel is Rel.PREVIOUS:
        months = -(back or 12)
    elif when.rel is Rel.NEXT or when.rel is Rel.FOLLOWING:
        months = 12 - back
    elif when.rel is Rel.THIS:
        return anchor.year
    else:
        months = _nearest_month(back, context)
    moved = shift_months(anchor.year, anchor.month, months)
    return moved[0] if moved else None


def _nearest_month(back: int, context: Context) -> int:
    if back == 0:
        return 0
    tense = context.tense()
    # A month just past, or just ahead, is meant whatever the nearest verb says.
    past = back <= 2 if not 3 <= back <= 10 else tense is Tense.PAST or (tense is Tense.UNKNOWN and back <= 8)
    return -back if past else 12 - back


def _relative_year(rel: Rel, context: Context) -> int | None:
    base = context.anchor.year
    if rel in _STORY and context.story.year is not None:
        base = context.story.year
    return None if base is None else good_year(base + (_STEPS.get(rel, 0)))


def _year(when: When, context: Context) -> str | None:
    if when.part == "QX" and context.story.quarter is not None:
        told_year, number = context.story.quarter
        return f"{told_year - 1:04d}-Q{number}"
    year = when.year if when.year is not None else _relative_year(when.rel or Rel.THIS, context)
    if year is not None:
        context.story.tell_year(year)
        if when.year is not None:
            context.story.quarter = None
    return year_text(year)


def _quarter(when: When, context: Context) -> str | None:
    place = _place_of_quarter(when, context)
    number = when.part[1:] if when.part and when.part != "QX" else None
    if place is None:
        year = when.year if when.year is not None else context.anchor.year
        if when.rel is Rel.LATEST or year is None:
            return f"{year_text(year)}-Q{number or 'X'}"
        return f"{year_text(year)}-Q{number or 'X'}"
    if when.year_rel is not Rel.PREVIOUS and when.year is None and context.story.quarter is None:
        context.story.quarter = place
    return f"{place[0]:04d}-Q{place[1]}"


def _place_of_quarter(when: When, context: Context) -> tuple[int, int] | None:
    """Year and quarter; None where one of them is not known."""
    anchor, told = context.anchor, context.story.quarter
    number: int | None = int(when.part[1]) if when.part and when.part != "QX" else None
    if when.year is not None:
        of_year = number or (told[1] if told else None)
        return (when.year, of_year) if of_year else None
    if anchor.year is None or anchor.month is None:
        return None
    here = anchor.year * 4 + quarter_of(anchor.month) - 1
    if number is None:
        return _unnumbered_quarter(when, here, told)
    if when.year_rel in (Rel.LAST, Rel.THIS, Rel.NEXT):
        return anchor.year + _STEPS.get(when.year_rel, 0), number
    back = (here - (number - 1)) % 4
    if when.year_rel is None and context.tense() is Tense.FUTURE and back > 1:
        back -= 4
    there = here - back - (4 if when.year_rel is Rel.PREVIOUS else 0)
    return there // 4, there % 4 + 1


def _unnumbered_quarter(when: When, here: int, told: tuple[int, int] | None) -> tuple[int, int]:
    if when.rel in (Rel.THIS, Rel.NEXT):
        there = here + _step(when)
    elif told is not None and when.rel is not Rel.LAST:
        there = told[0] * 4 + told[1] - 1 + (_step(when) if when.rel in _STEPS else 0)
    else:
        there = here - 1
    if when.year_rel is Rel.PREVIOUS:
        there -= 4
    return there // 4, there % 4 + 1


def _half(when: When, context: Context) -> str:
    year = when.year
    if year is None:
        year = _relative_year(when.year_rel or Rel.THIS, context)
    return f"{year_text(year)}-{when.part}"


def _season(when: When, context: Context) -> str:
    part, now = when.part or "SU", context.anchor.date
    if when.year is not None or when.year_rel is not None:
        year = when.year if when.year is not None else _relative_year(when.year_rel or Rel.THIS, context)
        return f"{year_text(year)}-{part}"
    if now is None:
        return f"{year_text(context.anchor.year if when.rel is None else None)}-{part}"
    return f"{_year_of_season(part, when, now, context):04d}-{part}"


def _year_of_season(part: str, when: When, now: date, context: Context) -> int:
    started = now.year if season_start(now.year, part) <= now else now.year - 1
    running = now - season_start(started, part) < timedelta(days=91)
    if when.rel is Rel.NEXT:
        return started + 1
    if when.rel is Rel.LAST:
        return started - 1 if running else started
    if when.rel is Rel.THIS:
        return started if running or (part == "WI" and now.month < 3) else now.year
    return started + 1 if not running and context.tense() is Tense.FUTURE else started


def _decade(when: When, context: Context) -> str:
    year = when.year if when.year is not None else context.anchor.year
    if year is None:
        return "XXX"
    return f"{year // 10 + (_step(when) if when.year is None else 0):03d}"


def _century(when: When, context: Context) -> str:
    year = when.year if when.year is not None else context.anchor.year
    if year is None:
        return "XX"
    return f"{year // 100 + (_step(when) if when.year is None else 0):02d}"


STRETCHES: Final[dict[str, Callable[[When, Context], str | None]]] = {
    "W": _week,
    "WE": _weekend,
    "M": _month,
    "Q": _quarter,
    "H": _half,
    "S": _season,
    "Y": _year,
    "DE": _decade,
    "CE": _century,
}
"""Each unit longer than a day to what gives its value."""
