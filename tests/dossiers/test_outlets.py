"""The outlet register: the shipped one, and a user's own with its faults named."""

from pathlib import Path

import pytest

from trucewatch.dossiers import load_outlets
from trucewatch.dossiers.outlets import parse_outlets
from trucewatch.errors import UsageError
from trucewatch.record.resolved import OutletKind


def test_the_shipped_register_knows_the_large_agencies() -> None:
    agencies = {o.name for o in load_outlets().outlets if o.kind is OutletKind.AGENCY}
    assert {"Reuters", "AFP", "AP", "TASS", "Xinhua", "Anadolu"} <= agencies


def test_a_user_s_register_is_laid_over_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("- {name: Reuters, kind: press}\n- {name: Meridian, kind: agency, hosts: [Meridian.example]}\n")
    outlets = {o.name: o for o in load_outlets(own).outlets}
    assert outlets["Reuters"].kind is OutletKind.PRESS
    assert outlets["Meridian"].hosts == ("meridian.example",)
    assert "TASS" in outlets


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("- {name: A}\n- {nmae: B}\n", r"own.yaml:2: 'nmae' is no key of an outlet; the keys are name"),
        ("- {kind: press}\n", "own.yaml:1: an outlet needs a name"),
        ("- {name: A, kind: weekly}\n", "own.yaml:1: 'weekly' is no kind of outlet; choose among agency"),
        ("- {name: A, hosts: a.example}\n", "own.yaml:1: write a list of strings here"),
        ("- {name: ''}\n", "own.yaml:1: a name is one non-empty string"),
        ("- {name: A}\n- {name: B, aliases: [a]}\n", "'a' names both 'A' and 'B'"),
        ("name: A\n", "own.yaml:1: an outlet register is a list"),
        ("", "own.yaml:1: an outlet register is a list"),
        ("- [", "own.yaml: not YAML"),
        ("- A\n", "own.yaml:1: an outlet has the keys"),
    ],
)
def test_a_fault_is_named_with_file_and_line(source: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse_outlets(source, "own.yaml")


def test_a_register_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.yaml: cannot be read"):
        load_outlets(tmp_path / "gone.yaml")
