"""A text's words as the encoder is given them, and the windows that it is read through."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.extract.model.pieces import Pieces
from trucewatch.extract.model.shape import BLANK, GLUED, LINE, shape
from trucewatch.extract.model.words import words
from trucewatch.record.spans import Range

CORE: Final = 160
"""Pieces that one window answers for."""
CONTEXT: Final = 40
"""Pieces that a window sees on either side of these: a fifth of all attributions cross a sentence's end."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The words of a text, in order: ranges, pieces, shapes, and what stands before each."""

    words: tuple[Range, ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    glues: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` are read together; `core_first` to `core_last` are answered for (all half-open)."""

    first: int
    last: int
    core_first: int
    core_last: int


def lay(text: str, blocks: Sequence[Range], vocabulary: Pieces) -> Laid:
    """The words of the blocks, each block's first word marked as a line's start."""
    found: list[Range] = []
    glues: list[int] = []
    for block in blocks:
        before = -1
        for word in words(text, block.start, block.end):
            glues.append(LINE if before < 0 else GLUED if word.start == before else BLANK)
            found.append(word)
            before = word.end
    forms = [word.of(text) for word in found]
    return Laid(tuple(found), vocabulary.each(forms), tuple(map(shape, forms)), tuple(glues))


def windows(laid: Laid) -> list[Window]:
    """Windows whose cores follow each other without a gap; a core ends at a line's or sentence's end where it can."""
    out: list[Window] = []
    start, count = 0, len(laid.words)
    while start < count:
        end = _reach(laid, start, count, CORE)
        end = _good_end(laid, start, end) if end < count else end
        first = _reach_back(laid, start, CONTEXT)
        last = _reach(laid, end, count, CONTEXT)
        out.append(Window(first, last, start, end))
        start = end
    return out


def _reach(laid: Laid, start: int, count: int, limit: int) -> int:
    at, size = start, 0
    while at < count and size + len(laid.pieces[at]) <= limit:
        size += len(laid.pieces[at])
        at += 1
    return at


def _reach_back(laid: Laid, start: int, limit: int) -> int:
    at, size = start, 0
    while at and size + len(laid.pieces[at - 1]) <= limit:
        at -= 1
        size += len(laid.pieces[at])
    return at


_FULL = frozenset({12, 28, 29})
_CLOSING = frozenset({14, 16, 17, 19, 21, 23, 26})


def _good_end(laid: Laid, start: int, end: int) -> int:
    least = start + max(1, (end - start) // 3)
    for at in range(end, least, -1):
        if laid.glues[at] == LINE:
            return at
    for at in range(end, least, -1):
        if _may_end(laid, at):
            return at
    return end


def _may_end(laid: Laid, at: int) -> bool:
    """Whether a sentence may end before the word `at`: a full stop behind it, perhaps closing marks between."""
    if laid.glues[at] == GLUED or laid.shapes[at] == 0:
        return False
    back = at - 1
    while back > at - 4 and back > 0 and laid.shapes[back] in _CLOSING:
        back -= 1
    return laid.shapes[back] in _FULL
