"""Dated passages: each time expression of the reporting, with the sentence that it stands in."""

from bisect import bisect_right

from trucewatch.extract.sentences import sentences
from trucewatch.record.mentions import TimeMention
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Text
from trucewatch.record.times import Timex
from trucewatch.times import find_times


def dated_passages(text: Text, article: Article, maker: str) -> tuple[TimeMention, ...]:
    """The time expressions of the text's reporting blocks, resolved against its publication date, in order."""
    blocks = [Range(b.start, b.end) for b in text.reporting()]
    published = article.published.value if article.published else None
    found = find_times(text.string, published, blocks)
    if not found:
        return ()
    bounds = [s for block in blocks for s in sentences(text.string, block.start, block.end)]
    starts = [s.start for s in bounds]
    return tuple(TimeMention(text.id, t, _around(t, bounds, starts), maker) for t in found)


def _around(timex: Timex, bounds: list[Range], starts: list[int]) -> Range:
    """The sentence that holds the expression; an expression over a wrongly seen end takes both sentences."""
    first = bounds[max(0, bisect_right(starts, timex.start) - 1)]
    last = bounds[max(0, bisect_right(starts, timex.end - 1) - 1)]
    return Range(min(first.start, timex.start), max(last.end, timex.end))
