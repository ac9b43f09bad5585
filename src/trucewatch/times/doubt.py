"""Matches that are no expression of time: the verb "may", a price, a score, a count of people."""

from collections.abc import Callable
from typing import Final

from trucewatch.times.lexicon import CLASS
from trucewatch.times.meaning import Fixed, Length, Rel, Shift, When
from trucewatch.times.scan import Expression
from trucewatch.times.tokens import Tokens


def _classes(names: str) -> frozenset[str]:
    return frozenset(CLASS[name] for name in names.split())


_MONTH_LEADS: Final = _classes(
    "IN ON TO BY SINCE UNTIL DURING THROUGH BETWEEN OF FROM BEFORE AFTER EARLY LATE MID MIDDLE ABOUT THIS LAST NEXT "
    "WITHIN COMMA"
)
"""Words after which May, March or Jan is a month."""
_NUMBERISH: Final = _classes("MONEY PERCENT DOT SLASH COLON HYPHEN HUNDRED PLUS")
_COUNTED: Final = frozenset(
    "people troops soldiers men women children fighters refugees homes houses villages families km kilometers "
    "kilometres meters metres tons tonnes dollars euros rubles miles feet points shares hectares acres pieces workers "
    "members civilians students jobs prisoners deaths casualties tanks vehicles rockets shells mines servicemen "
    "persons million billion percent cases times rounds personnel militants peacekeepers police officers pounds "
    "copies votes seats".split()
)
_NAMED_BY_NUMBER: Final = frozenset(
    "resolution resolutions no number page chapter article room flight route unscr decree some".split()
)
_PERSONS: Final = frozenset(
    "man woman boy girl child resident soldier student son daughter father mother native veteran widow baby girl's "
    "brother sister farmer teacher civilian villager driver serviceman worker".split()
)
_IN_FRONT: Final = _classes("IN DURING OF SINCE BY UNTIL OVER THROUGH")
_AFTER_NOUNS: Final = frozenset(
    "if and as but is are was were will when while or that which by in on at to for from with without since until "
    "can may could would should has had holds he she they it we i".split()
)
_BEFORE_PLURALS: Final = _classes("FOR AFTER WITHIN IN")
_BARE_PLURALS: Final = _classes("UNITS SECONDS WEEKENDS")
_AMOUNTS: Final = _classes("DAY TWO INT FOUR BIG YEAR HUNDRED PERCENT CENT")
_VERBS: Final = frozenset("lasts takes needs gets gives perhaps spends was has always sometimes".split())


def doubtful(tokens: Tokens, expression: Expression) -> bool:
    """True where the words around an expression, which no other vouches for, say that no time is meant."""
    meaning = expression.meaning
    if isinstance(meaning, When):
        check = _BY_UNIT.get(meaning.unit)
        return check(tokens, expression, meaning) if check else False
    if isinstance(meaning, Length):
        return _length(tokens, expression)
    if isinstance(meaning, Fixed):
        return _fixed(tokens, expression)
    # On the eve of the talks: a day, but which?
    return (
        isinstance(meaning, Shift)
        and tokens.word(expression.last - 1) == "eve"
        and tokens.word(expression.last) == "of"
    )


def _kind(tokens: Tokens, at: int) -> str:
    return tokens.classes[at] if 0 <= at < len(tokens.classes) else ""


def _touches(tokens: Tokens, at: int) -> bool:
    """True where no space stands between this token and the one before."""
    return 0 < at < len(tokens.starts) and tokens.end(at - 1) == tokens.starts[at]


def _year(tokens: Tokens, expression: Expression, when: When) -> bool:
    first, last = expression.first, expression.last
    if last - first > 1 or tokens.classes[first] != CLASS["YEAR"] or when.year is None:
        return when.rel is Rel.THIS and _the_unit(tokens, expression)
    before, after = _kind(tokens, first - 1), _kind(tokens, last)
    if before in _NUMBERISH and _touches(tokens, first) and before != CLASS["HYPHEN"]:
        return True
    if after in _NUMBERISH or (after == CLASS["COMMA"] and _touches(tokens, last + 1)):
        return not (after == CLASS["HYPHEN"] and tokens.word(last + 1).isalpha())
    if (before == CLASS["COMMA"] and _touches(tokens, first)) or before in _classes("MONEY OVER NEARLY"):
        return True
    if before == CLASS["OTHER"] and tokens.words[first - 1].istitle() and _inside_name(tokens, first - 1):
        return True
    if tokens.word(first - 1) in _NAMED_BY_NUMBER or tokens.word(last) in _COUNTED or after in _UNIT_WORDS:
        return True
    if before == CLASS["HYPHEN"] and not tokens.word(first - 2).isalpha():
        return True
    return not 1900 <= when.year <= 2099 and (before not in _YEAR_LEADS or tokens.word(last).endswith("s"))


def _inside_name(tokens: Tokens, at: int) -> bool:
    """True where a capitalised word stands inside a sentence: with a number after it, it is a name (Agenda 2030)."""
    return at > 0 and tokens.classes[at - 1] not in _classes("STOP BREAK FINAL QUOTE")


