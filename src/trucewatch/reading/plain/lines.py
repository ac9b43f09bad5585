"""A plain text cut into units: a line each, or the lines of one hard-wrapped paragraph together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from trucewatch.reading.article.stamps import glued_stamp

HEAD: Final = 12
"""Units at the start of a page among which a stamp is looked for that is glued to a headline."""

WRAP: Final = (50, 90)
"""Widths between which mail and old terminals wrap; a longer line was never wrapped."""

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_UNFINISHED: Final = re.compile(r"[\w,;–—-]$")
_MARK: Final = re.compile(r"(?:#{1,6}\s|[-*+•·▪●]\s|>\s?|[0-9]{1,3}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A half-open range without blank margin: one line, or the lines of a wrapped paragraph."""

    start: int
    end: int
    indent: int
    """Blank characters before it on its line."""
    gap: bool
    """True where a blank line, or the start of the text, stands before it."""


def units_of(text: str) -> list[Unit]:
    """The units of `text` in order; every non-blank character is in exactly one."""
    units = list(_joined(text, list(lines_of(text))))
    return [piece for u in units[:HEAD] for piece in _unglued(text, u)] + units[HEAD:]


def _unglued(text: str, unit: Unit) -> Iterator[Unit]:
    """A stamp that scraping glued to the words behind it stands apart from them."""
    cut = glued_stamp(text[unit.start : min(unit.end, unit.start + 200)])
    if cut is None:
        yield unit
        return
    end, start = cut
    yield replace(unit, end=unit.start + end)
    yield Unit(unit.start + start, unit.end, 0, gap=False)


def lines_of(text: str) -> Iterator[Unit]:
    """Every line that is not blank, without its blank margins."""
    last = None
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip()
        if not body:
            continue
        indent = len(line) - len(line.lstrip())
        start = match.start() + indent
        yield Unit(start, start + len(body), indent, last is None or _blank_line(text, last, start))
        last = start + len(body)


def _blank_line(text: str, end: int, start: int) -> bool:
    # CR LF is one break, two breaks make a blank line.
    between = text[end:start].replace("\r\n", "\n")
    return sum(1 for _ in re.finditer(r"[\n\r\u2028\u2029\x0b\x0c\x85]", between)) > 1


def _joined(text: str, lines: list[Unit]) -> Iterator[Unit]:
    """Lines between two blank lines become one unit where they look wrapped by width."""
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and not lines[stop].gap:
            stop += 1
        group = lines[at:stop]
        if _wrapped(text, group):
            yield Unit(group[0].start, group[-1].end, group[0].indent, group[0].gap)
        else:
            yield from group
        at = stop


def _wrapped(text: str, group: list[Unit]) -> bool:
    """True for three or more lines of nearly one width whose breaks fall inside sentences."""
    if len(group) < 3:
        return False
    low, high = WRAP
    inner = group[:-1]
    if not all(low <= u.end - u.start <= high for u in inner) or group[-1].end - group[-1].start > high:
        return False
    if any(_MARK.match(text, u.start) for u in group[1:]):
        return False
    broken = sum(_breaks_sentence(text, a, b) for a, b in pairwise(group))
    return broken * 3 >= len(inner) * 2


def _breaks_sentence(text: str, a: Unit, b: Unit) -> bool:
    return bool(_UNFINISHED.search(text[max(a.start, a.end - 2) : a.end])) or text[b.start].islower()
