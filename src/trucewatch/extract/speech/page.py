"""What the steps of reading speech ask of a page: its words, blocks, quotes, trees and names."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.extract.speech.quotes import Quote, Quotes
from trucewatch.extract.speech.trees import Trees
from trucewatch.record.language import Sentence
from trucewatch.record.mentions import Name
from trucewatch.record.spans import Range
from trucewatch.record.texts import Block, Role, Text

_BLANKS: Final = ' \t\u00a0"“”„«»'
_HEADLINE: Final = 200
"""Code points of a headline at most."""


@dataclass(frozen=True, slots=True)
class Page:
    """The reporting blocks of one text with their quotes, sentences and names, each in order."""

    text: str
    blocks: tuple[Block, ...]
    quotes: Quotes
    trees: Trees
    names: tuple[Name, ...]

    @staticmethod
    def of(text: Text, sentences: Sequence[Sentence], names: Sequence[Name]) -> "Page":
        """The page of a text; names in the text's order."""
        blocks = text.reporting()
        quotes = Quotes(text.string, [Range(b.start, b.end) for b in blocks])
        return Page(text.string, blocks, quotes, Trees.of(sentences), tuple(names))

    def block(self, at: int) -> int:
        """The number of the block that holds the place, or of the last one before it."""
        return max(0, bisect_right(self.blocks, at, key=lambda b: b.start) - 1)

    def heads(self, number: int) -> bool:
        """Whether the block stands as a headline: by its role, or as a first line without a full stop."""
        block = self.blocks[number]
        if block.role in (Role.HEADLINE, Role.DECK):
            return True
        return number == 0 and block.end - block.start <= _HEADLINE and self.text[block.end - 1] not in '.!?"”'

    def named(self, at: Range) -> tuple[Name, ...]:
        """The names that lie in the range."""
        first = bisect_right(self.names, at.start - 1, key=lambda n: n.at.start)
        last = bisect_right(self.names, at.end - 1, lo=first, key=lambda n: n.at.start)
        return tuple(n for n in self.names[first:last] if n.at.end <= at.end)

    def quoted(self, at: Range) -> Quote | None:
        """The outermost quote that holds the greater part of the range."""
        for quote in self.quotes.touching(at):
            if 2 * (min(at.end, quote.inner.end) - max(at.start, quote.inner.start)) > at.end - at.start:
                return quote
        return None

    def runs_on(self, number: int) -> bool:
        """Whether the block leaves a quote open that the next one goes on with."""
        end = self.blocks[number].end
        return any(q.runs_on for q in self.quotes.touching(Range(end - 1, end)))

    def introduces(self, number: int) -> bool:
        """Whether the block ends with a colon: what follows is said in the next one."""
        block = self.blocks[number]
        return self.text[max(block.start, block.end - 3) : block.end].rstrip(_BLANKS).endswith(":")
