"""Passages that one page has from another: sentences of the one that stand in the other, word for word or nearly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from trucewatch.record.ids import PageId
from trucewatch.record.reuse import Copied, SourcedPage
from trucewatch.record.spans import Range

ALIKE = 72.0
"""Of 100: sentences of one subject by two authors stay below 60, one with every fifth word changed reaches 75."""
SHORTEST = 25
"""Code points; what is shorter ("He did not elaborate.") is anybody's sentence."""
LONGEST = 400
"""Code points that are compared of one sentence."""
MOST = 400
"""Sentences of a page that are compared: a long report, not a book."""

_END = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a page's reporting that are long enough to be known again."""

    page: PageId
    at: tuple[Range, ...]
    words: tuple[str, ...]
    """What is compared of each."""
    length: int
    """Code points of all of them together."""


def sentences_of(page: SourcedPage) -> Sentences:
    """The page's sentences; a full stop inside a name or number may part one."""
    at = [r for block in page.reporting for r in _parts(page.text, block)][:MOST]
    words = tuple(plain(r.of(page.text)) for r in at)
    return Sentences(page.page, tuple(at), words, sum(r.end - r.start for r in at))


def plain(sentence: str) -> str:
    """What is compared of a sentence."""
    return _BLANKS.sub(" ", sentence).casefold()[:LONGEST]


def _parts(text: str, block: Range) -> Iterator[Range]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        yield from _long_enough(start, match.end() - len(match[0]) + len(match[0].rstrip()))
        start = match.end()
    yield from _long_enough(start, block.end)


def _long_enough(start: int, end: int) -> Iterator[Range]:
    if end - start >= SHORTEST:
        yield Range(start, end)


def copied(later: Sentences, earlier: Sentences) -> tuple[Copied, ...]:
    """The sentences of the later page that stand in the earlier one, in the later one's order."""
    found = []
    for at, words in zip(later.at, later.words, strict=True):
        if (best := best_match(words, earlier.words)) is not None:
            place, alike = best
            found.append(Copied(earlier.page, at, earlier.at[place], alike))
    return tuple(found)


def best_match(words: str, among: Sequence[str], at_least: float = ALIKE) -> tuple[int, float] | None:
    """Which of these the words come nearest to, and how near (0 to 1); None where none is near enough."""
    best = process.extractOne(words, among, scorer=fuzz.ratio, processor=None, score_cutoff=at_least)
    return None if best is None else (best[2], round(best[1] / 100, 4))


def share(passages: Sequence[Copied], of: Sentences) -> float:
    """Which part of a page's sentences, by length, the passages are."""
    return sum(c.at.end - c.at.start for c in passages) / of.length if of.length else 0.0
