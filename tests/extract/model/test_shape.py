"""Shapes of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.model.shape import SHAPES, shape

ALIKE = ["talks truce", "Orel Brannet", "NATO U.N.", "I A", "McOrel iPhone", "7 12", "2020 1994", "3.5 14th",
         "שלום 北京", "“ „", "’s 're", "!! ?", "... ..", "€ %"]  # fmt: skip


@pytest.mark.parametrize("pair", ALIKE)
def test_words_of_one_shape(pair: str) -> None:
    first, second = pair.split()
    assert shape(first) == shape(second)


def test_what_the_encoder_cannot_see_is_told_apart() -> None:
    apart = [
        "truce",
        "Truce",
        "TRUCE",
        "T",
        "iTruce",
        "7",
        "2020",
        ".",
        ",",
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "-",
        "(",
        ")",
    ]
    assert len({shape(word) for word in apart}) == len(apart)


@given(st.text(min_size=1, max_size=8))
def test_every_word_has_a_shape_of_its_own_range(word: str) -> None:
    assert 0 <= shape(word) < SHAPES - 1
