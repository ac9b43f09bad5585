"""Reports inside reports: X said that Y had told Z, X denied Y's claim that. Indirect speech only, by the trees."""

from collections.abc import Iterator
from typing import Final

from trucewatch.extract.speech.frames import says
from trucewatch.extract.speech.page import Page
from trucewatch.extract.speech.pieces import Report
from trucewatch.extract.speech.trees import Tree

_LEAST: Final = 3
"""Words of an inner report."""
_NOUNS: Final = frozenset(
    "accusation accusations allegation allegations assertion assertions assurance assurances claim claims complaint "
    "complaints contention denial insistence pledge promise promises suggestion threat threats warning warnings".split()
)


def inner_reports(page: Page, report: Report) -> Iterator[Report]:
    """What the report's contents say that others said; each names the outer report's first content."""
    if report.verbatim or not report.cue:
        return
    for piece in report.content:
        tree = page.trees.holding(piece.start)
        if tree is None:
            continue
        words = tree.inside(piece)
        for number in words:
            if page.quotes.over(tree.words[number].at.start) is None:
                yield from _inner(tree, page.text, words, number, report)


def _inner(tree: Tree, text: str, words: range, number: int, outer: Report) -> Iterator[Report]:
    word = tree.words[number]
    verb = word.upos in ("VERB", "AUX") and says(tree, text, number)
    if not verb and word.at.of(text).lower() not in _NOUNS:
        return
    clause = tree.child(number, "ccomp") if verb else tree.child(number, "acl", "ccomp")
    source = _source(tree, number, verb)
    if clause is None or source is None:
        return
    first, last = tree.reach[clause]
    begin, end = source
    apart = first > number and (end < first or begin > last)
    if not apart or last - first + 1 < _LEAST or not {first, last, begin, end} <= frozenset(words):
        return
    while last > first and tree.words[last].label == "punct":
        last -= 1
    yield Report(tree.span(begin, end), (word.at,), (tree.span(first, last),), outer.score, outer.content[0])


def _source(tree: Tree, number: int, verb: bool) -> tuple[int, int] | None:
    """The subject of the word; whom a paper quotes "as saying"; whose claim it is."""
    if not verb:
        own = tree.child(number, "nmod:poss", "compound", "amod")
        return tree.reach[own] if own is not None and own < number else None
    own = tree.child(number, "nsubj")
    if own is not None:
        return tree.reach[own]
    head = tree.words[number].head
    quoted = (
        tree.child(head, "obj") if head is not None and tree.words[number].label in ("advcl", "obl", "acl") else None
    )
    return tree.reach[quoted] if quoted is not None and quoted < number else None
