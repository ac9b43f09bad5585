"""Time expressions as TIMEX3 has them, each with the interval it can mean."""

import re
from dataclasses import dataclass
from enum import StrEnum

_ON_CALENDAR = re.compile(r"[0-9]{2}(?:[0-9X]|$)|XXXX-(?:[0-9]{2}|W[0-9]{2}|Q[0-9]|H[0-9]|SP|SU|FA|WI)", re.ASCII)


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression in a text: where it stands, its TIMEX3 type, value and modifier, and its interval."""

    start: int
    end: int
    type: TimexType
    value: str
    """TIMEX3 value: 2020-12-13, 2020-W49-WE, XXXX-12-13, P26Y, PXD, FUTURE_REF ..."""
    mod: str | None = None
    """TIMEX3 modifier: START, MID, END, APPROX, LESS_THAN, EQUAL_OR_MORE ..."""
    earliest: str | None = None
    """First moment it can mean: YYYY-MM-DD, or YYYY-MM-DDThh:mm for a time; None where unknown or unbounded."""
    latest: str | None = None
    """Last moment it can mean, in the same form."""

    @property
    def on_calendar(self) -> bool:
        """True where the value names a place on the calendar: a century, a year or more, or a day without its year.

        False for durations, sets, references such as PRESENT_REF, times of no day, and values all unknown.
        """
        return self.type in (TimexType.DATE, TimexType.TIME) and _ON_CALENDAR.match(self.value) is not None
