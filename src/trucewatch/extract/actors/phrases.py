"""Noun phrases over a text's trees: the head of a range, its conjuncts, and the whole phrase that it stands in."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from trucewatch.record.language import Language, Sentence, Word
from trucewatch.record.spans import Range

_INSIDE: Final = frozenset("compound flat amod nmod appos case det nummod fixed goeswith name advmod".split())
"""Relations by which a noun's phrase grows; clauses and coordinations are left out."""
_UP: Final = frozenset("flat appos compound".split())
_NOMINAL: Final = frozenset("NOUN PROPN PRON ADJ NUM X SYM".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A word's sentence and number in it."""

    sentence: int
    word: int


def _base(label: str) -> str:
    return label.partition(":")[0]


@dataclass(frozen=True)
class Trees:
    """The trees of one text, asked by ranges of it."""

    language: Language

    @cached_property
    def _starts(self) -> list[int]:
        return [s.words[0].at.start for s in self.language.sentences]

    @cached_property
    def _children(self) -> dict[int, list[list[int]]]:
        return {}

    def sentence_at(self, spot: int) -> int | None:
        """The number of the sentence that holds this code point or ends before it; None before the first."""
        number = bisect_right(self._starts, spot) - 1
        return number if number >= 0 else None

    def sentence(self, number: int) -> Sentence:
        """The sentence of this number."""
        return self.language.sentences[number]

    def children(self, number: int) -> list[list[int]]:
        """For each word of a sentence, the words that hang on it."""
        if number not in self._children:
            words = self.sentence(number).words
            below: list[list[int]] = [[] for _ in words]
            for n, word in enumerate(words):
                if word.head is not None:
                    below[word.head].append(n)
            self._children[number] = below
        return self._children[number]

    def inside(self, at: Range) -> tuple[int, list[int]] | None:
        """The sentence in which a range begins and the numbers of its words there; None where there are none."""
        number = self.sentence_at(at.start)
        if number is None:
            return None
        words = self.sentence(number).words
        first = bisect_right(words, at.start, key=lambda w: w.at.end)
        found = []
        for n in range(first, len(words)):
            if words[n].at.start >= at.end:
                break
            found.append(n)
        return (number, found) if found else None

    @cached_property
    def _heads(self) -> dict[Range, Place | None]:
        return {}

    def head(self, at: Range) -> Place | None:
        """The word of the range that the others hang on: the first nominal whose own head lies outside."""
        if at not in self._heads:
            self._heads[at] = self._head(at)
        return self._heads[at]

    def _head(self, at: Range) -> Place | None:
        found = self.inside(at)
        if found is None:
            return None
        number, numbers = found
        words, within = self.sentence(number).words, set(numbers)
        tops = [n for n in numbers if words[n].head not in within and words[n].upos != "PUNCT"]
        nominal = [n for n in tops if words[n].upos in _NOMINAL]
        chosen = next(iter(nominal or tops), numbers[-1])
        return Place(number, chosen)

    def word(self, place: Place) -> Word:
        """The word at this place."""
        return self.sentence(place.sentence).words[place.word]

    def conjuncts(self, place: Place, within: Range) -> list[Place]:
        """The word and those coordinated with it inside the range, in the text's order."""
        words, below = self.sentence(place.sentence).words, self.children(place.sentence)
        found, waiting = {place.word}, [place.word]
        while waiting:
            for n in below[waiting.pop()]:
                if _base(words[n].label) == "conj" and n not in found and _covers(within, words[n].at):
                    found.add(n)
                    waiting.append(n)
        return [Place(place.sentence, n) for n in sorted(found)]

    def phrase(self, place: Place, within: Range | None = None) -> Range:
        """From the first to the last word of the noun phrase headed here, without its clauses and conjuncts."""
        words, below = self.sentence(place.sentence).words, self.children(place.sentence)
        found, waiting = {place.word}, [place.word]
        while waiting:
            for n in below[waiting.pop()]:
                held = within is None or _covers(within, words[n].at)
                if held and n not in found and _base(words[n].label) in _INSIDE:
                    found.add(n)
                    waiting.append(n)
        return Range(words[min(found)].at.start, words[max(found)].at.end)

    def top(self, place: Place) -> Place:
        """The head of the whole phrase where the word is but a name or apposition in it."""
        words = self.sentence(place.sentence).words
        at, seen = place.word, {place.word}
        while _base(words[at].label) in _UP and (above := words[at].head) is not None and above not in seen:
            at = above
            seen.add(at)
        return Place(place.sentence, at)

    def joined(self, one: Range, other: Range) -> bool:
        """Whether two ranges of a sentence are coordinated: "U.S. and Russian", whatever they hang on."""
        a, b = self.head(one), self.head(other)
        if a is None or b is None or a.sentence != b.sentence:
            return False
        words = self.sentence(a.sentence).words
        at, steps = b.word, 0
        while _base(words[at].label) == "conj" and (above := words[at].head) is not None and steps < len(words):
            if above == a.word:
                return True
            at, steps = above, steps + 1
        return False


def _covers(outer: Range, inner: Range) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def spans(ranges: Sequence[Range]) -> Range:
    """The range from the first to the last of these."""
    return Range(min(r.start for r in ranges), max(r.end for r in ranges))
