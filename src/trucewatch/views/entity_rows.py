"""The rows of the views of persons, offices and places; their fields are the columns of every output form."""

from dataclasses import dataclass

from trucewatch.record.spans import Evidence


@dataclass(frozen=True, slots=True)
class JoinReason:
    """One thing that speaks for two names being of one, or against it."""

    feature: str
    """spelling, principal, office, company, days, namesakes, dossier, name."""
    detail: str
    """What was found."""
    weight: float
    """How much it counts, from -1 to 1."""


@dataclass(frozen=True, slots=True)
class NamesJoined:
    """Two names that are held to be of one, or nearly."""

    one: str
    """A name."""
    other: str
    """Another."""
    score: float
    """How sure that is, from 0 to 1."""
    why: tuple[JoinReason, ...]
    """What speaks for it and against it."""

    def __str__(self) -> str:
        reasons = ", ".join(reason.detail for reason in self.why)
        return f"{self.one} = {self.other} ({self.score:.2f}: {reasons})"


@dataclass(frozen=True, slots=True)
class OfficeSeen:
    """An office as pages give it, and when they do."""

    title: str
    """The office's words."""
    of: str | None
    """Whose it is: a state, a body, a person."""
    first: str | None
    """The first day of a page that says so."""
    last: str | None
    """The last such day."""

    def __str__(self) -> str:
        days = (self.first, self.last) if self.last != self.first else (self.first,)
        return " ".join((self.title, "/".join(filter(None, days)))).rstrip()


@dataclass(frozen=True, slots=True)
class PersonListRow:
    """A person, office or body across pages: what it is called, which offices it holds, how often it is quoted."""

    id: str
    """The id of its earliest mention, which later pages do not change; other commands take its first digits."""
    name: str
    """The fullest form of the name that most pages have."""
    type: str
    """person, office, body, group or document."""
    statements: int
    """How many statements."""
    direct: int
    """Of these, so many in direct speech."""
    events: int
    """How many events on those pages it takes part in."""
    pages: int
    """How many pages name or quote it."""
    outlets: tuple[str, ...]
    """Who publishes those pages."""
    on_behalf: tuple[str, ...]
    """Whom it speaks for, in the order of first use."""
    offices: tuple[OfficeSeen, ...]
    """Its offices as the pages write them, in the order of first use."""
    spellings: tuple[str, ...]
    """The forms that pages write, most frequent first."""
    first: str | None
    """The first day that one of its statements was said, or that a page naming it was published."""
    last: str | None
    """The last such day."""
    known_as: str | None
    """What the dossier calls it."""
    joined: tuple[NamesJoined, ...]
    """Why its names are of one, the surest first."""
    near: tuple[NamesJoined, ...]
    """Names that come near to being of it and were not joined: for a reviewer."""
    evidence: tuple[Evidence, ...]
    """The passages that quote or name it: all of the first pages, and so of every page where there are few."""


@dataclass(frozen=True, slots=True)
class OfficeListRow:
    """One person in one office for some time."""

    office: str
    """What the office is, the same for all its titles: foreign minister, spokesperson."""
    of: str
    """Whose it is: a state or body."""
    holder: str
    """The person's name."""
    id: str
    """The person's id, as `show people` has it."""
    since: str | None
    """By the dossier, when the term began; by pages, the first day on which one says so. An ISO prefix."""
    until: str | None
    """When it ended, or the last such day; null where the dossier knows no end."""
    grounds: str
    """dossier, or pages."""
    titles: tuple[str, ...]
    """The office in the words of the pages."""
    pages: int
    """How many pages say so, or, where the dossier does, name the holder at that time."""
    evidence: tuple[Evidence, ...]
    """Passages of the first and the last of those pages."""


@dataclass(frozen=True, slots=True)
class TrackCount:
    """How many events of a track are told to be at a place."""

    track: str
    """The track."""
    events: int
    """How many events, each telling of one counted."""

    def __str__(self) -> str:
        return f"{self.track} ({self.events})"


@dataclass(frozen=True, slots=True)
class PlaceListRow:
    """A place under all its names, with what is told to have happened there."""

    id: str
    """Made from what it is known by: the dossier's name, its point, or its name."""
    name: str
    """The name that most events have."""
    names: tuple[str, ...]
    """All names that pages write, those with most events first."""
    why: str
    """Why they are of one place."""
    latitude: float | None
    """Degrees, WGS 84; null where no map knows the place."""
    longitude: float | None
    """Likewise."""
    precision: str | None
    """What the coordinates stand for: exact for the place itself, region or country for a point inside one."""
    events: int
    """How many events are told to be there, each telling of one counted."""
    tracks: tuple[TrackCount, ...]
    """The same by track, most first."""
    first: str | None
    """The first day that one of them can be of."""
    last: str | None
    """The last such day."""
    known_as: str | None
    """What the dossier calls it."""
    evidence: tuple[Evidence, ...]
    """The sentences that tell of events there: of each name the first ones."""
