"""The times told so far in a text: what "that year", "three days earlier" and "at 10 p.m." count from."""

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Story:
    """The last time told of at each precision; each new expression moves it on."""

    day: date | None = None
    fresh: bool = False
    """True where the day was told of in the block in hand: an hour without a day is that day's."""
    month: tuple[int, int] | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    """Year and quarter, while quarters are what is told of."""

    def tell_day(self, day: date) -> None:
        """A day was told of."""
        self.day, self.month, self.year = day, (day.year, day.month), day.year
        self.fresh = True

    def tell_month(self, year: int, month: int) -> None:
        """A month was told of."""
        self.day, self.month, self.year = None, (year, month), year

    def tell_year(self, year: int) -> None:
        """A year was told of."""
        self.day, self.month, self.year = None, None, year
