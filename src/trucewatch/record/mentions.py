"""What extraction finds in one text: dated passages, names, attributions, event mentions."""

from dataclasses import dataclass, field
from enum import StrEnum

from trucewatch.record.ids import PageId, TextId, mention_id
from trucewatch.record.spans import Range
from trucewatch.record.texts import Role
from trucewatch.record.times import Timex


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression with the sentence that it stands in: a dated passage."""

    text: TextId
    timex: Timex
    passage: Range
    """The sentence; it contains the expression."""
    role: Role = Role.PARAGRAPH
    """What the block that holds it is to the page: a dateline dates the page, and no happening."""
    maker: str = field(compare=False, default="")
    """Stage and version that found it: "times@1"."""

    def id(self, page: PageId) -> str:
        """The mention's id on `page`: two pages may hold one text."""
        return mention_id("time", page, self.text, self.timex.start, self.timex.end, self.timex.type)


class NameType(StrEnum):
    """The kinds of named mention."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Name:
    """A named mention."""

    text: TextId
    at: Range
    type: NameType
    maker: str = field(compare=False, default="")


class Kind(StrEnum):
    """How speech is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one reported speech, belief or document, as in PARC and PolNeAR."""

    text: TextId
    source: Range | None
    cue: tuple[Range, ...]
    """In the text's order; several where other words stand between its parts, empty where speech stands without one."""
    content: tuple[Range, ...]
    """In the text's order; never empty. Quotation marks at the edges are not part of it."""
    kind: Kind
    nested_in: Range | None = None
    """The first content range of the attribution that this one is reported in: X said that Y had told Z."""
    maker: str = field(compare=False, default="")
    score: float = field(compare=False, repr=False, default=1.0)


class SpeakerType(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    OFFICE = "office"
    """Whoever holds it: "the Foreign Minister" where no name is given."""
    BODY = "body"
    """A ministry, an army, a government, a news agency."""
    GROUP = "group"
    """People without names: "officials", "residents"."""
    DOCUMENT = "document"
    """"The statement", "a poll"."""


class SpeakerGrounds(StrEnum):
    """How the words that stand for a speaker were resolved."""

    NAMED = "named"
    """The words themselves name the speaker."""
    SHORT_FORM = "short form"
    """A surname or short form of a name given elsewhere on the page."""
    TITLE = "title"
    """An office or description of somebody named elsewhere on the page: "the top diplomat"."""
    PRONOUN = "pronoun"
    CONTINUED = "continued"
    """No source of its own: the speech goes on from a statement beside it."""
    AS_WRITTEN = "as written"
    """An office, body, group or document that stands for itself."""
    REVIEWED = "reviewed"
    """A reviewer said so."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is behind a statement, as the page gives them at their fullest."""

    name: str
    type: SpeakerType
    grounds: SpeakerGrounds
    office: str | None = None
    """"Foreign Minister of Westland", "army spokesman"; as the page writes it."""
    organization: str | None = None
    behalf: str | None = None
    """On whose behalf: the state, body or person that a spokesperson or office-holder speaks for."""


class SaidGrounds(StrEnum):
    """How it is known when a statement was said."""

    STATED = "stated"
    """A time expression beside the cue or source says so."""
    CARRIED = "carried"
    """From a statement of the same speaker and occasion on the page."""
    REVIEWED = "reviewed"
    """A reviewer said so."""


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was said: an ISO prefix, or two joined by "/", and how that is known."""

    value: str
    grounds: SaidGrounds


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution with its speaker, and where, to whom and when it was said; None is not known."""

    attribution: Attribution
    passage: Range
    """The sentences that hold source, cue and content."""
    speaker: Speaker | None = None
    """None where the page leaves open who speaks."""
    addressee: str | None = None
    venue: str | None = None
    """As a reader would name it: "interview with the agency", "joint press conference in the capital"."""
    said_on: Said | None = None
    via: tuple[str, ...] = ()
    """The chain it came through, nearest first: outlet, agency, interview."""
    maker: str = field(compare=False, default="")

    def id(self, page: PageId) -> str:
        """The statement's id on `page`: its words and its cue tell it from every other."""
        found = self.attribution
        return statement_id(page, found.text, found.content, found.cue)


def statement_id(page: PageId, text: TextId, content: tuple[Range, ...], cue: tuple[Range, ...]) -> str:
    """The id of the statement of these words."""
    spots = [n for r in (*content, *cue) for n in (r.start, r.end)]
    return mention_id("statement", page, text, len(content), *spots)


class Status(StrEnum):
    """In what state an event is told."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    CALLED_FOR = "called-for"
    HYPOTHETICAL = "hypothetical"


class Track(StrEnum):
    """The peace-process reading of an event."""

    CEASEFIRE = "ceasefire"
    VIOLATION = "violation"
    FIGHTING = "fighting"
    AGREEMENT = "agreement"
    COMMITMENT = "commitment"
    MEETING = "meeting"
    HUMANITARIAN = "humanitarian"
    DEPLOYMENT = "deployment"
    ACCUSATION = "accusation"
    DENIAL = "denial"
    DEMAND = "demand"
    OTHER_POLITICAL = "other-political"


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient as the text writes it, with its code where one is known."""

    text: str
    code: str | None = None
    """ISO 3166-1 alpha-3, or IGO, NGO, IMG, MNC where it is no country's, and a PLOVER sector if known: "ABC GOV"."""


class Relation(StrEnum):
    """How a figure bounds what it counts."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that the text gives: so many of what, of whom. A range is two of them, at least and at most."""

    value: float
    relation: Relation
    unit: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event is told to be: the words, and coordinates in degrees (WGS 84) with their precision.

    The precision is "exact" for the place itself, "region" or "country" for a point inside one; None without a point.
    """

    text: str
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """A trigger in a clause, coded with PLOVER and with its peace-process track."""

    text: TextId
    trigger: Range
    passage: Range
    """The sentence that holds it."""
    category: str
    mode: str | None
    context: str | None
    track: Track
    status: Status
    status_words: Range | None
    asserted_by: str
    """"outlet", or the name of the speaker of the statement that contains it."""
    rule: str
    date: str | None = None
    place: EventPlace | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    known: str | None = None
    """The agreement of the dossier that it tells of, by the dossier's name for it."""
    background: bool = False
    """Told again to explain the news, and no news itself."""
    reported_by: str | None = None
    """Where statements nest, the speaker of the outermost; None where that is who asserts it."""
    maker: str = field(compare=False, default="")
    score: float = field(compare=False, repr=False, default=1.0)

    def id(self, page: PageId) -> str:
        """The mention's id on `page`: its trigger and what it was coded as tell it from every other."""
        return event_id(page, self.text, self.trigger, self.rule)


def event_id(page: PageId, text: TextId, trigger: Range, rule: str) -> str:
    """The id of the event that this rule coded on these words."""
    return mention_id("event", page, text, trigger.start, trigger.end, rule)
