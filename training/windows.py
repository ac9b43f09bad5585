"""Documents as numbers: words, pieces, shapes and the gold labels of every head; windows cut from them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import numpy as np

from trucewatch.extract.model.pieces import Pieces
from trucewatch.extract.model.shape import BLANK, GLUED, LINE, shape

IGNORE = -100
WORD_TASKS = ("upos", "xpos", "lemma", "label", "starts", "names", "source", "cue", "content", "outside")


@dataclass(slots=True)
class Coded:
    """One document, word by word. `labels` holds one number a word, IGNORE where nothing is known.

    `head` is the index of the head word in the document, -1 for a root, IGNORE where unknown; `sentence` numbers
    sentences; `links` holds (cue words, other words of that cue, source words, content words).
    """

    name: str
    kind: str
    forms: list[str]
    bounds: list[tuple[int, int]]
    pieces: list[list[int]]
    shapes: list[int]
    glues: list[int]
    labels: dict[str, np.ndarray] = field(default_factory=dict)
    head: np.ndarray | None = None
    sentence: np.ndarray | None = None
    links: list[tuple[list[int], list[int], list[int], list[int]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` (half-open) of one document, `size` pieces with the two at the edges."""

    document: Coded
    first: int
    last: int
    size: int


def code(name: str, kind: str, text: str, bounds: list[tuple[int, int]], vocabulary: Pieces) -> Coded:
    """A document's words as pieces, shapes and glue; no labels yet."""
    forms = [text[a:b] for a, b in bounds]
    glues, before = [], 0
    for a, b in bounds:
        glues.append(glue(text, a, before))
        before = b
    return Coded(name, kind, forms, bounds, vocabulary.of(forms), [shape(f) for f in forms], glues)


def cut(document: Coded, limit: int) -> list[Window]:
    """Windows of at most `limit` pieces, without overlap, cut before a line or a sentence where one is near."""
    out = []
    first, count = 0, len(document.forms)
    while first < count:
        size, last = 2, first
        while last < count and size + len(document.pieces[last]) <= limit:
            size += len(document.pieces[last])
            last += 1
        last = _good_cut(document, first, last) if last < count else last
        size = 2 + sum(len(p) for p in document.pieces[first:last])
        out.append(Window(document, first, last, size))
        first = last
    return out


def _good_cut(document: Coded, first: int, last: int) -> int:
    """The last sentence's start in the second half, else the last line's start there, else `last`."""
    least = first + max(1, (last - first) // 3)
    if document.sentence is not None:
        for at in range(last, first, -1):
            if document.sentence[at] != document.sentence[at - 1]:
                return at
        return last
    for at in range(last, least, -1):
        if document.glues[at] == LINE:
            return at
    for at in range(last, least, -1):
        if document.forms[at - 1] in ".?!”" and document.shapes[at] == 1:
            return at
    return last


def batches(windows: list[Window], pieces: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most `pieces` with padding, in random order."""
    keyed = sorted(windows, key=lambda w: (w.size + rng.random() * 24, w.first))
    out: list[list[Window]] = []
    current: list[Window] = []
    longest = 0
    for window in keyed:
        longest = max(longest, window.size)
        if current and longest * (len(current) + 1) > pieces:
            out.append(current)
            current, longest = [], window.size
        current.append(window)
    if current:
        out.append(current)
    rng.shuffle(out)
    return out


def glue(text: str, start: int, before: int) -> int:
    """What stands between the word before, which ends at `before`, and the one that begins at `start`."""
    if not before or "\n" in text[before:start]:
        return LINE
    return GLUED if start == before else BLANK
