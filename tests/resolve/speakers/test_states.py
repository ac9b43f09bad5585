"""Capitals, peoples and adjectives lead to their states, the world's and a dossier's."""

from dataclasses import replace

import pytest

from tests.resolve.speakers.made import STATES, made_page, statements_of
from trucewatch.dossiers.world import load_world
from trucewatch.record.dossier import Dossier, DossierActor
from trucewatch.record.mentions import NameType
from trucewatch.record.resolved import EntityKind
from trucewatch.resolve.speakers.states import States, known_states


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Norway", "Norway"),
        ("Norwegian", "Norway"),
        ("Norwegians", "Norway"),
        ("Papua New Guinea", "Papua New Guinea"),
        ("South African", "South Africa"),
        ("U.S.", "United States"),
        ("Britain", "United Kingdom"),
        ("Westlander", None),
        ("", None),
    ],
)
def test_a_state_is_known_by_its_words(word: str, state: str | None) -> None:
    assert STATES.meant(word) == state


@pytest.mark.parametrize(
    ("capital", "state"),
    [
        ("Oslo", "Norway"),
        ("Buenos Aires", "Argentina"),
        ("Kiev", "Ukraine"),
        ("Sana’a", "Yemen"),
        ("Hillford", None),
        ("", None),
    ],
)
def test_a_capital_stands_for_its_state(capital: str, state: str | None) -> None:
    assert STATES.seated(capital) == state


@pytest.mark.parametrize("word", ["Scotland", "Catalan", "Abkhaz", "Chechen", "Soviet", "Karen", "Belfast", "Korean"])
def test_a_part_or_a_former_state_is_not_the_state_under_which_it_is_filed(word: str) -> None:
    assert STATES.meant(word) is None
    assert STATES.seated(word) is None


@pytest.mark.parametrize("house", ["Kremlin", "White House", "Downing Street"])
def test_a_palace_speaks_under_its_own_name(house: str) -> None:
    assert STATES.seated(house) is None


@pytest.mark.parametrize(("word", "state"), [("US", "United States"), ("Us", None), ("us", None), ("Car", None)])
def test_letters_mean_a_state_only_as_they_are_written(word: str, state: str | None) -> None:
    assert STATES.meant(word) == state


def test_a_name_is_told_from_a_people() -> None:
    assert STATES.named("Norway") == "Norway"
    assert STATES.named("Norwegian") is None
    assert STATES.spelt_out("US") is None
    assert STATES.people_of("United Kingdom") == "British"


def test_a_dossier_adds_its_states_and_adds_to_those_of_the_world() -> None:
    actors = (
        DossierActor("Westland", EntityKind.STATE, "WLD", people=("Westlander",), seats=("Hillford", "Grey House")),
        DossierActor("Kingdom of the Fjords", EntityKind.STATE, "NOR", people=("Fjordlander",)),
        DossierActor("Westland Courier", EntityKind.ORGANIZATION),
    )
    states = States(known_states(load_world(), Dossier("valley", "The valley", actors=actors)))
    assert states.meant("Westlanders") == "Westland"
    assert states.seated("Hillford") == "Westland"
    assert states.seated("Grey House") is None
    assert states.meant("Fjordlander") == states.meant("Norwegian") == "Norway"
    assert states.meant("Westland Courier") is None


def test_a_capital_of_a_dossier_speaks_for_its_state() -> None:
    page = made_page(
        ["The Westlander army left .", "Hillford said the road was open ."], names=[("Hillford", NameType.PLACE)]
    )
    westland = DossierActor("Westland", EntityKind.STATE, people=("Westlander",), seats=("Hillford",))
    known = States(known_states(load_world(), Dossier("valley", "The valley", actors=(westland,))))
    assert [s.speaker.name for s in statements_of(page) if s.speaker] == ["Hillford"]
    assert [s.speaker.name for s in statements_of(replace(page, states=known)) if s.speaker] == ["Westland"]
