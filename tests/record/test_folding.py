"""The key under which spellings of one name meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.record.folding import bare, fold, unmarked


@pytest.mark.parametrize(
    "spellings",
    [
        ("Sergey Orlow", "SERGEI ORLOW", "Sergéi  Orlow", "Sergey Orlow,"),
        ("Hassan", "Hasan"),
        ("O’Dwyer", "O'Dwyer", "ODwyer"),
        ("Łukasz Øster", "Lukasz Oster"),
        ("Straße", "STRASSE", "Strase"),
        ("Jean-Luc", "Jean Luc"),
        ("Zelenny", "Zeleniy", "Zelenii"),
        ("Petrosya\u0301n", "Petrosyán", "Petrosyan"),
    ],
)
def test_spellings_of_one_name_meet(spellings: tuple[str, ...]) -> None:
    assert len({fold(s) for s in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Ann Orr", "Anton Orr"), ("Group 1", "Group 11"), ("Oran", "Orin")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_again_changes_nothing(name: str) -> None:
    once = fold(name)
    assert fold(" ".join(once)) == once
    assert all(word and not word.isspace() for word in once)


@given(st.text(), st.text())
def test_words_of_a_text_fold_one_by_one(one: str, other: str) -> None:
    assert fold(f"{one} {other}") == (*fold(one), *fold(other))


def test_a_bare_word_keeps_its_letters_and_loses_their_marks() -> None:
    assert bare("Øster-Ħal’ı") == "oster-hali"
    assert bare("Kyryll") == "kyryll"
    assert unmarked("Ángström ø") == "Angstrom ø"
