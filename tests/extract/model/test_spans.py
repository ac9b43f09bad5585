"""Runs of words along the best path."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.model.spans import runs

OUT, BEGIN, INSIDE, BEGIN_2, INSIDE_2 = range(5)


def scores(labels: list[int], classes: int = 5) -> np.ndarray:
    return np.eye(classes, dtype=np.float32)[labels] * 9


def test_runs_are_read_off_the_labels() -> None:
    found = runs(scores([OUT, BEGIN, INSIDE, BEGIN, OUT, BEGIN_2, INSIDE_2]))
    assert [(r.first, r.last, r.kind) for r in found] == [(1, 3, 0), (3, 4, 0), (5, 7, 1)]


def test_a_word_is_not_inside_what_never_began() -> None:
    weak = scores([OUT, INSIDE, INSIDE, OUT])
    weak[1, BEGIN] = 8
    assert [(r.first, r.last) for r in runs(weak)] == [(1, 3)]
    assert all(r.kind == 1 for r in runs(scores([BEGIN_2, INSIDE_2, OUT])))


@given(st.integers(0, 30), st.integers(0, 2**32 - 1))
def test_runs_stand_in_order_whatever_the_scores(count: int, seed: int) -> None:
    found = runs(np.random.default_rng(seed).normal(size=(count, 9)).astype(np.float32) * 4)
    edges = [edge for r in found for edge in (r.first, r.last)]
    assert edges == sorted(edges)
    assert all(0 <= r.first < r.last <= count and 0 <= r.kind < 4 and 0 < r.score <= 1 for r in found)
