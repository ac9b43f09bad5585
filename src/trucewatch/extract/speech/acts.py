"""Finds that are no reports: acts that go without words, and scraps.

Who discusses, signs, praises or refuses a thing does something, and the text gives nothing that was said. Where a
clause follows that can be true or false ("agreed that the line would hold"), or quoted words, it does.
"""

from typing import Final

from trucewatch.extract.inflection import forms_of_verbs
from trucewatch.extract.speech.page import Page
from trucewatch.extract.speech.pieces import Report

ACTS: Final = forms_of_verbs(
    "agree discuss sign praise thank welcome applaud greet congratulate react retaliate decide instigate require "
    "authorise object refuse approve ratify negotiate convene host attend undertake respond await indict meet seek "
    "refer"
)
"""Forms of verbs of acts that need no words."""
_WEIGHTY: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "PRON", "NUM", "ADV"})
_THAT: Final = 8
"""Code points before a content in which "that" stands where it leads to it."""


def said(page: Page, report: Report) -> bool:
    """Whether the report gives words, and not an act or a scrap."""
    return _weighs(page, report) and not _act(page, report)


def _weighs(page: Page, report: Report) -> bool:
    """Whether some word of it means something by itself."""
    for piece in report.content:
        tree = page.trees.holding(piece.start)
        words = [tree.words[n] for n in tree.inside(piece)] if tree is not None else []
        if not words or any(w.upos in _WEIGHTY and w.at.end - w.at.start > 1 for w in words):
            return True
    return False


def _act(page: Page, report: Report) -> bool:
    first = report.content[0]
    if not report.cue or any(page.quoted(piece) is not None for piece in report.content):
        return False
    if "that" in page.text[max(0, first.start - _THAT) : first.start + 5].lower().split():
        return False
    words = [w for piece in report.cue for w in piece.of(page.text).lower().split()]
    return any(word.strip(".,;:") in ACTS for word in words)
