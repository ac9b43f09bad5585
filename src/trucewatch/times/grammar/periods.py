"""Seasons, quarters, halves, decades, centuries, fiscal years."""

from typing import Final

from trucewatch.times.grammar.pieces import Found, Rule, named, one, opt, rule
from trucewatch.times.grammar.vocabulary import (
    COMMA,
    HYPHEN,
    MONTH,
    OF,
    ORDINAL,
    PLAIN_UNIT,
    RELATION,
    THE,
    YEAR,
    YEAR_WORDS,
    relation_of,
)
from trucewatch.times.meaning import Length, Meaning, Rel, When
from trucewatch.times.numbers import ordinal, year_of
from trucewatch.times.words import DECADES, MONTHS, SEASONS, UNITS

_HALVES: Final = {"first": "H1", "second": "H2", "last": "H2"}


def _year(found: Found) -> int | None:
    return year_of(found.words("year")) if found.has("year") else None


def _season(found: Found) -> Meaning:
    return When("S", part=SEASONS[found.word("season")], rel=relation_of(found.words("rel")), year=_year(found))


def _quarter(found: Found) -> Meaning | None:
    """The third quarter, third-quarter, the fiscal first quarter, next year's first quarter."""
    number = ordinal(found.words("which"))
    if number is None or not 1 <= number <= 4:
        return None
    return When("Q", part=f"Q{number}", year=_year(found), year_rel=relation_of(found.words("rel")))


def _half(found: Found) -> Meaning | None:
    if found.word("which") not in _HALVES:
        return None
    return When("H", part=_HALVES[found.word("which")], year=_year(found), year_rel=relation_of(found.words("rel")))


def _half_month(found: Found) -> Meaning | None:
    """The first half of November: the month, and which end of it."""
    half = _HALVES.get(found.word("which"))
    month = MONTHS.get(found.word("month"))
    if half is None or month is None:
        return None
    return When("M", month=month, year=_year(found), mod="START" if half == "H1" else "END")


def _compared_quarter(found: Found) -> Meaning | None:
    """The year-ago quarter, the year-earlier third quarter, the 1988 quarter: beside the quarter just told of."""
    number = ordinal(found.words("which")) if found.has("which") else None
    if number is not None and number > 4:
        return None
    if found.goes_on():
        return None
    year = _year(found)
    return When("Q", part=f"Q{number or 'X'}", year=year, year_rel=None if year else Rel.PREVIOUS)


def _latest_quarter(_: Found) -> Meaning:
    return When("Q", part="QX", rel=Rel.LATEST)


def _the_quarter(found: Found) -> Meaning | None:
    return None if found.goes_on() else When("Q", part="QX", rel=Rel.THAT)


def _year_ago(_: Found) -> Meaning:
    return When("Y", rel=Rel.PREVIOUS, part="QX")


def _decade(found: Found) -> Meaning | None:
    if found.has("name"):
        if found.follows("ITS"):
            return None  # a man in his late sixties
        return When("DE", year=DECADES[found.word("name")] * 10)
    year = int(found.word("year"))
    if year % 10 or (year < 100 and found.follows("ITS")):
        return None  # a man in his 60s
    return When("DE", year=year if year > 99 else 1900 + year)


def _century(found: Found) -> Meaning | None:
    number = ordinal(found.words("which"))
    return When("CE", year=(number - 1) * 100) if number is not None and 10 <= number <= 30 else None


def _fiscal_year(found: Found) -> Meaning:
    if found.has("year"):
        return When("Y", year=_year(found))
    if found.next_word() in ("ended", "ending", "ends"):
        return Length("P1Y")
    latest = found.word("rel") == "latest"
    return When("Y", rel=Rel.LAST if latest else Rel.THIS)


def _unit_end(found: Found) -> Meaning | None:
    """Year-end, the year's end, month-end."""
    unit = UNITS[found.word("unit")]
    return When(unit, rel=Rel.THIS, mod="END") if unit in ("M", "Y") else None


_REL = named("rel", RELATION)
_SEASON = named("season", one("SEASON FALL"))
_OF_YEAR = opt(OF) + named("year", YEAR | YEAR_WORDS)
_WHICH = named("which", ORDINAL)
_HALF_OF = named("which", one("ORDINAL SECOND LAST")) + opt(HYPHEN) + one("HALF") + OF
_QUARTER = one("QUARTER")
_FISCAL = opt(one("FISCAL") + opt(HYPHEN))
_AGO = one("ANNUM") + HYPHEN + one("AGO EARLIER")
_RELATIVE_YEAR = _REL + one("ANNUM") + one("POSS")

PERIODS: Final[tuple[Rule, ...]] = (
    rule(_REL + _SEASON, _season),
    rule(opt(THE) + _SEASON + opt(COMMA) + _OF_YEAR, _season),
    rule(opt(THE) + named("season", one("SEASON")), _season),
    rule(THE + _SEASON, _season),
    rule(opt(THE) + opt(one("ADJECTIVE")) + _FISCAL + _WHICH + _QUARTER + opt(_OF_YEAR), _quarter),
    rule(_FISCAL + _WHICH + HYPHEN + _QUARTER, _quarter),
    rule(THE + named("year", YEAR) + _WHICH + _QUARTER, _quarter),
    rule(_RELATIVE_YEAR + _FISCAL + _WHICH + _QUARTER, _quarter),
    rule(THE + named("which", one("ORDINAL SECOND LAST")) + opt(HYPHEN) + one("HALF") + opt(_OF_YEAR), _half),
    rule(named("which", one("ORDINAL SECOND")) + opt(HYPHEN) + one("HALF") + _OF_YEAR, _half),
    rule(_RELATIVE_YEAR + named("which", one("ORDINAL SECOND LAST")) + one("HALF"), _half),
    rule(opt(THE) + _HALF_OF + named("month", MONTH) + opt(opt(COMMA) + _OF_YEAR), _half_month),
    rule(opt(THE) + opt(one("COMPARABLE")) + _AGO + opt(_WHICH) + one("QUARTER PERIOD"), _compared_quarter),
    rule(THE + one("COMPARABLE") + one("QUARTER PERIOD"), _compared_quarter),
    rule(THE + named("year", YEAR) + one("QUARTER PERIOD"), _compared_quarter),
    rule(_AGO, _year_ago),
    rule(THE + one("LATEST CURRENT") + one("PERIOD"), _latest_quarter),
    rule(THE + one("QUARTER"), _the_quarter),
    rule(_RELATIVE_YEAR + one("QUARTER"), _compared_quarter),
    rule(opt(THE) + named("name", one("DECADE")), _decade),
    rule(opt(THE) + opt(one("QUOTE")) + named("year", one("YEAR TWO")) + opt(one("QUOTE")) + one("ESS POSS"), _decade),
    rule(opt(THE) + _WHICH + opt(HYPHEN) + one("CENTURY"), _century),
    rule(opt(THE) + one("FISCAL") + opt(one("ANNUM")) + named("year", YEAR), _fiscal_year),
    rule(THE + named("rel", opt(one("CURRENT LATEST"))) + one("FISCAL") + one("ANNUM"), _fiscal_year),
    rule(named("unit", PLAIN_UNIT) + opt(HYPHEN) + one("END"), _unit_end),
    rule(opt(THE) + named("unit", PLAIN_UNIT) + one("POSS") + one("END"), _unit_end),
)
"""Rules for stretches between a month and a century."""
