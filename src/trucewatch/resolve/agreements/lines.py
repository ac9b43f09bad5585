"""The lines of a text with their places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.record.spans import Range
from trucewatch.record.times import Timex

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = " \t\u00a0\u2007\u202f\u200b\ufeff>"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without its margins."""

    start: int
    words: str
    gap: bool
    """Whether blank lines stand before it."""

    @property
    def end(self) -> int:
        """Where its words end in the text."""
        return self.start + len(self.words)

    @property
    def at(self) -> Range:
        """Its place in the text."""
        return Range(self.start, self.end)


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, in order."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        words = match[0].strip(_BLANK)
        if words:
            start = match.start() + match[0].index(words[0])
            gap = bool(found) and text.count("\n", last, start) > 1
            found.append(Line(start, words, gap))
            last = start + len(words)
    return found


def within(times: Sequence[Timex], at: Range) -> list[Timex]:
    """The expressions that stand wholly in the range; they are sorted and disjoint, so a long text is not read over."""
    first = bisect_left(times, at.start, key=lambda t: t.start)
    last = bisect_right(times, at.end, key=lambda t: t.end)
    return list(times[first:last])
