"""Asking the syntax trees: which sentence holds a place, what a range hangs from, what hangs from a word."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from trucewatch.record.language import Sentence, Word
from trucewatch.record.spans import Range


class Tree:
    """One sentence; words are named by their places in it."""

    def __init__(self, sentence: Sentence) -> None:
        self.words = sentence.words
        self.at = sentence.at

    @cached_property
    def children(self) -> list[list[int]]:
        """For each word the words that hang from it, in order."""
        out: list[list[int]] = [[] for _ in self.words]
        for number, word in enumerate(self.words):
            if word.head is not None:
                out[word.head].append(number)
        return out

    @cached_property
    def reach(self) -> list[tuple[int, int]]:
        """For each word the first and last word of all that hangs from it, itself included."""
        out = [(n, n) for n in range(len(self.words))]
        for number in self._upwards():
            head = self.words[number].head
            if head is not None:
                first, last = out[head]
                out[head] = min(first, out[number][0]), max(last, out[number][1])
        return out

    def _upwards(self) -> list[int]:
        """The words, each before its head."""
        order = [n for n, w in enumerate(self.words) if w.head is None]
        for number in order:
            order.extend(self.children[number])
        return order[::-1]

    def inside(self, at: Range) -> range:
        """The words that lie in the range, wholly or in part."""
        first = bisect_right(self.words, at.start, key=lambda w: w.at.end)
        return range(first, bisect_left(self.words, at.end, lo=first, key=lambda w: w.at.start))

    def top(self, words: range) -> int | None:
        """The first of the words whose head is not among them, punctuation left out; None of none."""
        for number in words:
            head = self.words[number].head
            if (head is None or head not in words) and self.words[number].label != "punct":
                return number
        return None

    def child(self, number: int, *labels: str) -> int | None:
        """The first word under `number` by one of the labels."""
        return next((c for c in self.children[number] if self.words[c].label in labels), None)

    def span(self, first: int, last: int) -> Range:
        """From one word to another, both included."""
        return Range(self.words[first].at.start, self.words[last].at.end)

    def ancestors(self, number: int) -> Iterator[tuple[int, Word]]:
        """The heads above a word, nearest first."""
        head = self.words[number].head
        while head is not None:
            yield head, self.words[head]
            head = self.words[head].head


@dataclass(frozen=True, slots=True)
class Trees:
    """The sentences of a text in order."""

    sentences: tuple[Tree, ...]

    @staticmethod
    def of(sentences: Sequence[Sentence]) -> "Trees":
        """The trees of the sentences; each builds its tables when it is first asked."""
        return Trees(tuple(Tree(s) for s in sentences))

    def holding(self, at: int) -> Tree | None:
        """The sentence that holds the place."""
        number = self.number(at)
        return None if number is None else self.sentences[number]

    def number(self, at: int) -> int | None:
        """The place of that sentence among the others."""
        number = bisect_right(self.sentences, at, key=lambda t: t.at.start) - 1
        return number if number >= 0 and at < self.sentences[number].at.end else None
