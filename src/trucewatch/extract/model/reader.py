"""A text read through the model: sentences with their trees, names, attributions."""

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from trucewatch.extract.model.bundle import open_bundle
from trucewatch.extract.model.layout import Laid, Window, lay, windows
from trucewatch.extract.model.links import Limits, Linked, Linker, Near, assemble
from trucewatch.extract.model.pieces import Pieces
from trucewatch.extract.model.session import Session
from trucewatch.extract.model.shape import LINE
from trucewatch.extract.model.spans import Floats, Run, runs
from trucewatch.extract.model.syntax import Syntax
from trucewatch.extract.model.types import Analysed, FoundAttribution, FoundContent, FoundName
from trucewatch.record.language import Sentence
from trucewatch.record.mentions import NameType
from trucewatch.record.spans import Range

WEIGHTS = Path(__file__).parent / "weights"
"""The folder of the files that ship with the package."""
_NAME_TYPES = (NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE, NameType.EVENT)


class LanguageModel:
    """The loaded model; safe to share between threads. The same text and blocks always give the same result."""

    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        bundle = open_bundle(folder)
        self.version = bundle.version
        self._limits = limits or Limits()
        self._vocabulary = Pieces(bundle.file("vocab.txt"))
        self._session = Session(bundle)
        self._linker = Linker(bundle)
        self._syntax = Syntax(bundle)

    def read(self, text: str, blocks: Sequence[Range]) -> Analysed:
        """Everything found in the blocks (paragraphs, headlines) of `text`, each read as beginning a line."""
        laid = lay(text, blocks, self._vocabulary)
        plan = windows(laid)
        if not plan:
            return Analysed((), (), ())
        sentences: list[Sentence] = []
        names, roles, vectors = [], [], []
        for window in plan:  # what a window's arcs and labels take is let go before the next
            raw = self._session.run(laid, window)
            core = slice(window.core_first - window.first, window.core_last - window.first)
            sentences += self._syntax.sentences(text, laid, window, raw)
            names.append(raw.names[core])
            roles.append(raw.roles[core])
            vectors.append(raw.link_vectors)
        layers = np.concatenate(roles).reshape(-1, 3, 3)
        linked, loose = self._attributions(laid, plan, vectors, layers)
        return Analysed(
            tuple(sentences),
            tuple(
                FoundName(_range(laid, r), _NAME_TYPES[r.kind], r.score) for r in _by_line(laid, np.concatenate(names))
            ),
            tuple(_attribution(laid, found) for found in linked),
            tuple(FoundContent(_range(laid, run), run.score) for run in loose),
        )

    def _attributions(
        self, laid: Laid, plan: list[Window], vectors: list[Floats], layers: Floats
    ) -> tuple[list[Linked], list[Run]]:
        favour = self._limits.favour
        sources, cues, contents = (_by_line(laid, layers[:, n], favour[n]) for n in range(3))
        near = []
        for cue in cues:
            number = bisect_right(plan, cue.first, key=lambda w: w.core_first) - 1
            first, last = plan[number].first, plan[number].last
            shares = self._linker.probabilities(vectors[number], cue.first - first, min(cue.last, last) - first)
            near.append(Near(cue, first, shares))
        return assemble(near, sources, contents, self._limits)


def _by_line(laid: Laid, scores: Floats, favour: float = 0.0) -> list[Run]:
    """Runs that do not cross from one block into the next; `favour` is taken off the score of "outside"."""
    if favour:
        scores = scores.copy()
        scores[:, 0] -= favour
    edges = [n for n, glue in enumerate(laid.glues) if glue == LINE]
    out: list[Run] = []
    for a, b in zip(edges, [*edges[1:], len(laid.words)], strict=True):
        out += [Run(r.first + a, r.last + a, r.kind, r.score) for r in runs(scores[a:b])]
    return out


def _range(laid: Laid, run: Run) -> Range:
    return Range(laid.words[run.first].start, laid.words[run.last - 1].end)


def _attribution(laid: Laid, found: Linked) -> FoundAttribution:
    source, cue, content = (tuple(_range(laid, r) for r in part) for part in (found.source, found.cue, found.content))
    return FoundAttribution(source, cue, content, found.score)
