"""What a page says of itself: headline, outlet, byline, dates with their grounds, language, whom it passes on."""

import re
from dataclasses import dataclass, replace

from trucewatch.reading.article.agencies import is_agency_credit, spellings
from trucewatch.reading.article.bylines import byline_of
from trucewatch.reading.article.filing import Filing, filed
from trucewatch.reading.article.heads import with_heads
from trucewatch.reading.article.language import language_of
from trucewatch.reading.article.outlet import outlet_of
from trucewatch.reading.article.published import DatelineDate, published_of
from trucewatch.reading.article.relays import find_relays
from trucewatch.reading.article.stamps import is_stamp_line
from trucewatch.reading.draft import Draft
from trucewatch.record.dates import Grounds, Published
from trucewatch.record.pages import Given
from trucewatch.record.resolved import OutletRegister
from trucewatch.record.spans import Range
from trucewatch.record.texts import REPORTING, Article, Block, Relay, Role

__all__ = ["Described", "describe"]


@dataclass(frozen=True, slots=True)
class Described:
    """The page's blocks, its dateline told apart from the first paragraph, and what it says of itself."""

    blocks: tuple[Block, ...]
    article: Article


def describe(draft: Draft, given: Given, register: OutletRegister) -> Described:
    """What the page says of itself; what is given wins over all that it says."""
    draft = with_heads(draft)
    filing = filed(draft)
    draft = replace(draft, blocks=filing.blocks)
    address = given.address or draft.stated.address
    names = spellings(register)
    outlet = (given.outlet, "given") if given.outlet else outlet_of(draft, filing.agency, address, register, names)
    name, grounds = outlet if outlet else (None, None)
    article = Article(
        headline=_headline(draft),
        outlet=name,
        outlet_grounds=grounds,
        byline=_byline(draft),
        published=_published(draft, given, filing, address),
        dateline_place=filing.place or _place_in_byline(draft),
        language=language_of(_reporting(draft), draft.stated.language),
        address=address,
        relays=_relays(draft, filing, names, name),
    )
    return Described(draft.blocks, article)


def _published(draft: Draft, given: Given, filing: Filing, address: str | None) -> Published | None:
    if given.published is not None:
        return Published(given.published, Grounds.GIVEN)
    return published_of(draft, DatelineDate(filing.date, filing.at) if filing.date else None, address)


def _headline(draft: Draft) -> str | None:
    """The headline block's words, Markdown's marks and line breaks taken off; else what the markup states."""
    block = next((b for b in draft.blocks if b.role is Role.HEADLINE), None)
    if block is None:
        return draft.stated.headline
    words = re.sub(r"^#{1,6}\s+|\s+#{1,6}$", "", draft.string[block.start : block.end])
    return re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", words).strip("*_ \t\u00a0") or None


def _byline(draft: Draft) -> str | None:
    if draft.stated.byline:
        return draft.stated.byline
    for block in draft.blocks:
        if block.role is Role.BYLINE:
            words = draft.string[block.start : block.end]
            name = None if is_stamp_line(words) else byline_of(words)
            if name:
                return name
    return None


def _place_in_byline(draft: Draft) -> str | None:
    """The place between the dots of a byline ("Name · Place · Issue 7"), where the report is set there."""
    said = next((draft.string[b.start : b.end] for b in draft.blocks if b.role is Role.PARAGRAPH), "")
    for block in draft.blocks:
        if block.role is Role.BYLINE:
            parts = [p.strip(" *_") for p in re.split(r"\s[·•|]\s", draft.string[block.start : block.end])]
            return next((p for p in parts[1:] if p[:1].isupper() and f" in {p}" in said), None)
    return None


def _relays(draft: Draft, filing: Filing, names: frozenset[str], own: str | None) -> tuple[Relay, ...]:
    """Outlets that the report names as its source, the agency of the dateline and of the credit at the end included."""
    credited = [Relay(filing.agency, filing.agency_at)] if filing.agency else []
    for block in draft.blocks:
        words = draft.string[block.start : block.end]
        if block.role is Role.BYLINE and is_agency_credit(words):
            credited.append(Relay(words.strip(" ()[]–—-."), Range(block.start, block.end)))
    return find_relays(_passages(draft), names, own, credited)


def _reporting(draft: Draft) -> list[str]:
    return [draft.string[b.start : b.end] for b in draft.blocks if b.role in REPORTING]


def _passages(draft: Draft) -> list[tuple[int, str]]:
    return [(b.start, draft.string[b.start : b.end]) for b in draft.blocks if b.role in REPORTING]
