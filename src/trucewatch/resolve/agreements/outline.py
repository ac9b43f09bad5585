"""The provisions of a text, nested by the numbers at the heads of its lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from trucewatch.record.spans import Range
from trucewatch.resolve.agreements.lines import Line
from trucewatch.resolve.agreements.numbering import Head, Style, annex_of, head_of

_DEEPEST: Final = 6
_WIDEST_GAP: Final = 12
"""A number that is further from the one before it counts something else: a year, a page."""
_PLAIN: Final = frozenset({Style.NUMBER, Style.BARE, Style.DECIMAL, Style.LETTER})
_STRICT: Final = frozenset({Style.BARE, Style.UPPER_ROMAN})
"""Signs that are much else beside numbers: they count only one after the other."""
_LETTERS: Final = {Style.ROMAN: Style.LETTER, Style.UPPER_ROMAN: Style.UPPER}


@dataclass(frozen=True, slots=True)
class Entry:
    """A provision on its way: its number, its place among others, and the lines that it holds itself."""

    path: str
    number: str | None
    level: int
    head: int
    """Where its number begins."""
    body: int
    """Where its first word begins, if it has one."""
    end: int
    """Behind the last word of its own."""


@dataclass(slots=True)
class Outline:
    """What the heads of lines make of a text."""

    entries: list[Entry] = field(default_factory=list)
    annexes: list[Range] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    style: Style
    value: int
    path: str


class _Numbers:
    """The numbers that are open while lines are read from the first to the last."""

    def __init__(self) -> None:
        self.annex = ""
        self._open: list[_Open] = []
        self._used: Counter[str] = Counter()
        self._last: dict[Style, int] = {}
        self.doubts: list[str] = []

    def enter_annex(self, name: str) -> None:
        self.annex, self._open, self._last = name, [], {}

    def take(self, head: Head) -> tuple[str, int] | None:
        """The path and level of a head; None where it cannot be one here."""
        head = self._settled(head)
        level = self._level(head)
        before = self._open[level] if level < len(self._open) else None
        if not self._fits(head, before):
            return None
        self._note(head, before)
        if head.style is Style.BULLET:
            count = before.value + 1 if before and before.style is Style.BULLET else 1
            head = replace(head, value=count, printed=f"-{count}")
        path = self._path(self._open[level - 1].path if level else self.annex, head)
        self._open = [*self._open[:level], _Open(head.style, head.value, path)]
        self._last[head.style] = head.value
        return path, level

    def goes_on(self, head: Head) -> bool:
        """Whether this very number stands open: "1 (c)" after "1 (a)" and "1 (b)"."""
        return any(e.style is head.style and e.value == head.value for e in self._open)

    def _settled(self, head: Head) -> Head:
        """A sign that may be a letter is one where the letter before it stands open and no number does."""
        if not head.or_letter:
            return head
        other = _LETTERS[head.style]
        for entry in reversed(self._open):
            if entry.style is head.style:
                return head
            if entry.style is other:
                after = entry.value + 1 == head.letter_value
                return replace(head, style=other, value=head.letter_value) if after else head
        return head

    def _level(self, head: Head) -> int:
        if head.style is Style.ARTICLE:
            return 0
        if head.style is Style.DECIMAL:
            return self._under(head)
        for level, entry in enumerate(self._open):
            if entry.style is head.style:
                return level
        return min(len(self._open), _DEEPEST)

    def _under(self, head: Head) -> int:
        depth = head.printed.count(".")
        first = self._open[0].style if self._open else None
        return min(depth if first in (Style.ARTICLE, Style.NUMBER, Style.BARE) else depth - 1, len(self._open))

    def _fits(self, head: Head, before: _Open | None) -> bool:
        if head.style is Style.BULLET:
            return bool(self._open)
        styles = {e.style for e in self._open}
        if head.style is Style.UPPER_ROMAN and head.style not in styles and styles & _PLAIN:
            return False  # "V. Helmar" at the end of a numbered list is a name
        if before is None or before.style is not head.style:
            runs_on = head.value == self._last.get(head.style, 0) + 1
            return runs_on or head.value == 1 or (head.style not in _STRICT and head.value <= _WIDEST_GAP)
        step = head.value - before.value
        return step == 1 if head.style in _STRICT else step <= _WIDEST_GAP

    def _note(self, head: Head, before: _Open | None) -> None:
        if head.style is Style.BULLET:
            return
        last = before.value if before and before.style is head.style else 0
        if not last and head.value == self._last.get(head.style, 0) + 1:
            return  # numbers that run on from part to part
        where = f" of {self.annex}" if self.annex else ""
        if head.value == last:
            self.doubts.append(f"number {head.printed}{where} stands twice")
        elif head.value > last + 1:
            self.doubts.append(f"no number stands between {last or 'the beginning'} and {head.printed}{where}")
        elif head.value < last and head.value != 1:
            self.doubts.append(f"number {head.printed}{where} stands after {last}")

    def _path(self, parent: str, head: Head) -> str:
        own = head.printed.rpartition(".")[2] if parent and head.style is Style.DECIMAL else head.printed
        gap = " " if parent and parent == self.annex else "."
        path = f"{parent}{gap}{own}" if parent else own
        self._used[path] += 1
        return path if self._used[path] == 1 else f"{path}#{self._used[path]}"


def outline(lines: Sequence[Line]) -> Outline:
    """The provisions of these lines, those before the first number left out."""
    found, numbers = Outline(), _Numbers()
    for line in lines:
        if name := annex_of(line.words):
            numbers.enter_annex(name)
            found.annexes.append(line.at)
            continue
        if not _take(line, numbers, found):
            _append(line, found)
    found.doubts = numbers.doubts
    return found


def _take(line: Line, numbers: _Numbers, found: Outline) -> bool:
    """Whether the line opens a provision; "1. (a) ..." opens two."""
    at, opened = 0, False
    heads = list(_heads(line.words))
    for head in heads:
        if not at and len(heads) > 1 and numbers.goes_on(head):
            at = head.width
            continue
        taken = numbers.take(head)
        if taken is None:
            break
        path, level = taken
        start = line.start + at
        at += head.width
        # The end of a provision that another one opens in the same line is that of its number.
        end = line.end
        if opened:
            last = found.entries[-1]
            found.entries[-1] = replace(last, end=start)
        found.entries.append(Entry(path, head.printed or None, level, start, min(line.start + at, end), end))
        opened = True
    return opened


def _heads(words: str) -> Iterator[Head]:
    """The number at the head, and one or two more that stand right behind it."""
    for depth in range(3):
        head = head_of(words)
        if head is None or (depth and head.style not in (Style.LETTER, Style.ROMAN, Style.DECIMAL)):
            return
        yield head
        words = words[head.width :]


def _append(line: Line, found: Outline) -> None:
    """A line without a number goes on with the provision above it, unless it heads what follows an annex's name."""
    if not found.entries or (found.annexes and found.entries[-1].head < found.annexes[-1].start):
        return
    last = found.entries[-1]
    body = line.start if last.body >= last.end else last.body
    found.entries[-1] = replace(last, body=body, end=line.end)
