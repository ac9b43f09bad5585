"""The way from the model's attributions to the record's, step after step."""

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.extract.model.types import Analysed
from trucewatch.extract.speech.acts import said
from trucewatch.extract.speech.background import without_background
from trucewatch.extract.speech.kinds import kind_of
from trucewatch.extract.speech.labels import labelled, sources_of
from trucewatch.extract.speech.loose import with_loose
from trucewatch.extract.speech.lost import with_lost_marks
from trucewatch.extract.speech.nested import inner_reports
from trucewatch.extract.speech.page import Page
from trucewatch.extract.speech.phrases import whole_phrases, without_subject
from trucewatch.extract.speech.pieces import Report, Taken, cleared, reports
from trucewatch.record.mentions import Attribution, Kind, Name
from trucewatch.record.texts import Text


@dataclass(frozen=True, slots=True)
class Speech:
    """What is chosen on the development articles."""

    sure: float = 0.7
    """The least probability of a content that no cue took and a reporting word governs."""
    tail: int = 20
    """Words of its own clause that a content is grown by at most."""


def read_speech(
    text: Text, analysed: Analysed, names: Sequence[Name], maker: str, limits: Speech | None = None
) -> tuple[Attribution, ...]:
    """The attributions of the text's reporting, in the order of their contents."""
    chosen = limits or Speech()
    page = Page.of(text, analysed.sentences, names)
    found, apart = reports(page, analysed.attributions)
    given = labelled(page, sources_of(page, found))
    found = with_loose(page, [*given, *_outside(found, given)], [*apart, *analysed.unclaimed], chosen.sure)
    found = [without_subject(page, one) for one in with_lost_marks(page, found)]
    taken = Taken(found)
    found = [whole_phrases(page, one, taken, chosen.tail) for one in found]
    found = [cleared(page, without_background(page, one)) for one in found]
    cued = {piece for one in found for piece in one.cue}
    found += [inner for one in found for inner in inner_reports(page, one) if inner.cue[0] not in cued]
    found.sort(key=lambda r: (r.content, r.cue))
    return tuple(_attribution(text, page, one, maker) for one in found if said(page, one))


def _outside(found: Sequence[Report], given: Sequence[Report]) -> list[Report]:
    """The reports without a share in the given ones."""
    taken = Taken(given)
    return [r for r in found if not any(taken.touches(p.start, p.end) for p in r.ranges())]


def _attribution(text: Text, page: Page, report: Report, maker: str) -> Attribution:
    kind = Kind.DIRECT if report.verbatim else kind_of(page.text, page.quotes, report.content)
    return Attribution(
        text.id, report.source, report.cue, report.content, kind, report.nested_in, maker=maker, score=report.score
    )
