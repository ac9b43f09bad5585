"""The table of what the language model is to reach, and each task's rows of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: where it stands in what the scorer says, and what it is to reach; None for what is told beside."""

    task: str
    what: str
    path: tuple[str, ...]
    reach: float | None


def _attribution(what: str, measure: str, reach: float | None) -> Row:
    return Row("attribution", f"attributions, PolNeAR: {what}", (measure, "f1"), reach)


def _names(what: str, measure: str, reach: float | None) -> Row:
    return Row("names", f"names, GUM: {what}", (measure, "f1"), reach)


def _statements(what: str, measure: str, reach: float | None) -> Row:
    return Row("statements", f"statements, annotated pages: {what}", (measure, "f1"), reach)


def _syntax(treebank: str, las: float) -> list[Row]:
    told = {"words": "words", "sentences": "sentences", "upos": "parts of speech", "lemma": "lemmas"}
    name = treebank.upper()
    rows = [Row(treebank, f"syntax, {name} from raw text: {what}", (measure,), None) for measure, what in told.items()]
    return [Row(treebank, f"syntax, {name} from raw text: LAS", ("las",), las), *rows]


ROWS = (
    _attribution("source words", "token source", 0.82),
    _attribution("cue words", "token cue", 0.70),
    _attribution("content words", "token content", 0.90),
    _attribution("whole, partial", "attribution partial", 0.72),
    _attribution("whole, exact", "attribution exact", 0.50),
    _attribution("whole direct ones, partial", "direct: attribution partial", 0.88),
    _names("span and type", "all names", 0.80),
    _names("span alone", "all names, span", None),
    *_syntax("ewt", 0.86),
    *_syntax("gum", 0.87),
    _statements("found", "statements", 0.85),
    _statements("with speaker", "statements_with_speaker", 0.75),
    _statements("with kind", "statements_with_kind", 0.78),
)


def report(task: str, found: dict[str, Any]) -> Iterator[str]:
    """The task's lines: what, its F1, what it is to reach."""
    for row in ROWS:
        if row.task == task:
            value: Any = found
            for step in row.path:
                value = value[step]
            yield f"{row.what:<52} F1 {value:.4f}{_verdict(value, row.reach)}"


def _verdict(value: float, reach: float | None) -> str:
    if reach is None:
        return ""
    return f"  at least {reach:.2f}  {'ok' if value >= reach else 'MISSED'}"
