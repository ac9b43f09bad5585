"""What a page of markup may cost to read, and the answer where it would cost more."""

from dataclasses import dataclass

from trucewatch.record.outcomes import Why


@dataclass(frozen=True, slots=True)
class HtmlLimits:
    """Bounds on one page of markup; each keeps time and memory from growing faster than the page."""

    max_markup: int = 20_000_000
    """Characters of markup, pictures embedded as data not counted."""
    max_tags: int = 250_000
    """Opening brackets in the markup; the tree takes some 300 bytes for each."""
    max_attributes: int = 250
    """Of one element; the parser compares each with all before it. An element with more loses them all."""
    max_depth: int = 200
    """Elements inside one another; a deeper page is read without its structure."""
    max_all_attributes: int = 300_000
    """Of all elements; the tree takes some 250 bytes for each, and the extractor copies the tree."""
    max_elements: int = 15_000
    """Beyond which the article extractor, some of whose steps look at all elements for each, is not asked and the
    article is told by the density of its text."""
    max_work: int = 1_000_000
    """The same for the depths of all elements added up: the extractor looks into nested elements again and again."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why there is no draft: `EMPTY`, `NO_TEXT`, `TOO_LARGE` or `TOO_DEEP`."""

    why: Why
    detail: str
