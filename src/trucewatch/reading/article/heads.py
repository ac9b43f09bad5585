"""The lines between a page's headline and its report, told apart: who signed it, when it was printed, counters."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from trucewatch.reading.article.agencies import is_agency_credit
from trucewatch.reading.article.bylines import bare_name, byline_of, signed_by
from trucewatch.reading.article.datelines import whole_dateline
from trucewatch.reading.article.stamps import find_stamps
from trucewatch.reading.draft import Draft
from trucewatch.record.texts import REPORTING, Block, Role

LONGEST: Final = 400
"""Characters of a line of this kind; longer ones are text."""

_COUNTER: Final = re.compile(
    r"\s+(?:[0-9][0-9\s,.]{0,9}[kK]?|[0-9]+\s?(?:views?|comments?|shares?|reads?))\s*$", re.IGNORECASE
)
_NOTES: Final = re.compile(r"[#*\s]{0,6}notes?\s(?:to|for)\s(?:the\s)?editors?\s?:?[*\s]{0,4}", re.IGNORECASE)
_SIDE: Final = frozenset({Role.BYLINE, Role.NAVIGATION, Role.NOTICE, Role.RELATED})


def with_heads(draft: Draft) -> Draft:
    """The draft with its bylines found, its meta lines cut into byline, stamp and counter, its end told from boxes."""
    body = next((i for i, b in enumerate(draft.blocks) if b.role is Role.PARAGRAPH), len(draft.blocks))
    said = " ".join(draft.string[b.start : b.end] for b in draft.blocks if b.role in REPORTING).casefold()
    titled = next((i for i, b in enumerate(draft.blocks) if b.role is Role.HEADLINE), body)
    closed = _closed(draft)
    blocks: list[Block] = []
    for i, block in enumerate(draft.blocks):
        role = _after_report(draft.string, block, closed=i >= closed)
        if titled < i < body:
            role = _signed(draft.string, block, said)
        if role is Role.BYLINE and block.end - block.start <= LONGEST:
            blocks.extend(_cut(draft.string, block, Role.BYLINE if draft.marked else Role.DATELINE))
        elif role is Role.PARAGRAPH and _is_dateline(draft.string, block):
            blocks.append(replace(block, role=Role.DATELINE))
        else:
            blocks.append(block if role is block.role else replace(block, role=role))
    return replace(draft, blocks=tuple(blocks))


def _closed(draft: Draft) -> int:
    """The index of the heading of notes to editors, behind which nothing is report; one past the end without one."""
    for i, block in enumerate(draft.blocks):
        if _NOTES.fullmatch(draft.string[block.start : min(block.end, block.start + 60)]):
            return i
    return len(draft.blocks)


def _after_report(string: str, block: Block, *, closed: bool) -> Role:
    """NOTICE for notes to editors and boxes about the author, which some sites mark up as paragraph or byline."""
    if block.role not in (Role.PARAGRAPH, Role.BYLINE):
        return block.role
    words = string[block.start : min(block.end, block.start + LONGEST)]
    told = block.role is Role.BYLINE and len(words.split()) >= 6 and words.rstrip("*_ ").endswith(".")
    return Role.NOTICE if closed or (told and not signed_by(words)) else block.role


def _signed(string: str, block: Block, said: str) -> Role:
    """BYLINE for a signed line, and for a bare name that the report itself never mentions, below the headline."""
    if block.role not in _SIDE or block.end - block.start > LONGEST:
        return block.role
    words = string[block.start : block.end]
    if signed_by(words) or is_agency_credit(words):
        return Role.BYLINE
    name = bare_name(words)
    if name is None:
        return block.role
    # A rubric ("Middle East") is spoken of in the report; the reporter is not.
    spoken_of = any(w in said for w in name.casefold().split() if len(w) > 2)
    return Role.NAVIGATION if spoken_of else Role.BYLINE


def _is_dateline(string: str, block: Block) -> bool:
    return block.end - block.start <= LONGEST and whole_dateline(string[block.start : block.end]) is not None


def _cut(string: str, block: Block, stamp: Role) -> Iterator[Block]:
    """A byline, a stamp and a counter in one line, each a block; the stamp's role is `stamp`."""
    line = string[block.start : block.end]
    stamps = find_stamps(line)
    if not stamps:
        yield from _pieces(
            block, line, ((0, _counted(line, 0), Role.BYLINE), (_counted(line, 0), len(line), Role.NOTICE))
        )
        return
    first, last = stamps[0].start, stamps[-1].end
    end = _counted(line, last)
    before = first if byline_of(line[:first]) and whole_dateline(line) is None else 0
    after = last if len(line[last:end].split()) > 1 and byline_of(line[last:end]) else end
    yield from _pieces(
        block,
        line,
        (
            (0, before, Role.BYLINE),
            (before, after, stamp),
            (after, end, Role.BYLINE),
            (end, len(line), Role.NOTICE),
        ),
    )


def _counted(line: str, start: int) -> int:
    """Where a counter of views at the line's end begins; the line's end where it has none."""
    counter = _COUNTER.search(line, start)
    return counter.start() if counter else len(line)


def _pieces(block: Block, line: str, cuts: tuple[tuple[int, int, Role], ...]) -> Iterator[Block]:
    for start, end, role in cuts:
        words = line[start:end]
        if words.strip():
            left = start + len(words) - len(words.lstrip())
            yield Block(block.start + left, block.start + start + len(words.rstrip()), role)
