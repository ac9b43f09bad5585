"""Speech whose quotation marks were lost: a paragraph in the first person that ends with who said it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from trucewatch.extract.speech.page import Page
from trucewatch.extract.speech.pieces import Report
from trucewatch.extract.speech.quotes import trimmed
from trucewatch.record.spans import Range
from trucewatch.record.texts import Block

_FIRST: Final = re.compile(r"(?<![^\s(])(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)(?=[\s,'’])")
_BEHIND: Final = 60
"""Code points behind the cue and source that still end a paragraph ("on Monday.")."""


def with_lost_marks(page: Page, found: Sequence[Report]) -> list[Report]:
    """The reports, a paragraph of unmarked speech given whole to the one that closes it."""
    out: list[Report] = []
    for number, group in groupby(sorted(found, key=lambda r: r.content), key=lambda r: page.block(r.content[0].start)):
        out += _paragraph(page, page.blocks[number], list(group))
    return out


def _paragraph(page: Page, block: Block, reports: list[Report]) -> list[Report]:
    last = max(reports, key=lambda r: max(p.end for p in r.ranges()))
    if not last.cue or last.source is None or last.verbatim:
        return reports
    start, end = last.content[0].start, last.content[-1].end
    tail = min(last.cue[0].start, last.source.start)
    if not end <= tail <= end + 3 or max(p.end for p in last.ranges()) + _BEHIND < block.end:
        return reports
    first = _FIRST.search(page.text, block.start, tail)
    told = min((p.start for r in reports if r is not last for p in r.cue), default=tail)
    several = page.trees.number(block.start) != page.trees.number(start) or start > block.start
    whole = trimmed(page.text, block.start, end)
    if first is None or first.start() > told or not several or whole is None:
        return reports
    if page.quotes.touching(Range(block.start, tail)) or not _unbroken(page, block, whole, last):
        return reports
    return [replace(last, content=(whole,), verbatim=True)]


def _unbroken(page: Page, block: Block, whole: Range, last: Report) -> bool:
    """Whether a first sentence ends before the closing one begins, and a pronoun of the first person is in it."""
    opening, closing = page.trees.number(whole.start), page.trees.number(last.cue[0].start)
    if opening is None or closing is None or opening >= closing:
        return False
    sentence = page.trees.sentences[opening].at
    return sentence.start >= block.start and _FIRST.search(page.text, block.start, sentence.end) is not None
