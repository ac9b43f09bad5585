"""Statements in invented sentences, as the store would hand them out."""

import hashlib

from trucewatch.record.dates import Grounds, Published
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.mentions import Attribution, Kind, Speaker, SpeakerGrounds, SpeakerType, Statement
from trucewatch.record.protocols import StatementRow
from trucewatch.record.spans import Range


def said(sentence: str, speaker: str, *, page: str = "one", published: str = "2031-06-20", at: int = 0) -> StatementRow:
    """A statement that is all of a sentence, which begins at code point `at` of a page."""
    digest = hashlib.sha256(page.encode()).hexdigest()
    passage = Range(at, at + len(sentence))
    attribution = Attribution(TextId(digest), None, (), (passage,), Kind.INDIRECT)
    who = Speaker(speaker, SpeakerType.PERSON, SpeakerGrounds.NAMED)
    day = Published(published, Grounds.GIVEN)
    return StatementRow(
        PageId(digest), f"Outlet {page}", day, Statement(attribution, passage, who), (sentence,), speaker, sentence
    )
