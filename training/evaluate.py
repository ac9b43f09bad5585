"""The figures of a model's files on the development data: what `trucewatch analyse` finds in raw text, scored.

    python -m training.evaluate --data ../shared/data --score ../shared/score [--model .train/run/export] [--limit 20]

Attributions, names and statements are scored by the scorers in SCORE, which read the lines that `analyse` prints;
syntax by CoNLL 2018's measure (`las.py`) on what `analyse --format conllu` prints for text rebuilt from `# text` and
`# newpar`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.conllu import read_documents
from training.las import Counts, parse
from training.reach import report
from trucewatch.cli.conllu import as_conllu
from trucewatch.cli.contract import as_line
from trucewatch.dossiers import load_outlets
from trucewatch.dossiers.world import load_world
from trucewatch.extract.model.reader import WEIGHTS, LanguageModel
from trucewatch.pipeline import Analysis
from trucewatch.pipeline.recipes import Recipe, WorkStage
from trucewatch.pipeline.stages import FindTimes, ReadLanguage, ReadPages, ResolveSourcing, ResolveStatements
from trucewatch.pipeline.syntax_recipe import ReadSentences
from trucewatch.reading import ReadingOptions
from trucewatch.record.pages import LINE_MEDIA_TYPE, Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.resolve import known_states

MOST = 10_000_000
"""Code points of one document: all of them are read."""
TASKS = ("attribution", "names", "ewt", "gum", "statements")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Where the gold is, and how many documents of each task are read."""

    model: LanguageModel
    data: Path
    limit: int

    def figures(self, task: str) -> dict[str, Any]:
        """What a task's scorer says."""
        measures: dict[str, Callable[[], dict[str, Any]]] = {
            "attribution": self._attribution,
            "names": self._names,
            "statements": self._statements,
        }
        return measures[task]() if task in measures else self._syntax(task)

    def _attribution(self) -> dict[str, Any]:
        scorer = importlib.import_module("attribution")
        folder, tally = self.data / "attribution" / "dev", scorer.Tally()
        for path in sorted((folder / "ann").glob("*.ann"))[: self.limit]:
            text = raw(folder / "text" / f"{path.stem}.txt")
            line = self._line({"id": path.stem, "text": text, "published": None, "form": "clean"})
            gold, discarded = scorer.read_ann(str(path))
            found = [{r: scorer.as_spans(a[r]) for r in scorer.ROLES} for a in line["attributions"]]
            tally.add(text, gold, found, discarded)
        return {k: v for k, v in tally.result().items() if "span" not in k}

    def _names(self) -> dict[str, Any]:
        scorer = importlib.import_module("names")
        records = [json.loads(line) for line in raw(self.data / "names" / "dev.jsonl").split("\n") if line]
        gold = {record["id"]: record for record in records[: self.limit]}
        pred = {k: self._line({"id": k, "text": r["text"], "published": None, "form": "clean"})
                for k, r in gold.items()}  # fmt: skip
        found: dict[str, Any] = scorer.score(gold, pred, "name", {"person", "organization", "place", "event"})
        return found

    def _statements(self) -> dict[str, Any]:
        """Pages as they were scraped, each with the publication date that its annotator saw."""
        scorer = importlib.import_module("article")
        seeds, tally = self.data.parent / "seeds", scorer.Tally()
        for path in sorted((seeds / "gold").glob("*.json"))[: self.limit]:
            gold = json.loads(raw(path))
            (place,) = (seeds / "text").glob(f"{path.stem}*")
            text = raw(place)
            line = self._line({"id": path.stem, "text": text, "published": gold.get("published"), "form": "page"})
            scorer.score_statements(tally, text, gold["statements"], line["attributions"])
        found = scorer.report(tally)
        return {k: v for k, v in found.items() if "statement" in k}

    def _syntax(self, treebank: str) -> dict[str, Any]:
        counts = Counts()
        recipe = Recipe([ReadPages(ReadingOptions()), ReadSentences(self.model, ("en",), MOST)])
        for document in read_documents(self.data / "syntax" / f"{treebank}-dev.conllu.gz")[: self.limit]:
            record = {"id": document.name, "text": document.text, "published": None, "form": "clean"}
            (analysis,) = analysed(recipe, [record])
            counts.add(parse(document.lines), parse(as_conllu(analysis).split("\n")))
        return counts.result()

    def _line(self, record: dict[str, Any]) -> dict[str, Any]:
        register = load_outlets(None)
        stages: list[WorkStage] = [ReadPages(ReadingOptions(register=register)), ResolveSourcing(register), FindTimes(),
                  ReadLanguage(self.model, MOST), ResolveStatements(known_states(load_world()))]  # fmt: skip
        (analysis,) = analysed(Recipe(stages), [record])
        line = as_line(analysis)
        if not isinstance(line, dict):
            raise TypeError(f"{record['id']}: analyse prints objects")
        return line


def analysed(recipe: Recipe, records: Iterable[dict[str, Any]]) -> Iterator[Analysis]:
    """What `analyse --jsonl` makes of lines with these records."""
    for record in records:
        data = json.dumps(record).encode()
        kept = KeptPage(Page.of(data, LINE_MEDIA_TYPE), data, Given(), record["id"])
        for reading in recipe.run([kept]):
            yield Analysis(record["id"], reading, reading.dropped)


def raw(path: Path) -> str:
    """The file's text with its line ends as they are: the gold's offsets count them."""
    with path.open(encoding="utf-8", newline="") as handle:
        return handle.read()


def main() -> None:
    """Scores every task and prints its rows of the table, or the scorers' own figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="folder of model files; those that ship")
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--score", type=Path, required=True, help="folder of the scorers")
    parser.add_argument("--only", default=",".join(TASKS), help="tasks, joined by commas")
    parser.add_argument("--limit", type=int, default=100_000, help="documents of each task")
    parser.add_argument("--json", action="store_true", help="the scorers' figures, one object a task")
    options = parser.parse_args()
    for folder in (options.data, options.score):
        if not folder.is_dir():
            raise SystemExit(f"{folder} is not here: name the folders, as in `make eval DATA=... SCORE=...`")
    sys.path.insert(0, str(options.score))
    evaluation = Evaluation(LanguageModel(options.model), options.data, options.limit)
    for task in options.only.split(","):
        began = time.monotonic()
        found = evaluation.figures(task)
        if options.json:
            print(json.dumps({task: found, "seconds": round(time.monotonic() - began, 1)}), flush=True)
        else:
            print(*report(task, found), sep="\n", flush=True)


if __name__ == "__main__":
    main()
