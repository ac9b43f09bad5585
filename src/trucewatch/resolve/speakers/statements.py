"""The statements of one page and the persons that it names, from what its language says."""

from dataclasses import dataclass

from trucewatch.record.mentions import Statement
from trucewatch.record.sightings import Sighting
from trucewatch.record.spans import Range
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.circumstances import Circumstances
from trucewatch.resolve.speakers.page import PageLanguage, PageView
from trucewatch.resolve.speakers.resolver import Resolver, hull
from trucewatch.resolve.speakers.sightings import sightings
from trucewatch.resolve.speakers.states import State, States, known_states

__all__ = ["PageLanguage", "Speech", "State", "States", "known_states", "resolve_speech", "resolve_statements"]


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what on one page, and whom it names."""

    statements: tuple[Statement, ...]
    sightings: tuple[Sighting, ...]


def resolve_statements(page: PageLanguage, maker: str) -> tuple[Statement, ...]:
    """One statement for each attribution, in order."""
    return resolve_speech(page, maker).statements


def resolve_speech(page: PageLanguage, maker: str) -> Speech:
    """One statement for each attribution, and one sighting for each person, in order."""
    view = PageView(page)
    cast = Cast(view)
    attributions = page.language.attributions
    speakers = Resolver(view, cast).speakers(attributions)
    statements = [
        Statement(found, _passage(view, hull(found)), speaker, maker=maker)
        for found, speaker in zip(attributions, speakers, strict=True)
    ]
    return Speech(Circumstances(view, cast).fill(statements), sightings(view, cast, maker))


def _passage(view: PageView, at: Range) -> Range:
    """The sentences that the words from source to content touch."""
    words = view.within(at)
    if not words:
        return at
    first = view.sentences[view.tokens[words[0]].sentence]
    last = view.sentences[view.tokens[words[-1]].sentence]
    start, end = view.tokens[first[0]].at.start, view.tokens[last[-1]].at.end
    return Range(min(start, at.start), max(end, at.end))
