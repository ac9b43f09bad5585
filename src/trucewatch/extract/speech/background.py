"""What the outlet says in its own voice at the end of a speaker's sentence: background, cut from indirect speech.

Only what stands behind a comma or in brackets at the content's very end goes, and only where the tree is plain about
it: a relative clause, an apposition that begins with an article. A cut leaves at least a few words.
"""

from dataclasses import replace
from typing import Final

from trucewatch.extract.speech.page import Page
from trucewatch.extract.speech.pieces import Report
from trucewatch.extract.speech.quotes import trimmed
from trucewatch.extract.speech.trees import Tree
from trucewatch.record.spans import Range

_LEAST: Final = 3
"""Words of the content that a cut leaves."""
_RELATIVE: Final = frozenset({"which", "who", "whom", "whose", "where"})
_ARTICLES: Final = frozenset({"a", "an"})


def without_background(page: Page, report: Report) -> Report:
    """The report with background cut from the end of its contents; quoted words are never cut."""
    if report.verbatim or not report.cue:
        return report
    return replace(report, content=tuple(_cut(page, piece) for piece in report.content))


def _cut(page: Page, piece: Range) -> Range:
    tree = page.trees.holding(piece.end - 1)
    if tree is None or page.quotes.over(piece.end - 1) is not None:
        return piece
    words = tree.inside(Range(max(piece.start, tree.at.start), piece.end))
    start = _background(tree, page.text, words)
    if start is None or start - words.start < _LEAST:
        return piece
    at = trimmed(page.text, piece.start, tree.words[start].at.start)
    if at is None or page.quotes.touching(Range(at.end, piece.end)):
        return piece
    return at


def _background(tree: Tree, text: str, words: range) -> int | None:
    """The first word of the background that ends where the words end."""
    last = words.stop - 1
    while last > words.start and tree.words[last].label == "punct":
        last -= 1
    for number in words:
        first, end = tree.reach[number]
        while first < number and tree.words[first].label == "punct":
            first += 1
        if end < last or first <= words.start or tree.words[first - 1].at.of(text) != ",":
            continue
        head = tree.words[number].head
        if head is None or head not in words or head >= first:
            continue
        opening = tree.words[first].at.of(text).lower()
        relative = tree.words[number].label == "acl:relcl" and opening in _RELATIVE
        if relative or (tree.words[number].label in ("appos", "parataxis") and opening in _ARTICLES):
            return first
    return None
