"""`show contested` on the example pages and, scored, on the development pages."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.conftest import ExamplesRead
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS

needs_model = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")


@needs_model
def test_an_attack_that_one_side_tells_and_the_other_denies(call: Call, examples_read: ExamplesRead) -> None:
    done = call("show", "contested", "--record", examples_read.record, "--difference", "whether", "--format", "json")
    [row] = [r for r in json.loads(done.out) if r["date"] == "2018-04-07"]
    assert {"outlet", "Timur Galeth"} <= {account["by"] for account in row["accounts"]}
    assert row["pages"] == 2
    passages = {(e["page"], e["start"]) for account in row["accounts"] for e in account["evidence"]}
    assert passages == {(e["page"], e["start"]) for e in row["evidence"]}


@needs_model
def test_figures_that_were_taken_back_stand_beside_those_that_hold(call: Call, examples_read: ExamplesRead) -> None:
    done = call("show", "contested", "--record", examples_read.record, "--about", "civilians", "--format", "json")
    [row] = json.loads(done.out)
    assert row["difference"] == "how many"
    assert {"3 civilian", "at least 13 civilian"} <= {account["differs"] for account in row["accounts"]}


@needs_model
def test_what_is_contested_as_of_a_day_rests_on_the_pages_by_then(call: Call, examples_read: ExamplesRead) -> None:
    done = call("show", "contested", "--record", examples_read.record, "--as-of", "2018-04-30", "--format", "json")
    rows = json.loads(done.out)
    assert rows
    assert all(found["published"] <= "2018-04-30" for row in rows for found in row["evidence"])


@needs_model
def test_a_table_shows_who_says_what_and_nothing_says_what_to_do(call: Call, examples_read: ExamplesRead) -> None:
    table = call("show", "contested", "--record", examples_read.record, "--by", "galeth").out
    assert "Timur Galeth [" in table
    none = call("show", "contested", "--record", examples_read.record, "--by", "nobody at all")
    assert (none.code, none.out) == (0, "")
    assert "widen" in none.err


@needs_model
def test_the_contradictions_of_the_development_pages_are_found(call: Call, shared: Path, tmp_path: Path) -> None:
    """What a careful reader holds against each other on three pages; a reader's comment is no account."""
    lines, record, rows = tmp_path / "seeds.jsonl", str(tmp_path / "seeds.db"), tmp_path / "rows.json"
    pages = [json.loads(gold.read_text("utf-8")) for gold in sorted((shared / "seeds" / "gold").glob("*.json"))]
    texts = {path.name[:3]: path.read_text("utf-8") for path in (shared / "seeds" / "text").glob("*.txt")}
    given = [{"id": p["id"], "text": texts[p["id"]], "published": p["published_inferred"]["value"]} for p in pages]
    lines.write_text("".join(json.dumps(line | {"form": "page"}) + "\n" for line in given), "utf-8")
    assert call("read", str(lines), "--record", record, "--engine", "inline").code == 0
    rows.write_text(call("show", "contested", "--record", record, "--format", "json").out, "utf-8")
    scorer = [sys.executable, str(shared / "score" / "registers.py"), "contested", str(shared / "seeds" / "gold")]
    score = json.loads(subprocess.run([*scorer, str(rows)], capture_output=True, check=True, text=True).stdout)
    assert score["found"] >= 0.8
    assert score["rows_matched"] >= 0.7
    read = {p["id"]: texts[p["id"]].split("\n") for p in pages}
    comments = {read[p["id"]][n].strip() for p in pages for n in p["comment_lines"]} - {""}
    quotes = {found["quote"] for row in json.loads(rows.read_text("utf-8")) for found in row["evidence"]}
    assert comments
    assert not [quote for quote in quotes for comment in comments if comment in quote]
