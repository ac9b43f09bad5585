"""The countries that a page is about, and which of them a phrase without one means."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from trucewatch.extract.actors.known import Hit, Sort
from trucewatch.extract.actors.phrases import Trees
from trucewatch.extract.actors.sectors import Trade
from trucewatch.extract.actors.tokens import Token
from trucewatch.record.spans import Range

_AT: Final = frozenset("in at near inside across throughout of around outside".split())
_BEYOND: Final = frozenset(["IGO", "NGO", "IMG", "MNC"])
_SHARE: Final = 0.5
_LOOK_BACK: Final = 2
"""Sentences before the phrase's own in which its country may stand."""
_NEAR: Final = 24
"""Names on either side of a phrase that are looked at; a sentence with more is a list."""


@dataclass(frozen=True)
class Countries:
    """The names of a page that stand for a country, in its order, and what they say of phrases that name none."""

    hits: Sequence[Hit]
    trades: Sequence[Trade]
    words: Sequence[Token]
    trees: Trees

    @cached_property
    def _named(self) -> list[Hit]:
        return [h for h in self.hits if h.known.code not in _BEYOND]

    @cached_property
    def weights(self) -> Counter[str]:
        """How often the page names each country."""
        return Counter(h.known.code for h in self._named)

    @property
    def codes(self) -> Collection[str]:
        """The codes of the countries that the page names."""
        return self.weights.keys()

    def of(self, at: Range, word: str) -> str | None:
        """The country that a phrase without one is about; `word` is the sector word that says what it is."""
        here = self.trees.sentence_at(at.start)
        near = [(h, self.trees.sentence_at(h.start)) for h in self._around(at)]
        same = [h for h, n in near if n == here]
        if sited := [h for h in same if self._sited(h)]:
            return min(sited, key=lambda h: _gap(h, at)).known.code
        if before := self.of_body(at, word):
            return before
        if top := self._dominant:
            return top
        if same:
            return min(same, key=lambda h: _gap(h, at)).known.code
        back = [h for h, n in near if here is not None and n is not None and 0 < here - n <= _LOOK_BACK]
        if back:
            return back[-1].known.code
        return self.weights.most_common(1)[0][0] if self.weights else None

    def _around(self, at: Range) -> list[Hit]:
        """The names on both sides of a range, without those inside it."""
        first = bisect_left(self._named, at.start, key=lambda h: h.start)
        last = bisect_left(self._named, at.end, key=lambda h: h.start)
        return [*self._named[max(0, first - _NEAR) : first], *self._named[last : last + _NEAR]]

    def _sited(self, hit: Hit) -> bool:
        """Whether the name stands as where something is: in, near, of it."""
        before = self.words[max(0, hit.first - 2) : hit.first]
        return hit.known.sort is not Sort.PEOPLE and any(w.key in _AT for w in before)

    def of_body(self, at: Range, word: str) -> str | None:
        """The country that the page last gave to a body of the same kind: the Westlander army, then the army."""
        told = self._bodies.get(word, [])
        number = bisect_right(told, at.start, key=lambda pair: pair[0]) - 1
        return told[number][1] if number >= 0 else None

    @cached_property
    def _bodies(self) -> dict[str, list[tuple[int, str]]]:
        """For each sector word, where the page says whose it is: the names one word before it at most."""
        owners = {hit.last: hit for hit in self._named}
        found: dict[str, list[tuple[int, str]]] = {}
        for trade in self.trades:
            hit = owners.get(trade.first) or owners.get(trade.first - 1)
            if hit and self._together(hit, trade):
                found.setdefault(trade.word, []).append((hit.start, hit.known.code))
        return found

    def _together(self, hit: Hit, trade: Trade) -> bool:
        """Whether both stand in one sentence: "They left Westland. The army ..." does not say whose army it is."""
        return self.trees.sentence_at(hit.start) == self.trees.sentence_at(self.words[trade.first].start)

    @cached_property
    def _dominant(self) -> str | None:
        """The country that half of the page's names or more speak of, if it is one alone."""
        ranked = self.weights.most_common(2)
        if not ranked or ranked[0][1] < _SHARE * self.weights.total():
            return None
        return None if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def _gap(hit: Hit, at: Range) -> int:
    return min(abs(hit.start - at.end), abs(at.start - hit.end))
