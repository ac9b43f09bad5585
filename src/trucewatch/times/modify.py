"""Words before and after an expression that change what it says: early, about, at least, or so."""

import re
from dataclasses import replace
from typing import Final

from trucewatch.times.grammar.pieces import Piece, one, opt
from trucewatch.times.grammar.vocabulary import AMOUNT, THE
from trucewatch.times.lexicon import CLASS
from trucewatch.times.meaning import Between, Fixed, Length, Meaning, Rel, Shift, When
from trucewatch.times.scan import Expression
from trucewatch.times.tokens import Tokens

_REACH: Final = 4
"""The most words of a modifier."""

_OF, _IN, _ON, _HYPHEN = one("OF"), one("IN"), one("ON"), one("HYPHEN")


def _before(*table: tuple[Piece, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(f"(?:{piece.regex})\\Z"), mod) for piece, mod in table)


_BEFORE_DATES: Final = _before(
    (opt(THE) + one("BEGINNING") + _OF, "START"),
    (opt(THE) + one("MIDDLE") + _OF, "MID"),
    (opt(THE) + one("END") + _OF, "END"),
    (opt(THE) + one("EARLY") + opt(_IN | _ON | _HYPHEN), "START"),
    (opt(THE) + one("MID") + opt(_HYPHEN), "MID"),
    (opt(THE) + one("LATE") + opt(_IN | _ON | _HYPHEN), "END"),
    (one("EARLIER") + opt(_IN | _ON), "START"),
    (one("LATER") + opt(_IN | _ON), "END"),
)
_BEFORE_AMOUNTS: Final = _before(
    (one("AT") + one("LEAST"), "EQUAL_OR_MORE"),
    (one("NO") + one("LESS") + one("THAN"), "EQUAL_OR_MORE"),
    (one("NO") + one("MORE") + one("THAN"), "EQUAL_OR_LESS"),
    (one("MORE") + one("THAN"), "MORE_THAN"),
    (one("LESS") + one("THAN"), "LESS_THAN"),
    (one("UP") + one("TO"), "EQUAL_OR_LESS"),
    (one("AT") + one("MOST"), "EQUAL_OR_LESS"),
    (one("NEARLY"), "LESS_THAN"),
)
_BEFORE_BOTH: Final = _before((one("ABOUT"), "APPROX"))
_BEFORE_NUMBERS: Final = _before((one("OVER"), "MORE_THAN"))
_AFTER: Final = (
    (re.compile((one("OR") + one("SO")).regex), "APPROX"),
    (re.compile((one("OR") + one("LATER")).regex), "ON_OR_AFTER"),
    (re.compile((one("AND OR") + one("BEYOND")).regex), "ON_OR_AFTER"),
    (re.compile((one("OR") + one("MORE")).regex), "EQUAL_OR_MORE"),
    (re.compile((one("OR") + one("LESS")).regex), "EQUAL_OR_LESS"),
)
_VOUCHING: Final = ("START", "MID", "END")
_BOUND: Final = {CLASS["EARLIER"]: "to-date", CLASS["LATER"]: "from-now"}
_AMOUNT_STARTS: Final = AMOUNT.first | one("AN").first
_LASTING: Final = frozenset("for of after than last lasts lasted lasting took takes taken since drags dragged".split())


def _lasting(tokens: Tokens, at: int) -> bool:
    """True where "over" says how long ("lasted over a week"), not when ("changed over a week")."""
    return tokens.word(at) in _LASTING


def modify(tokens: Tokens, expression: Expression, floor: int) -> Expression:
    """The expression with the modifiers that stand beside it; those before it begin at `floor` or later."""
    meaning = expression.meaning
    if isinstance(meaning, Fixed):
        return expression
    low = max(floor, expression.first - _REACH)
    left = tokens.classes[low : expression.first]
    for pattern, mod in _tables(tokens, expression):
        match = pattern.search(left) if left else None
        if match:
            bounds = _BOUND.get(match.group()[0])
            return replace(
                expression,
                first=low + match.start(),
                meaning=_with(meaning, mod, bounds),
                vouched=expression.vouched or mod in _VOUCHING,
            )
    for pattern, mod in _AFTER:
        match = pattern.match(tokens.classes, expression.last)
        if match:
            return replace(expression, last=match.end(), meaning=_with(meaning, mod, None))
    return expression


def _tables(tokens: Tokens, expression: Expression) -> tuple[tuple[re.Pattern[str], str], ...]:
    meaning = expression.meaning
    if isinstance(meaning, Length | Shift) and tokens.classes[expression.first] in _AMOUNT_STARTS:
        return _BEFORE_AMOUNTS + _BEFORE_BOTH + (_BEFORE_NUMBERS if _lasting(tokens, expression.first - 2) else ())
    if isinstance(meaning, Length):
        return _BEFORE_AMOUNTS
    if isinstance(meaning, When) and meaning.rel in (Rel.THAT, Rel.LATEST):
        return ()
    return _BEFORE_DATES + _BEFORE_BOTH


def _with(meaning: Meaning, mod: str, bounds: str | None) -> Meaning:
    if isinstance(meaning, When):
        return replace(meaning, mod=mod, bounds=bounds)
    if isinstance(meaning, Length | Shift | Between | Fixed):
        return replace(meaning, mod=mod)
    return meaning
