"""Sentences with their trees, from the scores of the syntactic heads."""

from collections.abc import Sequence

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
        core = slice(window.core_first - window.first, window.core_last - window.first)
        upos, xpos, rule, starts = (p.argmax(1).tolist() for p in np.split(raw.tags[core], self._cuts, axis=1))
        bounds = _bounds(starts, laid.glues[window.core_first : window.core_last])
        trees = [_tree(raw, core.start + a, core.start + b) for a, b in bounds]
        labels = self._labels(raw, core, [head for tree in trees for head in tree])
        at = laid.words[window.core_first : window.core_last]

        def word(n: int, first: int) -> Word:
            lemma = apply_rule(at[n].of(text), self._lemma[rule[n]])
            head = heads[n]
            above = head - 1 - core.start - first if head else None
            return Word(at[n], lemma, self._upos[upos[n]], self._xpos[xpos[n]], above, self._label[labels[n]])

        heads = [head for tree in trees for head in tree]
        return [Sentence(tuple(word(n, a) for n in range(a, b))) for a, b in bounds]

    def _labels(self, raw: Raw, core: slice, heads: list[int]) -> list[int]:
        """The arcs' labels; "root" is the root's and nobody else's."""
        rows = np.array(heads)
        asked = raw.label_asked[core].reshape(len(heads), -1, self._width)
        right: Floats = np.concatenate([raw.label_heads[rows], np.ones((len(rows), 1), np.float32)], 1)
        scores = np.matmul(asked, right[:, :, None])[:, :, 0]
        scores[:, self._root] = np.where(rows == 0, np.inf, -np.inf)
        return [int(label) for label in scores.argmax(1)]


def _bounds(starts: list[int], glues: Sequence[int]) -> list[tuple[int, int]]:
    """First and last word (half-open) of each sentence in the core."""
    opens = [n for n, (start, glue) in enumerate(zip(starts, glues, strict=True)) if start or glue == LINE or not n]
    edges = zip(opens, [*opens[1:], len(starts)], strict=True)
    return [(at, min(b, at + _LONGEST)) for a, b in edges for at in range(a, b, _LONGEST)]


def _tree(raw: Raw, first: int, last: int) -> list[int]:
    """For each word of the sentence the row of its head among the window's, 0 for the root."""
    heads = best_heads(raw.arcs[first:last, [0, *range(first + 1, last + 1)]])
    return [first + head if head else 0 for head in heads]