_UNIT_WORDS: Final = _classes("UNITS SECONDS CENT")
_YEAR_LEADS: Final = _classes("IN SINCE UNTIL BY FROM BETWEEN DURING AND OPEN")


def _the_unit(tokens: Tokens, expression: Expression) -> bool:
    """The year, the week, the day: a time after a preposition, and not where the words go on to say which."""
    if _kind(tokens, expression.first) != CLASS["THE"] or expression.last - expression.first != 2:
        return False
    after = _kind(tokens, expression.last)
    if after in _classes("OF BEFORE AFTER THAT") or tokens.word(expression.last) in ("when", "where", "which"):
        return True
    return _kind(tokens, expression.first - 1) not in _IN_FRONT | _classes("FOR THROUGH")


def _day(tokens: Tokens, expression: Expression, when: When) -> bool:
    if when.weekday is not None and when.day is None:
        # "Sat" and "Sun" alone are a verb and a newspaper.
        return tokens.classes[expression.last - 1] == CLASS["SHORTDAY"]
    if when.rel is Rel.THIS and when.clock is None:
        return _the_unit(tokens, expression)
    return False


def _unit(tokens: Tokens, expression: Expression, when: When) -> bool:
    return when.rel is Rel.THIS and when.month is None and _the_unit(tokens, expression)


def _month(tokens: Tokens, expression: Expression, when: When) -> bool:
    if when.month is None:
        return _unit(tokens, expression, when)
    if expression.last - expression.first > 2 or when.year is not None:
        return False
    name = tokens.classes[expression.first]
    if name == CLASS["MONTH"] or when.rel is not None:
        return False
    before = _kind(tokens, expression.first - 1)
    if before in _classes("THE ITS POSS"):
        # The March talks, but not the March on the capital.
        after = tokens.word(expression.last)
        return not after.isalpha() or after in _AFTER_NOUNS
    return before not in _MONTH_LEADS


def _season(tokens: Tokens, expression: Expression, when: When) -> bool:
    if when.rel is not None or when.year is not None:
        return False
    before, after = _kind(tokens, expression.first - 1), _kind(tokens, expression.last)
    return before not in _IN_FRONT | _classes("EARLY LATE MID SINCE") or after == CLASS["OF"]


def _clock(tokens: Tokens, expression: Expression, when: When) -> bool:
    kinds = tokens.classes[expression.first : expression.last]
    if kinds[-1] in _classes("PART NIGHT"):
        return kinds[0] != CLASS["THE"] or _kind(tokens, expression.first - 1) not in _classes("IN DURING OF")
    return False


def _length(tokens: Tokens, expression: Expression) -> bool:
    kinds = tokens.classes[expression.first : expression.last]
    after = tokens.word(expression.last)
    if kinds[-1] == CLASS["OLD"]:
        return after in _PERSONS or not after.isalpha()
    if _kind(tokens, expression.last) == CLASS["OLD"]:
        return True
    before = _kind(tokens, expression.first - 1)
    if kinds in _BARE_PLURALS:
        return before not in _BEFORE_PLURALS or _kind(tokens, expression.last) == CLASS["OF"]
    if kinds[0] == CLASS["AN"] and len(kinds) == 2 and _rate(tokens, expression.first - 1):
        return True
    return before in _classes("MONEY DOT") or (before == CLASS["COMMA"] and _touches(tokens, expression.first))


def _rate(tokens: Tokens, at: int) -> bool:
    """Four flights a week, $2 million a year: a rate, which places nothing in time."""
    word = tokens.word(at)
    if word in ("million", "billion", "times", "percent", "twice", "once") or _kind(tokens, at) in _AMOUNTS:
        return True
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "ous"))
    return plural and _kind(tokens, at) == CLASS["OTHER"] and word not in _VERBS


def _fixed(tokens: Tokens, expression: Expression) -> bool:
    kinds = tokens.classes[expression.first : expression.last]
    before = _kind(tokens, expression.first - 1)
    if kinds == CLASS["FUTURE"]:
        return True
    if kinds == CLASS["THE"] + CLASS["PAST"]:
        return before != CLASS["IN"]
    if kinds == CLASS["THE"] + CLASS["FUTURE"]:
        after = tokens.word(expression.last)
        return after == "of" or (after.isalpha() and after not in _AFTER_NOUNS)
    if kinds == CLASS["SETWORD"]:
        # Daily talks are talks of a kind; "was shelled daily" says when.
        after = tokens.word(expression.last)
        return after.isalpha() and after not in _AFTER_NOUNS
    if kinds == CLASS["THE"] + CLASS["TIME"]:
        return before != CLASS["AT"] or _kind(tokens, expression.last) == CLASS["OF"]
    if kinds == CLASS["SOON"]:
        # As soon as possible, so soon, too soon, soon after: no time of its own.
        return tokens.word(expression.first - 1) in ("as", "so", "too", "how") or tokens.word(expression.last) in (
            "after",
            "as",
            "afterwards",
            "afterward",
        )
    return False


_BY_UNIT: Final[dict[str, Callable[[Tokens, Expression, When], bool]]] = {
    "Y": _year,
    "D": _day,
    "W": _unit,
    "M": _month,
    "S": _season,
    "T": _clock,
}
