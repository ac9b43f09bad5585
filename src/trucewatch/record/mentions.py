"""What extraction finds in one text: dated passages, names, attributions, event mentions."""

from dataclasses import dataclass, field
from enum import StrEnum

from trucewatch.record.ids import PageId, TextId, content_id
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
        return content_id("time", page, self.text, self.timex.start, self.timex.end, self.timex.type)


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
    cue: Range | None
    content: tuple[Range, ...]
    kind: Kind
    maker: str = field(compare=False, default="")


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution whose speaker is resolved, with where, to whom and when it was said."""

    attribution: Attribution
    speaker: str
    addressee: str | None = None
    venue: str | None = None
    """As a reader would name it: "interview with the agency", "joint press conference in the capital"."""
    said_on: str | None = None
    """ISO prefix, or two joined by "/"."""
    via: tuple[str, ...] = ()
    """The chain it came through, nearest first: outlet, agency, interview."""


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
    """ISO 3166-1 alpha-3 and PLOVER sector: "ABC GOV"."""


class Relation(StrEnum):
    """How a figure bounds what it counts."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that the text gives: so many of what, of whom."""

    value: float
    relation: Relation
    unit: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event is told to be: the words, and coordinates in degrees (WGS 84) with their precision."""

    text: str
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """A trigger in a clause, coded with PLOVER and with its peace-process track."""

    text: TextId
    trigger: Range
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
    maker: str = field(compare=False, default="")
    score: float = field(compare=False, repr=False, default=1.0)
