"""Where a passage of a page comes from: whom the page relays, an interview, or a page that had it first."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from trucewatch.record.folding import fold
from trucewatch.record.ids import PageId, content_id
from trucewatch.record.mentions import Statement
from trucewatch.record.origins import Standing
from trucewatch.record.resolved import Origin, OutletKind, RelayedFrom
from trucewatch.record.reuse import Copied, Sharing, SourcedPage
from trucewatch.record.spans import Evidence, Range
from trucewatch.resolve.origins.passages import SHORTEST, Sentences, best_match, copied, plain, sentences_of, share

LEAD = 400
"""Code points of reporting at the start of a page: who is named there as a source is meant by "the agency" below."""
SHORT = 2500
"""Code points of reporting: what the lead of so short a page says of its source it says of all of it. Where that is too
much, accounts count as fewer origins than they are, never as more."""
CREDIT = 30
"""Code points: a cue no longer than this, in the lead, is a credit such as "(Agency)", unless it has a verb."""
REWRITTEN = 0.15
"""Of a page: one that shares so much of its text with an earlier one has its account from there, quotations included;
below that, only what it says in its own words and has in common counts."""
COPIED = 0.4
"""Of a page: one that has so much of its text from an earlier one is a copy, to which something may be added."""
NEW = 50.0
"""Of 100: a sentence that is less alike to every sentence of a page is no version of any of them."""

_MEDIA = frozenset({OutletKind.AGENCY, OutletKind.PRESS, OutletKind.BROADCASTER})
_FIRST_HAND = frozenset({OutletKind.AGENCY, OutletKind.OFFICIAL, OutletKind.ORGANISATION})
_LAST = "9999-12-31"
_INTERVIEW = re.compile(r"\binterview(?:ed)?\b(?:\s+(?:with|to|for|by)\s+(.{2,80}))?", re.IGNORECASE)
_NAMED_AGAIN = re.compile(
    r"\b(?:the|this) (?:news )?(?:agency|newspaper|paper|daily|broadcaster|channel)\b", re.IGNORECASE
)
_DEEPER = re.compile(r"\b(?:citing|cites|cited|quoting|quotes|quoted|told|interview|reference)\b", re.IGNORECASE)
"""In a cue: "the agency reports, citing the Post" has it from the Post."""
_VERB = re.compile(r"\b(?:report|sa(?:y|id)|wr(?:ite|ote)|tell|told|cit|quot|accord|cover|carr)", re.IGNORECASE)
_MEDIUM = re.compile(
    r"\b(?:agency|news|newspaper|television|tv|radio|channel|daily|magazine|broadcaster|media|press|times|post)\b", re.I
)
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
    short = sum(r.end - r.start for r in page.reporting) <= SHORT
    found = [r for r in page.relays if r.at is None or not _inside(r.at, page.reporting)]
    found += [r for r in _in_lead(page) if r.at is not None and (short or _is_credit(r.at, page))]
    return _deepest(found, page)


def _is_credit(at: Range, page: SourcedPage) -> bool:
    return at.end - at.start <= CREDIT and not _VERB.search(at.of(page.text))


def media(page: SourcedPage, is_party: Callable[[str], bool]) -> SourcedPage:
    """The page with those relays only that are of media: what a government says is its account, and no relay."""
    kept = tuple(
        r for r in page.relays if r.outlet.kind in _MEDIA or _MEDIUM.search(r.as_written) or not is_party(r.outlet.name)
    )
    return page if kept == page.relays else replace(page, relays=kept)


def _in_lead(page: SourcedPage) -> list[RelayedFrom]:
    lead = page.reporting[0].start + LEAD if page.reporting else 0
    return [r for r in page.relays if r.at is not None and r.at.start < lead and _inside(r.at, page.reporting)]


def _deepest(relays: Iterable[RelayedFrom], page: SourcedPage) -> RelayedFrom | None:
    """Of several that one passage names, whom the others have it from."""
    found = list(relays)
    deeper = [r for r in found if r.at is not None and _DEEPER.search(r.at.of(page.text))]
    return next(iter(deeper or found), None)


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
    """The interview that a statement was made in, as whoever held it; None for other occasions."""
    match = _INTERVIEW.search(statement.venue or "")
    if match is None:
        return None
    others = _others(statement, page)
    cues = [r for r in page.relays if r.at is not None and _INTERVIEW.search(r.at.of(page.text))]
    before = [r for r in cues if r.at is not None and r.at.start < statement.passage.end]
    # The chain ends with whoever held the interview; else the page may have said it above.
    held_by = others[-1] if others else before[-1].outlet.name if before else match[1]
    if held_by is None:
        return None
    origin = of_outlet(held_by, "interview")
    return Origin(origin.id, f"interview with {held_by}", "interview")


def relayed_in(passage: Range, page: SourcedPage) -> RelayedFrom | None:
    """Whom the page relays in this passage, by name or as the agency that its lead has named."""
    beside = [r for r in page.relays if r.at is not None and passage.start <= r.at.start < passage.end]
    if not beside and _NAMED_AGAIN.search(passage.of(page.text)):
        beside = _in_lead(page)
    return _deepest(beside, page)


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
        if earlier.share < REWRITTEN and _spoken(passage, page):
            continue  # two reporters at one press conference write down the same words
        sentences = pages.sentences(earlier.earlier)
        if len(words) >= SHORTEST and (found := best_match(plain(words), sentences.words)) is not None:
            there, at = pages.at[earlier.earlier], sentences.at[found[0]]
            relay = relayed_in(at, there) or whole_page(there)
            first = of_outlet(relay.outlet.name, "reuse") if relay is not None else own(there)
            if first.id == own(page).id:
                return Traced(own(page))  # its publisher had it before as well
            return Traced(Origin(first.id, first.name, "reuse"), (shown(there, at),))
    return None


def added(passage: Range, page: SourcedPage, pages: Pages) -> bool:
    """True for a passage that is in none of the pages from which this one has most of its text."""
    words = plain(passage.of(page.text))
    whole = [s for s in pages.earlier(page.page) if s.share >= COPIED]
    return bool(whole) and all(best_match(words, pages.sentences(s.earlier).words, NEW) is None for s in whole)


def copy_of(page: SourcedPage, pages: Pages) -> tuple[SourcedPage, tuple[Copied, ...]] | None:
    """The earliest page that this one has a good part of its text from, with the passages; None where it has its own.

    One whose quotations alone stand elsewhere has no text from there: both have heard the same speaker.
    """
    for earlier in pages.earlier(page.page):
        own_words = pages.sentences(page.page)
        found = copied(own_words, pages.sentences(earlier.earlier))
        if share(found, own_words) >= REWRITTEN and not all(_spoken(c.at, page) for c in found):
            return pages.at[earlier.earlier], found
    return None


def _spoken(at: Range, page: SourcedPage) -> bool:
    """True where most of the passage stands in quotation marks, which may be opened and closed around it."""
    block = next((b for b in page.reporting if b.start <= at.start < b.end), at)
    quoted = (m.span() for m in _QUOTED.finditer(page.text, block.start, block.end))
    return 2 * sum(max(0, min(end, at.end) - max(start, at.start)) for start, end in quoted) > at.end - at.start


def trace(passage: Range, page: SourcedPage, pages: Pages, statement: Statement | None) -> Traced:
    """Where what the passage tells comes from."""
    if statement is not None and (interview := interviewed(statement, page)) is not None:
        return Traced(interview, (shown(page, statement.passage),))
    if (relay := relayed_in(passage, page)) is not None:
        return Traced(of_outlet(relay.outlet.name, "relay"), cue_of(relay, page))
    if (through := _through(statement, page)) is not None:
        return through
    if statement is not None and (statement.venue or _told_to_us(statement, page)):
        return Traced(own(page))
    if (relay := whole_page(page)) is not None and not added(passage, page, pages):
        return Traced(of_outlet(relay.outlet.name, "relay"), cue_of(relay, page))
    return reused(passage, page, pages) or Traced(own(page))


def standing(page: SourcedPage, pages: Pages) -> Standing:
    """Whether the page as a whole is its publisher's own; a text that the publisher had before is its own as well."""
    if (relay := whole_page(page)) is not None:
        return Standing(page.page, of_outlet(relay.outlet.name, "relay"), cue_of(relay, page))
    if (found := copy_of(page, pages)) is not None:
        earlier, passages = found
        relay = whole_page(earlier)
        first = of_outlet(relay.outlet.name, "reuse") if relay is not None else own(earlier)
        if first.id != own(page).id:
            longest = max(passages, key=lambda c: c.at.end - c.at.start)
            evidence = shown(page, longest.at), shown(earlier, longest.stood)
            return Standing(page.page, Origin(first.id, first.name, "reuse"), evidence, passages)
    return Standing(page.page, own(page))


