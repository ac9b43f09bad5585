"""Calendar arithmetic: days, weeks, months, quarters and seasons as TIMEX3 values."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from trucewatch.record.dates import FIRST_YEAR, LAST_YEAR

LEAP, COMMON = 2000, 2001
"""Years that stand in for an unknown one: a day can be meant if a leap year has it; shifting counts as a common one."""
_SEASON_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of telling, as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day; None unless all of it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def anchor_of(published: str | None) -> Anchor:
    """The day of telling from an ISO prefix with XXXX or XX for what is not known; unknown where it is no date."""
    parts = (published or "").split("T")[0].split("-")
    numbers = [int(part) if part.isascii() and part.isdigit() and len(part) <= 4 else None for part in parts[:3]]
    year, month, day = [*numbers, None, None, None][:3]
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return Anchor()
    if month is not None and not 1 <= month <= 12:
        return Anchor(year)
    if month is None or (day is not None and not day_exists(year, month, day)):
        day = None
    return Anchor(year, month, day)


def day_exists(year: int | None, month: int, day: int) -> bool:
    """True where the calendar has the day; of an unknown year, where some year has it."""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= monthrange(LEAP if year is None else year, month)[1]


def year_text(year: int | None) -> str:
    """Four figures, or XXXX."""
    return "XXXX" if year is None else f"{year:04d}"


def month_text(year: int | None, month: int | None) -> str:
    """YYYY-MM with X for what is not known."""
    return f"{year_text(year)}-{'XX' if month is None else f'{month:02d}'}"


def day_text(year: int | None, month: int | None, day: int | None) -> str:
    """YYYY-MM-DD with X for what is not known."""
    return f"{month_text(year, month)}-{'XX' if day is None else f'{day:02d}'}"


def week_text(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def shift_days(day: date, count: int) -> date | None:
    """The day that many days later; None outside the years a page can mean."""
    try:
        moved = day + timedelta(days=count)
    except OverflowError:
        return None
    return moved if FIRST_YEAR <= moved.year <= LAST_YEAR else None


def shift_months(year: int, month: int, count: int) -> tuple[int, int] | None:
    """The month that many months later; None outside the years a page can mean."""
    months = year * 12 + month - 1 + count
    moved = months // 12, months % 12 + 1
    return moved if FIRST_YEAR <= moved[0] <= LAST_YEAR else None


def good_year(year: int) -> int | None:
    """The year, or None outside the years a page can mean."""
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def quarter_of(month: int) -> int:
    """The quarter of a month."""
    return (month - 1) // 3 + 1


def season_start(year: int, part: str) -> date:
    """The first day of a season of the northern half; a winter belongs to the year that it begins in."""
    return date(year, _SEASON_STARTS[part], 1)
