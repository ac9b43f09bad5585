"""Runs of words from begin and inside scores: the best path that never goes inside what has not begun."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (half-open) of kind `kind` (0 for the first kind), with its labels' mean probability."""

    first: int
    last: int
    kind: int
    score: float


def runs(scores: Floats) -> list[Run]:
    """The runs along the best path. Columns: outside, then begin and inside of each kind in turn."""
    if not (len(scores) and scores.argmax(1).any()):  # most lines hold nothing: no need to weigh them
        return []
    top = scores.max(1, keepdims=True)
    sure = scores - top - np.log(np.exp(scores - top).sum(1, keepdims=True))
    path = _path(sure)
    along = sure[np.arange(len(path)), path]
    out: list[Run] = []
    start = -1
    for at, label in enumerate([*path, 0]):
        if start >= 0 and not (label and label % 2 == 0):
            out.append(Run(start, at, (path[start] - 1) // 2, float(np.exp(along[start:at].mean()))))
            start = -1
        if label % 2 == 1:
            start = at
    return out


def _path(sure: Floats) -> list[int]:
    """The best path: the best label of each word where these make one, as they nearly always do."""
    best = sure.argmax(1)
    before = np.concatenate([[0], best[:-1]])
    inside = (best > 0) & (best % 2 == 0)
    if np.all(~inside | (before == best) | (before == best - 1)):
        return [int(label) for label in best]
    return _best_path(sure)


def _best_path(sure: Floats) -> list[int]:
    count = sure.shape[1]
    barred = np.zeros((count, count), np.float32)
    for inside in range(2, count, 2):
        barred[:, inside] = -1e9
        barred[[inside - 1, inside], inside] = 0
    best = sure[0] + np.where((np.arange(count) % 2 == 0) & (np.arange(count) > 0), -1e9, 0).astype(np.float32)
    back = np.zeros(sure.shape, np.int64)
    for at in range(1, len(sure)):
        options = best[:, None] + barred
        back[at] = options.argmax(0)
        best = options.max(0) + sure[at]
    path = [int(best.argmax())]
    for at in range(len(sure) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]
