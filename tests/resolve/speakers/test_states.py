"""Capitals, peoples and adjectives lead to their states."""

import pytest

from trucewatch.resolve.speakers.states import state_meant, state_seated


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Norway", "Norway"),
        ("Norwegian", "Norway"),
        ("Norwegians", "Norway"),
        ("Papua New Guinea", "Papua New Guinea"),
        ("South African", "South Africa"),
        ("U.S.", "United States"),
        ("Westlander", None),
        ("", None),
    ],
)
def test_a_state_is_known_by_its_words(word: str, state: str | None) -> None:
    assert state_meant(word) == state


@pytest.mark.parametrize(
    ("capital", "state"),
    [("Oslo", "Norway"), ("Buenos Aires", "Argentina"), ("Kiev", "Ukraine"), ("Hillford", None), ("", None)],
)
def test_a_capital_stands_for_its_state(capital: str, state: str | None) -> None:
    assert state_seated(capital) == state
