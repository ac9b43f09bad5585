"""Names bare of titles, and of one type over a page."""

import pytest

from trucewatch.extract.model.types import FoundName
from trucewatch.extract.names import settled
from trucewatch.record.mentions import NameType
from trucewatch.record.spans import Range

PERSON, PLACE = NameType.PERSON, NameType.PLACE


def found(text: str, *names: tuple[str, NameType, float]) -> list[FoundName]:
    """Each name where it stands next."""
    out, at = [], 0
    for words, kind, score in names:
        at = text.index(words, at)
        out.append(FoundName(Range(at, at + len(words)), kind, score))
        at += len(words)
    return out


def kept(text: str, *names: tuple[str, NameType, float]) -> list[tuple[str, NameType]]:
    return [(n.at.of(text), n.type) for n in settled(text, found(text, *names))]


@pytest.mark.parametrize(
    ("given", "bare"),
    [
        ("Mr. Keller", "Keller"),
        ("Lt. Col. Jon Ober", "Jon Ober"),
        ("President Ilse Brandt", "Ilse Brandt"),
        ("Major-General Tamm", "Major-General Tamm"),
        ("King", "King"),
        ("Minister Mr", "Mr"),
    ],
)
def test_titles_are_no_part_of_a_person_s_name(given: str, bare: str) -> None:
    text = f"On Monday {given} spoke."
    assert kept(text, (given, PERSON, 0.9)) == [(bare, PERSON)]


def test_a_place_keeps_the_word_that_would_be_a_title_before_a_person() -> None:
    assert kept("In Prince George it rained.", ("Prince George", PLACE, 0.9)) == [("Prince George", PLACE)]


def test_the_same_words_have_one_type_the_surest_over_the_page() -> None:
    text = "Coram fell. They left Coram. Coram burnt."
    got = kept(text, ("Coram", PERSON, 0.5), ("Coram", PLACE, 0.9), ("Coram", PERSON, 0.6))
    assert got == [("Coram", PLACE)] * 3


def test_a_name_of_initials_takes_its_last_full_stop() -> None:
    assert kept("The U. S. said so.", ("U. S", PLACE, 0.8)) == [("U. S.", PLACE)]
    assert kept("He met Keller.", ("Keller", PERSON, 0.8)) == [("Keller", PERSON)]


def test_a_name_takes_the_surname_that_the_page_uses_alone() -> None:
    text = "Anna Keller left. Keller returned; Anna Brandt did not."
    got = kept(text, ("Anna", PERSON, 0.6), ("Keller", PERSON, 0.9), ("Anna", PERSON, 0.6))
    assert [words for words, _ in got] == ["Anna", "Keller", "Anna"], "the first Keller was found by itself"
    apart = [FoundName(Range(0, 4), PERSON, 0.6), FoundName(Range(18, 24), PERSON, 0.9)]
    assert [n.at.of(text) for n in settled(text, apart)] == ["Anna Keller", "Keller"]


def test_small_letters_are_a_name_only_where_there_are_no_others() -> None:
    assert kept("The president of Westland left.", ("of", PERSON, 0.5), ("Westland", PLACE, 0.9)) == [
        ("Westland", PLACE)
    ]
    assert kept("keller left westland", ("keller", PERSON, 0.5)) == [("keller", PERSON)]


def test_ten_thousand_names_are_settled_at_once() -> None:
    text = "Mr. Keller " * 10_000
    names = [FoundName(Range(n * 11, n * 11 + 10), PERSON, 0.5) for n in range(10_000)]
    assert {n.at.of(text) for n in settled(text, names)} == {"Keller"}
