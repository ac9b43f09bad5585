"""Which nouns stand for a page's armed movement, and whose a statement is."""

import pytest

from tests.resolve.speakers.made import made_page, statements_of
from trucewatch.record.mentions import NameType

BODY = NameType.ORGANIZATION
NAMES = (
    ("New Dawn", BODY),
    ("Free Front", BODY),
    ("FF", BODY),
    ("Ostrava Liberation Army", BODY),
    ("Valley Council", BODY),
    ("Hill Union", BODY),
)


def last(*lines: str) -> str | None:
    found = statements_of(made_page(lines, names=NAMES))
    speaker = found[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    "tie",
    [
        "residents said that the rebel group New Dawn had left",
        "residents said that New Dawn rebels had left",
        "residents said that New Dawn , a militant group , had left",
        "residents said that the rebels , now known as the New Dawn , had left",
    ],
)
@pytest.mark.parametrize("source", ["the rebels", "rebels", "Rebel leaders in Ostrava", "the rebel groups"])
def test_rebels_are_the_movement_that_the_page_ties_to_them(tie: str, source: str) -> None:
    assert last(tie, f"{source} said that it rained") == "New Dawn"


def test_they_after_the_rebels_are_the_movement() -> None:
    tie = "residents said that the rebel group New Dawn had left"
    assert last(tie, "the rebels said that it rained", "they added that it stopped") == "New Dawn"


@pytest.mark.parametrize("both", ["Free Front ( FF )", "FF ( Free Front )"])
def test_the_full_name_is_preferred_in_either_order(both: str) -> None:
    tie = f"residents said that the rebel movement , the {both} had left"
    assert last(tie, "the militants said that it rained") == "Free Front"
    assert last(tie, "the FF said that it rained") == "Free Front"


def test_the_only_liberation_army_is_meant_but_none_of_a_row() -> None:
    alone = "residents said that rebels met the Ostrava Liberation Army"
    row = "residents said that rebels met the Ostrava Liberation Army , the Hill Union and others"
    assert last(alone, "the rebels said that it rained") == "Ostrava Liberation Army"
    assert last(row, "the rebels said that it rained") != "Ostrava Liberation Army"


def test_of_two_movements_neither_is_meant() -> None:
    two = "residents said that New Dawn rebels met Free Front rebels"
    assert last(two, "militants said that it rained") == "militants"


@pytest.mark.parametrize("source", ["former rebels", "two rebels", "a rebel"])
def test_some_of_them_are_not_the_movement(source: str) -> None:
    assert last("residents said that New Dawn rebels had left", f"{source} said that it rained") != "New Dawn"


@pytest.mark.parametrize(
    "source", ["a Valley Council statement", "the leadership of the Valley Council", "Valley Council ’s leadership"]
)
def test_a_statement_and_a_leadership_are_the_body_s(source: str) -> None:
    assert last(f"{source} said that it rained") == "Valley Council"
