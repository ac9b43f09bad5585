"""`analyse --format conllu`: sentences with their trees, for files and lines, with and without reporting."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")

TEXT = (
    "Keller hails truce\n\n"
    "Minister Anna Keller said the guns hadn’t fired since Monday. “It holds,” she told reporters in Ostrava Valley.\n"
    "Her deputy didn't agree."
)


def columns(out: str) -> list[list[str]]:
    return [line.split("\t") for line in out.split("\n") if line[:1].isdigit()]


def jsonl(tmp_path: Path, *objects: object) -> str:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(o) + "\n" for o in objects), encoding="utf-8")
    return str(path)


def test_every_word_is_printed_once_with_its_place_and_one_root_a_sentence(call: Call, tmp_path: Path) -> None:
    done = call("analyse", "--format", "conllu", "--jsonl", jsonl(tmp_path, {"id": "t", "text": TEXT, "form": "clean"}))
    assert done.code == 0
    assert done.out.startswith("# newdoc id = t\n# newpar\n# role = paragraph\n# sent_id = t-1\n")
    assert done.out.endswith("\n\n")
    assert done.out.count("# newpar") == 3
    held = ""
    for sentence in done.out.strip().split("\n\n"):
        rows = columns(sentence)
        assert [r[7] for r in rows if r[6] == "0"] == ["root"]
        for row in rows:
            assert len(row) == 10
            places = dict(part.split("=") for part in row[9].split("|") if "_char" in part)
            assert TEXT[int(places["start_char"]) : int(places["end_char"])] == row[1]
            held += row[1] if "-" not in row[0] else ""
    assert held == "".join(TEXT.split())


def test_a_text_without_reporting_is_read_all_the_same(call: Call, tmp_path: Path) -> None:
    short = {"id": "s", "text": "Thanks, Anna.", "form": "clean"}
    done = call("analyse", "--format", "conllu", "--jsonl", jsonl(tmp_path, short))
    assert done.code == 0
    assert [r[1] for r in columns(done.out)] == ["Thanks", ",", "Anna", "."]


def test_chrome_is_printed_under_its_role(call: Call, examples: Path) -> None:
    done = call("analyse", "--format", "conllu", str(examples / "01-meridian-ceasefire.html"))
    roles = {line[9:] for line in done.out.split("\n") if line.startswith("# role = ")}
    assert {"headline", "paragraph"} < roles


def test_another_language_is_dropped_with_its_reason(call: Call, examples: Path) -> None:
    done = call("analyse", "--format", "conllu", str(examples / "19-courrier-valmire-prolongation.html"))
    assert (done.code, done.out) == (1, "")
    assert "WRONG_LANGUAGE" in done.err
