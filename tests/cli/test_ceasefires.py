"""`show ceasefires` on the example pages and on the pages of the development data."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.conftest import ExamplesRead
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS

needs_model = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")


def _rows(call: Call, record: str, *words: str) -> list[dict[str, Any]]:
    done = call("show", "ceasefires", *words, "--record", record, "--format", "json")
    assert done.code == 0
    rows: list[dict[str, Any]] = json.loads(done.out)
    return rows


@needs_model
def test_the_ceasefires_of_the_example_pages_stand_apart(call: Call, examples_read: ExamplesRead) -> None:
    rows = _rows(call, examples_read.record)
    known = {row["agreement"]: row for row in rows if row["agreement"]}
    assert set(known) >= {"Brannet ceasefire", "Aldmoor Statement"}
    statement = known["Aldmoor Statement"]
    assert (statement["declared"], statement["from"], statement["to"]) == ("2018-03-24", "2018-03-25", "2018-06-23")
    assert statement["parties"] == "Lurenia and Belkara"
    assert "Halvern" in statement["brokered_by"]
    assert statement["pages"] >= 5


@needs_model
def test_what_is_shown_as_of_a_day_is_what_the_pages_by_then_tell(call: Call, examples_read: ExamplesRead) -> None:
    for row in _rows(call, examples_read.record, "--as-of", "2018-03-31"):
        assert all(found["published"] <= "2018-03-31" for found in row["evidence"])
        assert row["state"] != "expired"


@needs_model
def test_a_period_without_any_page_says_what_to_do(call: Call, examples_read: ExamplesRead) -> None:
    done = call("show", "ceasefires", "--record", examples_read.record, "--as-of", "1950")
    assert (done.code, done.out) == (0, "")
    assert "widen" in done.err


@needs_model
def test_a_table_and_csv_say_the_same(call: Call, examples_read: ExamplesRead) -> None:
    table = call("show", "ceasefires", "--record", examples_read.record, "--state", "violated").out
    csv = call("show", "ceasefires", "--record", examples_read.record, "--state", "violated", "--format", "csv").out
    assert csv.startswith("declared,from,to,parties,brokered_by,state,breaches,")
    assert "violated" in table
    assert "from 2018-03-25" in table


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The development pages as lines, each with the publication day that a careful reader infers."""
    lines = tmp_path_factory.mktemp("seeds") / "seeds.jsonl"
    given = {"001": "2019-11-11", "004": "2021-01-18"}
    for gold in (shared / "seeds" / "gold").glob("*.json"):
        given[gold.stem] = json.loads(gold.read_text("utf-8"))["published_inferred"]["value"]
    pages = sorted((shared / "seeds" / "text").glob("*.txt"))
    rows = [{"id": p.name[:3], "text": p.read_text("utf-8"), "published": given[p.name[:3]]} for p in pages]
    lines.write_text("".join(json.dumps(row | {"form": "page"}) + "\n" for row in rows), "utf-8")
    return lines


@needs_model
@pytest.mark.parametrize("dossier", ["none", "nagorno-karabakh"])
def test_three_ceasefires_of_the_development_pages_stand_apart_with_broker_and_parties(
    call: Call, seeds: Path, tmp_path: Path, dossier: str
) -> None:
    record = str(tmp_path / "seeds.db")
    assert call("read", str(seeds), "--record", record, "--dossier", dossier, "--engine", "inline").code == 0
    rows = _rows(call, record)
    assert [row["from"][:10] for row in rows] in (
        ["1994", "2020-07-16", "2020-11-10"],
        ["1994-05-12", "2020-07-16", "2020-11-10"],
    )
    assert all("Russia" in row["brokered_by"] for row in rows)
    assert all({"Armenia", "Azerbaijan"} <= set(row["parties"].split(" and ")) for row in rows)
    assert rows[2]["declared"] == "2020-11-09"
