"""Time expressions: the grammar and the calendar, from words to TIMEX3 values and intervals."""

from trucewatch.times.find import find_times

__all__ = ["find_times"]
