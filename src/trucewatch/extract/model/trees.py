"""The best tree over the words of a sentence (Chu, Liu and Edmonds), with exactly one root."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


def best_heads(scores: npt.NDArray[np.float32]) -> list[int]:
    """For each word the column of its head: 0 is the root, n + 1 is word n. `scores` has a row a word."""
    count = len(scores)
    whole = np.full((count + 1, count + 1), -np.inf)
    whole[1:] = scores
    np.fill_diagonal(whole, -np.inf)
    heads = _edmonds(whole)
    roots = [n for n, head in enumerate(heads) if head == 0]
    if len(roots) > 1:
        # The root of the best tree with one root is among those of the best tree with any number (Gabow and Tarjan);
        # to weigh the root's arcs down instead would contract the sentence word by word.
        heads = max((_rooted(whole, root) for root in roots), key=lambda tree: _weight(whole, tree))
    return heads[1:]


def _rooted(whole: Matrix, root: int) -> list[int]:
    """The best tree with this word as its only root."""
    barred = whole.copy()
    barred[1:, 0] = -np.inf
    barred[root, 0] = whole[root, 0]
    return _edmonds(barred)


def _weight(whole: Matrix, heads: list[int]) -> float:
    return float(whole[np.arange(1, len(heads)), heads[1:]].sum())


def _cycle(heads: Sequence[int]) -> list[int] | None:
    """The nodes of one cycle, or None; node 0 has no head."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for passed in path:
            state[passed] = 2
    return None


@dataclass(frozen=True, slots=True)
class _Contracted:
    """A graph whose nodes `ring` became the last node of a smaller one, `rest` its others in order.

    `enter` and `leave` say for each of the rest which node of the ring its arc to and from the ring would touch.
    """

    scores: Matrix
    ring: Places
    rest: Places
    enter: Places
    leave: Places


def _edmonds(scores: Matrix) -> list[int]:
    """Heads of all nodes (-1 for node 0), by contracting one cycle after the other and opening them again."""
    levels: list[_Contracted] = []
    while True:
        heads: list[int] = scores.argmax(1).tolist()
        heads[0] = -1
        ring = _cycle(heads)
        if ring is None:
            break
        level, scores = _contract(scores, np.array(ring), heads)
        levels.append(level)
    while levels:
        heads = _open(heads, levels.pop())
    return heads


def _contract(scores: Matrix, ring: Places, heads: list[int]) -> tuple[_Contracted, Matrix]:
    """The level, and the graph with the ring as its last node."""
    outside = np.ones(len(scores), bool)
    outside[ring] = False
    rest = np.flatnonzero(outside)
    entering = scores[ring][:, rest] - scores[ring, [heads[n] for n in ring]][:, None]
    leaving = scores[rest][:, ring]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = scores[rest][:, rest]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    smaller[0] = -np.inf
    return _Contracted(scores, ring, rest, entering.argmax(0), leaving.argmax(1)), smaller


def _open(heads: list[int], level: _Contracted) -> list[int]:
    """Heads in the graph before the contraction: the ring keeps its arcs but for the one where it is entered."""
    ring, rest = level.ring.tolist(), level.rest.tolist()
    out = [-1] * len(level.scores)
    for place, node in enumerate(rest[1:], 1):
        head = heads[place]
        out[node] = ring[level.leave[place]] if head == len(rest) else rest[head]
    for node, head in zip(ring, level.scores[level.ring].argmax(1).tolist(), strict=True):
        out[node] = head
    outside = heads[len(rest)]
    out[ring[level.enter[outside]]] = rest[outside]
    return out
