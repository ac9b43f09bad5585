"""Reports while they are put right: what the model found, cleared of marks, snapped to quotes, joined and split."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from trucewatch.extract.model.types import FoundAttribution, FoundContent
from trucewatch.extract.speech.frames import governing
from trucewatch.extract.speech.page import Page
from trucewatch.extract.speech.quotes import Quotes, trimmed
from trucewatch.record.spans import Range

_SNAP: Final = 0.5
"""The share of a quote that a content has to cover to be taken for all of it."""


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution in the making; ranges in the text's order, `content` never empty."""

    source: Range | None
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float = 1.0
    nested_in: Range | None = None
    verbatim: bool = False
    """Whether the page's form says that the words are the speaker's own: a transcript."""

    def ranges(self) -> list[Range]:
        """All that it stands on."""
        return [*([self.source] if self.source else []), *self.cue, *self.content]


def reports(page: Page, found: Iterable[FoundAttribution]) -> tuple[list[Report], list[FoundContent]]:
    """The model's attributions with their contents' edges put right, in the order of their first content.

    What stands in another paragraph than the cue is not the cue's, but for a quote that runs on from one to the other
    and what a colon at the paragraph's end leads to: it comes back apart.
    """
    out, apart = [], []
    for one in found:
        home = page.block((one.cue or one.content)[0].start)
        trim = [p for c in one.content if (p := trimmed(page.text, c.start, c.end)) is not None]
        pieces = [p for p in trim if _reached(page, home, page.block(p.start)) and not _anothers(page, one, p)]
        apart += [FoundContent(p, 1.0) for p in trim if p not in pieces]
        if pieces:
            source = trimmed(page.text, one.source[0].start, one.source[-1].end) if one.source else None
            out.append(Report(source, one.cue, joined(page.text, pieces), one.score))
    inner: list[Report] = []
    outer: list[Report] = []
    for report in sorted(out, key=lambda r: r.content):
        (inner if _inside_speech(page, report) else outer).append(report)
    return _snapped(page, outer, inner), apart


def _inside_speech(page: Page, report: Report) -> bool:
    """Whether all of it stands in one quote: what a speaker says that somebody said is the speaker's own words."""
    ranges = report.ranges()
    quote = page.quotes.over(ranges[-1].start)
    if quote is None or not report.cue:
        return False
    return all(quote.inner.start <= r.start and r.end <= quote.inner.end for r in ranges)


def _anothers(page: Page, found: FoundAttribution, piece: Range) -> bool:
    """Whether an unquoted piece stands in another sentence than the cue, under a reporting word of its own."""
    if not found.cue or page.quoted(piece) is not None:
        return False
    home = page.trees.number(found.cue[0].start)
    if home in (page.trees.number(piece.start), page.trees.number(piece.end - 1)):
        return False
    tree = page.trees.holding(piece.start)
    return len(found.content) > 1 or (tree is not None and governing(tree, page.text, piece) is not None)


def _reached(page: Page, home: int, other: int) -> bool:
    """Whether every paragraph from the first to the last of the two is left with its quote open, or with a colon."""
    first, last = min(home, other), max(home, other)
    if last - first > _FAR:
        return False
    return all(page.runs_on(n) or (n == home and page.introduces(n)) for n in range(first, last))


_FAR: Final = 30
"""Paragraphs that one quote runs through at most."""


def joined(text: str, pieces: Iterable[Range]) -> tuple[Range, ...]:
    """The pieces in order; those with nothing but blanks and signs between them in one line become one."""
    out: list[Range] = []
    for piece in sorted(pieces):
        if out and not _apart(text, out[-1].end, piece.start):
            out[-1] = Range(out[-1].start, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return tuple(out)


_CLOSE: Final = 12
"""Code points that marks and blanks between two pieces take up at most."""


def _apart(text: str, start: int, end: int) -> bool:
    between = text[start : min(end, start + _CLOSE)]
    return end - start > _CLOSE or "\n" in between or any(map(str.isalnum, between))


def _snapped(page: Page, found: Sequence[Report], inner: Sequence[Report]) -> list[Report]:
    """Contents that cover the greater part of a quote cover it all, where no other report has a share in it.

    The `inner` ones stand wholly in quotes: they are what the quotes' speakers say, and count as covered.
    """
    owners: dict[Range, set[int]] = {}
    for number, report in enumerate(found):
        for piece in report.ranges():
            for quote in page.quotes.touching(piece):
                owners.setdefault(quote.inner, set()).add(number)
    shares: dict[Range, int] = {}
    for report in inner:
        for piece in report.content:
            for quote in page.quotes.touching(piece):
                shares[quote.inner] = shares.get(quote.inner, 0) + piece.end - piece.start
    own = {quote for quote, numbers in owners.items() if len(numbers) == 1}
    return [replace(r, content=joined(page.text, _grown(r, page.quotes, own, shares))) for r in found]


def _grown(report: Report, quotes: Quotes, own: set[Range], shares: dict[Range, int]) -> list[Range]:
    pieces = list(report.content)
    for quote in {q.inner for piece in report.content for q in quotes.touching(piece)} & own:
        covered = sum(max(0, min(p.end, quote.end) - max(p.start, quote.start)) for p in report.content)
        apart = not any(q.start < quote.end and quote.start < q.end for q in _frame(report))
        if apart and covered + shares.get(quote, 0) >= _SNAP * (quote.end - quote.start):
            pieces.append(quote)
    return _united(pieces)


def _frame(report: Report) -> list[Range]:
    return [*report.cue, *([report.source] if report.source else [])]


def _united(pieces: Iterable[Range]) -> list[Range]:
    """The pieces in order, those that overlap made one."""
    out: list[Range] = []
    for piece in sorted(pieces):
        if out and piece.start < out[-1].end:
            out[-1] = Range(out[-1].start, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return out


def cleared(page: Page, report: Report) -> Report:
    """The report without marks at its source's and contents' edges; nothing of it goes that was more than marks."""
    pieces = [trimmed(page.text, piece.start, piece.end) or piece for piece in report.content]
    source = report.source and trimmed(page.text, report.source.start, report.source.end)
    return replace(report, source=source, content=joined(page.text, pieces))


class Taken:
    """The ranges of many reports, asked whether any of them touches a stretch."""

    def __init__(self, found: Iterable[Report]) -> None:
        ranges = sorted(r for report in found for r in report.ranges())
        self._starts = [r.start for r in ranges]
        self._reach = list(accumulate((r.end for r in ranges), max))

    def touches(self, start: int, end: int) -> bool:
        """Whether a range shares a place with `start` to `end`."""
        number = bisect_left(self._starts, end) - 1
        return number >= 0 and self._reach[number] > start
