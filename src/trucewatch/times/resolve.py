"""From what an expression says to its TIMEX3 value, by the day of telling and the times told before it."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from trucewatch.record.times import TimexType
from trucewatch.times.calendar import Anchor, shift_days
from trucewatch.times.context import Context, Resolved
from trucewatch.times.days import day_value
from trucewatch.times.interval import UNKNOWN, Interval, interval_of
from trucewatch.times.meaning import Between, Fixed, Length, Meaning, Shift, When
from trucewatch.times.shifts import shifted
from trucewatch.times.stretches import STRETCHES

_LENGTH_DAYS: Final[dict[str, float]] = {
    "H": 1 / 24,
    "D": 1,
    "NI": 1,
    "W": 7,
    "FN": 14,
    "WE": 7,
    "M": 30.5,
    "Q": 91.5,
    "Y": 365.25,
    "DE": 3652.5,
    "CE": 36525,
}


def resolve(meaning: Meaning, context: Context) -> Resolved | None:
    """The value and its interval; None where the words name no time that the calendar has."""
    if isinstance(meaning, When):
        return _when(meaning, context)
    if isinstance(meaning, Shift):
        return _shift(meaning, context)
    if isinstance(meaning, Length):
        return Resolved(TimexType.DURATION, meaning.value, meaning.mod, _beside(meaning, context.anchor.date))
    if isinstance(meaning, Between):
        return _between(meaning, context)
    return Resolved(meaning.type, meaning.value, meaning.mod, _reference(meaning, context.anchor))


def _when(when: When, context: Context) -> Resolved | None:
    value: str | None
    if when.unit == "T":
        value = _day_in_play(context)
    elif when.unit == "D":
        value = day_value(when, context)
    else:
        value = STRETCHES[when.unit](when, context)
    return None if value is None else _dated(value, when.clock, when.mod, when.bounds, context)


def _day_in_play(context: Context) -> str:
    day = (context.story.day if context.story.fresh else None) or context.anchor.date
    return "XXXX-XX-XX" if day is None else day.isoformat()


def _dated(value: str, clock: str | None, mod: str | None, bounds: str | None, context: Context) -> Resolved:
    if clock is not None:
        value = f"{value}{clock}"
    interval = interval_of(value, None if bounds else mod)
    if bounds and context.anchor.date is not None and not clock:
        interval = _cut(interval, bounds, context.anchor.date.isoformat())
    return Resolved(TimexType.TIME if clock else TimexType.DATE, value, mod, interval)


def _cut(interval: Interval, bounds: str, today: str) -> Interval:
    """Earlier this month ends today; later this month begins today."""
    first, last = interval
    if first is None or last is None or not first <= today <= last:
        return interval
    return (first, today) if bounds == "to-date" else (today, last)


def _shift(shift: Shift, context: Context) -> Resolved | None:
    value = shifted(shift, context)
    if value is None:
        return None
    resolved = _dated(value, shift.clock, shift.mod, None, context)
    today = context.anchor.date
    if shift.mod == "LESS_THAN" and not shift.story and today is not None and resolved.interval[0] is not None:
        edge = shift_days(today, round(shift.count * _LENGTH_DAYS.get(shift.unit, 1)))
        if edge is not None:
            first, last = sorted((edge, today))
            return replace(resolved, interval=(first.isoformat(), last.isoformat()))
    return resolved


def _beside(length: Length, today: date | None) -> Interval:
    """The past two weeks end today; the next two weeks begin today."""
    if today is None or not length.side or length.count is None:
        return UNKNOWN
    days = length.count * Fraction(_LENGTH_DAYS.get(length.unit, 0))
    far = shift_days(today, length.side * round(days)) if days < 1_000_000 else None
    if far is None or not days:
        return UNKNOWN
    first, last = sorted((far, today + timedelta(0)))
    return first.isoformat(), last.isoformat()


def _between(meaning: Between, context: Context) -> Resolved | None:
    first = _when(meaning.first, context)
    if first is None:
        return None
    year = int(first.value[:4]) if first.value[:4].isdigit() else None
    last = _when(replace(meaning.last, year=year if meaning.last.year is None else meaning.last.year), context)
    if last is None:
        return None
    value = f"{first.value}/{last.value}"
    return Resolved(TimexType.DATE, value, meaning.mod, interval_of(value))


def _reference(fixed: Fixed, anchor: Anchor) -> Interval:
    today = anchor.date.isoformat() if anchor.date else None
    return {"PRESENT_REF": (today, today), "PAST_REF": (None, today), "FUTURE_REF": (today, None)}.get(
        fixed.value, UNKNOWN
    )
