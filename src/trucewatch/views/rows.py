"""The rows that views give, one frozen type each; their fields are the columns of every output form."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from trucewatch.record.spans import Evidence, Range

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Rows(Generic[R]):
    """The rows of a view, and whether the limit cut it."""

    rows: tuple[R, ...]
    cut: bool
    """True where there are more rows than the limit let through."""
    total: int | None = None
    """How many rows there are in all, where that was counted."""
    counted: bool = True
    """False where there are more than `total`."""
    matching: int | None = None
    """How many mentions match what was asked for, where a row stands for several of them."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A dated passage: one sentence and one date that it speaks of."""

    date: str | None
    """ISO prefix (2020, 2020-11, 2020-11-09), or first and last day joined by "/"; null where the year is unknown."""
    value: str
    """The TIMEX3 value: 2020-11-09, 2020-W46, XXXX-11-09, 2020-11-09T21:00."""
    type: str
    """The TIMEX3 type: DATE or TIME."""
    modifier: str | None
    """The TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER ..."""
    precision: str
    """What the date names: time, day, weekend, week, month, season, quarter, half, year, decade, century, interval."""
    earliest: str | None
    """The first moment that is meant: YYYY-MM-DD, with Thh:mm for a time."""
    latest: str | None
    """The last moment that is meant, in the same form."""
    words: str
    """The time expression as the page writes it."""
    sentence: str
    """The sentence that it stands in."""
    outlet: str | None
    """Who published the page."""
    published: str | None
    """When the page was published, as far as it is known."""
    page: str
    """The page's id."""
    evidence: tuple[Evidence, ...]
    """The sentence in the page's text."""


@dataclass(frozen=True, slots=True)
class PageListRow:
    """A page and what became of it."""

    id: str
    """The page's id; other commands take its first few digits."""
    outlet: str | None
    """Who published it."""
    published: str | None
    """When it was published: an ISO prefix, X for what is not known."""
    grounds: str | None
    """How the publication date is known: given, json-ld, meta, stamp, dateline, address, inferred."""
    headline: str | None
    """Its headline."""
    language: str | None
    """ISO 639-1 code of its language."""
    state: str
    """read, unread, or the reason why it was dropped: EMPTY, NO_TEXT, WRONG_LANGUAGE ..."""
    detail: str | None
    """More on why it was dropped."""
    times: int
    """How many time expressions were found in it."""
    locators: tuple[str, ...]
    """Where it was found: addresses or paths."""
    evidence: tuple[Evidence, ...]
    """Its headline or first paragraph; with an empty quote where it has no text."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An outlet's name and a number of pages."""

    name: str
    """The outlet."""
    pages: int
    """How many pages."""

    def __str__(self) -> str:
        return f"{self.name} ({self.pages})"


@dataclass(frozen=True, slots=True)
class SourceListRow:
    """An outlet, what it published and whom it relays."""

    name: str | None
    """The outlet; null gathers the pages whose outlet is not known."""
    kind: str
    """agency, press, broadcaster, official, organisation or unknown."""
    pages: int
    """How many pages it published; 0 for an outlet that others relay only."""
    first: str | None
    """The earliest day that one of them was published."""
    last: str | None
    """The latest day that one of them was published."""
    relays: tuple[Counted, ...]
    """Whom its pages relay, with the number of pages, most first."""
    relayed_by: tuple[Counted, ...]
    """Who relays it, with the number of pages, most first."""
    examined: int
    """Of how many of its pages it was found out whose they are: of all, or of a sample where there are very many."""
    own: int
    """Of these, so many are its own reporting."""
    relayed: int
    """So many say that another outlet's report is passed on as a whole."""
    copied: int
    """So many have a good part of their text from a page that another outlet published before, and do not say so."""
    copied_from: tuple[Counted, ...]
    """From whom, with the number of pages, most first; whom a copied page relays stands in its place."""
    evidence: tuple[Evidence, ...]
    """A passage of one of its pages, one that says whom it relays if there is; else of a page that relays it. Behind it
    a passage that was copied, and the page that had it before."""


@dataclass(frozen=True, slots=True)
class HitListRow:
    """A passage that a search found."""

    date: str | None
    """When the page was published."""
    outlet: str | None
    """Who published it."""
    headline: str | None
    """The page's headline."""
    snippet: str
    """The words around the first match; an ellipsis at either end stands for what is left out."""
    matches: tuple[Range, ...]
    """Which code points of the snippet match."""
    role: str
    """What the passage is to the page: headline, deck, dateline, paragraph ..."""
    page: str
    """The page's id."""
    evidence: tuple[Evidence, ...]
    """The snippet's words in the page's text."""


