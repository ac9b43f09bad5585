"""Names as they stand in a page: bare of titles, and of one type wherever the same words stand."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from trucewatch.extract.model.types import FoundName
from trucewatch.record.mentions import NameType
from trucewatch.record.spans import Range

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame king queen prince princess emperor sultan emir sheikh "
    "sheik pope father sister president vice-president premier chancellor minister ministry secretary senator "
    "congressman congresswoman representative speaker governor mayor chairman chairwoman chair ambassador "
    "judge justice marshal general admiral colonel major captain commander lieutenant sergeant corporal gen "
    "adm col maj capt cmdr lt sgt cpl sen rep gov amb pres".split()
)
"""What stands before a person's name and is not part of it, in lower case without its full stop; "ministry" as well,
for pages write it where they mean the minister."""
_LEADING = re.compile(r"([\w-]{2,16})\.?\s{1,3}(?=\w)")
_CAPITAL = re.compile(r"[A-Z]")
_BEHIND = re.compile(r"[ \u00a0]([^\W\d_]{3,40})\b")
_INITIAL = re.compile(r"(?:^|[\s.])[A-Z]$")


def settled(text: str, found: Iterable[FoundName]) -> tuple[FoundName, ...]:
    """The names in their order, each bare of titles; where the page gives the same words different types, each takes
    the one that the model is surest of over the whole page. Words in small letters are no name in a text with capitals.
    """
    capitals = _CAPITAL.search(text) is not None
    cut = (_with_stop(text, _untitled(text, name)) for name in found)
    bare = _with_surnames(text, [name for name in cut if not capitals or _named(name.at.of(text))])
    weights: dict[str, dict[NameType, float]] = defaultdict(lambda: defaultdict(float))
    for name in bare:
        weights[name.at.of(text)][name.type] += name.score**2
    best = {words: max(types, key=lambda t: types[t]) for words, types in weights.items()}
    return tuple(replace(name, type=best[name.at.of(text)]) for name in bare)


def _with_surnames(text: str, names: list[FoundName]) -> list[FoundName]:
    """Persons' names with the surname behind them, where no name covers it and the page uses it alone for a person."""
    alone = {w for n in names if n.type is NameType.PERSON and (w := n.at.of(text)).isalpha() and len(w) > 2}
    starts = {n.at.start for n in names}
    out = []
    for name in names:
        behind = _BEHIND.match(text, name.at.end)
        if behind and name.type is NameType.PERSON and behind.group(1) in alone and behind.start(1) not in starts:
            name = replace(name, at=Range(name.at.start, behind.end(1)))
        out.append(name)
    return out


def _named(words: str) -> bool:
    """Whether a capital or a figure stands in the words, or letters that have no capitals."""
    return any(c.isupper() or c.isdigit() or (c.isalpha() and not c.islower()) for c in words)


def _untitled(text: str, name: FoundName) -> FoundName:
    """A person's name from behind its titles; a name that is nothing else stays."""
    if name.type is not NameType.PERSON:
        return name
    start = name.at.start
    while (lead := _LEADING.match(text, start, name.at.end)) and lead.group(1).lower() in _TITLES:
        start = lead.end()
    return replace(name, at=Range(start, name.at.end))


def _with_stop(text: str, name: FoundName) -> FoundName:
    """A name that ends in an initial (U. S, J. F. K) with the full stop behind it."""
    end = name.at.end
    words = name.at.of(text)
    if text[end : end + 1] == "." and "." in words and _INITIAL.search(words[-3:]):
        return replace(name, at=Range(name.at.start, end + 1))
    return name
