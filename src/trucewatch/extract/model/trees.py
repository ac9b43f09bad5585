"""The best tree over the words of a sentence (Chu, Liu and Edmonds), with exactly one root."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
_ONE_ROOT = 1e6
"""Taken off every arc from the root, so that the best tree uses it once."""


def best_heads(scores: npt.NDArray[np.float32]) -> list[int]:
    """For each word the column of its head: 0 is the root, n + 1 is word n. `scores` has a row a word."""
    count = len(scores)
    whole = np.full((count + 1, count + 1), -np.inf)
    whole[1:] = scores
    np.fill_diagonal(whole, -np.inf)
    greedy = whole[1:].argmax(1)
    if (greedy == 0).sum() == 1 and _cycle([-1, *greedy.tolist()]) is None:
        return [int(h) for h in greedy]
    whole[1:, 0] -= _ONE_ROOT
    return _edmonds(whole)[1:]


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


def _edmonds(scores: Matrix) -> list[int]:
    """Heads of all nodes (-1 for node 0), by contracting one cycle after the other and opening them again."""
    contracted: list[tuple[list[int], list[int], Matrix, npt.NDArray[np.int64], npt.NDArray[np.int64]]] = []
    while True:
        heads = [-1, *(int(n) for n in scores[1:].argmax(1))]
        ring = _cycle(heads)
        if ring is None:
            break
        rest = [n for n in range(len(heads)) if n not in set(ring)]
        smaller, enter, leave = _contract(scores, ring, rest, heads)
        contracted.append((ring, rest, scores, enter, leave))
        scores = smaller
    while contracted:
        ring, rest, scores, enter, leave = contracted.pop()
        heads = _open(heads, ring, rest, scores, enter, leave)
    return heads


def _contract(
    scores: Matrix, ring: list[int], rest: list[int], heads: list[int]
) -> tuple[Matrix, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The graph with the ring as its last node; for each other node where its arc enters and leaves the ring."""
    size = len(rest) + 1
    smaller = np.full((size, size), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    own = np.array([scores[n, heads[n]] for n in ring])
    entering = scores[np.ix_(ring, rest)] - own[:, None]
    enter = entering.argmax(0)
    smaller[-1, :-1] = entering.max(0)
    leaving = scores[np.ix_(rest, ring)]
    leave = leaving.argmax(1)
    smaller[:-1, -1] = leaving.max(1)
    smaller[0] = -np.inf
    return smaller, enter, leave


def _open(
    heads: list[int],
    ring: list[int],
    rest: list[int],
    scores: Matrix,
    enter: npt.NDArray[np.int64],
    leave: npt.NDArray[np.int64],
) -> list[int]:
    out = [-1] * len(scores)
    for place, node in enumerate(rest[1:], 1):
        head = heads[place]
        out[node] = ring[leave[place]] if head == len(rest) else rest[head]
    for node in ring:
        inner = scores[node].copy()
        inner[[n for n in range(len(scores)) if n not in set(ring)]] = -np.inf
        out[node] = int(inner.argmax())
    outside = heads[len(rest)]
    out[ring[enter[outside]]] = rest[outside]
    return out
