"""Dates that keep the precision they were given, and say how they are known."""

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Years that a page about the world can mean; a date outside them is a slip or a hostile value."""

_SHAPE = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?", re.ASCII)


class Grounds(StrEnum):
    """How a date or another fact about a page is known, best first."""

    GIVEN = "given"
    """Stated by the person or program that handed the page in."""
    JSON_LD = "json-ld"
    META = "meta"
    STAMP = "stamp"
    """A visible stamp on the page."""
    DATELINE = "dateline"
    ADDRESS = "address"
    """Read off the page's address."""
    INFERRED = "inferred"
    """Concluded from the page's own words; the weakest grounds, never used silently."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An ISO 8601 prefix ("2026", "2026-03", "2026-03-14"); XXXX or XX stand for a part that is not known.

    The length is the precision. Raises ValueError for what is no date (2021-02-30, year 0).
    """

    value: str

    def __post_init__(self) -> None:
        if not _is_date(self.value):
            raise ValueError(
                f"{self.value!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, XXXX for an unknown year"
            )

    @property
    def complete(self) -> bool:
        """True for a full day with nothing unknown."""
        return len(self.value) == 10 and "X" not in self.value

    @property
    def earliest(self) -> str | None:
        """The first day it can mean as YYYY-MM-DD; None where the year is unknown."""
        return self._edge(last=False)

    @property
    def latest(self) -> str | None:
        """The last day it can mean as YYYY-MM-DD; None where the year is unknown."""
        return self._edge(last=True)

    def _edge(self, *, last: bool) -> str | None:
        year, month, day = _parts(self.value)
        if year is None:
            return None
        m = month if month is not None else (12 if last else 1)
        d = day if day is not None else (monthrange(year, m)[1] if last else 1)
        return f"{year:04d}-{m:02d}-{d:02d}"


def _parts(value: str) -> tuple[int | None, int | None, int | None]:
    found = _SHAPE.fullmatch(value)
    if not found:
        return None, None, None
    year, month, day = (None if g is None or "X" in g else int(g) for g in found.groups())
    return year, month, day


def _is_date(value: str) -> bool:
    if not _SHAPE.fullmatch(value):
        return False
    year, month, day = _parts(value)
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    # A day of an unknown year is held against a leap year: 29 February can be meant.
    most = monthrange(year if year is not None else 2000, month)[1] if month is not None else 31
    return 1 <= day <= most


@dataclass(frozen=True, slots=True)
class Published:
    """A page's publication date and how it is known."""

    value: str
    """As `PartialDate` has it."""
    grounds: Grounds

    def __post_init__(self) -> None:
        PartialDate(self.value)

    @property
    def date(self) -> PartialDate:
        """The value as a date."""
        return PartialDate(self.value)

    @property
    def latest(self) -> str | None:
        """The page's day for `--as-of`: the last day that the date can mean."""
        return self.date.latest
