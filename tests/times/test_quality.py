"""Floors over the development corpus, where it stands beside the checkout; lowering one is a decision with a page."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from trucewatch.times import find_times

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "data" / "times" / "dev.jsonl"
SCORER = SHARED / "score" / "times.py"
FINGERPRINT = "e75897ec990350c6eba67294a3d96956aa7db57e12333a805b7f8a11d5c11103"
FLOORS = {"strict": 0.922, "relaxed": 0.949, "value": 0.836}

pytestmark = pytest.mark.skipif(
    not (GOLD.exists() and SCORER.exists()), reason="no development corpus beside the checkout"
)


def test_the_corpus_is_the_one_that_the_floors_were_set_on() -> None:
    assert hashlib.sha256(GOLD.read_bytes()).hexdigest() == FINGERPRINT


def test_f1_stays_above_its_floors(tmp_path: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    with GOLD.open(encoding="utf-8", newline="") as gold, answers.open("w", encoding="utf-8") as out:
        for line in gold:
            page = json.loads(line)
            times = find_times(page["text"], page["dct"])
            rows = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in times]
            out.write(json.dumps({"id": page["id"], "times": rows}) + "\n")
    done = subprocess.run(
        [sys.executable, str(SCORER), str(GOLD), str(answers), "--json"], capture_output=True, text=True, check=True
    )
    scores = json.loads(done.stdout)
    assert {name: scores[name]["f1"] for name, floor in FLOORS.items() if scores[name]["f1"] < floor} == {}
