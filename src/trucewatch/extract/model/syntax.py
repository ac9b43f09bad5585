"""Sentences with their trees, from the scores of the syntactic heads."""

from dataclasses import dataclass

import numpy as np

from trucewatch.extract.model.bundle import Bundle
from trucewatch.extract.model.layout import Laid, Window
from trucewatch.extract.model.lemmas import apply_rule
from trucewatch.extract.model.session import Raw
from trucewatch.extract.model.shape import LINE
from trucewatch.extract.model.spans import Floats
from trucewatch.extract.model.trees import best_heads
from trucewatch.record.language import Sentence, Word

_LONGEST = 200
"""Words of a sentence; the tree's cost grows with their cube."""


@dataclass(frozen=True, slots=True)
class _Tagged:
    """One window of a text: scores, and for each of its words part of speech, fine part of speech, lemma rule."""

    text: str
    laid: Laid
    first: int
    raw: Raw
    tags: list[tuple[str, str, str]]


class Syntax:
    """The names of the syntactic heads' classes."""

    def __init__(self, bundle: Bundle) -> None:
        self._upos, self._xpos, self._lemma, self._label = (
            bundle.labels[kind] for kind in ("upos", "xpos", "lemma", "label")
        )
        self._width = bundle.sizes["label"] + 1
        self._root = self._label.index("root")
        self._cuts = np.cumsum([len(self._upos), len(self._xpos), len(self._lemma)])

    def sentences(self, text: str, laid: Laid, window: Window, raw: Raw) -> list[Sentence]:
        """The sentences in the window's core, in order."""
        upos, xpos, lemma, starts = (part.argmax(1) for part in np.split(raw.tags, self._cuts, axis=1))
        tags = [(self._upos[u], self._xpos[x], self._lemma[r]) for u, x, r in zip(upos, xpos, lemma, strict=True)]
        tagged = _Tagged(text, laid, window.first, raw, tags)
        first, last = window.core_first - window.first, window.core_last - window.first
        opens = [n for n in range(first, last) if n == first or starts[n] or laid.glues[window.first + n] == LINE]
        return [
            self._sentence(tagged, at, min(b, at + _LONGEST))
            for a, b in zip(opens, [*opens[1:], last], strict=True)
            for at in range(a, b, _LONGEST)
        ]

    def _sentence(self, tagged: _Tagged, first: int, last: int) -> Sentence:
        heads = best_heads(tagged.raw.arcs[first:last][:, [0, *range(first + 1, last + 1)]])
        labels = self._labels(tagged.raw, first, heads)
        words = []
        for number, (head, label) in enumerate(zip(heads, labels, strict=True), first):
            at = tagged.laid.words[tagged.first + number]
            upos, xpos, rule = tagged.tags[number]
            lemma = apply_rule(at.of(tagged.text), rule)
            words.append(Word(at, lemma, upos, xpos, head - 1 if head else None, label))
        return Sentence(tuple(words))

    def _labels(self, raw: Raw, first: int, heads: list[int]) -> list[str]:
        """The arcs' labels; "root" is the root's and nobody else's."""
        rows = np.array([first + head if head else 0 for head in heads])
        asked = raw.label_asked[first : first + len(heads)].reshape(len(heads), -1, self._width)
        right: Floats = np.concatenate([raw.label_heads[rows], np.ones((len(rows), 1), np.float32)], 1)
        scores = (asked * right[:, None, :]).sum(-1)
        scores[:, self._root] = np.where(rows == 0, 1e9, -1e9)
        return [self._label[number] for number in scores.argmax(1)]
