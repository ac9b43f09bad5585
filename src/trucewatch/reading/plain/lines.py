"""A plain text cut into units: a line each, or the lines of one hard-wrapped paragraph together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from trucewatch.reading.article.stamps import glued_stamp

HEAD: Final = 12
"""Units at the start of a page among which a stamp is looked for that is glued to a headline."""

WIDEST: Final = 95
"""Characters at which mail and old terminals wrap at most; a longer line was never wrapped."""

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_STOP: Final = re.compile(r"[.!?:]['\"”’)\]]{0,3}$")
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
    """Lines between two blank lines, joined to paragraphs where they are wrapped by width."""
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and not lines[stop].gap:
            stop += 1
        group = lines[at:stop]
        width = max(u.end - u.start for u in group)
        if width <= WIDEST and _wrapped(text, group, width):
            yield from _paragraphs(text, group, width)
        else:
            yield from group
        at = stop


def _wrapped(text: str, group: list[Unit], width: int) -> bool:
    """True where many breaks fall inside sentences: a full line without a stop, and small letters behind it.

    Lists of headlines have no stops either, but each entry begins with a capital.
    """
    after = [text[b.start] for a, b in pairwise(group) if _runs_on(text, a, width)]
    inside = sum(c.islower() for c in after)
    return inside >= 2 and inside * 4 >= len(after)


def _runs_on(text: str, line: Unit, width: int) -> bool:
    return (
        10 * (line.end - line.start) >= 6 * width
        and _STOP.search(text, max(line.start, line.end - 4), line.end) is None
    )


def _paragraphs(text: str, group: list[Unit], width: int) -> Iterator[Unit]:
    """A paragraph ends with a line that stops a sentence short of the width, or is far too short for it."""
    first = group[0]
    for line, after in pairwise(group):
        size = line.end - line.start
        stopped = _STOP.search(text, max(line.start, line.end - 4), line.end) is not None
        ends = stopped and 10 * size < 9 * width and not text[after.start].islower()
        heads = not stopped and 10 * size < 6 * width and text[after.start].isupper()
        if ends or heads or _MARK.match(text, after.start):
            yield replace(first, end=line.end)
            first = after
    yield replace(first, end=group[-1].end)
