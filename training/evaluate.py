"""The figures of a model's files on the development data, through the run-time code alone.

    python -m training.evaluate --data ../shared/data --score ../shared/score [--model .train/run/export] [--limit 20]

Attributions and names are scored by the scorers in SCORE, from raw text; syntax by CoNLL 2018's measure (`las.py`).
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from training.conllu import read_documents
from training.las import Counts
from trucewatch.extract.model.reader import WEIGHTS, LanguageModel
from trucewatch.extract.model.types import Analysed
from trucewatch.record.spans import Range


def main() -> None:
    """Scores every task and prints one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--score", type=Path, required=True)
    parser.add_argument("--only", default="attribution,names,ewt,gum")
    parser.add_argument("--limit", type=int, default=100_000, help="documents of each task")
    options = parser.parse_args()
    model = LanguageModel(options.model)
    sys.path.insert(0, str(options.score))
    for task in options.only.split(","):
        began = time.monotonic()
        if task == "attribution":
            found: dict[str, Any] = attribution(model, options.data / "attribution" / "dev", options.limit)
        elif task == "names":
            found = names(model, options.data / "names" / "dev.jsonl", options.limit)
        else:
            found = syntax(model, options.data / "syntax" / f"{task}-dev.conllu.gz", options.limit)
        print(json.dumps({task: found, "seconds": round(time.monotonic() - began, 1)}), flush=True)


def lines(text: str) -> list[Range]:
    """Every line that holds something, as a block."""
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Range(at, at + len(line)))
        at += len(line) + 1
    return out


def attribution(model: LanguageModel, folder: Path, limit: int) -> dict[str, Any]:
    """The scorer's figures on a PolNeAR folder."""
    scorer = importlib.import_module("attribution")
    tally = scorer.Tally()
    for path in sorted((folder / "ann").glob("*.ann"))[:limit]:
        with (folder / "text" / f"{path.stem}.txt").open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        gold, discarded = scorer.read_ann(str(path))
        tally.add(text, gold, spans_of(model.read(text, lines(text))), discarded)
    return {k: v for k, v in tally.result().items() if "span" not in k}


def spans_of(found: Analysed) -> list[dict[str, list[tuple[int, int]]]]:
    """Attributions in the scorer's form."""
    roles = ("source", "cue", "content")
    return [{r: [(s.start, s.end) for s in getattr(a, r)] for r in roles} for a in found.attributions]


def names(model: LanguageModel, path: Path, limit: int) -> dict[str, Any]:
    """The scorer's figures on names."""
    scorer = importlib.import_module("names")
    gold, pred = {}, {}
    with path.open(encoding="utf-8", newline="") as handle:
        for record in list(map(json.loads, handle))[:limit]:
            found = model.read(record["text"], lines(record["text"])).names
            gold[record["id"]] = record
            pred[record["id"]] = {"names": [{"start": n.at.start, "end": n.at.end, "type": n.type} for n in found]}
    result: dict[str, Any] = scorer.score(gold, pred, "name", {"person", "organization", "place", "event"})
    return result


def syntax(model: LanguageModel, path: Path, limit: int) -> dict[str, Any]:
    """CoNLL 2018's figures from raw text."""
    counts = Counts()
    for document in read_documents(path)[:limit]:
        counts.add(document, model.read(document.text, lines(document.text)))
    return counts.result()


if __name__ == "__main__":
    main()
