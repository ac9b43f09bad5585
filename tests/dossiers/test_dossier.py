"""Dossiers: the shipped ones, the one to begin from, and a user's own with each fault named by file and line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.dossiers.dossier import (
    SHIPPED,
    load_dossier,
    parse_dossier,
    renamed,
    template,
    unsettled,
    with_outlets,
)
from trucewatch.dossiers.outlets import load_outlets
from trucewatch.errors import TrucewatchError, UsageError
from trucewatch.record.codec import from_json, to_json
from trucewatch.record.dossier import Dossier, DossierOffice, OfficeHolder
from trucewatch.record.resolved import EntityKind, OfficeHeld, OutletKind
from trucewatch.record.world import Point

HEAD = "name: valley\ntitle: The valley\nsides: [north]\n"
NORTH = "actors:\n- {name: Northland, kind: state, code: NLA}\n"
OFFICE = f"{HEAD}{NORTH}offices:\n- title: envoy\n  of: Northland\n  holders:\n"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_dossier_is_without_fault_and_survives_its_json_form(name: str) -> None:
    loaded = load_dossier(name)
    assert loaded.dossier.name == name
    assert loaded.document.body.startswith("#")
    assert from_json(Dossier, to_json(loaded.dossier)) == loaded.dossier
    assert loaded.dossier.sources


def test_the_shipped_dossier_says_who_was_minister_on_which_day() -> None:
    found = load_dossier("menderal").dossier
    office = next(o for o in found.offices if (o.title, o.of) == ("foreign minister", "Lurenia"))
    days = ["2018-10-03", "2018-10-06", "2018-12-01", "2023-05-05"]
    assert [office.holder(d) for d in days] == ["Anselm Korvath", "Josip Harl", "Ilka Morvane", "Josip Harl"]
    assert office.holder("2018-10-04") is None, "on the day of the change the dossier does not say who"


def test_an_office_known_to_the_year_leaves_the_year_of_change_open() -> None:
    held = [("Mara Lind", None, "2020"), ("Jonas Weir", "2020", None)]
    office = DossierOffice(
        "envoy", "Northland", (), tuple(OfficeHolder(p, OfficeHeld("envoy", s, u)) for p, s, u in held)
    )
    assert [office.holder(d) for d in ("2019-12-31", "2020-06-01", "2021-01-01")] == ["Mara Lind", None, "Jonas Weir"]


def test_persons_who_only_hold_an_office_become_actors_with_it() -> None:
    found = parse_dossier(f"{OFFICE}  - {{who: Mara Lind, since: 2019-02}}\n", "valley.yaml")
    (lind,) = (e for e in found.entities() if e.name == "Mara Lind")
    assert lind.kind is EntityKind.PERSON
    assert lind.offices == (OfficeHeld("envoy", "2019-02", None),)


def test_the_template_is_itself_a_dossier_and_takes_any_name() -> None:
    for name in ("valley", "a: b #", "null", "ö\n'\""):
        found = parse_dossier(renamed(template(), name), "new.yaml")
        assert found.name == name.strip()
        assert found.places[0].at == Point(50.5, 10.25)


def test_the_outlets_of_the_invented_conflict_have_kinds() -> None:
    outlets = load_dossier("menderal").dossier.outlets
    register = with_outlets(load_outlets(), outlets)
    kinds = {o.name: o.kind for o in register.outlets}
    assert kinds["Meridian"] is OutletKind.AGENCY
    assert kinds["Belkara One"] is OutletKind.BROADCASTER
    assert OutletKind.UNKNOWN not in {o.kind for o in outlets}
    assert "Reuters" in kinds


def test_what_is_left_open_is_noted() -> None:
    source = f"{HEAD}actors:\n- {{name: The Front, kind: organization}}\nplaces:\n- {{name: Fordham}}\n"
    notes = list(unsettled(parse_dossier(source, "valley.yaml")))
    assert [n.split()[0] for n in notes] == ["The", "Fordham:"]


FAULTS = {
    "a misspelt key": (f"{HEAD}actros: []\n", r"valley.yaml:4: 'actros' is no key of a dossier; the keys are name, "),
    "a misspelt key inside": (
        f"{HEAD}actors:\n- {{name: A, kind: state, cod: AAA}}\n",
        r"valley.yaml:5: 'cod' is no key of an actor",
    ),
    "a doubled key": (f"{HEAD}title: Again\n", r"valley.yaml:4: 'title' is said twice of a dossier"),
    "no title": ("name: valley\n", r"valley.yaml:1: a dossier needs title"),
    "nothing": ("", r"valley.yaml:1: the file is empty"),
    "a list": ("- a\n", r"valley.yaml:1: a dossier has the keys name, title"),
    "no YAML": ("a: [", r"valley.yaml: not YAML"),
    "no kind": (f"{HEAD}actors:\n- {{name: A, kind: tribe}}\n", r"valley.yaml:5: 'tribe' is no kind of actor; choose"),
    "no code": (f"{HEAD}actors:\n- {{name: A, kind: state, code: Aland}}\n", r"valley.yaml:5: 'Aland' is no code"),
    "a stranger's side": (
        f"{HEAD}actors:\n- {{name: A, kind: state, side: south}}\n",
        r"valley.yaml:5: 'south' is no side of this dossier",
    ),
    "a stranger's office": (
        f"{HEAD}offices:\n- {{title: envoy, of: Nowhere, holders: []}}\n",
        r"valley.yaml:5: 'Nowhere' is no actor of this dossier",
    ),
    "a stranger's undertaking": (
        f"{HEAD}{NORTH}agreements:\n- name: Accord\n  parties: [Northland]\n  provisions:\n"
        "  - {what: x, by: [Norhtland]}\n",
        r"valley.yaml:10: 'Norhtland' is no actor of this dossier",
    ),
    "one name for two": (
        f"{HEAD}{NORTH}- {{name: Southland, kind: state, names: [northland]}}\n",
        r"valley.yaml:6: 'northland' names both 'Northland' and 'Southland'",
    ),
    "off the map": (f"{HEAD}places:\n- {{name: Pell, at: [91, 10]}}\n", r"valley.yaml:5: 91.0, 10.0 is no latitude"),
    "half a point": (f"{HEAD}places:\n- {{name: Pell, at: [41]}}\n", r"valley.yaml:5: write a point as"),
    "no number": (f"{HEAD}places:\n- {{name: Pell, at: [north, 1]}}\n", r"valley.yaml:5: 'north' is no number"),
    "not even a number": (f"{HEAD}places:\n- {{name: Pell, at: [.nan, 1]}}\n", r"valley.yaml:5: "),
    "no language": (f"{HEAD}places:\n- {{name: P, names: {{Old: Pella}}}}\n", r"valley.yaml:5: 'Old' is no language"),
    "no date": (f"{OFFICE}  - {{who: A, since: 2020-02-30}}\n", r"valley.yaml:10: '2020-02-30' is not a date"),
    "half a date": (f"{OFFICE}  - {{who: A, since: XXXX-02-01}}\n", r"valley.yaml:10: 'XXXX-02-01' leaves a part open"),
    "an end before the beginning": (
        f"{OFFICE}  - {{who: A, since: 2020-05, until: 2020-04-30}}\n",
        r"valley.yaml:10: A leaves the office on 2020-04-30, before the beginning on 2020-05",
    ),
    "an office held by two": (
        f"{OFFICE}  - {{who: A, until: 2020-05-02}}\n  - {{who: B, since: 2020-05-01}}\n",
        r"valley.yaml:11: B is envoy from 2020-05-01, while A is until 2020-05-02; the dates of an office may not",
    ),
    "an office without an end": (
        f"{OFFICE}  - {{who: A, since: 2019}}\n  - {{who: B, since: 2020-05-01}}\n",
        r"valley.yaml:11: B follows A as envoy; say the end of A",
    ),
    "an office without a beginning": (
        f"{OFFICE}  - {{who: A, until: 2019}}\n  - {{who: B}}\n",
        r"valley.yaml:11: B follows A as envoy; say the beginning of B",
    ),
    "aliases of aliases": (
        HEAD + "sources:\n- &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"- &{b} [{', '.join(['*' + a] * 10)}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)),
        r"valley.yaml: more than 200000 values",
    ),
    "an alias of itself": (f"{HEAD}sources: &a [*a]\n", r"valley.yaml: "),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_file_and_line(fault: str) -> None:
    source, message = FAULTS[fault]
    with pytest.raises(UsageError, match=message):
        parse_dossier(source, "valley.yaml")


def test_a_change_of_office_within_one_day_or_month_is_no_overlap() -> None:
    holders = [
        "{who: A, until: 2020-05}",
        "{who: B, since: 2020-05-14, until: 2021-01-02}",
        "{who: A, since: 2021-01-02}",
    ]
    source = "".join([OFFICE, *(f"  - {holder}\n" for holder in holders)])
    (office,) = parse_dossier(source, "valley.yaml").offices
    assert [h.person for h in office.holders] == ["A", "B", "A"]


def test_a_dossier_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no such dossier; shipped are menderal and nagorno-karabakh"):
        load_dossier(str(tmp_path / "gone.yaml"))
    with pytest.raises(UsageError, match="cannot be read as a dossier"):
        load_dossier(str(tmp_path))
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"#" * 4_000_001)
    with pytest.raises(UsageError, match="more than a dossier may hold"):
        load_dossier(str(huge))


@given(
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from([":", "{", "]", "name: x\n", "- ", "&a ", "*a", "\t", "é"])))
)
def test_a_broken_dossier_is_refused_and_never_a_traceback(slips: list[tuple[int, str]]) -> None:
    lines = template().splitlines(keepends=True)
    for at, what in slips:
        lines[at % len(lines)] = what + lines[at % len(lines)]
    try:
        parse_dossier("".join(lines), "valley.yaml")
    except TrucewatchError as error:
        assert str(error).startswith("valley.yaml:")  # noqa: PT017
