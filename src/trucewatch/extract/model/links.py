"""Attributions from label layers and cues' links: which source and which contents belong to which cue."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from trucewatch.extract.model.bundle import Bundle
from trucewatch.extract.model.spans import Floats, Run

NOTHING, SOURCE, CONTENT, REST = range(4)
"""What a word is to a cue."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The least mean probability of a link, and how far a role is favoured; chosen on the development articles.

    A source that is less sure than `source` is left to the syntax. `favour` is taken off the score of "outside" (a
    logarithm of odds), for source, cue and content in turn.
    """

    content: float = 0.3
    source: float = 0.35
    rest: float = 0.5
    favour: tuple[float, float, float] = (0.3, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Linked:
    """Runs of words that make one attribution."""

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    score: float


class Linker:
    """The last, small layer of the links: applied to the found cues only."""

    def __init__(self, bundle: Bundle) -> None:
        arrays = np.load(Path(bundle.file("heads.npz")), allow_pickle=False)
        self._distance = arrays["distance"]
        self._weight = arrays["link_weight"].T.copy()
        self._bias = arrays["link_bias"]
        self._far = bundle.sizes["far"]
        self._sizes = (bundle.sizes["link"], bundle.sizes["product"])

    def probabilities(self, vectors: Floats, first: int, last: int) -> Floats:
        """For the cue on words `first` to `last` of a window: a row a word, a column for each thing it may be to it."""
        link, product = self._sizes
        cue_sum, word_sum, cue_product, word_product = np.split(vectors, [link, 2 * link, 2 * link + product], axis=1)
        away = np.clip(np.arange(len(vectors)) - first, -self._far, self._far) + self._far
        summed = _gelu(cue_sum[first:last].mean(0) + word_sum + self._distance[away])
        multiplied = cue_product[first:last].mean(0) * word_product
        scores = np.concatenate([summed, multiplied], 1) @ self._weight + self._bias
        scores = np.exp(scores - scores.max(1, keepdims=True))
        return np.asarray(scores / scores.sum(1, keepdims=True), dtype=np.float32)


def _gelu(x: Floats) -> Floats:
    """x times the normal distribution's share below x, by Abramowitz and Stegun's 7.1.26 (error under 2e-7)."""
    a = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.3275911) * a)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-a * a))
    return np.asarray(0.5 * x * (1 + erf), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Near:
    """A cue and what each word of its window, from word `first` on, is to it."""

    cue: Run
    first: int
    shares: Floats

    def mean(self, run: Run, kind: int) -> float:
        """How likely the run's words are `kind` to the cue; words outside the window count as nothing."""
        inside = self.shares[max(0, run.first - self.first) : max(0, run.last - self.first), kind]
        return float(inside.sum()) / (run.last - run.first)

    def sees(self, runs: Sequence[Run]) -> range:
        """The places of the runs (in order) that begin or end in the window."""
        low = bisect_right(runs, self.first, key=lambda r: r.last)
        return range(low, bisect_left(runs, self.first + len(self.shares), lo=low, key=lambda r: r.first))


def assemble(
    near: Sequence[Near], sources: Sequence[Run], contents: Sequence[Run], limits: Limits
) -> tuple[list[Linked], list[Run]]:
    """One attribution a cue (pieces of one cue joined) that has content, and the contents that no cue takes.

    All sequences are in the text's order.
    """
    groups = _joined(near, limits)
    best: dict[int, tuple[float, int]] = {}
    for number, group in enumerate(groups):
        for piece in group:
            for place in piece.sees(contents):
                score = piece.mean(contents[place], CONTENT)
                if score >= limits.content and score > best.get(place, (0.0, 0))[0]:
                    best[place] = (score, number)
    owned: dict[int, list[int]] = {}
    for place in sorted(best):
        owned.setdefault(best[place][1], []).append(place)
    out = []
    for number in sorted(owned):
        group, places = groups[number], owned[number]
        own = tuple(contents[n] for n in places)
        cue = tuple(piece.cue for piece in group)
        out.append(Linked(_source(group, sources, limits), cue, own, min(best[n][0] for n in places)))
    return out, [run for place, run in enumerate(contents) if place not in best]


def _joined(near: Sequence[Near], limits: Limits) -> list[list[Near]]:
    """Neighbouring pieces that each take the other for the rest of their own cue."""
    groups: list[list[Near]] = []
    for piece in near:
        if groups:
            last = groups[-1][-1]
            if last.mean(piece.cue, REST) + piece.mean(last.cue, REST) >= 2 * limits.rest:
                groups[-1].append(piece)
                continue
        groups.append([piece])
    return groups


def _source(group: list[Near], sources: Sequence[Run], limits: Limits) -> tuple[Run, ...]:
    scored = [(piece.mean(sources[n], SOURCE), -n) for piece in group for n in piece.sees(sources)]
    if not scored:
        return ()
    score, number = max(scored)
    return (sources[-number],) if score >= limits.source else ()
