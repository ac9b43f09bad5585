"""Prints as rows, each with the turn of its page."""

from datetime import date

from trucewatch.record.ids import PAGE_DIGITS, PageId
from trucewatch.record.readings import PageReading
from trucewatch.store.dialect import Row

LAST = date.max.toordinal() + 1
"""Stands for the day of a page without a date: such pages come last."""

_BITS = 4 * PAGE_DIGITS


def turn_of(page: PageId, day: str | None) -> int:
    """Where a page stands among all: by the last day it can have been published on, then by the start of its id.

    Nothing but the page itself decides it, so that the order of reading takes no part.
    """
    ordinal = date.fromisoformat(day).toordinal() if day else LAST
    return ordinal << _BITS | int(page[:PAGE_DIGITS], 16)


def day_of(turn: int) -> int:
    """The day of a turn, as a number."""
    return turn >> _BITS


def end_of(turn: int) -> int:
    """The last turn of the same day."""
    return turn | (1 << _BITS) - 1


def print_rows(number: int, reading: PageReading) -> list[Row]:
    """The page's prints."""
    published = reading.article.published if reading.article else None
    turn = turn_of(reading.page, published.latest if published else None)
    return [{"print": p, "turn": turn, "page": number} for p in reading.prints]
