"""A time expression as one date for a reader: its place on the calendar and how precise that is."""

import re

from trucewatch.record.times import Timex

PRECISIONS = (
    "time",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "interval",
)
"""Finest first."""

_YEAR = "(?:[0-9]{4}|XXXX)"
_SHAPES = (
    ("day", re.compile(rf"{_YEAR}-[0-9X]{{2}}-[0-9X]{{2}}|{_YEAR}-W[0-9X]{{2}}-[1-7]", re.ASCII)),
    ("weekend", re.compile(rf"{_YEAR}-W[0-9X]{{2}}-WE", re.ASCII)),
    ("week", re.compile(rf"{_YEAR}-W[0-9X]{{2}}", re.ASCII)),
    ("month", re.compile(rf"{_YEAR}-[0-9X]{{2}}", re.ASCII)),
    ("season", re.compile(rf"{_YEAR}-(?:SP|SU|FA|WI)", re.ASCII)),
    ("quarter", re.compile(rf"{_YEAR}-Q[0-9X]", re.ASCII)),
    ("half", re.compile(rf"{_YEAR}-H[0-9X]", re.ASCII)),
    ("year", re.compile(r"[0-9]{4}", re.ASCII)),
    ("decade", re.compile(r"[0-9]{3}X?", re.ASCII)),
    ("century", re.compile(r"[0-9]{2}(?:XX)?", re.ASCII)),
)

_PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", re.ASCII)
"""A value that is an ISO prefix already."""


def precision(timex: Timex) -> str:
    """How precise the expression is: one of PRECISIONS."""
    day, clock, _ = timex.value.partition("T")
    if clock:
        return "time"
    return next((name for name, shape in _SHAPES if shape.fullmatch(day)), "interval")


def date(timex: Timex) -> str | None:
    """An ISO prefix, or first and last day joined by "/"; None where the expression names no certain year."""
    day = timex.value.partition("T")[0]
    if _PLAIN.fullmatch(day):
        return day
    if timex.earliest is None or timex.latest is None:
        return None
    first, last = timex.earliest[:10], timex.latest[:10]
    return first if first == last else f"{first}/{last}"
