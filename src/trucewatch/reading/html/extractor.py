"""The article as the extractor finds it: the one place that calls it."""

import logging
from collections.abc import Iterator

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from trucewatch.reading.html.tree import Element

# The extractor reports each page it finds nothing in as an error; here that is a case like others.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)

_ENOUGH = 500  # characters of article below which the slower cascade of extractors is asked too


def article_segments(root: Element) -> list[list[str]]:
    """The article's paragraphs, each as its text nodes, in the extractor's order; empty where it finds none.

    `root` is left as it is.
    """
    segments = _extracted(root, fast=True)
    if _length(segments) < _ENOUGH:
        wider = _extracted(root, fast=False)
        if _length(wider) > _length(segments):
            return wider
    return segments


def _extracted(root: Element, *, fast: bool) -> list[list[str]]:
    try:
        found = bare_extraction(root, fast=fast, include_comments=False)
    except RecursionError:
        return []
    if not isinstance(found, Document):
        return []
    return list(_segments(found.body))


def _segments(body: etree._Element) -> Iterator[list[str]]:
    if body.text:
        yield [body.text]
    for element in body:
        nodes = [str(text) for text in element.itertext()]
        if nodes:
            yield nodes
        if element.tail:
            yield [element.tail]


def _length(segments: list[list[str]]) -> int:
    return sum(len(text) for segment in segments for text in segment)
