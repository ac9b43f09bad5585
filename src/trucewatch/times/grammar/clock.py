"""Times of day."""

from typing import Final

from trucewatch.times.grammar.pieces import Found, Rule, named, one, opt, rule
from trucewatch.times.grammar.vocabulary import NUMBER_WORDS, THE
from trucewatch.times.meaning import Meaning, Rel, When
from trucewatch.times.numbers import count_of, figure
from trucewatch.times.words import DAY_PARTS

_PART_CODES: Final = DAY_PARTS | {"overnight": "TNI", "tonight": "TNI"}


def _clock(found: Found) -> Meaning | None:
    """14:51, 5 p.m., 0600 GMT: hours and minutes as told, in whatever zone; midnight's hour is 24 as in TimeML."""
    hour, minute = _hour_minute(found)
    if hour is None or minute > 59:
        return None
    half = found.word("half").replace(".", "").replace(" ", "") if "half" in found.match.re.groupindex else ""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return When("T", clock=f"T{hour:02d}:{minute:02d}") if hour < 24 or (hour == 24 and not minute) else None


def _hour_minute(found: Found) -> tuple[int | None, int]:
    groups = found.match.re.groupindex
    if "four" in groups:
        word = found.word("four")
        return int(word[:2]), int(word[2:])
    hour = figure(found.word("hour"))
    if hour is None:
        count = count_of(found.words("hour"))
        hour = int(count) if count is not None else None
    minute = figure(found.word("minute")) if "minute" in groups and found.has("minute") else 0
    return hour, 60 if minute is None else minute


def _bare_clock(found: Found) -> Meaning | None:
    # 3:1 is a score and 21:9 a shape: minutes have two figures.
    return _clock(found) if len(found.word("minute")) == 2 else None


def _noon(found: Found) -> Meaning:
    return When("T", clock="T12:00" if found.word("noon") == "noon" else "T24:00")


def _part(found: Found) -> Meaning:
    return When("T", clock=_PART_CODES[found.word("part")])


def _this_part(found: Found) -> Meaning:
    clock = _PART_CODES[found.word("part")]
    word = found.word("rel")
    rel = {
        "last": Rel.LAST,
        "next": Rel.NEXT,
        "previous": Rel.PREVIOUS,
        "following": Rel.FOLLOWING,
        "same": Rel.THAT,
        "that": Rel.THAT,
    }.get(word, Rel.THIS)
    return When("D", clock=clock, rel=rel)


def _tonight(_: Found) -> Meaning:
    return When("D", clock="TNI", rel=Rel.THIS)


def _overnight(found: Found) -> Meaning:
    # What happened overnight is told the next day.
    return When("D", clock="TNI", rel=Rel.LAST)


_OFFSET = one("ZONE") + opt(one("PLUS HYPHEN DASH") + one("DAY TWO FOUR") + opt(one("COLON") + one("TWO DAY")))
_ZONE = opt(opt(one("OPEN")) + _OFFSET + opt(one("CLOSE")) | one("LOCAL") + one("TIME"))
_HALF = named("half", one("MERIDIEM"))
_MINUTES = (one("COLON") | one("DOT")) + named("minute", one("DAY TWO"))
_PART = named("part", one("PART NIGHT"))

CLOCK: Final[tuple[Rule, ...]] = (
    rule(
        named("hour", one("DAY TWO"))
        + one("COLON")
        + named("minute", one("DAY TWO"))
        + opt(one("COLON") + one("DAY TWO"))
        + opt(_HALF)
        + _ZONE,
        _bare_clock,
    ),
    rule(named("hour", one("DAY") | NUMBER_WORDS) + opt(_MINUTES) + _HALF + _ZONE, _clock),
    rule(named("four", one("FOUR YEAR")) + opt(one("UNITS")) + one("ZONE"), _clock),
    rule(named("four", one("FOUR")) + one("UNITS"), _clock),
    rule(
        named("hour", one("DAY TWO"))
        + one("DOT")
        + named("minute", one("DAY TWO"))
        + (one("ZONE") | one("LOCAL") + one("TIME")),
        _clock,
    ),
    rule(named("hour", one("DAY") | NUMBER_WORDS) + one("OCLOCK"), _clock),
    rule(named("noon", one("NOON")) + _ZONE, _noon),
    rule(THE + _PART, _part),
    rule(_PART, _part),
    rule(named("rel", one("THIS LAST NEXT THAT")) + _PART, _this_part),
    rule(THE + named("rel", one("PREVIOUS FOLLOWING SAME NEXT")) + _PART, _this_part),
    rule(one("TONIGHT"), _tonight),
    rule(one("OVERNIGHT"), _overnight),
)
"""Rules for times of day; the day they are of is joined later."""
