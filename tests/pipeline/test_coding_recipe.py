"""The coding recipe: whatever can change what is read of a page changes the recipe's id."""

from dataclasses import replace

import pytest

from trucewatch.dossiers.codebook import load_codebook
from trucewatch.dossiers.world import load_world
from trucewatch.extract.places import Gazetteer
from trucewatch.pipeline.coding_recipe import CodeEvents, CodingOptions
from trucewatch.pipeline.stages import ResolveStatements
from trucewatch.record.dossier import Dossier, DossierActor
from trucewatch.record.resolved import EntityKind
from trucewatch.resolve import known_states

CODING = CodingOptions(load_codebook(), load_world())
WESTLAND = DossierActor("Westland", EntityKind.STATE, "WLD", people=("Westlander",))
DOSSIER = Dossier("valley", "The valley", actors=(WESTLAND,))


def test_a_dossier_means_another_coding() -> None:
    assert CodeEvents(CODING).options_id == CodeEvents(CODING).options_id
    assert CodeEvents(CODING).options_id != CodeEvents(replace(CODING, dossier=DOSSIER)).options_id


def test_another_gazetteer_means_another_coding(monkeypatch: pytest.MonkeyPatch) -> None:
    before = CodeEvents(CODING).options_id
    monkeypatch.setattr(Gazetteer, "edition", "towns of next year")
    assert CodeEvents(CODING).options_id != before


def test_the_states_of_a_dossier_mean_other_statements_and_its_persons_do_not() -> None:
    def statements(dossier: Dossier | None) -> str:
        return ResolveStatements(known_states(load_world(), dossier)).options_id

    person = DossierActor("Anna Keller", EntityKind.PERSON)
    assert statements(DOSSIER) != statements(None)
    assert statements(DOSSIER) == statements(replace(DOSSIER, actors=(WESTLAND, person)))
