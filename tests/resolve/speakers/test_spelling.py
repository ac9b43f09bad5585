"""Spellings of one name meet; different names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.resolve.speakers.spelling import acronym, fold, initials, one_edit, shortened, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ayvazova", "Aivazova"),
        ("Sergey", "Sergei"),
        ("Brandtyy", "Brandty"),
        ("Khalidov", "Halidov"),
        ("Qasimi", "Kasimi"),
        ("al-Burani", "Burani"),
        ("Weiß", "weiss"),
        ("Kovač", "Kovac"),
        ("O’Brannan", "O'Brannan"),
    ],
)
def test_transliterations_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Keller", "Kessler"), ("Ober", "Obert"), ("Lindt", "Lind")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("brandt", "brandt", True),
        ("brandt", "brant", True),
        ("brandt", "brandts", True),
        ("brandt", "brendt", True),
        ("brandt", "bradnt", True),
        ("brandt", "brend", False),
        ("brandt", "tdnarb", False),
    ],
)
def test_one_letter_s_difference(one: str, other: str, near: bool) -> None:
    assert one_edit(one, other) is near
    assert one_edit(other, one) is near


@given(st.text("abcde", max_size=8), st.text("abcde", max_size=8))
def test_words_one_letter_apart_share_a_shortened_form(one: str, other: str) -> None:
    if one_edit(one, other) and sorted(one) != sorted(other):
        assert shortened(one) & shortened(other)


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert len(fold(word)) <= 4 * 60
    assert skeleton(word) == skeleton(word)


@pytest.mark.parametrize(
    ("word", "letters"),
    [("OVS", "OVS"), ("O.V.S.", "OVS"), ("VLFs", "VLFS"), ("Keller", None), ("A", None), ("ovs", None)],
)
def test_acronyms_are_told_by_their_capitals(word: str, letters: str | None) -> None:
    assert acronym(word) == letters


def test_initials_are_made_with_small_words_and_without() -> None:
    assert initials("Front for the Liberation of Ostrava".split()) == {"FLO", "FFTLOO"}
