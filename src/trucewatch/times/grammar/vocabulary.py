"""The pieces that several parts of the grammar use."""

from typing import Final

from trucewatch.times.grammar.pieces import Piece, named, one, opt
from trucewatch.times.meaning import Rel

THE: Final = one("THE")
OF: Final = one("OF")
COMMA: Final = one("COMMA")
HYPHEN: Final = one("HYPHEN")
STOP: Final = one("STOP")

FIGURES: Final = one("DAY YEAR TWO FOUR INT")
_TEENS: Final = one("ONE TEN")
NUMBER_WORDS: Final = (
    one("TEN") + opt(opt(HYPHEN) + one("ONE"))
    | one("ONE AN") + one("HUNDRED") + opt(opt(one("AND")) + one("TEN ONE") + opt(opt(HYPHEN) + one("ONE")))
    | one("ONE")
)
_FRACTION: Final = one("DAY") + one("DAY") + one("SLASH") + one("DAY")
_DECIMAL: Final = one("DAY TWO INT") + one("DOT") + one("DAY TWO INT")
NUMBER: Final = _FRACTION | _DECIMAL | FIGURES | NUMBER_WORDS | one("AN") + one("COUPLE") + opt(OF)
"""An amount that is said: 12, 2 1/2, twenty-four, a hundred, a couple of."""
VAGUE: Final = opt(one("AN")) + one("FEW") | one("SEVERAL") | one("COUPLE") + opt(OF)
"""An amount that is not."""
AMOUNT: Final = NUMBER | VAGUE

UNIT: Final = one("UNIT DAYUNIT ANNUM SECOND QUARTER CENTURY NIGHT WEEKEND")
UNITS: Final = one("UNITS SECONDS WEEKENDS")
PLAIN_UNIT: Final = one("UNIT DAYUNIT ANNUM")
CALENDAR_UNIT: Final = PLAIN_UNIT | one("QUARTER CENTURY")

MONTH: Final = one("MONTH MAY") | one("SHORTMONTH") + opt(STOP)
"""Any month's name; where it may be a verb or a name, the rest of the rule must tell."""
WEEKDAY: Final = one("WEEKDAY") | one("SHORTDAY") + opt(STOP)
ORDINAL: Final = one("ORD ORDINAL SECOND") | one("TEN") + opt(HYPHEN) + one("ORDINAL SECOND")
DAY: Final = one("DAY ORD") | one("ORDINAL") | one("TEN") + opt(HYPHEN) + one("ORDINAL SECOND")
YEAR_WORDS: Final = (
    one("ONE") + one("TEN") + opt(opt(HYPHEN) + one("ONE"))
    | one("ONE") + one("HUNDRED") + opt(opt(one("AND")) + one("ONE"))
    | one("TEN") + one("TEN") + opt(opt(HYPHEN) + one("ONE"))
)
"""nineteen ninety-seven, two thousand and one; `year_of` says whether they are a year."""
YEAR: Final = one("YEAR")


def day_of_month(name: str = "day") -> Piece:
    """A day's number, named."""
    return named(name, DAY)


RELATIONS: Final[dict[str, Rel]] = {
    "last": Rel.LAST,
    "past": Rel.LAST,
    "this": Rel.THIS,
    "current": Rel.THIS,
    "next": Rel.NEXT,
    "coming": Rel.NEXT,
    "upcoming": Rel.NEXT,
    "following": Rel.FOLLOWING,
    "previous": Rel.PREVIOUS,
    "preceding": Rel.PREVIOUS,
    "prior": Rel.PREVIOUS,
    "that": Rel.THAT,
    "same": Rel.THAT,
    "latest": Rel.LATEST,
}
"""Words of relation to what they say."""

RELATION: Final = (
    one("THIS") + one("LAST PAST COMING NEXT")
    | one("THE") + one("LAST PAST NEXT COMING FOLLOWING PREVIOUS SAME CURRENT LATEST")
    | one("LAST THIS NEXT PAST COMING FOLLOWING PREVIOUS THAT CURRENT")
)
"""Words of relation with their article."""


def relation_of(words: list[str]) -> Rel | None:
    """What the words of a RELATION say: the last of them that says something ("this past spring" is last spring)."""
    return next((RELATIONS[word] for word in reversed(words) if word in RELATIONS), None)
