"""Floors under the shipped language model, over part of the development data where it lies beside the repository.

`make eval` prints the figures over all of it. The data's fingerprint is checked, so that a changed sample is noticed.
"""

import hashlib
from pathlib import Path

import pytest

from tests.quality.floors import MODEL
from training.evaluate import Evaluation
from trucewatch.extract.model.reader import WEIGHTS, LanguageModel

FILES = ("attribution/dev", "names/dev.jsonl", "syntax/gum-dev.conllu.gz", "syntax/ewt-dev.conllu.gz")
FINGERPRINT = "2717830bf77d568d45037773cda18f21e6196ac94a38e975e5f15118a3a5705b"
"""SHA-256 over the names and bytes of the files."""
DOCUMENTS = {"attribution": 28, "names": 100, "gum": 8, "ewt": 60}


def fingerprint(data: Path) -> str:
    digest = hashlib.sha256()
    for name in FILES:
        place = data / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file():
                digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def test_the_development_data_are_those_the_floors_were_set_on(shared: Path) -> None:
    assert fingerprint(shared / "data") == FINGERPRINT


@pytest.mark.parametrize("task", MODEL)
def test_the_model_stays_above_its_floors(task: str, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(shared / "score"))
    figures = Evaluation(LanguageModel(WEIGHTS), shared / "data", DOCUMENTS[task]).figures(task)
    reached = {n: figures[n]["f1"] if isinstance(figures[n], dict) else figures[n] for n in MODEL[task]}
    assert all(reached[name] >= floor for name, floor in MODEL[task].items()), reached
