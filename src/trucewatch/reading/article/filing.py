"""The dateline set apart: from the start of the first paragraph, or from a line of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trucewatch.reading.article.datelines import Dateline, read_dateline, whole_dateline
from trucewatch.reading.draft import Draft
from trucewatch.record.spans import Range
from trucewatch.record.texts import Block, Role

SEARCHED: Final = 2
"""Paragraphs of some length at the start of a report of which one can begin with the dateline."""
SOLID: Final = 60
"""Characters from which a paragraph counts; headings and key points are shorter."""


@dataclass(frozen=True, slots=True)
class Filing:
    """The blocks with the dateline apart, and what it says."""

    blocks: tuple[Block, ...]
    place: str | None = None
    date: str | None = None
    agency: str | None = None
    agency_at: Range | None = None
    at: int | None = None
    """Where the dateline's block starts."""


def filed(draft: Draft) -> Filing:
    """Where, when and through which agency the report was filed, as its dateline has it."""
    for block in draft.blocks:
        if block.role is Role.DATELINE:
            found = whole_dateline(draft.string[block.start : block.end])
            if found is not None and found.place:
                return _filing(draft, draft.blocks, block, found)
    return _in_paragraphs(draft)


def _in_paragraphs(draft: Draft) -> Filing:
    paragraphs = [b for b in draft.blocks if b.role is Role.PARAGRAPH and b.end - b.start >= SOLID]
    for block in paragraphs[:SEARCHED]:
        found = read_dateline(draft.string[block.start : block.end])
        if found is not None:
            return _filing(draft, tuple(_split(draft, block, found)), block, found)
    return Filing(draft.blocks)


def _filing(draft: Draft, blocks: tuple[Block, ...], block: Block, found: Dateline) -> Filing:
    at = None
    if found.agency:
        start = draft.string.index(found.agency, block.start)
        at = Range(start, start + len(found.agency))
    return Filing(blocks, found.place, found.stamp.value if found.stamp else None, found.agency, at, block.start)


def _split(draft: Draft, paragraph: Block, found: Dateline) -> Iterator[Block]:
    for block in draft.blocks:
        if block != paragraph:
            yield block
            continue
        head = draft.string[block.start : block.start + found.end].rstrip()
        rest = draft.string[block.start + found.end : block.end]
        yield Block(block.start, block.start + len(head), Role.DATELINE)
        if rest.strip():
            yield Block(block.end - len(rest.lstrip()), block.end, Role.PARAGRAPH)
