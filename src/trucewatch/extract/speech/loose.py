"""Speech that no cue took: contents left over, quoted paragraphs and sentences that go on from the speech before."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from trucewatch.extract.model.types import FoundContent
from trucewatch.extract.speech.frames import Frame, governing, says, subject
from trucewatch.extract.speech.kinds import kind_of
from trucewatch.extract.speech.page import Page
from trucewatch.extract.speech.pieces import Report, Taken, joined
from trucewatch.extract.speech.quotes import Quote, trimmed
from trucewatch.record.mentions import Kind
from trucewatch.record.spans import Range

_WORDS: Final = 5
"""Words of a quote that is taken for speech though nothing says so."""
_NEAR: Final = 12
"""Words behind a quote among which its verb of speech stands."""


def with_loose(page: Page, found: Sequence[Report], loose: Sequence[FoundContent], sure: float) -> list[Report]:
    """The reports with all that goes on from them, and new ones for speech that stands by itself.

    `sure` is the least probability of a loose content that is given to the word that governs it.
    """
    out, taken = list(found), Taken(found)
    for content in loose:
        at = trimmed(page.text, content.at.start, content.at.end)
        if at is None or taken.touches(at.start, at.end):
            continue
        report = _governed(page, at, content.score, sure)
        if report is not None:
            out.append(report)
    return _with_quotes(page, sorted(out, key=lambda r: r.content))


def _governed(page: Page, at: Range, score: float, sure: float) -> Report | None:
    tree = page.trees.holding(at.start)
    frame = governing(tree, page.text, at) if tree is not None and score >= sure else None
    return None if frame is None else _report(frame, at, score)


def _report(frame: Frame, at: Range, score: float) -> Report | None:
    parts = [frame.cue, *([frame.source] if frame.source else [])]
    if any(p.start < at.end and at.start < p.end for p in parts):
        return None
    return Report(frame.source, (frame.cue,), (at,), score)


def _with_quotes(page: Page, found: list[Report]) -> list[Report]:
    """Each long quote that nothing touches goes on from the speech before it, or stands by itself."""
    taken = Taken(found)
    out: list[Report] = []
    rest = deque(found)
    for quote in page.quotes.outer:
        if taken.touches(quote.inner.start, quote.inner.end) or len(quote.inner.of(page.text).split()) < _WORDS:
            continue
        while rest and rest[0].content[0].start < quote.inner.start:
            out.append(rest.popleft())
        introduced = _followed(page, quote, taken) or _introduced(page, quote)
        if introduced is not None:
            out.append(introduced)
        elif out and _goes_on(page, out[-1], quote):
            out[-1] = replace(out[-1], content=joined(page.text, (*out[-1].content, quote.inner)))
        elif _stands_alone(page, quote):
            out.append(Report(None, (), (quote.inner,)))
    return [*out, *rest]


def _followed(page: Page, quote: Quote, taken: Taken) -> Report | None:
    """A quote that ends with a comma, a question or an exclamation is said by whoever the words behind it name."""
    last = page.text[quote.inner.end - 1]
    if last not in "?!" and "," not in page.text[quote.inner.end : quote.at.end + 1]:
        return None
    block = page.blocks[page.block(quote.at.start)]
    behind = trimmed(page.text, quote.at.end, block.end)
    tree = page.trees.holding(behind.start) if behind is not None else None
    if tree is None or behind is None:
        return None
    first = tree.inside(behind).start
    said = next((n for n in range(first, min(first + _NEAR, len(tree.words))) if says(tree, page.text, n)), None)
    if said is None or taken.touches(tree.words[said].at.start, tree.words[said].at.end):
        return None
    return _report(Frame(tree.words[said].at, subject(tree, said)), quote.inner, 1.0)


def _introduced(page: Page, quote: Quote) -> Report | None:
    """A quote behind a colon, in its paragraph or at the end of the one before, is said by the sentence before it."""
    number = page.block(quote.at.start)
    block = page.blocks[number]
    before = page.text[block.start : quote.at.start].rstrip()
    colon = block.start + len(before) - 1
    if not before and number and page.introduces(number - 1):
        block = page.blocks[number - 1]
        colon = block.start + page.text[block.start : block.end].rindex(":")
    elif not before.endswith(":"):
        return None
    tree = page.trees.holding(colon)
    if tree is None:
        return None
    said = [n for n in range(len(tree.words)) if tree.words[n].at.end <= colon and says(tree, page.text, n)]
    source = subject(tree, said[-1]) if said else None
    cue = tree.words[said[-1]].at if said else Range(colon, colon + 1)
    return Report(source, (cue,), (quote.inner,))


def _goes_on(page: Page, report: Report, quote: Quote) -> bool:
    """In the same paragraph a new quoted sentence after the report's own quote; or the next paragraph of one quote."""
    last = page.quotes.over(report.content[-1].end - 1)
    if last is None or last.at.end > quote.at.start:
        return False
    number = page.block(quote.at.start)
    apart = number - page.block(last.at.start)
    if apart:
        return apart == 1 and (last.runs_on or (_ends(page, report, last) and _fills(page, number, quote)))
    between = page.text[max(last.at.end, max(r.end for r in report.ranges())) : quote.at.start]
    return not any(map(str.isalnum, between))


def _ends(page: Page, report: Report, last: Quote) -> bool:
    """Whether the paragraph ends with the report's quote, or with its cue and source behind that; all of it direct."""
    end = page.blocks[page.block(last.at.start)].end
    behind = max([last.at.end, *(r.end for r in report.ranges())])
    wholly = kind_of(page.text, page.quotes, report.content) is Kind.DIRECT
    return bool(report.cue) and wholly and not any(map(str.isalnum, page.text[behind:end]))


def _fills(page: Page, number: int, quote: Quote) -> bool:
    """Whether the quote is all of its paragraph."""
    block = page.blocks[number]
    outside = page.text[block.start : quote.at.start] + page.text[quote.at.end : block.end]
    return not any(map(str.isalnum, outside))


def _stands_alone(page: Page, quote: Quote) -> bool:
    """A quote that fills its paragraph or a sentence of it."""
    block = page.blocks[page.block(quote.at.start)]
    before = page.text[block.start : quote.at.start].rstrip()
    behind = page.text[quote.at.end : block.end].strip()
    opens = not before or before[-1] in ".!?:”\"»'’"
    closes = not behind or quote.inner.of(page.text)[-1] in ".!?…"
    return opens and closes and not page.heads(page.block(quote.at.start))
