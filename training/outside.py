"""Names from corpora with labels of their own: read for the encoder's good, through a head that does not ship.

A corpus is a file `NAME.tsv`: a token, a tab and a label (O, B-x, I-x) a line, an empty line after each sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.windows import IGNORE, Coded, code
from trucewatch.extract.model.pieces import Pieces
from trucewatch.extract.model.words import words

SENTENCES = 8
"""A document is so many sentences: the tables do not say where an article ends."""
_BEFORE = frozenset(".,;:!?)]}%'’”") | {"'s", "n't", "''", "...", "'re", "'ve", "'ll", "'d", "'m"}
_AFTER = frozenset("([{$“‘")
Token = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Its documents, and the part of all outside labels that is its own (half-open)."""

    name: str
    first: int
    last: int
    documents: list[Coded]


def outside(folder: Path | None, vocabulary: Pieces) -> list[Corpus]:
    """Every table of the folder, in the order of their names; their label numbers follow each other."""
    out: list[Corpus] = []
    first = 0
    for path in sorted(folder.glob("*.tsv")) if folder else []:
        sentences = _sentences(path)
        labels = sorted({label for s in sentences for _, label in s})
        numbers = {label: first + n for n, label in enumerate(labels)}
        groups = [sentences[n : n + SENTENCES] for n in range(0, len(sentences), SENTENCES)]
        documents = [_coded(f"{path.stem}-{n}", g, numbers, vocabulary) for n, g in enumerate(groups)]
        out.append(Corpus(path.stem, first, first + len(labels), documents))
        first += len(labels)
    return out


def _sentences(path: Path) -> list[list[Token]]:
    out: list[list[Token]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        token, _, label = line.partition("\t")
        if label:
            out[-1].append((token, label))
        elif out[-1]:
            out.append([])
    return [s for s in out if s]


def _coded(name: str, sentences: list[list[Token]], numbers: dict[str, int], vocabulary: Pieces) -> Coded:
    text, spans = _joined(sentences)
    bounds = [(r.start, r.end) for r in words(text, 0, len(text))]
    coded = code(name, "names", text, bounds, vocabulary)
    column = np.full(len(bounds), IGNORE)
    at = 0
    for n, (start, _) in enumerate(bounds):
        while at + 1 < len(spans) and spans[at + 1][0] <= start:
            at += 1
        began, label = spans[at]
        column[n] = (
            numbers.get(f"I-{label[2:]}", numbers[label]) if label[0] == "B" and start > began else numbers[label]
        )
    coded.labels["outside"] = column
    return coded


def _joined(sentences: list[list[Token]]) -> tuple[str, list[tuple[int, str]]]:
    """Running text without the tokenizer's blanks, and where each token begins with its label."""
    text, spans, open_ = "", [], True
    for sentence in sentences:
        for token, label in sentence:
            if not (open_ or token in _BEFORE):
                text += " "
            spans.append((len(text), label))
            text += token
            open_ = token in _AFTER
    return text, spans