@dataclass(frozen=True, slots=True)
class StatementListRow:
    """Who said what, to whom, where and when, and how it came to the page."""

    speaker: str | None
    """The full name as the page gives it, or the office or body that speaks; null where the page leaves it open."""
    speaker_type: str | None
    """What the speaker is: person, office, body, group or document."""
    speaker_grounds: str | None
    """How that is known: named, short form, title, pronoun, continued, as written."""
    office: str | None
    """The speaker's office as the page writes it."""
    organization: str | None
    """The organisation that the speaker belongs to."""
    on_behalf: str | None
    """The state, body or person that the speaker speaks for."""
    held_by: str | None
    """Where an office speaks without a name: who held it on that day; null where that is not known."""
    held_grounds: str | None
    """How that is known."""
    as_written: str | None
    """The page's words for the speaker: a name, a title, a pronoun; null where there are none."""
    kind: str
    """direct, indirect or mixed speech."""
    words: str
    """What was said, as the page has it; an ellipsis stands where other words interrupt it."""
    venue: str | None
    """Where or on what occasion it was said."""
    addressee: str | None
    """To whom."""
    said_on: str | None
    """When: an ISO prefix, or first and last day joined by "/"; null where the page does not tell."""
    said_grounds: str | None
    """How that is known: stated, or carried from a statement of the same occasion."""
    via: tuple[str, ...]
    """The chain it came through, nearest first: the outlet, whom it relays, the interview."""
    id: str
    """The statement's id; `trucewatch decide` takes its first digits."""
    stands: str
    """What reviewers made of it: found (nobody decided), confirmed, corrected or added."""
    outlet: str | None
    """Who published the page."""
    published: str | None
    """When the page was published, as far as it is known."""
    page: str
    """The page's id."""
    evidence: tuple[Evidence, ...]
    """The sentences that hold the speaker and what is said."""


@dataclass(frozen=True, slots=True)
class EventParty:
    """Who takes part in an event."""

    text: str
    """The page's words."""
    code: str | None
    """Country (ISO 3166-1 alpha-3) and PLOVER sector, as far as they are known."""

    def __str__(self) -> str:
        return f"{self.text} ({self.code})" if self.code else self.text


@dataclass(frozen=True, slots=True)
class EventFigure:
    """So many of what, of whom."""

    value: float
    """The figure."""
    relation: str
    """exact, at-least, at-most or about."""
    unit: str
    """What is counted, in the singular."""
    of: str | None
    """Of whom."""

    def __str__(self) -> str:
        bound = "" if self.relation == "exact" else f"{self.relation.replace('-', ' ')} "
        return f"{bound}{self.value:,.15g} {self.unit}{f' of {self.of}' if self.of else ''}"


@dataclass(frozen=True, slots=True)
class EventListRow:
    """Who did what to whom, where and when, in what state, and who says so, in the words of one of its mentions."""

    date: str | None
    """When, as closely as any page tells: an ISO prefix, or first and last day joined by "/"; null where none does."""
    precision: str | None
    """What the date names: day, month, year or interval; null without a date."""
    trigger: str
    """The words that tell of it."""
    sentence: str
    """The sentence that they stand in."""
    track: str
    """Its reading in the peace process: ceasefire, violation, fighting, agreement ..."""
    status: str
    """happened, ongoing, planned, alleged, denied, called-for or hypothetical."""
    status_words: str | None
    """The word that decided the status; null where tense alone did."""
    category: str
    """The PLOVER category."""
    mode: str | None
    """The PLOVER mode."""
    context: str | None
    """The PLOVER context."""
    actors: tuple[EventParty, ...]
    """Who did it; both sides of what is done to each other."""
    recipients: tuple[EventParty, ...]
    """To whom."""
    place: str | None
    """Where, in the page's words."""
    latitude: float | None
    """Degrees, WGS 84; null where no map knows the place."""
    longitude: float | None
    """Likewise."""
    place_precision: str | None
    """What the coordinates stand for: exact for the place itself, region or country for a point inside one."""
    quantities: tuple[EventFigure, ...]
    """Figures that hang on the event's words."""
    asserted_by: str
    """The word outlet, or the name of the speaker of the innermost statement that holds it."""
    reported_by: str | None
    """Where statements nest, the speaker of the outermost; null where that is who asserts it."""
    rule: str
    """The rule that coded it."""
    outlet: str | None
    """Who published the page."""
    published: str | None
    """When the page was published, as far as it is known."""
    page: str
    """The page's id."""
    id: str
    """The event's id: that of its earliest mention. `show event` takes it, or its first digits."""
    mentions: int
    """How often it is told."""
    pages: int
    """On how many pages."""
    outlets: tuple[str, ...]
    """Who tells of it, by name."""
    statuses: tuple[str, ...]
    """The states in which it is told, in the order of publication: planned, ongoing, happened."""
    origins: int | None
    """How many independent origins its accounts have: outlets that relay or copy one agency count once."""
    parties: tuple[str, ...]
    """Whose accounts there are beside the outlets' own: codes of states and armed groups, names of organisations."""
    confirmed_by: tuple[str, ...]
    """Which of these bear out what another side tells; empty where one side alone, or none, speaks."""
    agreement: str | None
    """The agreement of the dossier that it is part of."""
    background: bool
    """Whether it is only told again to explain the news."""
    evidence: tuple[Evidence, ...]
    """The sentences that tell of it on all pages, that of this row first: they are held to tell of one event."""
