"""The best tree, against every tree there is."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.model.trees import best_heads


def is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def weight(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[n, h] for n, h in enumerate(heads)))


@given(st.integers(1, 5), st.integers(0, 2**32 - 1), st.booleans())
def test_no_tree_is_better(count: int, seed: int, coarse: bool) -> None:
    dice = np.random.default_rng(seed)
    scores = dice.normal(size=(count, count + 1)).astype(np.float32)
    scores = np.round(scores) if coarse else scores
    found = best_heads(scores)
    assert is_tree(found)
    every = [h for h in product(range(count + 1), repeat=count) if all(h[n] != n + 1 for n in range(count))]
    best = max(weight(scores, list(h)) for h in every if is_tree(list(h)))
    assert weight(scores, found) == pytest.approx(best, abs=1e-3)


@given(st.integers(1, 60), st.integers(0, 2**32 - 1))
def test_a_long_sentence_has_one_root_and_no_circle(count: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)
    assert is_tree(best_heads(scores))


def test_equal_scores_make_a_tree_too() -> None:
    assert is_tree(best_heads(np.zeros((200, 201), np.float32)))
