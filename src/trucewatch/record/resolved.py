"""What resolution makes of mentions, within and across pages: outlets, entities, events, origins, agreements."""

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.record.ids import PageId, content_id
from trucewatch.record.spans import Range, Span


class OutletKind(StrEnum):
    """What sort of publisher an outlet is; agencies are relayed, officials speak for a party."""

    AGENCY = "agency"
    PRESS = "press"
    BROADCASTER = "broadcaster"
    OFFICIAL = "official"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher under all its spellings and hosts."""

    name: str
    kind: OutletKind = OutletKind.UNKNOWN
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    """Registered domains whose pages are its own: "example.org"."""

    @property
    def id(self) -> str:
        """The outlet's id, made from its name."""
        return content_id("outlet", self.name)


@dataclass(frozen=True, slots=True)
class OutletRegister:
    """The outlets that are known by name before any page is read; what is not in it is kept as the page writes it."""

    outlets: tuple[Outlet, ...] = ()


@dataclass(frozen=True, slots=True)
class RelayedFrom:
    """That a page passes on another outlet's report: the resolved name, the words of the page, the cue."""

    outlet: Outlet
    as_written: str
    at: Range | None


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Who publishes a page and whom it relays, resolved against the register."""

    page: PageId
    outlet: Outlet | None
    relayed: tuple[RelayedFrom, ...] = ()


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office with the dates between which the entity held it; None where not known."""

    office: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or place with its names and offices."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    offices: tuple[OfficeHeld, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an account really comes from; outlets that relay one agency share one origin."""

    id: str
    name: str
    how: str
    """"own", "relay", "interview" or "reuse"."""
    evidence: tuple[Span, ...] = ()


class CommitmentState(StrEnum):
    """Whether a commitment is kept, as of a date."""

    PENDING = "pending"
    IN_PROGRESS = "in-progress"
    KEPT = "kept"
    BROKEN = "broken"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of evidence that a commitment moved."""

    on: str | None
    state: CommitmentState
    evidence: Span


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who undertook what towards whom by when, and the steps that show what became of it."""

    id: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str
    due: str | None
    evidence: tuple[Span, ...]
    steps: tuple[Step, ...] = ()
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """An accord with its parties, guarantors and dates."""

    id: str
    name: str
    parties: tuple[str, ...]
    guarantors: tuple[str, ...] = ()
    signed: str | None = None
    in_force: str | None = None
    evidence: tuple[Span, ...] = ()
