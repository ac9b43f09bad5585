"""Windows as tensors, with the disturbances that training adds."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.windows import IGNORE, WORD_TASKS, Window
from trucewatch.extract.model.pieces import FIRST, LAST, Pieces
from trucewatch.extract.model.shape import EDGE, GLUED, SPECIAL, shape

MASK = 103
_STYLES = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("``", "''"), ("‘", "’"), ("'", "'"))
_OPEN = {15, 20, 22}
_CLOSE = {16, 21, 23}


@dataclass(slots=True)
class Batch:
    """Tensors of one step; `heads` counts from 1 in the window (0 is the root), IGNORE where unknown or cut off."""

    pieces: Tensor
    shapes: Tensor
    glues: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    labels: dict[str, Tensor]
    heads: Tensor | None
    sentence: Tensor | None
    link_rows: Tensor | None
    link_weights: Tensor | None
    link_centre: Tensor | None
    link_labels: Tensor | None


class Disturb:
    """Other quote marks, lost marks, other case, hidden pieces; nothing where `rng` is None."""

    def __init__(self, vocabulary: Pieces | None, rng: random.Random | None = None) -> None:
        """Without `rng` nothing is disturbed, and no vocabulary is needed."""
        self.rng = rng
        self.styles = (
            []
            if vocabulary is None
            else [[(p, shape(s)) for s, p in zip(st, vocabulary.of(st), strict=True)] for st in _STYLES]
        )

    def __call__(self, window: Window) -> tuple[list[list[int]], list[int], set[int]]:
        """Pieces and shapes of the window's words, and the words that are not to be seen at all."""
        doc, rng = window.document, self.rng
        pieces = doc.pieces[window.first : window.last]
        shapes = doc.shapes[window.first : window.last]
        hidden: set[int] = set()
        if rng is None:
            return pieces, shapes, hidden
        pieces, shapes = list(pieces), list(shapes)
        dice = rng.random()
        if dice < 0.3:
            self._requote(window, pieces, shapes, rng.choice(self.styles))
        elif dice < 0.36:
            hidden |= {i for i, s in enumerate(shapes) if s in _OPEN | _CLOSE | {14}}
        if doc.kind == "syntax" and rng.random() < 0.04:
            hidden |= {i for i, s in enumerate(shapes) if s == 12}
        self._recase(shapes, rng)
        for i in range(len(pieces)):
            if rng.random() < 0.03:
                pieces[i] = [MASK] * len(pieces[i])
        return pieces, shapes, hidden

    def _requote(
        self, window: Window, pieces: list[list[int]], shapes: list[int], style: list[tuple[list[int], int]]
    ) -> None:
        for i, kind in enumerate(shapes):
            if kind == 14:
                opens = window.document.glues[window.first + i] != GLUED
            elif kind in _OPEN | _CLOSE:
                opens = kind in _OPEN
            else:
                continue
            pieces[i], shapes[i] = style[0] if opens else style[1]

    @staticmethod
    def _recase(shapes: list[int], rng: random.Random) -> None:
        dice = rng.random()
        for i, kind in enumerate(shapes):
            if kind > 4:
                continue
            if dice < 0.03:
                shapes[i] = 3 if kind == 3 else 2
            elif dice < 0.05:
                shapes[i] = 0
            elif dice < 0.065 and kind == 0:
                shapes[i] = 1


def collate(windows: list[Window], disturb: Disturb) -> Batch:
    """One batch; all windows are of one kind (with syntax, or with attributions)."""
    seen = [disturb(w) for w in windows]
    most = max(w.last - w.first for w in windows)
    by_piece = (len(windows), 2 + max(sum(map(len, s[0])) for s in seen))
    planes = {k: np.zeros(by_piece, np.int64) for k in ("pieces", "mask")}
    planes |= {"shapes": np.full(by_piece, SPECIAL), "glues": np.full(by_piece, EDGE)}
    planes |= {k: np.zeros((len(windows), most), np.int64) for k in ("first", "last")}
    labels = {k: np.full((len(windows), most), IGNORE) for k in WORD_TASKS}
    for row, (window, disturbed) in enumerate(zip(windows, seen, strict=True)):
        _fill({k: plane[row] for k, plane in planes.items()}, window, disturbed)
        for task, values in window.document.labels.items():
            labels[task][row, : window.last - window.first] = values[window.first : window.last]
            labels[task][row, sorted(disturbed[2])] = IGNORE
    words = {k: torch.from_numpy(v) for k, v in labels.items()}
    heads, sentence = _trees(windows, most, words["label"])
    link_rows, weights, centre, kinds = _links(windows, most)
    return Batch(
        **{k: torch.from_numpy(plane) for k, plane in planes.items()},
        labels=words,
        heads=heads,
        sentence=sentence,
        link_rows=link_rows,
        link_weights=weights,
        link_centre=centre,
        link_labels=kinds,
    )


def _fill(
    planes: dict[str, np.ndarray], window: Window, disturbed: tuple[list[list[int]], list[int], set[int]]
) -> None:
    """One window's row of each plane."""
    ids, kinds, hidden = disturbed
    planes["pieces"][0] = FIRST
    at = 1
    for n, (piece, kind) in enumerate(zip(ids, kinds, strict=True)):
        end = at + len(piece)
        planes["pieces"][at:end], planes["shapes"][at:end], planes["glues"][at:end] = piece, kind, GLUED
        planes["glues"][at] = window.document.glues[window.first + n]
        planes["mask"][at:end] = n not in hidden
        planes["first"][n], planes["last"][n] = at, end - 1
        at = end
    planes["pieces"][at] = LAST
    planes["mask"][[0, at]] = 1


def _trees(windows: list[Window], most: int, labels: Tensor) -> tuple[Tensor | None, Tensor | None]:
    if all(w.document.head is None for w in windows):
        return None, None
    heads = np.full((len(windows), most), IGNORE)
    sentence = np.full((len(windows), most), -1)
    for row, w in enumerate(windows):
        count = w.last - w.first
        if w.document.head is None or w.document.sentence is None:
            continue
        gold = w.document.head[w.first : w.last]
        inside = (gold >= w.first) & (gold < w.last)
        heads[row, :count] = np.where(gold == -1, 0, np.where(inside, gold - w.first + 1, IGNORE))
        sentence[row, :count] = w.document.sentence[w.first : w.last]
    heads[(labels == IGNORE).numpy()] = IGNORE
    return torch.from_numpy(heads), torch.from_numpy(sentence)


def _links(windows: list[Window], most: int) -> tuple[Tensor | None, Tensor | None, Tensor | None, Tensor | None]:
    rows, weights, centres, labels = [], [], [], []
    for row, w in enumerate(windows):
        count = w.last - w.first
        for cue, rest, source, content in w.document.links:
            anchor = [i - w.first for i in cue if w.first <= i < w.last]
            if not anchor:
                continue
            weight = np.zeros(most, np.float32)
            weight[anchor] = 1 / len(anchor)
            label = np.full(most, IGNORE)
            label[:count] = 0
            for number, part in ((2, content), (1, source), (3, rest)):
                label[[i - w.first for i in part if w.first <= i < w.last]] = number
            rows.append(row)
            weights.append(weight)
            centres.append(anchor[0])
            labels.append(label)
    if not rows:
        return None, None, None, None
    return (
        torch.tensor(rows),
        torch.from_numpy(np.stack(weights)),
        torch.tensor(centres),
        torch.from_numpy(np.stack(labels)),
    )
