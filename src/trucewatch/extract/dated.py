"""Dated passages: each time expression of the reporting, with the sentence that it stands in."""

from bisect import bisect_right

from trucewatch.extract.sentences import sentences
from trucewatch.record.mentions import TimeMention
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Role, Text
from trucewatch.record.times import Timex
from trucewatch.times import find_times


def dated_passages(text: Text, article: Article, maker: str) -> tuple[TimeMention, ...]:
    """The time expressions of the text's reporting blocks, resolved against its publication date, in order."""
    blocks = text.reporting()
    published = article.published.value if article.published else None
    found = find_times(text.string, published, [Range(b.start, b.end) for b in blocks])
    if not found:
        return ()
    bounds = [(s, b.role) for b in blocks for s in sentences(text.string, b.start, b.end)]
    starts = [sentence.start for sentence, _ in bounds]
    return tuple(_mention(text, timex, bounds, starts, maker) for timex in found)


def _mention(text: Text, timex: Timex, bounds: list[tuple[Range, Role]], starts: list[int], maker: str) -> TimeMention:
    """The expression with its sentence; one that runs over a wrongly seen end takes both sentences."""
    first, role = bounds[max(0, bisect_right(starts, timex.start) - 1)]
    last, _ = bounds[max(0, bisect_right(starts, timex.end - 1) - 1)]
    passage = Range(min(first.start, timex.start), max(last.end, timex.end))
    return TimeMention(text.id, timex, passage, role, maker)
