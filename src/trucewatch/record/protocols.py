"""The protocols by which rooms meet: what a stage is, what the store offers to write and to read."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import ClassVar, Generic, Protocol, TypeVar

from trucewatch.record.asked import Scope as Scope
from trucewatch.record.asked import Sought as Sought
from trucewatch.record.dates import Published
from trucewatch.record.entities import EntityReader
from trucewatch.record.forgotten import Forgotten, Tombstone
from trucewatch.record.ids import PageId
from trucewatch.record.kept import Decision, DocumentKind, KeptDocument, Stands
from trucewatch.record.logged import LoggedRow, MarkedRow, SoughtDecisions
from trucewatch.record.mentions import EventMention, Statement, Status, TimeMention, Track
from trucewatch.record.pages import Captured, Given, Page
from trucewatch.record.readings import PageReading
from trucewatch.record.reuse import Sourced, SourceRow
from trucewatch.record.spots import SpotReader
from trucewatch.record.texts import Block

A_contra = TypeVar("A_contra", contravariant=True)
B_co = TypeVar("B_co", covariant=True)
R = TypeVar("R")


class Stage(Protocol[A_contra, B_co]):
    """A callable from an iterable to an iterator, one out for one in; it knows neither engine nor store."""

    name: ClassVar[str]
    version: ClassVar[int]

    def __call__(self, items: Iterable[A_contra], /) -> Iterator[B_co]:
        """One result for each item, in order."""
        ...


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as the store keeps it: its bytes, and all that was ever given about it."""

    page: Page
    data: bytes
    given: Given
    """Where captures disagree, each field's smallest value: the same whatever the order of reading."""
    locator: str
    """Where it was found (the smallest locator), to name it in messages."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What `Writer.keep` found out about the pages handed to it."""

    stale: tuple[PageId, ...]
    """Pages whose reading by the recipe is missing or stale (more is given now), in order and once each."""
    new: frozenset[PageId]
    """Pages that the record did not hold before."""
    forgotten: Mapping[PageId, str] = field(default_factory=dict)
    """Pages that were refused because the record was told to forget them, with what it was told."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page with what its reading says of it."""

    page: Page
    locators: tuple[str, ...]
    outlet: str | None
    published: Published | None
    headline: str | None
    language: str | None
    dropped_why: str | None
    dropped_detail: str | None
    text_length: int
    """Code points of the text; 0 where there is none."""
    times: int
    opening: tuple[int, int, str] | None
    """Start, end and words of the block that stands for the page as evidence (headline, else first paragraph)."""


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A dated passage with the page it stands on."""

    page: PageId
    outlet: str | None
    published: Published | None
    mention: TimeMention
    words: str
    """The time expression itself."""
    sentence: str


@dataclass(frozen=True, slots=True)
class HitRow:
    """A block that a search found, best first."""

    page: PageId
    outlet: str | None
    published: Published | None
    headline: str | None
    block: Block
    words: str
    """The block's text."""
    matches: tuple[tuple[int, int], ...]
    """Half-open ranges in `words` that matched, in order."""
    score: float
    """Higher is better; comparable within one search only."""


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """The first rows of an answer, and how many there are in all."""

    rows: tuple[R, ...]
    total: int
    counted: bool = True
    """False where there are more than `total`, and counting them all would take too long."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with the page it stands on."""

    page: PageId
    outlet: str | None
    published: Published | None
    statement: Statement
    words: tuple[str, ...]
    """What is said, piece by piece."""
    source: str | None
    """The words that stand for the speaker."""
    sentence: str
    """The passage that holds source, cue and content."""
    stands: Stands = Stands.FOUND
    """What reviewers made of it."""


@dataclass(frozen=True, slots=True)
class SoughtEvents:
    """Which events are meant; every condition narrows, None is no condition. Names are compared as for `Sought`."""

    track: Track | None = None
    status: Status | None = None
    category: str | None = None
    """PLOVER category, in capitals."""
    actor: str | None = None
    """Words of an actor as the page writes it, or of its code: "ABC", "ABC GOV"."""
    actor_codes: tuple[str, ...] = ()
    """Codes that will do in place of the actor's words: that of the country whose name they are."""
    place: str | None = None
    asserted_by: str | None = None
    """Words of the name of who says so; "outlet" for the outlets' own voice."""
    page: PageId | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with the page it stands on."""

    page: PageId
    outlet: str | None
    published: Published | None
    event: EventMention
    trigger: str
    """The words that tell of it."""
    sentence: str
    headline: str | None = None
    """The page's headline."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that `record check` found wrong."""

    where: str
    """Table and id."""
    what: str


