"""Dates of the calendar, whole and partial."""

from typing import Final

from trucewatch.times.grammar.pieces import Found, Rule, named, one, opt, rule
from trucewatch.times.grammar.vocabulary import (
    COMMA,
    DAY,
    HYPHEN,
    MONTH,
    OF,
    ORDINAL,
    THE,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
)
from trucewatch.times.meaning import Between, Meaning, When
from trucewatch.times.numbers import ordinal, year_of
from trucewatch.times.words import HOLIDAYS, MONTHS, WEEKDAYS

_COUNTED: Final = frozenset("percent % million billion people soldiers troops points cents dollars".split())
"""Words that make "from May 3 to 12" a count."""


def _month(found: Found, name: str = "month") -> int | None:
    return MONTHS.get(found.word(name))


def _year(found: Found) -> int | None:
    if found.has("year"):
        return year_of(found.words("year"))
    return None


def _day(found: Found, name: str = "day") -> int | None:
    return ordinal(found.words(name))


def _month_day(found: Found) -> Meaning | None:
    day, month = _day(found), _month(found)
    if day is None or month is None or day > 31:
        return None
    if found.has("year") and _year(found) is None:
        return None
    return When("D", year=_year(found), month=month, day=day)


def _month_year(found: Found) -> Meaning | None:
    year = _year(found)
    return None if year is None else When("M", year=year, month=_month(found))


def _month_alone(found: Found) -> Meaning:
    return When("M", month=_month(found))


def _weekday(found: Found) -> Meaning | None:
    return When("D", weekday=WEEKDAYS.get(found.word("weekday")))


def _year_alone(found: Found) -> Meaning | None:
    year = _year(found)
    return None if year is None else When("Y", year=year)


def _numeric(found: Found) -> Meaning | None:
    """10.11.2020 is told day first; 10/11/2020 either way, so the day of telling decides between the two."""
    first, second = int(found.word("a")), int(found.word("b"))
    year = int(found.word("year"))
    if year < 100:
        year += 1900 if year >= 50 else 2000
    month, day = (first, second) if second > 12 else (second, first)
    if month > 12:
        return None
    either = found.word("mark") == "/" and day <= 12
    return When("D", year=year, month=month, day=day, either=either)


def _iso(found: Found) -> Meaning | None:
    month, day = int(found.word("month")), int(found.word("day"))
    return When("D", year=int(found.word("year")), month=month, day=day) if month <= 12 else None


def _iso_month(found: Found) -> Meaning | None:
    month = int(found.word("month"))
    # 2004-05 is a season or a fiscal year; 2004-2 no date at all.
    zero = found.word("month").startswith("0") and int(found.word("year")) % 100 >= month
    return When("M", year=int(found.word("year")), month=month) if zero else None


def _days(found: Found) -> Meaning | None:
    first, last, month, year = _day(found, "a"), _day(found, "b"), _month(found), _year(found)
    if found.next_word() in _COUNTED:
        return None
    if first is None or last is None or month is None or not 0 < first < last <= 31:
        return None
    return Between(When("D", year=year, month=month, day=first), When("D", year=year, month=month, day=last))


def _months(found: Found) -> Meaning | None:
    first, last, year = _month(found, "a"), _month(found, "b"), _year(found)
    if first is None or last is None or first >= last:
        return None
    return Between(When("M", year=year, month=first), When("M", year=year, month=last))


def _years(found: Found) -> Meaning | None:
    first, word = int(found.word("a")), found.word("b")
    last = int(word) if len(word) == 4 else first - first % 100 + int(word)
    plausible = 1500 <= first < last <= first + 200 and last < 2200
    return Between(When("Y", year=first), When("Y", year=last)) if plausible else None


def _holiday(found: Found) -> Meaning:
    month, day = HOLIDAYS[found.word("name")]
    return When("D", month=month, day=day - 1 if found.has("eve") else day, year=_year(found))


def _new_year(found: Found) -> Meaning:
    month, day = (12, 31) if found.has("eve") else (1, 1)
    return When("D", month=month, day=day, year=_year(found))


_OPT_YEAR = opt(opt(COMMA) + named("year", YEAR | YEAR_WORDS))
_M = named("month", MONTH)
_D = named("day", DAY)
_D_OF = named("day", DAY | ORDINAL)
_THE_D = THE + named("day", one("ORD") | ORDINAL)
_TO = HYPHEN | one("DASH") | one("TO") | one("SLASH")
_JOIN = HYPHEN | one("SLASH") | one("DASH")

DATES: Final[tuple[Rule, ...]] = (
    rule(_M + opt(THE) + _D + _OPT_YEAR, _month_day),
    rule(_THE_D + opt(OF) + _M + opt(opt(COMMA) + named("year", YEAR)), _month_day),
    rule(_D_OF + opt(OF) + _M + opt(opt(COMMA) + named("year", YEAR)), _month_day),
    rule(_D_OF + HYPHEN + _M + opt(HYPHEN + named("year", YEAR)), _month_day),
    rule(_M + opt(COMMA | OF) + named("year", YEAR | YEAR_WORDS), _month_year),
    rule(_M, _month_alone),
    rule(named("weekday", WEEKDAY), _weekday),
    rule(
        named("name", one("HOLIDAY"))
        + (named("eve", one("EVE")) | opt(one("DAYUNIT")))
        + opt(opt(COMMA) + named("year", YEAR)),
        _holiday,
    ),
    rule(one("NEW") + one("ANNUM") + one("POSS") + (named("eve", one("EVE")) | one("DAYUNIT")), _new_year),
    rule(named("year", YEAR), _year_alone),
    rule(THE + one("ANNUM") + named("year", YEAR | YEAR_WORDS), _year_alone),
    rule(named("year", YEAR_WORDS), _year_alone),
    rule(
        named("a", one("DAY"))
        + named("mark", one("DOT"))
        + named("b", one("DAY"))
        + one("DOT")
        + named("year", one("YEAR TWO DAY")),
        _numeric,
    ),
    rule(
        named("a", one("DAY"))
        + named("mark", one("SLASH"))
        + named("b", one("DAY"))
        + one("SLASH")
        + named("year", one("YEAR TWO DAY")),
        _numeric,
    ),
    rule(
        named("a", one("DAY")) + named("mark", HYPHEN) + named("b", one("DAY")) + HYPHEN + named("year", one("YEAR")),
        _numeric,
    ),
    rule(named("year", YEAR) + HYPHEN + named("month", one("DAY")) + HYPHEN + named("day", one("DAY")), _iso),
    rule(
        named("year", YEAR) + one("SLASH") + named("month", one("DAY")) + one("SLASH") + named("day", one("DAY")), _iso
    ),
    rule(named("year", YEAR) + HYPHEN + named("month", one("DAY")), _iso_month),
    rule(_M + named("a", one("DAY ORD")) + _TO + named("b", one("DAY ORD")) + _OPT_YEAR, _days),
    rule(
        named("a", one("DAY ORD"))
        + (_TO | one("AND"))
        + named("b", one("DAY ORD"))
        + opt(OF)
        + _M
        + opt(opt(COMMA) + named("year", YEAR)),
        _days,
    ),
    rule(named("a", MONTH) + _JOIN + named("b", MONTH) + opt(opt(COMMA | OF) + named("year", YEAR)), _months),
    rule(named("a", YEAR) + _JOIN + named("b", one("YEAR TWO DAY")), _years),
)
"""Rules for dates; which of their matches are none is for `trucewatch.times.doubt` to say."""
