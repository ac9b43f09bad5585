"""Ranges that end inside a phrase grown to its end, by the trees: "the" to "the army", "also" to "also said"."""

from dataclasses import replace
from typing import Final

from trucewatch.extract.speech.frames import subject
from trucewatch.extract.speech.page import Page
from trucewatch.extract.speech.pieces import Report, Taken
from trucewatch.extract.speech.quotes import trimmed
from trucewatch.extract.speech.trees import Tree, Trees
from trucewatch.record.spans import Range

_BEFORE: Final = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "aux", "aux:pass", "cop"})
"""What stands before its head and never ends a phrase."""
_AFTER: Final = frozenset({"flat", "compound:prt", "fixed", "goeswith"})
"""What stands behind its head and belongs to it."""
_LOOSE: Final = frozenset({"advmod", "aux", "aux:pass", "cop"})
_NEAR: Final = 4
"""Words that a phrase's head stands ahead at most."""


def whole_phrases(page: Page, report: Report, taken: Taken, tail: int) -> Report:
    """The report with source, cue and content at phrases' ends.

    What `taken` holds is not grown into. `tail` is how many words of its own clause a content is grown by at most.
    """
    cue = tuple(_verb(page.trees, piece) for piece in report.cue)
    source = report.source and _phrase_end(page.trees, report.source)
    if cue:
        source = _subject(page.trees, cue[0], source, report)
    content = tuple(_clause(page, piece, taken, tail) for piece in report.content)
    return replace(report, cue=cue, source=source, content=content)


def _phrase_end(trees: Trees, at: Range) -> Range:
    tree = trees.holding(at.end - 1)
    if tree is None or at.start < tree.at.start:
        return at
    words = tree.inside(at)
    last = words.stop - 1
    for _ in range(_NEAR):
        head = tree.words[last].head
        if tree.words[last].label in _BEFORE and head is not None and last < head <= last + _NEAR:
            last = head
        elif last + 1 < len(tree.words) and _belongs(tree, last + 1, words.start):
            last += 1
        else:
            break
    return Range(at.start, max(at.end, tree.words[last].at.end))


def _belongs(tree: Tree, number: int, first: int) -> bool:
    head = tree.words[number].head
    return tree.words[number].label in _AFTER and head is not None and first <= head < number


def _verb(trees: Trees, cue: Range) -> Range:
    """A cue of adverbs or auxiliaries alone grown to the word that they belong to."""
    tree = trees.holding(cue.start)
    if tree is None or cue.end > tree.at.end:
        return cue
    words = tree.inside(cue)
    last = words.stop - 1
    for _ in range(_NEAR):
        head = tree.words[last].head
        loose = all(tree.words[n].label in _LOOSE for n in range(words.start, last + 1))
        if loose and head is not None and last < head <= last + _NEAR:
            last = head
        elif last + 1 < len(tree.words) and _belongs(tree, last + 1, words.start):
            last += 1
        else:
            break
    return Range(cue.start, max(cue.end, tree.words[last].at.end))


def _subject(trees: Trees, cue: Range, source: Range | None, report: Report) -> Range | None:
    """The cue's subject where the model found no source, or only a part of it."""
    tree = trees.holding(cue.start)
    top = tree.top(tree.inside(cue)) if tree is not None else None
    found = subject(tree, top) if tree is not None and top is not None else None
    if found is None or any(p.start < found.end and found.start < p.end for p in (*report.content, cue)):
        return source
    if source is None:
        return found
    partly = source.start < found.end and found.start < source.end
    return found if partly and found.end - found.start > source.end - source.start else source


def without_subject(page: Page, report: Report) -> Report:
    """The report with a content that runs on into its cue's subject ("..., the deputy head, Anna Keller, said") cut."""
    if not report.cue:
        return report
    cue = report.cue[0]
    tree = page.trees.holding(cue.start)
    top = tree.top(tree.inside(cue)) if tree is not None else None
    if tree is None or top is None:
        return report
    subjects = [n for n in tree.children[top] if tree.words[n].label == "nsubj" and n < top]
    if not subjects:
        return report
    start = tree.words[tree.reach[subjects[0]][0]].at.start
    pieces = []
    for piece in report.content:
        runs_in = piece.start < start < piece.end <= cue.start
        comma = page.text[piece.start : start].rstrip().endswith(",")
        at = trimmed(page.text, piece.start, start) if runs_in and comma else piece
        pieces.append(at or piece)
    if tuple(pieces) == report.content:
        return report
    source = trimmed(page.text, start, tree.words[top].at.start)
    return replace(report, content=tuple(pieces), source=source or report.source)


def _clause(page: Page, piece: Range, taken: Taken, tail: int) -> Range:
    """The content from the first word of its first clause to the last of its last one, where nothing else stands."""
    end = _free(page, piece, _phrase_end(page.trees, piece), taken).end
    start = piece.start
    tree = page.trees.holding(start)
    if tree is not None:
        first = _edge(tree, Range(start, min(end, tree.at.end)), 0)
        if first is not None:
            start = _free(page, Range(start, end), Range(tree.words[first].at.start, end), taken).start
    tree = page.trees.holding(end - 1)
    if tree is not None:
        at = Range(max(start, tree.at.start), end)
        last = _edge(tree, at, 1)
        if last is not None and last - tree.inside(at).stop < tail:
            end = _free(page, Range(start, end), Range(start, tree.words[last].at.end), taken).end
    return Range(start, end)


def _edge(tree: Tree, at: Range, side: int) -> int | None:
    """The first (0) or last (1) word of what the range's own top word governs, where that lies outside the range."""
    words = tree.inside(at)
    top = tree.top(words)
    if top is None:
        return None
    edge = tree.reach[top][side]
    while side == 0 and edge < words.start and tree.words[edge].label in ("cc", "punct"):
        edge += 1
    return edge if edge < words.start or edge >= words.stop else None


def _free(page: Page, old: Range, new: Range, taken: Taken) -> Range:
    """The new range, or the old one where what is new lies in another part, in another block or across a mark."""
    new = Range(min(old.start, new.start), max(old.end, new.end))
    block = page.blocks[page.block(old.start)]
    if new.start < block.start or new.end > block.end:
        return old
    if any(
        page.quotes.over(a) is not page.quotes.over(b) for a, b in ((old.start, new.start), (old.end - 1, new.end - 1))
    ):
        return old
    added = [(new.start, old.start), (old.end, new.end)]
    return old if any(taken.touches(a, b) for a, b in added if a < b) else new
