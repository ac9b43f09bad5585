"""Times told from the day of telling, or from the time just told of."""

from fractions import Fraction
from typing import Final

from trucewatch.record.times import TimexType
from trucewatch.times.grammar.pieces import Found, Rule, named, one, opt, rule
from trucewatch.times.grammar.vocabulary import (
    AMOUNT,
    CALENDAR_UNIT,
    MONTH,
    PLAIN_UNIT,
    RELATION,
    THE,
    UNIT,
    UNITS,
    WEEKDAY,
    relation_of,
)
from trucewatch.times.length import length_value
from trucewatch.times.meaning import Fixed, Length, Meaning, Rel, Shift, When
from trucewatch.times.words import MONTHS, UNIT_PLURALS, WEEKDAYS
from trucewatch.times.words import UNITS as UNIT_SINGULARS

CODES: Final = UNIT_SINGULARS | UNIT_PLURALS
"""Units of time in both numbers to their codes."""

_FARTHEST: Final = 9999
_RUNS: Final = ("ended", "ending", "ends")


def _yesterday(found: Found) -> Meaning:
    return Shift("D", -1 if found.word("day") == "yesterday" else 1)


def _before_yesterday(found: Found) -> Meaning:
    return Shift("D", -2 if found.word("side") == "before" else 2)


def _today(_: Found) -> Meaning:
    return When("D", rel=Rel.THIS)


def _ago(found: Found) -> Meaning | None:
    """Three days ago, a year earlier, two weeks later, five days from now."""
    side, count = found.word("side"), found.count("count")
    told_from_now = side in ("ago", "from", "hence")
    sign = -1 if side in ("ago", "earlier", "before") else 1
    if count is None:
        return Fixed(TimexType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF") if told_from_now else None
    if count.denominator != 1 or not 0 < count <= _FARTHEST:
        return None
    unit = CODES[found.word("unit")]
    if unit in ("H", "MIN", "S") and not told_from_now:
        # Two hours later: without the hour that it counts from, only the length is known.
        return None
    return Shift(unit, sign * int(count), story=not told_from_now)


def _units_ago(_: Found) -> Meaning:
    return Fixed(TimexType.DATE, "PAST_REF")


def _relative_unit(found: Found) -> Meaning | None:
    rel, unit = relation_of(found.words("rel")), CODES[found.word("unit")]
    if unit in ("H", "MIN") and rel is Rel.LAST:
        return Length(f"PT1{unit[0]}", side=-1, count=Fraction(1), unit=unit)
    if unit in ("D", "DE", "CE") and "past" in found.words("rel"):
        return Length(length_value(Fraction(1), unit), side=-1, count=Fraction(1), unit=unit)
    if unit == "D":
        told = rel in (Rel.PREVIOUS, Rel.FOLLOWING, Rel.THAT, Rel.NEXT)
        return When("D", rel=Rel.FOLLOWING if rel is Rel.NEXT else rel) if told else None
    if unit not in ("W", "M", "Q", "Y", "DE", "CE"):
        return None
    return When(unit, rel=rel, part="QX" if unit == "Q" else None)


def _relative_month(found: Found) -> Meaning:
    return When("M", month=MONTHS.get(found.word("month")), rel=relation_of(found.words("rel")))


def _relative_weekday(found: Found) -> Meaning:
    return When("D", weekday=WEEKDAYS.get(found.word("weekday")), rel=relation_of(found.words("rel")))


def _the_unit(found: Found) -> Meaning | None:
    unit = CODES[found.word("unit")]
    if found.goes_on() or unit not in ("D", "W", "M", "Y"):
        return None
    if unit == "Y" and found.next_word() in _RUNS:
        # The year ended 30 June is a length of time, not a year of the calendar.
        return Length("P1Y")
    return When(unit, rel=Rel.THIS)


def _day_before(found: Found) -> Meaning | None:
    """The day before, the year after: beside the time just told of, where the words do not go on to say of what."""
    unit = CODES[found.word("unit")]
    if unit not in ("D", "W", "M", "Y") or found.next_word().isalnum():
        return None
    return Shift(unit, -1 if found.word("side") == "before" else 1, story=True)


def _whole_unit(found: Found) -> Meaning | None:
    unit = CODES[found.word("unit")]
    return When(unit, rel=Rel.THIS) if unit in ("W", "M", "Y") else None


def _weekend(found: Found) -> Meaning:
    return When("WE", rel=relation_of(found.words("rel")))


def _eve(_: Found) -> Meaning:
    return Shift("D", -1, story=True)


_REL = named("rel", RELATION)
_COUNT = named("count", AMOUNT | one("AN"))
_SIDE = named("side", one("AGO EARLIER LATER HENCE") | one("FROM") + one("NOW"))

RELATIVE: Final[tuple[Rule, ...]] = (
    rule(named("day", one("YESTERDAY TOMORROW")), _yesterday),
    rule(THE + one("DAYUNIT") + named("side", one("BEFORE AFTER")) + one("YESTERDAY TOMORROW"), _before_yesterday),
    rule(THE + named("unit", PLAIN_UNIT) + named("side", one("BEFORE AFTER")), _day_before),
    rule(one("TODAY"), _today),
    rule(_COUNT + opt(one("TRADING")) + named("unit", UNIT | UNITS) + _SIDE, _ago),
    rule(_COUNT + named("unit", UNIT | UNITS) + one("OR") + one("SO") + named("side", one("AGO")), _ago),
    rule(UNITS + one("AGO"), _units_ago),
    rule(_REL + named("unit", CALENDAR_UNIT), _relative_unit),
    rule(_REL + named("month", MONTH), _relative_month),
    rule(_REL + named("weekday", WEEKDAY), _relative_weekday),
    rule(THE + named("unit", PLAIN_UNIT), _the_unit),
    rule(THE + one("FULL") + named("unit", PLAIN_UNIT), _whole_unit),
    rule(_REL + one("WEEKEND"), _weekend),
    rule(opt(THE) + one("WEEKEND"), _weekend),
    rule(one("ON") + THE + one("EVE"), _eve),
)
"""Rules for times told from another time."""
