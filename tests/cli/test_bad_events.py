"""What is bad for the coding of events, each from the outside: named with file and line, or coded for what it is."""

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from tests.cli.conftest import Call

RULE = "rules:\n  - rule: own.attack\n    verb: attack\n    code: ASSAULT\n    track: fighting\n"
CODEBOOKS = {
    "a misspelt key": (RULE.replace("track:", "tarck:"), 2, "own.yaml:5: 'tarck' is no key of a rule"),
    "a misspelt key of the file": (RULE.replace("rules:", "ruels:"), 2, "own.yaml:1: 'ruels' is no key"),
    "a cycle": ("extends: own.yaml\n" + RULE, 2, "own.yaml:1: a cycle: own.yaml -> own.yaml"),
    "a cycle of classes": (
        "classes:\n  one: [$two]\n  two: [$one]\n" + RULE,
        2,
        "own.yaml:2: class 'one' names itself: one -> two -> one",
    ),
    "a rule for every sentence": (
        RULE.replace("    verb: attack\n", ""),
        2,
        "own.yaml:2: rule 'own.attack' would match every",
    ),
    "a word of every sentence": (
        RULE.replace("attack\n    code", "be\n    code"),
        2,
        "own.yaml:2: rule 'own.attack' would match nearly",
    ),
    "a joker for a word": (
        RULE.replace("verb: attack", "verb: ANY"),
        2,
        "own.yaml:3: ANY stands for others in conditions only",
    ),
    "an example that fails": (
        RULE + "    examples:\n      - Rebels [slept].\n",
        1,
        "own.yaml:7: own.attack: the rule does",
    ),
    "an example that fires and must not": (
        RULE + "    examples:\n      - not: Rebels attacked.\n",
        1,
        "own.yaml:7: own.attack: the rule fires, and should not",
    ),
}


@pytest.mark.parametrize("fault", CODEBOOKS)
def test_a_bad_codebook_is_named_with_file_and_line(call: Call, tmp_path: Path, fault: str) -> None:
    source, code, message = CODEBOOKS[fault]
    (tmp_path / "own.yaml").write_text(source, "utf-8")
    done = call("codebook", "check", "own.yaml")
    assert (done.code, message in done.err) == (code, True), done.err


def test_a_codebook_that_cannot_be_used_stops_analyse_before_any_page(call: Call, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULE.replace("track:", "tarck:"), "utf-8")
    (tmp_path / "page.txt").write_text("Rebels attacked a convoy near the river on Monday.\n", "utf-8")
    done = call("analyse", "page.txt", "--codebook", "own.yaml")
    assert (done.code, done.out) == (2, "")
    assert "own.yaml:5:" in done.err


def test_a_dossier_whose_offices_overlap_stops_analyse_before_any_page(call: Call, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Rebels attacked a convoy near the river on Monday.\n", "utf-8")
    assert call("dossier", "new", "valley.yaml").code == 0
    dossier = tmp_path / "valley.yaml"
    dossier.write_text(dossier.read_text("utf-8").replace("since: 2020-05-01", "since: 2019-05-01"), "utf-8")
    line = next(n for n, text in enumerate(dossier.read_text("utf-8").splitlines(), 1) if "Jonas Weir" in text)
    done = call("analyse", "page.txt", "--dossier", "valley.yaml")
    assert (done.code, done.out) == (2, "")
    assert f"valley.yaml:{line}:" in done.err


def events(call: Call, tmp_path: Path, text: str, published: str | None = "2021-05-12") -> list[dict[str, Any]]:
    """The events of a clean text, in its order, each with its trigger's words."""
    line = {"id": "made", "text": text, "published": published, "form": "clean"}
    (tmp_path / "in.jsonl").write_text(json.dumps(line), "utf-8")
    done = call("analyse", "--jsonl", "in.jsonl")
    assert done.code == 0, done.err
    found: list[dict[str, Any]] = json.loads(done.out)["events"]
    return sorted(({**e, "words": text[e["start"] : e["end"]]} for e in found), key=lambda e: e["start"])


ARMIES = [f"the {a} {b}" for a in ("Red", "Green", "Blue", "Upper", "Lower") for b in ("Pell", "Brody", "Tarn", "Orne")]
VILLAGES = (
    "Abel Aldern Birk Coll Dunmor Eskil Farn Gorm Halvet Isen Jorka Kellin Lorn Morn Nald Orrin Quint Rask Sorn Ulm"
)


def test_forty_joined_parties_are_told_apart_in_bounded_time(call: Call, tmp_path: Path) -> None:
    armies = [f"{army} army" for army in ARMIES] + [f"the {name} militia" for name in VILLAGES.split()]
    assert len(armies) == 40
    call("analyse", "--jsonl", "none.jsonl")  # the model is loaded before the clock starts
    began = process_time()
    found = events(call, tmp_path, f"On Monday {', '.join(armies[:-1])} and {armies[-1]} attacked the town of Weir.")
    assert process_time() - began < 20
    (attack,) = [e for e in found if e["words"] == "attacked"]
    assert 1 < len(attack["actors"]) <= 50
    assert all(actor["text"].strip() for actor in attack["actors"])


def test_a_sentence_without_a_verb_tells_its_event_and_no_other(call: Call, tmp_path: Path) -> None:
    found = events(call, tmp_path, "Heavy clashes near the town of Brody on Monday.\n\nA quiet morning in the valley.")
    assert [(e["words"].lower(), e["track"], e["status"], e["date"]) for e in found] == [
        ("clashes", "fighting", "happened", "2021-05-10")
    ]


def test_a_person_with_the_name_of_a_place_is_no_state_and_no_place(call: Call, tmp_path: Path) -> None:
    text = "Georgia Keller signed the ceasefire in Georgia on Friday.\n\nChad Weir visited Chad on Monday."
    signed, visited = [e for e in events(call, tmp_path, text) if e["words"].startswith(("signed", "visited"))]
    assert [(a["text"], a["code"]) for a in signed["actors"]] == [("Georgia Keller", None)]
    assert signed["place"]["text"] == "Georgia"
    assert ("Chad Weir", None) in [(a["text"], a["code"]) for a in visited["actors"]]
    assert visited["place"]["text"] == "Chad"


def test_what_is_said_to_be_over_is_not_dated_after_the_page(call: Call, tmp_path: Path) -> None:
    text = "Rebels shelled the village of Brody on 20 June 2021, and the army seized the town of Pell on 3 May 2021."
    dates = {e["words"]: (e["status"], e["date"]) for e in events(call, tmp_path, text)}
    assert dates["shelled"] == ("happened", None)
    assert dates["seized"] == ("happened", "2021-05-03")
    (undated,) = [e for e in events(call, tmp_path, text, None) if e["words"] == "shelled"]
    assert undated["date"] == "2021-06-20", "a page that does not say its day contradicts nothing"
