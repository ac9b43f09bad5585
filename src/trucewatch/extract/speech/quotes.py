"""Quotation marks of every style, paired inside their paragraph and followed from paragraph to paragraph.

One pass over each block: every mark is looked at once, opened or closed against a stack, so that time is linear
whatever the text holds. A mark of one style closes only its own family ("…”, „…“, «…», ‘…’), the last one open;
what stands open above it is a stray. An apostrophe opens nothing, and closes only what a single mark opened.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from trucewatch.record.spans import Range


class Family(Enum):
    """Marks that close each other."""

    DOUBLE = "\"“”„‟``''＂"
    ANGLE = "«»"
    SINGLE = "'‘’‚‛`´"
    SINGLE_ANGLE = "‹›"


_MARK = re.compile("``|''|‘‘|’’|,,(?=\\w)|<<|>>|[\"“”„‟＂«»‹›‘’‚‛'`´]")
_FAMILIES = dict.fromkeys(["``", "''", "‘‘", "’’", ",,", *'"“”„‟＂'], Family.DOUBLE) | {
    **dict.fromkeys(["<<", ">>", *"«»"], Family.ANGLE),
    **dict.fromkeys("'‘’‚‛`´", Family.SINGLE),
    **dict.fromkeys("‹›", Family.SINGLE_ANGLE),
}
_OPENS = frozenset(["``", "‘‘", ",,", "<<", *"“„‟«‹‘‚‛`"])
_CLOSES = frozenset(["''", "’’", ">>", *"”»›’´"])
_LOW = frozenset(["„", ",,", "‚"])
_ELIDED = re.compile(r"(?i)(?:em|til|cause|tis|twas|bout|round|n|\d\ds?)(?!\w)")
MARKS = frozenset("\"“”„‟＂«»‹›‘’‚‛'`´")
"""The characters that quotation marks are made of."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between an opening and a closing mark; never empty, no marks or blanks at its edges.

    `runs_on` where its paragraph does not close it and the next one opens again.
    """

    at: Range
    """With the marks."""
    inner: Range
    family: Family
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    opens: bool
    """What its form and its neighbours say; a closing mark with nothing open closes nothing."""
    closes: bool
    form: str


@dataclass(slots=True)
class _Stack:
    """The open marks of one block, and where in it those of each family stand."""

    marks: list[_Mark] = field(default_factory=list)
    places: dict[Family, list[int]] = field(default_factory=lambda: {f: [] for f in Family})

    def last(self, family: Family) -> _Mark | None:
        places = self.places[family]
        return self.marks[places[-1]] if places else None

    def push(self, mark: _Mark) -> None:
        self.places[mark.family].append(len(self.marks))
        self.marks.append(mark)

    def close(self, family: Family) -> _Mark:
        """Takes off the last open mark of the family and all above it."""
        place = self.places[family][-1]
        opened = self.marks[place]
        for above in self.marks[place:]:
            self.places[above.family].pop()
        del self.marks[place:]
        return opened


class Quotes:
    """The quotes of a text's blocks, outermost ones first to ask."""

    def __init__(self, text: str, blocks: Sequence[Range]) -> None:
        self._text = text
        found = _quotes(text, blocks)
        self.all = tuple(sorted(found, key=lambda q: (q.at.start, -q.at.end)))
        self.outer = tuple(_outermost(self.all))
        self._starts = [q.at.start for q in self.outer]

    def over(self, at: int) -> Quote | None:
        """The outermost quote whose words hold the place `at`."""
        number = bisect_right(self._starts, at) - 1
        if number >= 0 and self.outer[number].inner.start <= at < self.outer[number].inner.end:
            return self.outer[number]
        return None

    def touching(self, at: Range) -> tuple[Quote, ...]:
        """The outermost quotes that share a place with the range."""
        first = max(0, bisect_right(self._starts, at.start) - 1)
        last = bisect_left(self._starts, at.end)
        return tuple(q for q in self.outer[first:last] if q.inner.start < at.end and at.start < q.inner.end)

    def trimmed(self, at: Range) -> Range | None:
        """The range without blanks, quotation marks and commas at its edges; None where nothing is left."""
        return trimmed(self._text, at.start, at.end)


