"""Days: of a month, of a week, told from now or from the day just told of."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from trucewatch.times.calendar import COMMON, LEAP, Anchor, day_exists, day_text, good_year, shift_days
from trucewatch.times.context import Context
from trucewatch.times.meaning import Rel, When
from trucewatch.times.tense import Tense

_FAR: Final = 300
"""Days: nobody tells a day this far off without its year while the same day stands near on the other side."""
_NEAR: Final = 60
"""Days that are near."""

_YEARS_AWAY: Final = {Rel.LAST: -1, Rel.THIS: 0, Rel.NEXT: 1}


def day_value(when: When, context: Context) -> str | None:
    """The value of a day; None for a day that no calendar has. The story moves on to it."""
    if when.month is not None:
        return _of_month(_nearer(when, context) if when.either else when, context)
    if when.weekday is not None:
        return _of_week(when.weekday, when.rel, context)
    return _told(when, context)


def tell(day: date, context: Context) -> str:
    """The day's value, after the story has moved on to it."""
    context.story.tell_day(day)
    return day.isoformat()


def _of_month(when: When, context: Context) -> str | None:
    month, day, year = when.month or 0, when.day or 0, when.year
    if not day_exists(year, month, day):
        return None
    if year is None:
        year = _year_of_day(when, month, day, context)
    if year is not None and not day_exists(year, month, day):
        return None
    if year is None:
        return day_text(None, month, day)
    return tell(date(year, month, day), context)


def _nearer(when: When, context: Context) -> When:
    """Of 10/11/2020 the reading nearer to the day of telling; day first where that does not tell."""
    now, other = context.anchor.date, replace(when, month=when.day, day=when.month)
    readings = [w for w in (when, other) if day_exists(w.year, w.month or 0, w.day or 0)]
    if now is None or len(readings) < 2:
        return readings[0] if readings else when
    return min(readings, key=lambda w: abs((date(w.year or 0, w.month or 0, w.day or 0) - now).days))


def _year_of_day(when: When, month: int, day: int, context: Context) -> int | None:
    anchor = context.anchor
    if when.year_rel is not None:
        base = context.story.year if when.year_rel is Rel.THAT else anchor.year
        return None if base is None else good_year(base + _YEARS_AWAY.get(when.year_rel, 0))
    if context.frame is not None:
        return context.frame_year(month)
    if anchor.year is None or anchor.month is None:
        return anchor.year
    return _nearest_year(date(anchor.year, anchor.month, anchor.day or 15), month, day, context)


def _nearest_year(now: date, month: int, day: int, context: Context) -> int | None:
    """The year that puts the day nearest to now; the tense decides where both sides can be meant."""
    candidates = [
        date(year, month, day) for year in (now.year - 1, now.year, now.year + 1) if day_exists(year, month, day)
    ]
    past = max((c for c in candidates if c <= now), default=None)
    future = min((c for c in candidates if c > now), default=None)
    if past is None or future is None or past == now:
        chosen = past or future
        return None if chosen is None else good_year(chosen.year)
    behind, ahead = (now - past).days, (future - now).days
    if ahead <= _NEAR and behind >= _FAR:
        return future.year
    if behind <= _NEAR and ahead >= _FAR:
        return past.year
    tense = context.tense()
    if tense is Tense.UNKNOWN:
        return past.year if behind <= ahead else future.year
    return past.year if tense is Tense.PAST else future.year


def _of_week(weekday: int, rel: Rel | None, context: Context) -> str:
    base = context.anchor.date
    if rel in (Rel.PREVIOUS, Rel.FOLLOWING, Rel.THAT) and context.story.day is not None:
        base = context.story.day
    if base is None:
        return f"XXXX-WXX-{weekday + 1}"
    back = (base.weekday() - weekday) % 7
    day = shift_days(base, _days_to(back, rel, context))
    return f"XXXX-WXX-{weekday + 1}" if day is None else tell(day, context)


def _days_to(back: int, rel: Rel | None, context: Context) -> int:
    """How far the weekday is from the base, which lies `back` days after the last one (0: the same weekday)."""
    if rel in (Rel.LAST, Rel.PREVIOUS):
        return -(back or 7)
    if rel in (Rel.NEXT, Rel.FOLLOWING):
        return 7 - back
    if back == 0:
        # Agencies name the day of telling itself; a future cue there means the week to come only with "next".
        return 0
    future = context.tense() is Tense.FUTURE or (back == 6 and context.just_said())
    return 7 - back if future else -back


def _told(when: When, context: Context) -> str | None:
    anchor, story = context.anchor, context.story
    if when.rel in (Rel.PREVIOUS, Rel.FOLLOWING, Rel.THAT):
        step = {Rel.PREVIOUS: -1, Rel.FOLLOWING: 1}.get(when.rel, 0)
        return shifted_day(story.day, step, context) if story.day else shifted_anchor(step, context)
    step = {Rel.LAST: -1, Rel.NEXT: 1}.get(when.rel or Rel.THIS, 0)
    if step == 0 and anchor.date is None:
        return day_text(anchor.year, anchor.month, anchor.day)
    return shifted_anchor(step, context)


def shifted_day(day: date, count: int, context: Context) -> str | None:
    """The value of the day that many days from another."""
    moved = shift_days(day, count)
    return None if moved is None else tell(moved, context)


def shifted_anchor(count: int, context: Context) -> str | None:
    """The value of the day that many days from the day of telling, with X for what is not known of it."""
    anchor: Anchor = context.anchor
    if anchor.date is not None:
        return shifted_day(anchor.date, count, context)
    if anchor.month is not None and anchor.day is not None:
        # Without its year the day before 1 March is not known; a common year is taken, as three years in four are.
        year = LEAP if (anchor.month, anchor.day) == (2, 29) else COMMON
        moved = date(year, anchor.month, anchor.day) + timedelta(days=count)
        return f"XXXX-{moved.month:02d}-{moved.day:02d}"
    return "XXXX-XX-XX"
