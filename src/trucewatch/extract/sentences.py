"""Sentences of news prose: where one ends, and where a full stop only shortens a word.

A rule reader for running text inside one block. Each candidate end is one of `. ! ? …` with the closing quotes and
brackets behind it; it ends a sentence unless the word before it is a known shortening or an initial, or what follows
goes on in lower case. Time is linear in the block.
"""

import re

from trucewatch.record.spans import Range

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s|$)|\n++")
"""Possessive and never begun inside a run of stops, so that a megabyte of dots is walked once."""
_INK = re.compile(r"\S")
_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"[\w.&/-]{1,24}$")
_NEXT = re.compile(r"\s*+[\"'“‘«(\[]*+(\S)")

_TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpl sgt cmdr adm brig rep sen gov hon rev fr st sr jr messrs amb pres sec "
    "dep".split()
)
"""Shortenings that stand before a name: never an end."""
_OTHERS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec nos arts para vol vs etc al inc ltd co corp approx ca cf "
    "e.g i.e a.m p.m mon tue tues wed thu thur thurs fri dept est u.s u.k u.n e.u d.c".split()
)
"""Shortenings that may end a sentence: an end only where the next word starts like a sentence."""
_BEFORE_NUMBERS = frozenset("no art par fig sat sun p pp".split())
"""Words of their own that are shortenings only before a number ("No. 7")."""
_STARTERS = frozenset(
    "the a an he she it they we i you this that these those in on at but and as if when while after before his her its "
    "their our there both all some many no according earlier later meanwhile however".split()
)
_LONGEST = 4_000
"""Code points; a longer stretch without an end (a table, a broken page) is cut at white space."""


def sentences(text: str, start: int, end: int) -> list[Range]:
    """The sentences of `text[start:end]` in order: no blank margins, and every non-blank character in one of them."""
    found: list[Range] = []
    at = start
    for match in _END.finditer(text, start, end):
        if _ends(text, match, end):
            found += _pieces(text, at, match.end())
            at = match.end()
    return found + _pieces(text, at, end)


def _ends(text: str, mark: re.Match[str], end: int) -> bool:
    signs = mark.group()
    if signs[0] == "\n" or signs[0] in "!?":
        return signs[0] == "\n" or not _goes_on(text, mark.end(), end)
    word = _WORD_BEFORE.search(text, max(0, mark.start() - 24), mark.start())
    before = word.group() if word else ""
    if len(signs) > 1:
        return not _goes_on(text, mark.end(), end)
    return _stop_ends(before, text, mark.end(), end)


def _stop_ends(before: str, text: str, after: int, end: int) -> bool:
    low = before.lower().lstrip(".")
    if low in _TITLES or (len(before) == 1 and before.isupper() and before != "I"):
        return False
    if low in _OTHERS or ("." in low and len(low.replace(".", "")) <= 4):
        return _starts_plainly(text, after, end)
    if low in _BEFORE_NUMBERS and (follower := _NEXT.match(text, after, end)):
        return not follower.group(1).isdigit()
    return not _goes_on(text, after, end)


def _goes_on(text: str, after: int, end: int) -> bool:
    follower = _NEXT.match(text, after, end)
    return follower is not None and follower.group(1).islower()


def _starts_plainly(text: str, after: int, end: int) -> bool:
    follower = _NEXT.match(text, after, end)
    if follower is None:
        return True
    word = _WORD.match(text, follower.start(1), end)
    return word is not None and word.group()[0].isupper() and word.group().lower() in _STARTERS


def _pieces(text: str, start: int, end: int) -> list[Range]:
    out: list[Range] = []
    while ink := _INK.search(text, start, end):
        start = ink.start()
        stop = end if end - start <= _LONGEST else _cut(text, start, start + _LONGEST)
        trimmed = start + len(text[start:stop].rstrip())
        out.append(Range(start, trimmed))
        start = stop
    return out


def _cut(text: str, start: int, limit: int) -> int:
    blank = text.rfind(" ", start, limit)
    return blank if blank > start else limit
