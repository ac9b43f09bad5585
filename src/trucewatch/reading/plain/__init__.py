"""The line reader: plain-text and Markdown pages, scraped with all that stood around the article."""

from trucewatch.reading.draft import Draft
from trucewatch.reading.plain.blocks import blocks_of
from trucewatch.reading.plain.decide import places_of
from trucewatch.reading.plain.lines import lines_of, units_of
from trucewatch.reading.plain.surroundings import looks_of
from trucewatch.record.texts import Block, Role

__all__ = ["read_clean", "read_plain"]


def read_plain(text: str) -> Draft:
    """A scraped page: the string is `text` itself, and the blocks cover every non-blank character of it."""
    units = units_of(text)
    looks = looks_of(text, units)
    return Draft(text, blocks_of(units, looks, places_of(looks)))


def read_clean(text: str) -> Draft:
    """A text without a page around it: every line that is not blank is a paragraph, and none is dropped."""
    return Draft(text, tuple(Block(u.start, u.end, Role.PARAGRAPH) for u in lines_of(text)))
