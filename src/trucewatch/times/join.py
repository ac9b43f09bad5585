"""Expressions that say one time together: a weekday and its date, a day and its hour, a month and "last year"."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from trucewatch.times.lexicon import CLASS
from trucewatch.times.meaning import Meaning, Rel, Shift, When
from trucewatch.times.scan import Expression
from trucewatch.times.tokens import Tokens


def _gaps(*names: str) -> frozenset[str]:
    return frozenset("".join(CLASS[part] for part in name.split()) for name in names)


_WITH_DATE: Final = _gaps("", "COMMA", "STOP", "THE", "COMMA THE")
_WITH_CLOCK: Final = _gaps("", "COMMA", "AT", "COMMA AT", "BAR", "DASH", "OPEN", "IN", "IN THE", "TEE")
_CLOCK_WITH: Final = _gaps("", "COMMA", "ON", "OF", "BAR", "COMMA ON", "DASH", "FROM")
_WITH_YEAR: Final = _gaps("", "OF", "IN")
_LENT_OVER: Final = _gaps(
    "AND", "TO", "HYPHEN", "DASH", "THROUGH", "UNTIL", "AND ON", "AND IN", "UNTIL", "TO THE", "AND THE"
)
_LONGEST_GAP: Final = 2


def join(tokens: Tokens, found: Iterable[Expression]) -> list[Expression]:
    """The expressions with neighbours joined where they say one time."""
    joined: list[Expression] = []
    for expression in found:
        whole = _joined(tokens, joined[-1], expression) if joined else None
        if whole is None:
            joined.append(expression)
        else:
            joined[-1] = whole
    return _with_lent_years(tokens, joined)


def _with_lent_years(tokens: Tokens, found: list[Expression]) -> list[Expression]:
    """From 27 September to 10 November 2020: the second date's year is the first one's too."""
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        if right.first - left.last <= _LONGEST_GAP and tokens.classes[left.last : right.first] in _LENT_OVER:
            whole = _lent(left.meaning, right.meaning)
            if whole is not None:
                found[at] = replace(left, meaning=whole, vouched=True)
    return found


def _lent(left: Meaning, right: Meaning) -> When | None:
    if not (isinstance(left, When) and isinstance(right, When)) or right.year is None or right.month is None:
        return None
    if left.month is None or left.unit != right.unit or not _open_year(left):
        return None
    later = (left.month, left.day or 0) > (right.month, right.day or 0)
    return replace(left, year=right.year - 1 if later else right.year)


def _joined(tokens: Tokens, left: Expression, right: Expression) -> Expression | None:
    if right.first - left.last > _LONGEST_GAP:
        return None
    meaning = _together(left.meaning, right.meaning, tokens.classes[left.last : right.first])
    return None if meaning is None else Expression(left.first, right.last, meaning, vouched=True)


def _together(left: Meaning, right: Meaning, gap: str) -> Meaning | None:
    if isinstance(left, Shift) and isinstance(right, When):
        if left.unit == "D" and right.unit == "T" and left.clock is None and gap in _WITH_CLOCK:
            return replace(left, clock=right.clock)
        return None
    if isinstance(right, Shift) and isinstance(left, When):
        if right.unit == "D" and left.unit == "T" and gap in _CLOCK_WITH:
            return replace(right, clock=left.clock)
        return None
    if not (isinstance(left, When) and isinstance(right, When)):
        return None
    if _bare_weekday(left) and right.unit == "D" and right.day is not None and gap in _WITH_DATE:
        return replace(right, weekday=left.weekday, clock=left.clock or right.clock)
    if left.unit == "D" and right.unit == "T" and left.clock is None and gap in _WITH_CLOCK:
        return replace(left, clock=right.clock)
    if left.unit == "T" and right.unit == "D" and right.clock is None and gap in _CLOCK_WITH:
        return replace(right, clock=left.clock)
    if _open_year(left) and _year_of_something(right) and gap in _WITH_YEAR:
        return replace(left, year=right.year, year_rel=right.rel)
    return None


def _bare_weekday(when: When) -> bool:
    return when.unit == "D" and when.weekday is not None and when.day is None


def _open_year(when: When) -> bool:
    compared = when.year_rel is not None and not (when.unit == "Q" and when.year_rel is Rel.PREVIOUS)
    if when.rel is not None or when.year is not None or compared or when.clock is not None:
        return False
    return when.unit in ("M", "Q", "S", "H") or (when.unit == "D" and when.month is not None)


def _year_of_something(when: When) -> bool:
    if when.unit != "Y" or when.part is not None or when.mod is not None:
        return False
    return when.year is not None or when.rel in (Rel.LAST, Rel.THIS, Rel.NEXT, Rel.THAT)
