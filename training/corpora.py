"""The corpora as coded documents: syntax and names (EWT, GUM), attributions (PolNeAR)."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.conllu import Document, read_documents
from training.windows import IGNORE, Coded, code
from trucewatch.extract.model.lemmas import rule_of
from trucewatch.extract.model.pieces import Pieces
from trucewatch.extract.model.words import words

NAME_TYPES = ("person", "organization", "place", "event")
NAME_LABELS = ("O", *(f"{edge}-{kind}" for kind in NAME_TYPES for edge in "BI"))
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Inventory:
    """The labels of the classifying heads, in the order of their numbers."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    label: tuple[str, ...]


def inventory(data: Path) -> Inventory:
    """The labels that the training halves use; rare lemma rules are left out."""
    counts: dict[str, Counter[str]] = {k: Counter() for k in ("upos", "xpos", "lemma", "label")}
    for treebank in ("ewt", "gum"):
        for document in read_documents(data / "syntax" / f"{treebank}-train.conllu.gz"):
            for word in (w for s in document.sentences for w in s):
                counts["upos"][word.upos] += 1
                counts["xpos"][word.xpos] += 1
                counts["label"][word.label] += 1
                counts["lemma"][rule_of(word.form, word.lemma)] += 1
    rules = [rule for rule, n in counts["lemma"].most_common() if n >= 3]
    return Inventory(
        tuple(sorted(counts["upos"])), tuple(sorted(counts["xpos"])), tuple(rules), tuple(sorted(counts["label"]))
    )


def syntax(data: Path, treebank: str, half: str, labels: Inventory, vocabulary: Pieces) -> list[Coded]:
    """The documents of one treebank with the labels of syntax, and of names where GUM's are known."""
    named = _named(data, half) if treebank == "gum" else {}
    out = []
    for document in read_documents(data / "syntax" / f"{treebank}-{half}.conllu.gz"):
        coded = _syntax(document, labels, vocabulary)
        if document.name in named and named[document.name]["text"] == document.text:
            coded.labels["names"] = name_labels(coded.bounds, named[document.name])
        out.append(coded)
    return out


def only_names(data: Path, half: str, known: set[str], vocabulary: Pieces) -> list[Coded]:
    """Documents whose names are known and whose syntax is not."""
    out = []
    for name, record in _named(data, half).items():
        if name not in known:
            text = record["text"]
            coded = code(name, "names", text, _words(text), vocabulary)
            coded.labels["names"] = name_labels(coded.bounds, record)
            out.append(coded)
    return out


def attributions(folder: Path, vocabulary: Pieces) -> list[Coded]:
    """PolNeAR articles with three label layers and the words of each attribution."""
    return [_attributed(path, folder, vocabulary) for path in sorted((folder / "ann").glob("*.ann"))]


def _words(text: str) -> list[tuple[int, int]]:
    return [(r.start, r.end) for r in words(text, 0, len(text))]


def _syntax(document: Document, labels: Inventory, vocabulary: Pieces) -> Coded:
    flat = [w for s in document.sentences for w in s]
    coded = code(document.name, "syntax", document.text, [(w.start, w.end) for w in flat], vocabulary)
    numbers = {k: {v: n for n, v in enumerate(getattr(labels, k))} for k in ("upos", "xpos", "lemma", "label")}

    def column(kind: str, values: list[str]) -> None:
        coded.labels[kind] = np.array([numbers[kind].get(v, IGNORE) for v in values])

    column("upos", [w.upos for w in flat])
    column("xpos", [w.xpos for w in flat])
    column("label", [w.label for w in flat])
    column("lemma", [rule_of(w.form, w.lemma) for w in flat])
    heads: list[int] = []
    sentence: list[int] = []
    starts: list[int] = []
    for number, words_ in enumerate(document.sentences):
        base = len(heads)
        heads += [base + w.head - 1 if w.head else -1 for w in words_]
        sentence += [number] * len(words_)
        starts += [int(i == 0) for i in range(len(words_))]
    coded.head, coded.sentence = np.array(heads), np.array(sentence)
    coded.labels["starts"] = np.array(starts)
    return coded


def _named(data: Path, half: str) -> dict[str, dict[str, Any]]:
    with (data / "names" / f"{half}.jsonl").open(encoding="utf-8", newline="") as lines:
        return {record["id"]: record for record in map(json.loads, lines)}


def name_labels(bounds: list[tuple[int, int]], record: dict[str, Any]) -> np.ndarray:
    """Begin and inside labels of the outermost names, longest first."""
    out = np.zeros(len(bounds), dtype=np.int64)
    spans = [e for e in record["entities"] + record["unlinked"] if e["type"] in NAME_TYPES and not e["nested"]]
    for span in sorted(spans, key=lambda e: e["start"] - e["end"]):
        inside = _inside(bounds, [(span["start"], span["end"])])
        if inside and not out[inside].any():
            kind = 1 + 2 * NAME_TYPES.index(span["type"])
            out[inside] = kind + 1
            out[inside[0]] = kind
    return out


def _inside(bounds: list[tuple[int, int]], spans: list[tuple[int, int]]) -> list[int]:
    """The words at least half inside one of the spans."""
    found = []
    for start, end in spans:
        low, high = 0, len(bounds)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if bounds[middle][1] <= start else (low, middle)
        while low < len(bounds) and bounds[low][0] < end:
            a, b = bounds[low]
            if 2 * (min(b, end) - max(a, start)) >= b - a:
                found.append(low)
            low += 1
    return sorted(set(found))


def read_standoff(path: Path) -> tuple[list[dict[str, list[tuple[int, int]]]], list[tuple[int, int]]]:
    """Attributions (role: spans) and discarded spans of one stand-off file; a broken line is passed over."""
    spans: dict[str, list[tuple[int, int]]] = {}
    out, discarded = [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if line.startswith("T") and len(cells) > 1:
            kind, _, where = cells[1].partition(" ")
            pairs = [part.split() for part in where.split(";")]
            spans[cells[0]] = [(int(a), int(b)) for a, b in pairs]
            if kind == "Discard":
                discarded += spans[cells[0]]
        elif line.startswith("E") and len(cells) > 1:
            one: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
            for part in cells[1].split():
                role, _, key = part.rpartition(":")
                role = role.rstrip("0123456789").lower()
                if role in one:
                    one[role] += spans.get(key, [])
            out.append(one)
    return [a for a in out if a["content"]], discarded


def _attributed(path: Path, folder: Path, vocabulary: Pieces) -> Coded:
    with (folder / "text" / f"{path.stem}.txt").open(encoding="utf-8", newline="") as handle:
        text = handle.read()
    coded = code(path.stem, "attribution", text, _words(text), vocabulary)
    found, discarded = read_standoff(path)
    for role in ROLES:
        layer = np.zeros(len(coded.bounds), dtype=np.int64)
        for one in found:
            for span in sorted(one[role]):
                inside = _inside(coded.bounds, [span])
                layer[inside] = 2
                layer[inside[:1]] = 1
        layer[_inside(coded.bounds, discarded)] = IGNORE
        coded.labels[role] = layer
    for one in found:
        pieces = [_inside(coded.bounds, [span]) for span in sorted(one["cue"])]
        every = sorted({w for piece in pieces for w in piece})
        source, content = _inside(coded.bounds, one["source"]), _inside(coded.bounds, one["content"])
        for piece in filter(None, pieces):
            coded.links.append((piece, [w for w in every if w not in piece], source, content))
    return coded
