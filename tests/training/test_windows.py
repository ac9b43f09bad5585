"""Documents as numbers, and windows and batches cut from them; with a vocabulary of a few words."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.windows import Coded, batches, code, cut, glue
from trucewatch.extract.model.pieces import Pieces
from trucewatch.extract.model.shape import BLANK, GLUED, LINE


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    path = tmp_path_factory.mktemp("vocabulary") / "vocab.txt"
    path.write_text("\n".join(["[pad]"] * 100 + ["[unk]", "[first]", "[last]", "[mask]", "truce", "##s", "the", "."]))
    return Pieces(path)


def made(lengths: list[int], glues: list[int] | None = None) -> Coded:
    """Words of so many pieces each."""
    count = len(lengths)
    words = ["w"] * count
    bounds = [(2 * n, 2 * n + 1) for n in range(count)]
    return Coded("d", "news", words, bounds, [[7] * n for n in lengths], [0] * count, glues or [BLANK] * count)


def test_words_become_pieces_shapes_and_glue(vocabulary: Pieces) -> None:
    text = "The truces.\nTruce"
    found = code("d", "news", text, [(0, 3), (4, 10), (10, 11), (12, 17)], vocabulary)
    assert found.forms == ["The", "truces", ".", "Truce"]
    assert found.pieces == [[106], [104, 105], [107], [104]]
    assert found.glues == [LINE, BLANK, GLUED, LINE]
    assert found.shapes[0] == found.shapes[3] != found.shapes[1]


def test_what_stands_before_a_word() -> None:
    assert [glue("a b\nc", 0, 0), glue("a b\nc", 2, 1), glue("a b\nc", 4, 3)] == [LINE, BLANK, LINE]
    assert glue("ab", 1, 1) == GLUED


@given(st.lists(st.integers(1, 6), min_size=1, max_size=120), st.integers(8, 40), st.integers(0, 2**16))
def test_windows_follow_each_other_and_stay_below_the_limit(lengths: list[int], limit: int, seed: int) -> None:
    dice = random.Random(seed)
    document = made(lengths, [dice.choice((LINE, BLANK)) for _ in lengths])
    found = cut(document, limit)
    assert [w.first for w in found] == [0, *(w.last for w in found[:-1])]
    assert found[-1].last == len(lengths)
    assert all(w.size == 2 + sum(lengths[w.first : w.last]) <= limit for w in found)
    assert all(w.first < w.last for w in found)


def test_a_window_ends_with_a_line_or_a_sentence_where_one_is_near() -> None:
    assert [w.last for w in cut(made([1] * 10, [BLANK] * 6 + [LINE] + [BLANK] * 3), 10)] == [6, 10]
    document = made([1] * 10)
    document.sentence = np.array([0] * 5 + [1] * 5)
    assert [w.last for w in cut(document, 9)] == [5, 10]


def test_batches_hold_every_window_once_and_stay_below_the_limit() -> None:
    windows = [w for n in range(1, 30) for w in cut(made([2] * n), 30)]
    found = batches(windows, 90, random.Random(3))
    assert sorted(id(w) for batch in found for w in batch) == sorted(map(id, windows))
    assert all(max(w.size for w in batch) * len(batch) <= 90 or len(batch) == 1 for batch in found)
    again = batches(windows, 90, random.Random(3))
    assert [[id(w) for w in batch] for batch in again] == [[id(w) for w in batch] for batch in found]