def _told_to_us(statement: Statement, page: SourcedPage) -> bool:
    told = set(fold(statement.addressee or ""))
    return page.outlet is not None and bool(told) and told <= set(fold(page.outlet.name))


def _through(statement: Statement | None, page: SourcedPage) -> Traced | None:
    """Through whom a statement came, where it is not the page's own outlet."""
    if statement is None or not (others := _others(statement, page)):
        return None
    return Traced(of_outlet(others[-1], "relay"), (shown(page, statement.passage),))


def _others(statement: Statement, page: SourcedPage) -> list[str]:
    """The chain without the page's own outlet, under whichever form of its name."""
    own_words = set(fold(page.outlet.name)) if page.outlet else set()
    return [name for name in statement.via if not set(fold(name)) <= own_words]


def with_occasion(statement: Statement, said: Iterable[Statement], page: SourcedPage) -> Statement:
    """The statement with the chain of the same speaker's statement before it, where it has no occasion of its own.

    "The colonel told the Courier" is said once, and meant of all that he says below.
    """
    if statement.venue or statement.addressee or statement.speaker is None or _others(statement, page):
        return statement
    before = [
        s
        for s in said
        if s.speaker is not None
        and s.speaker.name == statement.speaker.name
        and s.passage.start < statement.passage.start
    ]
    nearest = max((s for s in before if _others(s, page)), key=lambda s: s.passage.start, default=None)
    return statement if nearest is None else replace(statement, via=nearest.via)
