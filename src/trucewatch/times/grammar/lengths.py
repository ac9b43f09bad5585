"""Durations and sets."""

from fractions import Fraction
from typing import Final

from trucewatch.record.times import TimexType
from trucewatch.times.grammar.pieces import Found, Rule, named, one, opt, rule
from trucewatch.times.grammar.relative import CODES
from trucewatch.times.grammar.vocabulary import (
    AMOUNT,
    HYPHEN,
    MONTH,
    NUMBER,
    PLAIN_UNIT,
    THE,
    UNIT,
    UNITS,
    WEEKDAY,
)
from trucewatch.times.length import length_value, vague_length
from trucewatch.times.meaning import Fixed, Length, Meaning
from trucewatch.times.words import MONTHS, WEEKDAYS
from trucewatch.times.words import UNITS as UNIT_SINGULARS

_PAST, _FUTURE = (
    frozenset({"last", "past", "previous", "latest", "preceding", "prior"}),
    frozenset({"next", "coming", "following"}),
)
_MOST: Final = 99999


def _of(count: Fraction | None, unit: str, side: int = 0) -> Meaning | None:
    if count is None:
        return Length(vague_length(unit), side=side, unit=unit)
    if not 0 < count <= _MOST:
        return None
    return Length(length_value(count, unit), side=side, count=count, unit=unit)


def _side(found: Found) -> int:
    words = set(found.words("rel"))
    return -1 if words & _PAST else 1 if words & _FUTURE else 0


def _length(found: Found) -> Meaning | None:
    """Five years, the past two weeks, a three-day, the first nine months."""
    if found.goes_on():
        return None
    return _of(found.count("count"), CODES[found.word("unit")], _side(found))


def _long(found: Found) -> Meaning | None:
    """A week-long truce, the decades-long conflict."""
    word = found.word("unit")
    return _of(Fraction(1) if word in UNIT_SINGULARS else None, CODES[word])


def _long_word(found: Found) -> Meaning | None:
    return _of(Fraction(1), CODES[found.word("word").removesuffix("long")])


def _and_a_half(found: Found) -> Meaning | None:
    count = found.count("count")
    return _of(count + Fraction(1, 2), CODES[found.word("unit")]) if count is not None else None


def _half(found: Found) -> Meaning | None:
    return _of(Fraction(1, 2), CODES[found.word("unit")])


def _either(found: Found) -> Meaning | None:
    """Two to three weeks, 12 to 18 months: what lies between is not known; the lower end where both are near."""
    low, high = found.count("low"), found.count("high")
    if low is None or high is None or low >= high:
        return None
    return Length(vague_length(CODES[found.word("unit")]), side=_side(found))


def _plural(found: Found) -> Meaning | None:
    return _of(None, CODES[found.word("unit")], _side(found))


def _while(_: Found) -> Meaning:
    return Length("PXX")


def _every_unit(found: Found) -> Meaning | None:
    unit = CODES[found.word("unit")]
    count = found.count("count") if found.has("count") else Fraction(1)
    return Fixed(TimexType.SET, length_value(count, unit)) if count else None


def _every_month(found: Found) -> Meaning:
    return Fixed(TimexType.SET, f"XXXX-{MONTHS[found.word('month')]:02d}")


def _every_weekday(found: Found) -> Meaning:
    word = found.word("weekday")
    number = WEEKDAYS[word if word in WEEKDAYS else word.removesuffix("s")] + 1
    return Fixed(TimexType.SET, f"XXXX-WXX-{number}")


_SET_WORDS: Final = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "hourly": "PT1H",
}


def _set_word(found: Found) -> Meaning:
    return Fixed(TimexType.SET, _SET_WORDS[found.word("word")])


_COUNT = named("count", AMOUNT)
_NEAR = opt(one("TRADING"))
_UNITS = named("unit", UNITS)
_ANY = named("unit", UNIT | UNITS)
_REL = named("rel", opt(THE | one("ITS")) + one("LAST PAST NEXT COMING PREVIOUS FOLLOWING LATEST"))
_FIRST = THE + one("ORDINAL LAST")

LENGTHS: Final[tuple[Rule, ...]] = (
    rule(_COUNT + opt(one("MORE")) + _NEAR + _ANY, _length),
    rule(named("count", one("AN")) + named("unit", PLAIN_UNIT | one("CENTURY")), _length),
    rule(_COUNT + HYPHEN + named("unit", UNIT) + opt(HYPHEN + one("OLD LONG")), _length),
    rule(named("count", NUMBER) + HYPHEN + named("unit", UNITS) + HYPHEN + one("OLD LONG"), _length),
    rule(named("unit", UNIT | UNITS) + HYPHEN + one("OLD LONG"), _long),
    rule(_REL + _COUNT + opt(one("MORE")) + _NEAR + _ANY, _length),
    rule(THE + _COUNT + _NEAR + _UNITS, _length),
    rule(_FIRST + _COUNT + _NEAR + _UNITS, _length),
    rule(named("count", one("ANOTHER")) + opt(NUMBER) + named("unit", UNIT), _length),
    rule(one("ANOTHER") + _COUNT + _ANY, _length),
    rule(named("count", one("AN")) + one("ANOTHER") + named("unit", UNIT), _length),
    rule(
        named("count", one("AN") | NUMBER) + named("unit", UNIT | UNITS) + one("AND") + one("AN") + one("HALF"),
        _and_a_half,
    ),
    rule(named("count", NUMBER) + one("AND") + one("AN") + one("HALF") + _UNITS, _and_a_half),
    rule(
        named("count", NUMBER)
        + HYPHEN
        + one("AND")
        + HYPHEN
        + one("AN")
        + HYPHEN
        + one("HALF")
        + HYPHEN
        + named("unit", UNIT),
        _and_a_half,
    ),
    rule(one("HALF") + (one("AN") | HYPHEN) + named("unit", UNIT), _half),
    rule(
        opt(_REL) + named("low", NUMBER) + (one("TO OR") | HYPHEN) + named("high", NUMBER) + opt(HYPHEN) + _ANY, _either
    ),
    rule(_REL + _UNITS, _plural),
    rule(THE + _UNITS + one("AHEAD"), _plural),
    rule(_UNITS, _plural),
    rule(opt(one("AN")) + _COUNT + HYPHEN + named("unit", UNIT) + one("PERIOD TERM"), _length),
    rule(named("word", one("LONGWORD")), _long_word),
    rule(one("AN") + one("WHILE"), _while),
    rule(one("SOME") + one("TIME"), _while),
)
"""Rules for durations."""

SETS: Final[tuple[Rule, ...]] = (
    rule(one("EVERY") + opt(named("count", NUMBER)) + _ANY, _every_unit),
    rule(one("EVERY") + named("month", MONTH), _every_month),
    rule(one("EVERY") + named("weekday", WEEKDAY), _every_weekday),
    rule(named("weekday", one("WEEKDAYS")), _every_weekday),
    rule(named("word", one("SETWORD")), _set_word),
)
"""Rules for sets."""
