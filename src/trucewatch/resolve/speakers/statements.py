"""The statements of one page, from what its language says."""

from dataclasses import dataclass

from trucewatch.record.language import Language
from trucewatch.record.mentions import (
    Attribution,
    NameType,
    Speaker,
    SpeakerGrounds,
    SpeakerType,
    Statement,
    TimeMention,
)
from trucewatch.record.resolved import Sourcing
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Text

_TYPES = {
    NameType.PERSON: SpeakerType.PERSON,
    NameType.ORGANIZATION: SpeakerType.BODY,
    NameType.PLACE: SpeakerType.BODY,
}


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """All that the statements of a page are resolved from."""

    text: Text
    article: Article
    language: Language
    times: tuple[TimeMention, ...]
    sourcing: Sourcing | None


def resolve_statements(page: PageLanguage, maker: str) -> tuple[Statement, ...]:
    """One statement for each attribution, in order."""
    return tuple(Statement(a, _passage(page, a), _speaker(page, a), maker=maker) for a in page.language.attributions)


def _passage(page: PageLanguage, found: Attribution) -> Range:
    ranges = [*found.content, *found.cue, *([found.source] if found.source else [])]
    start, end = min(r.start for r in ranges), max(r.end for r in ranges)
    touched = [s.at for s in page.language.sentences if s.at.start < end and start < s.at.end]
    return Range(min([start, *(t.start for t in touched)]), max([end, *(t.end for t in touched)]))


def _speaker(page: PageLanguage, found: Attribution) -> Speaker | None:
    source = found.source
    if source is None:
        return None
    inside = [n for n in page.language.names if source.start <= n.at.start and n.at.end <= source.end]
    for name in inside:
        if name.type in _TYPES:
            return Speaker(name.at.of(page.text.string), _TYPES[name.type], SpeakerGrounds.NAMED)
    return Speaker(source.of(page.text.string), SpeakerType.GROUP, SpeakerGrounds.AS_WRITTEN)
