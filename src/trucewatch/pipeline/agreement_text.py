"""A page read as the text of an agreement: its time expressions, chrome or not, and what they stand for."""

from trucewatch.record.agreements import AgreementText
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Text
from trucewatch.resolve.agreements import read_agreement
from trucewatch.times import find_times

MOST = 1_000_000
"""Code points of the text that are read: no accord comes near."""


def agreement_text(text: Text, article: Article | None) -> AgreementText | None:
    """What the page's text says where it is that of an agreement; None where it is none.

    All lines take part: what looks like chrome to a reader of news is a signature here.
    """
    string = text.string[:MOST]
    published = article.published.value if article and article.published else None
    whole = [Range(0, len(string))] if string else []
    return read_agreement(string, find_times(string, published, whole))
