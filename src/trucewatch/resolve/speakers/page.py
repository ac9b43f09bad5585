"""One page laid out for resolving: its words in one row, its sentences, paragraphs and contents by position."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from trucewatch.record.language import Language
from trucewatch.record.mentions import TimeMention
from trucewatch.record.resolved import Sourcing
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Block, Text
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.states import States

MOST_KIDS = 100
"""Words below one word that are looked at."""
MOST_OPENING = 300
"""Words at a sentence's start that are looked at: one sentence may be a whole page."""


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """All that the statements of a page are resolved from."""

    text: Text
    article: Article
    language: Language
    times: tuple[TimeMention, ...]
    sourcing: Sourcing | None
    states: States


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the page; `index` and `head` count in the page's row of words."""

    index: int
    at: Range
    text: str
    lower: str
    lemma: str
    upos: str
    label: str
    head: int | None
    sentence: int

    @property
    def capital(self) -> bool:
        """True where it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def nominal(self) -> bool:
        """True for what can stand before a noun or be one."""
        return self.upos in ("ADJ", "NOUN", "PROPN", "NUM")

    @property
    def subject(self) -> bool:
        """True for the subject of a clause, active or passive."""
        return self.label.startswith("nsubj")


class PageView:
    """A page's words in one row; every look-up by position takes logarithmic time."""

    def __init__(self, page: PageLanguage) -> None:
        self.page = page
        self.text = page.text.string
        self.states = page.states
        self.tokens = _row(page)
        self._starts = [t.at.start for t in self.tokens]
        self._blocks = [b.start for b in page.text.blocks]

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The words below each word, in order."""
        table: dict[int, list[int]] = {}
        for token in self.tokens:
            if token.head is not None:
                table.setdefault(token.head, []).append(token.index)
        return table

    @cached_property
    def _firsts(self) -> dict[str, int]:
        """The first word of each lemma."""
        return {token.lemma: token.index for token in reversed(self.tokens)}

    def first_with(self, lemma: str) -> int:
        """The first word of the page with a lemma, beyond the last where there is none."""
        return self._firsts.get(lemma, len(self.tokens))

    def kids(self, index: int) -> list[int]:
        """The first words right below a word; a word with more has no grammar left to read."""
        return self.children.get(index, [])[:MOST_KIDS]

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """Each sentence as the range of its words."""
        ranges, start = [], 0
        for sentence in self.page.language.sentences:
            ranges.append(range(start, start + len(sentence.words)))
            start += len(sentence.words)
        return tuple(ranges)

    def within(self, at: Range) -> range:
        """The words that the range touches."""
        first = bisect_right(self._starts, at.start) - 1
        if first < 0 or self.tokens[first].at.end <= at.start:
            first += 1
        return range(first, max(first, bisect_left(self._starts, at.end)))

    def tokens_of(self, sentence: int) -> tuple[Token, ...]:
        """The words of one sentence, or its first where they are too many."""
        words = self.sentences[sentence]
        return self.tokens[words.start : min(words.stop, words.start + MOST_OPENING)]

    def words(self, first: int, last: int) -> str:
        """The text from one word to another, both included, its blanks made single."""
        return " ".join(self.text[self.tokens[first].at.start : self.tokens[last].at.end].split())

    def token(self, index: int) -> Token | None:
        """The word at `index`; None beyond the ends."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def neighbour(self, index: int, step: int) -> Token | None:
        """The word `step` away in the same sentence; None beyond it."""
        there = self.token(index + step)
        return there if there is not None and there.sentence == self.tokens[index].sentence else None

    def sentence_at(self, offset: int) -> int | None:
        """The number of the sentence at an offset, or the last before it; None before the first."""
        index = bisect_right(self._starts, offset) - 1
        return self.tokens[index].sentence if index >= 0 else None

    def block_number(self, offset: int) -> int:
        """The number of the block at an offset, or of the last before it; -1 before the first."""
        return bisect_right(self._blocks, offset) - 1

    def block_at(self, offset: int) -> Block | None:
        """The block at an offset, or the last before it."""
        number = self.block_number(offset)
        return self.page.text.blocks[number] if number >= 0 else None


def _row(page: PageLanguage) -> tuple[Token, ...]:
    text, row = page.text.string, list[Token]()
    for number, sentence in enumerate(page.language.sentences):
        base = len(row)
        for word in sentence.words:
            form = word.at.of(text)
            head = None if word.head is None else base + word.head
            lemma = lexicon.lemma_of(form.lower(), (word.lemma or form).lower(), word.upos)
            row.append(Token(len(row), word.at, form, form.lower(), lemma, word.upos, word.label, head, number))
    return tuple(row)
