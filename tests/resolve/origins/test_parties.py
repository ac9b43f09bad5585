"""Whom an asserter speaks for."""

import pytest

from trucewatch.record.dossier import Dossier, DossierActor
from trucewatch.record.mentions import Speaker, SpeakerGrounds, SpeakerType
from trucewatch.record.resolved import EntityKind, Outlet, OutletKind
from trucewatch.record.world import Country, Organization, Sector, World
from trucewatch.resolve.origins.parties import Parties

WORLD = World(
    countries=(
        Country("NRL", "Norland", names=("NL",), people=("Norlandic",), capitals=("Velmar",)),
        Country("SDL", "Sudland", people=("Sudlandic",), leaders=("Ole Brandt",)),
    ),
    organizations=(Organization(("World Health Office", "WHO"), "IGO"),),
    sectors=(Sector("REB", ("rebel",)), Sector("GOV", ("ministry", "minister")), Sector("JRN", ("newspaper",))),
)
DOSSIER = Dossier(
    "valley",
    "Valley",
    actors=(
        DossierActor("Norland", EntityKind.STATE, "NRL", side="northern"),
        DossierActor("Valley Guard", EntityKind.ORGANIZATION, "VAL", side="northern", of="Norland"),
        DossierActor("Ada Vell", EntityKind.PERSON, of="Valley Guard"),
        DossierActor("Loop One", EntityKind.ORGANIZATION, of="Loop Two"),
        DossierActor("Loop Two", EntityKind.ORGANIZATION, of="Loop One"),
    ),
)
PARTIES = Parties(WORLD, DOSSIER)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Foreign Ministry of Norland", "NRL"),
        ("NORLAND’S FOREIGN MINISTRY", "NRL"),
        ("Norlandic envoy to Sudland", "NRL"),
        ("Sudlandic rebels", "SDL REB"),
        ("a Sudlandic newspaper", None),
        ("Norlandic Observatory for the Peace", None),
        ("Velmar", "NRL"),
        ("Valley Guard", "VAL"),
        ("WHO", "World Health Office"),
        ("who", None),
        ("residents", None),
        ("", None),
    ],
)
def test_words_name_a_party(words: str, label: str | None) -> None:
    found = PARTIES.speaking(words)
    assert (found.label if found else None) == label


@pytest.mark.parametrize(("name", "label"), [("Ada Vell", "VAL"), ("Ole Brandt", "SDL"), ("Nobody Known", None)])
def test_persons_speak_for_whom_they_are_known_to(name: str, label: str | None) -> None:
    found = PARTIES.of_speaker(Speaker(name, SpeakerType.PERSON, SpeakerGrounds.NAMED))
    assert (found.label if found else None) == label


def test_an_office_says_whose_it_is_and_sides_are_the_dossiers() -> None:
    found = PARTIES.of_speaker(Speaker("B", SpeakerType.PERSON, SpeakerGrounds.NAMED, "Minister of Norland"))
    assert found is not None
    assert (found.label, found.side) == ("NRL", "northern")


def test_a_ministrys_site_speaks_for_its_state_and_a_newspaper_for_nobody() -> None:
    site = PARTIES.of_outlet(Outlet("Ministry of Sudland", OutletKind.OFFICIAL))
    assert site is not None
    assert site.label == "SDL"
    assert PARTIES.of_outlet(Outlet("Sudland Post", OutletKind.PRESS)) is None
    relief = PARTIES.of_outlet(Outlet("River Relief", OutletKind.ORGANISATION))
    assert relief is not None
    assert relief.label == "River Relief"


def test_bodies_that_belong_to_each_other_in_a_circle_end() -> None:
    assert PARTIES.named("Loop One") is None
