"""What an expression says, before the calendar makes a value of it."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from trucewatch.record.times import TimexType


class Rel(StrEnum):
    """How a named stretch stands to the day of telling, or to the day just told of."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    PREVIOUS = "previous"
    """Before the time just told of: the previous year."""
    FOLLOWING = "following"
    THAT = "that"
    """The time just told of: that year, the same day."""
    LATEST = "latest"
    """The last stretch complete: the latest quarter."""


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of the calendar and, it may be, a time of day in it; what the words leave open is None."""

    unit: str
    """What is named: D, W, WE, M, Q, H (half), S (season), Y, DE (decade), CE (century), or T (a time of day alone)."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    """Q1..Q4 or QX, H1, H2, SP, SU, FA, WI."""
    clock: str | None = None
    """T17:00, TNI ..."""
    rel: Rel | None = None
    year_rel: Rel | None = None
    """How the year stands to the day of telling: January this year."""
    mod: str | None = None
    either: bool = False
    """Day and month may be the other way round."""
    bounds: str | None = None
    """"to-date" for 'earlier this month', "from-now" for 'later this year': what of the stretch can be meant."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of units from the day of telling or, `story`, from the time just told of."""

    unit: str
    count: int
    """Negative for the past."""
    story: bool = False
    clock: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; `side` says where it lies beside the day of telling: -1 before, +1 after, 0 unknown."""

    value: str
    mod: str | None = None
    side: int = 0
    count: Fraction | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no calendar: PRESENT_REF, a decade, a set."""

    type: TimexType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """Two ends in one expression: 3-5 May."""

    first: When
    last: When
    mod: str | None = None


Meaning = When | Shift | Length | Fixed | Between
