"""Dated passages: each time expression of the reporting, with the sentence that it stands in."""

from collections.abc import Iterable

from trucewatch.extract.around import Sentences
from trucewatch.record.mentions import TimeMention
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Text
from trucewatch.record.times import Timex
from trucewatch.times import find_times


def dated_passages(text: Text, article: Article, maker: str) -> tuple[TimeMention, ...]:
    """The time expressions of the text's reporting blocks, resolved against its publication date, in order."""
    blocks = text.reporting()
    published = article.published.value if article.published else None
    found = find_times(text.string, published, [Range(b.start, b.end) for b in blocks])
    return with_passages(text, found, Sentences(text), maker) if found else ()


def with_passages(text: Text, found: Iterable[Timex], sentences: Sentences, maker: str) -> tuple[TimeMention, ...]:
    """Each expression with its sentence; one that runs over a wrongly seen end takes both sentences."""
    return tuple(TimeMention(text.id, timex, *sentences.around(timex.start, timex.end), maker) for timex in found)