def trimmed(text: str, start: int, end: int) -> Range | None:
    """`text[start:end]` without blanks, quotation marks, commas and dashes at its edges; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in _LEADING):
        if text[start] in "'’‘" and _ELIDED.match(text, start + 1, end):
            break
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _TRAILING):
        end -= 1
    return Range(start, end) if start < end else None


_LEADING = MARKS | frozenset(",;:.–—-")
_TRAILING = MARKS | frozenset(",;:–—-")


def _quotes(text: str, blocks: Sequence[Range]) -> list[Quote]:
    found: list[Quote] = []
    for number, block in enumerate(blocks):
        stack = _Stack()
        for mark in _marks(text, block):
            last = stack.last(mark.family)
            if last is not None and mark.closes and (not mark.opens or mark.form not in _OPENS or last.form in _LOW):
                found += _quote(text, stack.close(mark.family), mark.start, mark.end)
            elif mark.opens:
                stack.push(mark)
        if stack.marks and number + 1 < len(blocks):
            again = _opening(text, blocks[number + 1])
            left = next((m for m in reversed(stack.marks) if m.form == again), None)
            if left is not None:
                found += _quote(text, left, block.end, block.end, runs_on=True)
    return found


def _quote(text: str, opened: _Mark, stop: int, end: int, runs_on: bool = False) -> Iterator[Quote]:
    inner = trimmed(text, opened.end, stop)
    if inner is not None:
        yield Quote(Range(opened.start, end), inner, opened.family, runs_on)


def _opening(text: str, block: Range) -> str | None:
    """The mark that the block opens with."""
    found = _MARK.match(text, block.start, block.end)
    if found is None or found.end() >= block.end or text[found.end()].isspace():
        return None
    return found.group()


def _marks(text: str, block: Range) -> list[_Mark]:
    """The marks of a block with what each may do."""
    spans = [(m.start(), m.end(), m.group()) for m in _MARK.finditer(text, block.start, block.end)]
    out: list[_Mark] = []
    for number, (start, end, form) in enumerate(spans):
        family = _FAMILIES[form]
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        if family is Family.SINGLE:
            opens, closes = _single(text, (start, end, form), before, after)
            if closes and before in "sS" and after == " " and _possessive(text, block, spans, number):
                closes = False
        else:
            opens, closes = _double(form, before, after)
        out.append(_Mark(start, end, family, opens, closes, form))
    return out


def _free(char: str) -> bool:
    """Whether a quote may open behind, or close before, this character without touching a word."""
    return not char.isalnum()


def _double(form: str, before: str, after: str) -> tuple[bool, bool]:
    blank_before, blank_after = before.isspace() or before in "([{—–-", after.isspace() or after in ".,;:!?)]}—–-"
    if form in _OPENS:
        return (not (blank_after and not blank_before), True) if form in "“«‟" else (True, False)
    if form in _CLOSES:
        return blank_before and not blank_after, True
    if blank_before and not blank_after:
        return True, False
    if blank_after and not blank_before:
        return False, True
    return True, True


def _single(text: str, mark: tuple[int, int, str], before: str, after: str) -> tuple[bool, bool]:
    _, end, form = mark
    opens = _free(before) and (after.isalnum() or after in MARKS or after in "[(…") and form not in "’´"
    if opens and _ELIDED.match(text, end):
        opens = False
    closes = not before.isspace() and _free(after) and form not in "‘‚`"
    return opens, closes


def _possessive(text: str, block: Range, spans: Sequence[tuple[int, int, str]], number: int) -> bool:
    """A plural's apostrophe: a word in small letters follows, and the next single mark closes too."""
    end = spans[number][1]
    if end + 1 >= block.end or not text[end + 1].islower() or number + 1 == len(spans):
        return False
    start, stop, form = spans[number + 1]
    follows = text[stop] if stop < block.end else " "
    return form in "'’" and not text[start - 1].isspace() and _free(follows)


def _outermost(quotes: Sequence[Quote]) -> Iterator[Quote]:
    reach = -1
    for quote in quotes:
        if quote.at.start >= reach:
            yield quote
            reach = quote.at.end
