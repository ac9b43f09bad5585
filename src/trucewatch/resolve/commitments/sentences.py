"""The sentences that events and statements stand in, each once, with who speaks and who the sides of the page are."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from trucewatch.record.ids import PageId
from trucewatch.record.mentions import Speaker, SpeakerType
from trucewatch.record.protocols import EventRow, StatementRow
from trucewatch.record.spans import Evidence
from trucewatch.resolve.commitments.naming import Named, Names

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"\u201d\u2019']?\s+(?=[\"\u201c\u2018A-Z])|\n+")
_PRESS: Final = re.compile(
    r"\b(?:agency|news\w*|radio|television|tv|press|times|post|outlets?|media|daily)\b", re.IGNORECASE
)
"""Bodies that report and undertake nothing."""
_JOINED: Final = re.compile(r"(?:['\u2019]s)?\s?(?:,|and|-|\u2013|/|,\s?and|with|against)\s?(?:the\s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence on a page."""

    page: PageId
    outlet: str | None
    published: str | None
    day: str | None
    """The last day that the page can be of."""
    start: int
    words: str
    headline: bool

    @property
    def evidence(self) -> Evidence:
        """The passage, for a reader to open."""
        return Evidence(self.page, self.outlet, self.published, self.start, self.start + len(self.words), self.words)


@dataclass(slots=True)
class PageTold:
    """All that is looked at of one page."""

    sentences: dict[int, Told] = field(default_factory=dict)
    events: list[EventRow] = field(default_factory=list)
    statements: list[StatementRow] = field(default_factory=list)
    sides: tuple[str, ...] = ()
    """The two that the page names together most."""

    def speaker_at(self, at: int) -> Speaker | None:
        """Who says what stands here: of nested statements, the innermost; None for the outlet."""
        found = [
            (piece.end - piece.start, index)
            for index, row in enumerate(self.statements)
            for piece in row.statement.attribution.content
            if piece.start <= at < piece.end
        ]
        return self.statements[min(found)[1]].statement.speaker if found else None

    def speaker_in(self, told: Told) -> Speaker | None:
        """Whose words the sentence holds anywhere."""
        end = told.start + len(told.words)
        for row in self.statements:
            if any(p.start < end and told.start < p.end for p in row.statement.attribution.content):
                return row.statement.speaker
        return None


def pages_of(events: Iterable[EventRow], statements: Iterable[StatementRow], names: Names) -> dict[PageId, PageTold]:
    """The pages with their sentences, by id of the page."""
    found: dict[PageId, PageTold] = defaultdict(PageTold)
    for row in events:
        page = found[row.page]
        page.events.append(row)
        start = row.event.passage.start
        page.sentences.setdefault(start, _told(row, start, row.sentence, row.sentence == row.headline))
    for said in statements:
        found[said.page].statements.append(said)
    for page in found.values():
        page.events.sort(key=lambda r: (r.event.trigger.start, r.event.trigger.end, r.event.rule))
        page.statements.sort(key=lambda r: (r.statement.passage.start, r.statement.attribution.content))
        _add_said(page)
        page.sides = _sides([t.words for _, t in sorted(page.sentences.items())], names)
    return dict(sorted(found.items()))


def _told(row: EventRow | StatementRow, start: int, words: str, headline: bool) -> Told:
    published = row.published
    value, day = (published.value, published.latest) if published else (None, None)
    return Told(row.page, row.outlet, value, day, start, words, headline)


def _add_said(page: PageTold) -> None:
    """The sentences of statements that hold no event."""
    for row in page.statements:
        for start, words in _split(row.statement.passage.start, row.sentence):
            if not _covered(page.sentences, start, start + len(words)):
                page.sentences[start] = _told(row, start, words, headline=False)


def _covered(sentences: dict[int, Told], start: int, end: int) -> bool:
    return any(t.start < end and start < t.start + len(t.words) for t in sentences.values())


def _split(start: int, words: str) -> Iterator[tuple[int, str]]:
    at = 0
    for match in [*_SENTENCE_END.finditer(words), None]:
        end = match.start() if match else len(words)
        piece = words[at:end]
        if piece.strip():
            yield start + at + len(piece) - len(piece.lstrip()), piece.strip()
        at = match.end() if match else end


def _sides(sentences: Sequence[str], names: Names) -> tuple[str, ...]:
    """The pair that is joined most ("Westland and Eastland", "Westland-Eastland"); the first told of as many."""
    pairs: Counter[tuple[str, str]] = Counter()
    for words in sentences:
        found = names.find(words)
        for one, other in pairwise(found):
            if one.party != other.party and _JOINED.fullmatch(words[one.end : other.start]):
                first, second = sorted((one.party, other.party))
                pairs[first, second] += 1
    return pairs.most_common(1)[0][0] if pairs else ()


def side_of(speaker: Speaker | None, names: Names) -> tuple[str, ...]:
    """Whom a speaker speaks for."""
    if speaker is None:
        return ()
    for words in (speaker.behalf, speaker.organization, speaker.office, speaker.name):
        if words and (found := names.parties(words)):
            return found[:1]
    body = speaker.type is SpeakerType.BODY and _PRESS.search(speaker.name) is None
    return (speaker.name,) if body else ()


def coordinated(found: Sequence[Named], words: str, last: int) -> tuple[str, ...]:
    """The parties that are joined to the one at `last`, itself included, in order."""
    first = last
    while first and _joins(words[found[first - 1].end : found[first].start]):
        first -= 1
    return tuple(dict.fromkeys(n.party for n in found[first : last + 1] if not n.broker))


_BETWEEN: Final = re.compile(
    r"(?:['\u2019]s)?(?:\s[\w.'\u2019-]+){0,5}?\s?(?:,|\band\b|-|\u2013)\s?(?:and\s)?(?:the\s)?(?:[A-Z][\w.]*\s){0,3}"
)


def _joins(gap: str) -> bool:
    return len(gap) < 80 and _BETWEEN.fullmatch(gap) is not None