class Writer(Protocol):
    """The writing side of a record; each call is one transaction, done whole or not at all."""

    def keep(self, captured: Sequence[Captured], recipe: str) -> Kept:
        """Keep pages, captures and what is given; says which of them want reading by `recipe`."""
        ...

    def put(self, readings: Sequence[PageReading]) -> None:
        """Replace all that was derived from each of these pages."""
        ...

    def unread(self, recipe: str) -> list[PageId]:
        """Kept pages that have no reading by `recipe` (a run was killed, stages are newer)."""
        ...

    def load(self, pages: Sequence[PageId]) -> list[KeptPage]:
        """These pages with their bytes, in the order asked."""
        ...

    def decide(self, decision: Decision) -> Decision | None:
        """Append a decision and lay it over its pages; what was filed, None where it is there already."""
        ...

    def keep_document(self, document: KeptDocument) -> bool:
        """Append a dossier or codebook version; False where it is there already."""
        ...

    def forget(self, page: PageId, by: str, at: str, reason: str) -> Forgotten:
        """Erase the page's bytes and all that came of them, for good; a tombstone is left."""
        ...

    def drop_derived(self) -> None:
        """Forget all that is derived; pages, decisions and documents stay."""
        ...


class Reader(Sourced, EntityReader, SpotReader, Protocol):
    """The reading side of a record: scoped, and unable to write."""

    def pages(self, scope: Scope) -> list[PageRow]:
        """Pages, oldest publication first, undated last."""
        ...

    def published(self, scope: Scope) -> list[PageId]:
        """The pages that are read and dated within the scope, in the order of their days; the limit takes no part."""
        ...

    def times(self, scope: Scope) -> list[TimeRow]:
        """Dated passages whose interval meets the scope, in order of earliest day, then page and place."""
        ...

    def sources(self, scope: Scope) -> list[SourceRow]:
        """Outlets by number of pages, most first."""
        ...

    def samples(self, scope: Scope, most: int) -> Mapping[str | None, tuple[PageId, ...]]:
        """Pages by the name of their outlet: all, or so many at most, chosen by nothing but their ids."""
        ...

    def search(self, query: str, scope: Scope) -> list[HitRow]:
        """Blocks that hold all words of the query (or the exact phrase in double quotes), best first."""
        ...

    def statements(self, scope: Scope, sought: Sought) -> Found[StatementRow]:
        """Statements said, or else published, within the scope, oldest first; those of no known day stand last."""
        ...

    def speakers(self) -> list[tuple[str, int]]:
        """The names of all speakers as written, with the number of their statements, most first."""
        ...

    def events(self, scope: Scope, sought: SoughtEvents) -> Found[EventRow]:
        """Events whose date meets the scope, oldest first; undated ones last, left out where days are asked for."""
        ...

    def told(self, keys: Collection[str], scope: Scope) -> list[EventRow]:
        """Events filed under any of these keys, each once, on pages within the scope's as-of day and outlets.

        The scope's other bounds and its limit take no part.
        """
        ...

    def event(self, prefix: str, scope: Scope) -> list[EventRow]:
        """The events whose id starts with `prefix`, on pages within the scope; several where it is too short."""
        ...

    def page(self, prefix: str) -> KeptPage:
        """The page whose id starts with `prefix`; UsageError where none or several do."""
        ...

    def reading(self, page: PageId) -> PageReading | None:
        """All that is derived from the page."""
        ...

    def decisions(self) -> list[Decision]:
        """The log, in the order it was written."""
        ...

    def tombstones(self) -> list[Tombstone]:
        """What is left of forgotten pages, by page."""
        ...

    def log(self, scope: Scope, sought: SoughtDecisions) -> Found[LoggedRow]:
        """The decisions that are meant, newest first, each with what has become of it."""
        ...

    def unsure(self, scope: Scope, below: float) -> list[MarkedRow]:
        """Events and statements that nobody has decided on and whose score is lower, the lowest first."""
        ...

    def mention(self, prefix: str) -> MarkedRow:
        """The event, statement or person whose id starts with `prefix`; UsageError where none or several do."""
        ...

    def documents(self, kind: DocumentKind) -> list[KeptDocument]:
        """Every kept version."""
        ...

    def digest(self) -> str:
        """SHA-256 over all rows in canonical order, capture times and locators left out."""
        ...

    def check(self) -> Iterator[Fault]:
        """Every hash that does not hold and every span that does not slice back to its quote."""
        ...


class Store(Protocol):
    """A record opened: hands out writers and readers."""

    def writer(self) -> AbstractContextManager[Writer]:
        """A writer; RetryLater where another process holds the record."""
        ...

    def reader(self) -> AbstractContextManager[Reader]:
        """A reader of the record as it stands now."""
        ...

    def backup(self, to: str) -> None:
        """A consistent copy, taken while others read and write."""
        ...
