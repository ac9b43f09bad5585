"""Time expressions as TIMEX3 has them, each with the interval it can mean."""

from dataclasses import dataclass
from enum import StrEnum


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
