"""The cast of a page: who is one person, who holds what, which body a short form means."""

import pytest

from tests.resolve.speakers.frozen import frozen
from tests.resolve.speakers.made import made_page, statements_of
from trucewatch.record.mentions import NameType
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.lexicon import Gender
from trucewatch.resolve.speakers.page import PageView

PERSON, BODY, PLACE = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE


def cast_of(*lines: str, names: tuple[tuple[str, NameType], ...] = ()) -> Cast:
    return Cast(PageView(made_page(lines, names=names)))


def test_spellings_short_forms_and_titles_are_one_person() -> None:
    lines = ("Marta Ayvazova said that it rained", "Mrs Aivazova said that it poured", "Ayvazova added that it stopped")
    names = (("Marta Ayvazova", PERSON), ("Aivazova", PERSON), ("Ayvazova", PERSON))
    persons = cast_of(*lines, names=names).persons.all
    assert [(p.name, len(p.mentions), p.gender) for p in persons] == [("Marta Ayvazova", 3, Gender.FEMALE)]


def test_one_wrong_letter_in_a_long_surname_is_the_same_person() -> None:
    lines = ("Tomas Lindqvist said that it rained", "Lindqvst said that it poured")
    persons = cast_of(*lines, names=(("Tomas Lindqvist", PERSON), ("Lindqvst", PERSON))).persons.all
    assert [p.name for p in persons] == ["Tomas Lindqvist"]


def test_one_surname_with_two_given_names_is_two_persons() -> None:
    lines = ("Anna Keller said that it rained", "Jon Keller said that it poured")
    persons = cast_of(*lines, names=(("Anna Keller", PERSON), ("Jon Keller", PERSON))).persons.all
    assert sorted(p.name for p in persons) == ["Anna Keller", "Jon Keller"]


def test_a_title_taken_into_the_name_is_an_office() -> None:
    cast = cast_of("President Pavel Lindt said that it rained", names=(("President Pavel Lindt", PERSON),))
    assert [(p.name, p.offices[0].text) for p in cast.persons.all] == [("Pavel Lindt", "President")]


def test_a_name_that_the_model_missed_after_an_office_is_a_person() -> None:
    cast = cast_of("spokesman Jon Ober said that it rained")
    assert [p.name for p in cast.persons.all] == ["Jon Ober"]


@pytest.mark.parametrize(
    ("line", "word", "kind"),
    [
        ("the Hill Palace said that it rained", "Palace", "body"),
        ("the Ostravans said that it rained", "Ostravans", "people"),
        ("OVS said that it rained", "OVS", "body"),
        ("Oslo said that it rained", "Oslo", "place"),
        ("Norwegian said that it rained", "Norwegian", "people"),
        ("Northmark ’s Army said that it rained", "Northmark", "place"),
    ],
)
def test_what_was_taken_for_a_person_is_told_by_the_words_beside_it(line: str, word: str, kind: str) -> None:
    cast = cast_of(line, names=((word, PERSON),))
    assert [n.kind for n in cast.names if n.text.endswith(word)] == [kind]


def test_offices_are_read_before_and_after_the_name() -> None:
    cast = Cast(PageView(frozen("army")))
    held = {p.name: [o.text for o in p.offices] for p in cast.persons.all if p.offices}
    assert held["Mira Lang"] == ["spokeswoman for the Westland army"]
    assert held["Tomas Brandt"] == ["army's commander", "Col."]
    assert held["Karl Weber"] == ["spokesman for President Pavel Lindt"]


def test_an_acronym_and_a_bare_noun_mean_the_body_in_full() -> None:
    lines = (
        "the Valley Trade Council ( VTC ) said that it rained",
        "the VTC said that it poured",
        "the council added that it stopped",
    )
    page = made_page(lines, names=(("Valley Trade Council", BODY), ("VTC", BODY)))
    names = [s.speaker.name for s in statements_of(page) if s.speaker]
    assert names == ["Valley Trade Council"] * 3


def test_a_capital_speaks_for_its_state_only_where_the_page_names_the_state() -> None:
    told = made_page(["Oslo said that Norway was ready"], names=(("Oslo", PLACE), ("Norway", PLACE)))
    untold = made_page(["Oslo said that it was ready"], names=(("Oslo", PLACE),))
    assert [s.speaker.name for p in (told, untold) for s in statements_of(p) if s.speaker] == ["Norway", "Oslo"]


def test_the_north_is_the_northern_state_of_the_page() -> None:
    lines = ["North Ostrava said that it was ready", "the North said that it would wait"]
    page = made_page(lines, names=(("North Ostrava", PLACE), ("North", BODY)))
    assert [s.speaker.name for s in statements_of(page) if s.speaker] == ["North Ostrava"] * 2
