"""Who is who on the annotated pages and on the example pages."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ExamplesRead
from trucewatch.cli.entities import people_joiner
from trucewatch.cli.main import run
from trucewatch.dossiers import load_outlets
from trucewatch.record.asked import Scope, Sought
from trucewatch.record.protocols import Reader
from trucewatch.resolve.entities.names import person_name
from trucewatch.store import open_store
from trucewatch.views.entity_rows import PersonListRow
from trucewatch.views.offices import offices
from trucewatch.views.people import people


@pytest.fixture(scope="module", params=[None, "nagorno-karabakh"], ids=["plain", "dossier"])
def seeds_reader(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """The five annotated pages, read as of the days that their annotation gives."""
    folder = tmp_path_factory.mktemp("seeds")
    lines = folder / "seeds.jsonl"
    lines.write_text("".join(_lines(shared / "seeds")), "utf-8")
    dossier = ["--dossier", request.param] if request.param else []
    assert run(["read", str(lines), "--record", str(folder / "k.db"), "--jobs", "1", *dossier]) == 0
    with open_store(str(folder / "k.db"), load_outlets(), create=False).reader() as reader:
        yield reader


def _lines(seeds: Path) -> Iterator[str]:
    for text in sorted((seeds / "text").glob("*.txt")):
        gold = seeds / "gold" / f"{text.stem[:3]}.json"
        told = json.loads(gold.read_text("utf-8")) if gold.exists() else {}
        published = told.get("published") or told.get("published_inferred", {}).get("value")
        page = {"id": text.stem[:3], "text": text.read_text("utf-8"), "published": published, "form": "page"}
        yield json.dumps(page) + "\n"


def _rows(reader: Reader) -> tuple[PersonListRow, ...]:
    return people(reader, Scope(limit=0), Sought(), people_joiner(reader)).rows


def test_every_annotated_person_is_one_row_under_all_forms(seeds_reader: Reader, shared: Path) -> None:
    rows = [row for row in _rows(seeds_reader) if row.type == "person"]
    for path in sorted((shared / "seeds" / "gold").glob("*.json")):
        for person in json.loads(path.read_text("utf-8"))["people"]:
            forms = {form for form in person["as_written"] if form[:1].isupper() and "leader" not in form}
            surname = person_name(person["name"]).surname
            found = [row for row in rows if person_name(row.name).surname == surname]
            assert len(found) == 1, (person["name"], [row.name for row in found])
            spelt = {person_name(form).words for form in found[0].spellings}
            assert {person_name(form).words for form in forms} <= spelt, (forms, found[0].spellings)


def test_no_row_joins_two_annotated_persons(seeds_reader: Reader) -> None:
    for row in _rows(seeds_reader):
        if row.type == "person":
            assert len({person_name(form).surname for form in row.spellings}) == 1, row.spellings


def test_foreign_ministers_of_two_days_are_two_persons(seeds_reader: Reader) -> None:
    rows = offices(seeds_reader, Scope(limit=0), people_joiner(seeds_reader), ("foreign minister", None, None)).rows
    by_state: dict[str, set[str]] = {}
    for row in rows:
        by_state.setdefault(row.of, set()).add(row.id)
    assert {"Russia", "Armenia", "Azerbaijan"} <= set(by_state)
    assert len(by_state["Russia"]) == 1
    assert len(set().union(*by_state.values())) == sum(map(len, by_state.values())), "nobody held two states' office"


def test_the_example_pages_have_each_of_their_people_once(examples_read: ExamplesRead) -> None:
    with open_store(str(examples_read.record), load_outlets(), create=False).reader() as reader:
        rows = [row for row in _rows(reader) if row.type == "person"]
    by_name = {row.name: row for row in rows}
    torqai = [row for row in rows if {"Jalen Torkhay", "Zhalen Torqai"} & set(row.spellings)]
    assert len(torqai) == 1, "one foreign minister in two transcriptions"
    for name in ("Oren Tessik", "Kasim Verdan", "Ilka Morvane", "Anselm Korvath", "Maren Oldaker", "Lena Ostrik"):
        bearers = [row for row in rows if person_name(name).surname in {person_name(f).surname for f in row.spellings}]
        assert [row.name for row in bearers] == [name]
    assert by_name["Ilka Morvane"].pages >= 10
