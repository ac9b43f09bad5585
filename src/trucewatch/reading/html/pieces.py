"""A page's tree cut into its readable pieces, in document order: what a reader sees as one line or paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from trucewatch.reading.html.cues import Cue
from trucewatch.reading.html.places import Column, Place, is_inline, within
from trucewatch.reading.html.tree import Element

_UNREADABLE = frozenset(
    "script style template head svg object embed applet iframe noembed audio video canvas select datalist textarea "
    "input meter progress map param track area link meta base rp".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOT_ONE_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_MAX_LINES = 50_000  # preformatted lines told apart on one page; the rest is one block
_ENDS_A_LINE = tuple(".!?:;…”»\"')]*")


@dataclass(slots=True)
class Piece:
    """One block of text as it stands on the page, with what the markup around it says."""

    text: str
    tag: str
    """The innermost block element."""
    cue: Cue
    linked: int
    """Characters inside links."""
    hidden: bool
    column: Column
    """The block element around its own, by its class and what it stands in: equal for the paragraphs of one column,
    also where advertisements cut the column into several elements."""
    nodes: tuple[str, ...]
    """Its text nodes without white space, by which the extractor's result is found again."""

    @property
    def link_share(self) -> float:
        """How much of it is links, 0 to 1."""
        return self.linked / sum(map(len, self.nodes))

    @property
    def heading(self) -> bool:
        """Whether it stands in h1 to h6."""
        return self.tag in _HEADINGS


@dataclass(slots=True)
class _Line:
    """Text gathered since the last block boundary or line break."""

    runs: list[str] = field(default_factory=list)
    nodes: list[str] = field(default_factory=list)
    linked: int = 0
    cues: dict[Cue, int] = field(default_factory=dict)

    def text(self) -> str:
        return _NOT_ONE_SPACE.sub(" ", "".join(self.runs)).strip()

    def extend(self, other: "_Line") -> None:
        self.runs += [" ", *other.runs]
        self.nodes += other.nodes
        self.linked += other.linked
        for said, length in other.cues.items():
            self.cues[said] = self.cues.get(said, 0) + length


class _Gatherer:
    """Takes text in document order and gives pieces at block boundaries."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._lines: list[_Line] = [_Line()]
        self._block = Place("body")
        self._seam = False
        self._breaks = 0

    def text(self, text: str, place: Place) -> None:
        """A text node; in preformatted text each of its lines is a line."""
        if not place.pre and text.isspace():
            self._blank(place)
            return
        lines = text.split("\n", _MAX_LINES - self._breaks) if place.pre and self._breaks < _MAX_LINES else (text,)
        for number, part in enumerate(lines):
            if number:
                self.line_break()
            self._append(part, place)

    def _blank(self, place: Place) -> None:
        """White space between elements: most text nodes of a page are nothing else."""
        if not place.hidden or self._block.hidden:
            self._lines[-1].runs.append(" ")
            self._seam = False

    def _append(self, text: str, place: Place) -> None:
        line = self._lines[-1]
        squeezed = squeeze(text)
        if place.hidden and not self._block.hidden:
            return
        if squeezed:
            if self._seam and line.runs and _words_meet(line.runs[-1], text):
                line.runs.append(" ")
            line.nodes.append(squeezed)
            line.linked += len(squeezed) if place.linked else 0
            line.cues[place.cue] = line.cues.get(place.cue, 0) + len(squeezed)
        line.runs.append(text)
        self._seam = False

    def seam(self) -> None:
        """An inline element ended with nothing after it: its neighbour may be another word."""
        self._seam = True

    def line_break(self) -> None:
        """A `<br>`, or the end of a preformatted line."""
        self._breaks += 1
        self._lines.append(_Line())

    def boundary(self, then: Place) -> None:
        """A block began or ended; what follows belongs to `then`."""
        if len(self._lines) > 1 or self._lines[0].nodes:
            for line in _joined(self._lines, always=self._block.tag in _HEADINGS):
                self._close(line)
        if len(self._lines) > 1 or self._lines[0].runs:
            self._lines = [_Line()]
        self._block = then
        self._seam = False

    def _close(self, line: _Line) -> None:
        text = line.text()
        if not line.nodes or not text:
            return
        said, share = max(line.cues.items(), key=lambda item: item[1])
        said = said if share >= 0.6 * sum(line.cues.values()) else self._block.cue
        block = self._block
        self.pieces.append(Piece(text, block.tag, said, line.linked, block.hidden, block.column, tuple(line.nodes)))


class Walked(NamedTuple):
    """What a walk over the tree gives."""

    pieces: list[Piece]
    """Hidden ones only where most of the page is hidden: scripts would show it."""
    elements: int
    work: int
    """The depths of all elements added up."""


def walked(root: Element, max_depth: int) -> Walked | None:
    """The readable pieces of the page; None where its elements stand more than `max_depth` deep."""
    gatherer = _Gatherer()
    stack = [Place("html")]
    number = work = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str):
            tag = ""
        if event == "end":
            stack.pop()
            _end(gatherer, element, tag, stack[-1])
            continue
        number += 1
        if tag in _UNREADABLE or not tag:
            walk.skip_subtree()
            stack.append(stack[-1])
            continue
        place = within(element, tag, stack[-1], number)
        stack.append(place)
        work += len(stack)
        if len(stack) > max_depth:
            return None
        if tag == "br":
            gatherer.line_break()
        elif not is_inline(tag):
            gatherer.boundary(place)
        if text := element.text:
            gatherer.text(text, place)
    gatherer.boundary(stack[0])
    return Walked(list(_shown(gatherer.pieces)), number, work)


def squeeze(text: str) -> str:
    """`text` without white space and unprintable characters: equal for equal words, however they are spaced."""
    squeezed = "".join(text.split())
    return squeezed if squeezed.isprintable() else "".join(filter(str.isprintable, squeezed))


def _end(gatherer: _Gatherer, element: Element, tag: str, outer: Place) -> None:
    inline = is_inline(tag)
    if tag and tag != "br" and not inline and tag not in _UNREADABLE:
        gatherer.boundary(outer)
    if tail := element.tail:
        gatherer.text(tail, outer)
    elif inline:
        gatherer.seam()


def _words_meet(left: str, right: str) -> bool:
    """Whether two inline elements side by side hold separate words: "Doe" and "12 May", "Home" and "World"."""
    before, after = left[-1:], right[:1]
    return (before.islower() and after.isupper()) or (before.isalpha() and after.isdigit())


def _joined(lines: list[_Line], *, always: bool) -> Iterator[_Line]:
    """Lines that run on in the next one put together: a line break is most often the end of a paragraph."""
    held: _Line | None = None
    for line in lines:
        if held is None:
            held = line
        elif always or _runs_on(held, line):
            held.extend(line)
        else:
            yield held
            held = line
    if held is not None:
        yield held


def _runs_on(line: _Line, following: _Line) -> bool:
    if not line.nodes or not following.nodes:
        return False
    return not line.nodes[-1].endswith(_ENDS_A_LINE) and following.nodes[0][0].islower()


def _shown(found: list[Piece]) -> Iterator[Piece]:
    hidden = sum(len(p.text) for p in found if p.hidden)
    keep = 2 * hidden > sum(len(p.text) for p in found)
    return (p for p in found if keep or not p.hidden)
