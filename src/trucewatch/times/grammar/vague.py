"""Times that point without saying where: now, recently, in the near future."""

from typing import Final

from trucewatch.record.times import TimexType
from trucewatch.times.grammar.pieces import Builder, Found, Rule, named, one, opt, rule
from trucewatch.times.grammar.vocabulary import THE, UNITS
from trucewatch.times.meaning import Fixed, Meaning


def _always(value: str) -> Builder:
    meaning = Fixed(TimexType.DATE, value)

    def build(_: Found) -> Meaning:
        return meaning

    return build


_past, _present, _future = _always("PAST_REF"), _always("PRESENT_REF"), _always("FUTURE_REF")

VAGUE_TIMES: Final[tuple[Rule, ...]] = (
    rule(one("NOW"), _present),
    rule(named("right", one("RIGHT")) + one("NOW"), _present),
    rule(one("NOWADAYS"), _present),
    rule(one("CURRENT"), _present),
    rule(one("THESE") + one("UNITS"), _present),
    rule(one("THIS") + opt(one("OTHER")) + one("MOMENT"), _present),
    rule(one("AT") + THE + one("MOMENT"), _present),
    rule(one("RECENTLY"), _past),
    rule(one("MORE") + one("RECENTLY"), _past),
    rule(one("RECENT"), _past),
    rule(opt(THE) + one("RECENT PAST") + UNITS + opt(one("AND") + UNITS), _past),
    rule(THE + one("PAST"), _past),
    rule(THE + one("TIME"), _past),
    rule(one("SOON"), _future),
    rule(opt(THE) + one("FUTURE"), _future),
    rule(one("FUTURE") + UNITS, _future),
    rule(opt(THE) + one("COMING") + UNITS, _future),
    rule(THE + one("NEAR") + one("FUTURE TERM"), _future),
)
"""Rules for vague times."""
