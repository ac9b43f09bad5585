"""Where a passage of a page comes from: whom the page relays, an interview, or a page that had it first."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from trucewatch.record.folding import fold
from trucewatch.record.ids import PageId, content_id
from trucewatch.record.mentions import Statement
from trucewatch.record.resolved import Origin, Outlet, OutletKind, RelayedFrom
from trucewatch.record.reuse import Sharing, SourcedPage
from trucewatch.record.spans import Evidence, Range
from trucewatch.resolve.origins.passages import SHORTEST, Sentences, best_match, plain, sentences_of

LEAD = 400
"""Code points of reporting at the start of a page in which a cue speaks for all of it."""
REWRITTEN = 0.15
"""Of a page: one that shares so much of its text with an earlier one has its account from there, quotations included;
below that, only what it says in its own words and has in common counts."""

_FIRST_HAND = frozenset({OutletKind.AGENCY, OutletKind.OFFICIAL, OutletKind.ORGANISATION})
_LAST = "9999-12-31"
_INTERVIEW = re.compile(r"\binterview(?:ed)?\b(?:\s+(?:with|to|for|by)\s+(.{2,80}))?", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]?")


@dataclass(frozen=True, slots=True)
class Traced:
    """An origin with the passages that show it."""

    origin: Origin
    evidence: tuple[Evidence, ...] = ()


@dataclass(slots=True)
class Pages:
    """The pages that a call looks at, and with whom they share text; sentences are parted when they are asked for."""

    at: Mapping[PageId, SourcedPage]
    sharing: Mapping[PageId, tuple[Sharing, ...]]
    _sentences: dict[PageId, Sentences] = field(default_factory=dict)

    def sentences(self, page: PageId) -> Sentences:
        """The page's sentences."""
        if page not in self._sentences:
            self._sentences[page] = sentences_of(self.at[page])
        return self._sentences[page]

    def earlier(self, page: PageId) -> list[Sharing]:
        """Who may have had the page's text first, the earliest first."""
        found = [s for s in self.sharing.get(page, ()) if s.earlier in self.at]
        own = order(self.at[page])
        return sorted((s for s in found if order(self.at[s.earlier]) < own), key=lambda s: order(self.at[s.earlier]))


def order(page: SourcedPage) -> tuple[str, bool, bool, str]:
    """Who of several had a text first: by day, pages without a date last.

    Of one day those that report at first hand come before others, and those that name nobody whom they relay.
    """
    first_hand = page.outlet is not None and page.outlet.kind in _FIRST_HAND
    return page.day or _LAST, not first_hand, whole_page(page) is not None, page.page


def whole_page(page: SourcedPage) -> RelayedFrom | None:
    """Whom a page relays as a whole: what its markup, a line of credit, its dateline or its lead says."""
    lead = page.reporting[0].start + LEAD if page.reporting else 0
    for relay in page.relays:
        if relay.at is None or relay.at.start < lead or not _inside(relay.at, page.reporting):
            return relay
    return None


def _inside(at: Range, ranges: Iterable[Range]) -> bool:
    return any(r.start <= at.start < r.end for r in ranges)


def own(page: SourcedPage) -> Origin:
    """The page's publisher as an origin; a page of no known outlet stands for itself."""
    if page.outlet is None:
        return Origin(content_id("origin", "page", page.page), f"page {page.page[:8]}", "own")
    return of_outlet(page.outlet.name, "own")


def of_outlet(name: str, how: str) -> Origin:
    """An outlet as an origin, the same whoever relays or copies it."""
    return Origin(content_id("origin", "outlet", *fold(name)), name, how)


def interviewed(statement: Statement, page: SourcedPage) -> Origin | None:
    """The interview that a statement was made in; None for other occasions."""
    match = _INTERVIEW.search(statement.venue or "")
    if match is None:
        return None
    speaker = statement.speaker.name if statement.speaker else ""
    outlet = page.outlet.name if page.outlet else None
    # The chain ends with whoever held the interview, where the page says who that is.
    named = statement.via[-1] if statement.via else (match[1] or outlet or page.page)
    return Origin(
        content_id("origin", "interview", *fold(named), "/", *fold(speaker)), f"interview with {named}", "interview"
    )


def relayed_beside(passage: Range, page: SourcedPage, pages: Iterable[RelayedFrom]) -> RelayedFrom | None:
    """Whom the page relays in this passage, or in the paragraph that it stands in."""
    block = next((b for b in page.reporting if b.start <= passage.start < b.end), passage)
    found = [r for r in pages if r.at is not None and block.start <= r.at.start < block.end]
    beside = [r for r in found if r.at is not None and passage.start <= r.at.start < passage.end]
    return next(iter(beside or found), None)


def cue_of(relay: RelayedFrom, page: SourcedPage) -> tuple[Evidence, ...]:
    """The words that say whom the page relays."""
    return (shown(page, relay.at),) if relay.at is not None and relay.at.end <= len(page.text) else ()


def shown(page: SourcedPage, at: Range) -> Evidence:
    """A passage of the page as evidence."""
    outlet = page.outlet.name if page.outlet else None
    return Evidence(page.page, outlet, page.published, at.start, at.end, at.of(page.text))


def reused(passage: Range, page: SourcedPage, pages: Pages) -> Traced | None:
    """The earliest page that had this passage, or whom that page relays; None where nobody had it before."""
    words = passage.of(page.text)
    for earlier in pages.earlier(page.page):
        wholesale = earlier.share >= REWRITTEN
        if not wholesale and len(_QUOTED.sub(" ", words).split()) * 2 < len(words.split()):
            continue  # two reporters at one press conference write down the same words
        sentences = pages.sentences(earlier.earlier)
        if len(words) >= SHORTEST and (found := best_match(plain(words), sentences.words)) is not None:
            there = pages.at[earlier.earlier]
            at = sentences.at[found[0]]
            relay = relayed_beside(at, there, there.relays) or whole_page(there)
            first = of_outlet(relay.outlet.name, "reuse") if relay is not None else own(there)
            return Traced(Origin(first.id, first.name, "reuse"), (shown(there, at),))
    return None


def trace(passage: Range, page: SourcedPage, pages: Pages, statement: Statement | None) -> Traced:
    """Where what the passage tells comes from."""
    if statement is not None and (interview := interviewed(statement, page)) is not None:
        return Traced(interview, (shown(page, statement.passage),))
    relay = relayed_beside(passage, page, page.relays) or whole_page(page)
    if relay is not None:
        return Traced(of_outlet(relay.outlet.name, "relay"), cue_of(relay, page))
    return reused(passage, page, pages) or _through(statement, page) or Traced(own(page))


def _through(statement: Statement | None, page: SourcedPage) -> Traced | None:
    """Through whom a statement came, where it is not the page's own outlet."""
    outlet: Outlet | None = page.outlet
    own_name = fold(outlet.name) if outlet else ()
    via = list(_others(statement, own_name))
    if statement is None or not via:
        return None
    return Traced(of_outlet(via[-1], "relay"), (shown(page, statement.passage),))


def _others(statement: Statement | None, own_name: tuple[str, ...]) -> Iterator[str]:
    for name in statement.via if statement else ():
        if fold(name) != own_name:
            yield name
