"""Scores of syntax from raw text, by CoNLL 2018's measure: words are aligned by their place, then compared.

Words match where they cover the same characters (blanks left out). Inside a token that the gold side cut into words
whose letters are not its own, our reader of the gold file shares the characters out, and the same rule holds.
Labels are compared up to the colon, as the shared task does.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from training.conllu import Document
from trucewatch.extract.model.types import Analysed
from trucewatch.record.language import Word


class Counts:
    """Sums over documents."""

    def __init__(self) -> None:
        self.n: Counter[str] = Counter()

    def add(self, gold: Document, found: Analysed) -> None:
        """One document."""
        n = self.n
        ours = [w for s in found.sentences for w in s.words]
        theirs = [w for s in gold.sentences for w in s]
        n["gold"] += len(theirs)
        n["found"] += len(ours)
        head = _heads(found)
        place = {(w.at.start, w.at.end): w for w in ours}
        for sentence in gold.sentences:
            for word in sentence:
                match = place.get((word.start, word.end))
                if match is not None:
                    above = sentence[word.head - 1] if word.head else None
                    self._compare(word, match, head, (above.start, above.end) if above else None)
        spans = {(s[0].start, s[-1].end) for s in gold.sentences}
        n["sentences gold"] += len(spans)
        n["sentences found"] += len(found.sentences)
        n["sentences"] += len(spans & {(s.at.start, s.at.end) for s in found.sentences})

    def _compare(
        self, word: Any, match: Word, head: dict[tuple[int, int], tuple[int, int] | None], above: tuple[int, int] | None
    ) -> None:
        n = self.n
        n["words"] += 1
        n["upos"] += match.upos == word.upos
        n["xpos"] += match.xpos == word.xpos
        n["lemma"] += match.lemma == word.lemma or word.lemma == "_"
        if head[match.at.start, match.at.end] == above:
            n["uas"] += 1
            n["las"] += match.label.partition(":")[0] == word.label.partition(":")[0]
            n["las with subtypes"] += match.label == word.label

    def result(self) -> dict[str, float]:
        """F1 of each measure."""
        n = self.n
        measures = ("words", "upos", "xpos", "lemma", "uas", "las", "las with subtypes")
        out = {k: 2 * n[k] / (n["gold"] + n["found"]) for k in measures}
        out["sentences"] = 2 * n["sentences"] / (n["sentences gold"] + n["sentences found"])
        return {k: round(v, 4) for k, v in out.items()}


def _heads(found: Analysed) -> dict[tuple[int, int], tuple[int, int] | None]:
    out: dict[tuple[int, int], tuple[int, int] | None] = {}
    for sentence in found.sentences:
        for word in sentence.words:
            above = None if word.head is None else sentence.words[word.head].at
            out[word.at.start, word.at.end] = (above.start, above.end) if above else None
    return out
