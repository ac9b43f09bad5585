"""The reading side of a record."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from trucewatch.record.entities import Appearance, EntityPage, EntityStats, Part, Profile, ProfileStats
from trucewatch.record.forgotten import Tombstone
from trucewatch.record.ids import PageId
from trucewatch.record.joined import Rulings
from trucewatch.record.kept import Decision, DocumentKind, KeptDocument
from trucewatch.record.logged import LoggedRow, MarkedRow, SoughtDecisions
from trucewatch.record.mentions import Statement
from trucewatch.record.protocols import (
    EventRow,
    Fault,
    Found,
    HitRow,
    KeptPage,
    PageRow,
    Scope,
    Sought,
    SoughtEvents,
    StatementRow,
    TimeRow,
)
from trucewatch.record.readings import PageReading
from trucewatch.record.reuse import Sharing, SourcedPage, SourceRow
from trucewatch.record.spans import Evidence
from trucewatch.record.spots import Spot, SpotCount
from trucewatch.store import (
    coded,
    copies,
    dated,
    digests,
    entity_pages,
    entity_stats,
    finding,
    forgetting,
    listing,
    loading,
    log,
    logged,
    marks,
    people,
    profiles,
    proving,
    publishing,
    ruling,
    said,
    spots,
)
from trucewatch.store.dialect import Dialect
from trucewatch.store.failures import judged
from trucewatch.store.scopes import Spellings


class SqlReader:
    """Sees the record as it stood when the reader was opened, whatever is written meanwhile.

    Every call raises RecordError where the record is damaged, UsageError where the scope holds what is no date.
    """

    def __init__(self, connection: Connection, dialect: Dialect, spellings: Spellings) -> None:
        self._connection = connection
        self._dialect = dialect
        self._spellings = spellings

    def pages(self, scope: Scope) -> list[PageRow]:
        """Pages, oldest publication first, undated last; those not read yet have neither text nor reason."""
        with judged(self._dialect):
            return listing.pages(self._connection, scope, self._spellings)

    def published(self, scope: Scope) -> list[PageId]:
        """The pages that are read and dated within the scope, in the order of their days; the limit takes no part."""
        with judged(self._dialect):
            return listing.published_within(self._connection, scope, self._spellings)

    def times(self, scope: Scope) -> list[TimeRow]:
        """Dated passages whose interval meets the scope, in order of earliest day, then page and place."""
        with judged(self._dialect):
            return dated.times(self._connection, scope, self._spellings)

    def sources(self, scope: Scope) -> list[SourceRow]:
        """Outlets by number of pages, most first; those that are only relayed stand at the end."""
        with judged(self._dialect):
            return publishing.sources(self._connection, scope, self._spellings)

    def samples(self, scope: Scope, most: int) -> Mapping[str | None, tuple[PageId, ...]]:
        """Pages by the name of their outlet: all, or so many at most, chosen by nothing but their ids."""
        with judged(self._dialect):
            return publishing.samples(self._connection, scope, self._spellings, most)

    def search(self, query: str, scope: Scope) -> list[HitRow]:
        """Blocks that hold all words of the query, best first.

        "Words in quotes" stand side by side, wor* begins a word, -word must not be there. UsageError for an empty one.
        """
        with judged(self._dialect):
            return finding.search(self._connection, self._dialect, query, scope, self._spellings)

    def statements(self, scope: Scope, sought: Sought) -> Found[StatementRow]:
        """Statements said, or else published, within the scope, oldest first; those of no known day stand last.

        Where words are sought they come best first. UsageError where the words hold nothing to look for.
        """
        with judged(self._dialect):
            return said.statements(self._connection, self._dialect, scope, sought, self._spellings)

    def profiles(self, scope: Scope, sought: Sought) -> list[Profile]:
        """All profiles of statements and sightings that are meant, with how often each is met."""
        with judged(self._dialect):
            return profiles.profiles(self._connection, scope, sought, self._spellings)

    def appearances(self, scope: Scope, of: Collection[int]) -> list[Appearance]:
        """The pages of these profiles, each profile and page once; of the scope its as-of day alone takes part."""
        with judged(self._dialect):
            return profiles.appearances(self._connection, scope, of, self._spellings)

    def company(self, of: Collection[PageId]) -> dict[PageId, frozenset[int]]:
        """The profiles of the persons whom each of these pages names or quotes."""
        with judged(self._dialect):
            return profiles.company(self._connection, of)

    def entity_pages(self, scope: Scope, sought: Sought, of: Collection[int]) -> list[EntityPage]:
        """What each page within the scope has of these profiles."""
        with judged(self._dialect):
            return entity_pages.entity_pages(self._connection, scope, sought, of, self._spellings)

    def profile_stats(self, scope: Scope, sought: Sought, of: Sequence[int]) -> list[ProfileStats]:
        """The days and the forms of each of these profiles within the scope."""
        with judged(self._dialect):
            return entity_stats.profile_stats(self._connection, scope, sought, of, self._spellings)

    def entity_stats(
        self, scope: Scope, sought: Sought, of: Mapping[int, Sequence[int]], most: int
    ) -> dict[int, EntityStats]:
        """Of each entity, given by its profiles: its pages, their outlets, and the first pages, at most so many."""
        with judged(self._dialect):
            return entity_stats.entity_stats(self._connection, scope, sought, of, most, self._spellings)

    def entity_passages(self, scope: Scope, sought: Sought, of: Collection[PageId]) -> list[tuple[int, Evidence]]:
        """The passages of statements and sightings on these pages, with their profiles, in the order of the pages."""
        with judged(self._dialect):
            return entity_pages.entity_passages(self._connection, scope, sought, of)

    def first_pages(self, scope: Scope, of: Collection[int]) -> dict[int, tuple[str, PageId]]:
        """The day and the page that each profile is first published on, undated pages last; as-of alone takes part."""
        with judged(self._dialect):
            return profiles.first_pages(self._connection, scope, of, self._spellings)

    def entity_ids(self, of: Collection[PageId]) -> list[tuple[str, Part]]:
        """The ids of the statements and sightings on these pages, with what each means."""
        with judged(self._dialect):
            return entity_pages.entity_ids(self._connection, of)

    def entity_parts(self, prefix: str) -> dict[str, Part]:
        """The ids of statements and sightings that start with `prefix`, with what each means."""
        with judged(self._dialect):
            return entity_pages.entity_parts(self._connection, prefix)

    def spots(self, scope: Scope) -> list[SpotCount]:
        """Every place of events as pages write it, track by track, on pages and of days within the scope."""
        with judged(self._dialect):
            return spots.spots(self._connection, scope, self._spellings)

    def spot_passages(self, scope: Scope, of: Sequence[Spot], most: int) -> list[tuple[Spot, Evidence]]:
        """The sentences that tell of events there, at most so many of each spot, by the day of the event."""
        with judged(self._dialect):
            return spots.spot_passages(self._connection, scope, of, most, self._spellings)

    def speakers(self) -> list[tuple[str, int]]:
        """The names of all speakers as written, with the number of their statements, most first."""
        with judged(self._dialect):
            return people.speakers(self._connection)

    def events(self, scope: Scope, sought: SoughtEvents) -> Found[EventRow]:
        """Events whose date meets the scope, oldest first; undated ones last, left out where days are asked for."""
        with judged(self._dialect):
            return coded.events(self._connection, scope, sought, self._spellings)

    def told(self, keys: Collection[str], scope: Scope) -> list[EventRow]:
        """Events filed under any of these keys, each once, on pages within the scope's as-of day and outlets."""
        with judged(self._dialect):
            return coded.told(self._connection, keys, scope, self._spellings)

    def event(self, prefix: str, scope: Scope) -> list[EventRow]:
        """The events whose id starts with `prefix`, on pages within the scope; several where it is too short."""
        with judged(self._dialect):
            return coded.event(self._connection, prefix, scope, self._spellings)

    def sourced(self, pages: Collection[PageId]) -> Mapping[PageId, SourcedPage]:
        """What is known of these pages' sources; pages that are not read are left out."""
        with judged(self._dialect):
            return copies.sourced(self._connection, pages)

    def sharing(self, pages: Collection[PageId]) -> Mapping[PageId, tuple[Sharing, ...]]:
        """For each of these pages, those published no later that share text with it, most shared first."""
        with judged(self._dialect):
            return copies.sharing(self._connection, pages)

    def speech(self, pages: Collection[PageId]) -> Mapping[PageId, tuple[Statement, ...]]:
        """The statements on each of these pages that reviewers let stand, in the order of the text."""
        with judged(self._dialect):
            return copies.speech(self._connection, pages)

    def page(self, prefix: str) -> KeptPage:
        """The page whose id starts with `prefix`; UsageError where none or several do."""
        with judged(self._dialect):
            return loading.page(self._connection, prefix)

    def reading(self, page: PageId) -> PageReading | None:
        """All that is derived from the page; None where it is not read."""
        with judged(self._dialect):
            return loading.reading(self._connection, page)

    def decisions(self) -> list[Decision]:
        """The log, in the order it was written."""
        with judged(self._dialect):
            return log.all_decisions(self._connection)

    def tombstones(self) -> list[Tombstone]:
        """What is left of forgotten pages, by page."""
        with judged(self._dialect):
            return forgetting.tombstones_left(self._connection)

    def log(self, scope: Scope, sought: SoughtDecisions) -> Found[LoggedRow]:
        """The decisions that are meant, newest first, each with what has become of it."""
        with judged(self._dialect):
            return logged.log(self._connection, scope, sought, self._spellings)

    def unsure(self, scope: Scope, below: float) -> list[MarkedRow]:
        """Events and statements that nobody has decided on and whose score is lower, the lowest first.

        The scope's bounds hold against the days on which pages were published.
        """
        with judged(self._dialect):
            return marks.unsure(self._connection, scope, below, self._spellings)

    def mention(self, prefix: str) -> MarkedRow:
        """The event, statement or person whose id starts with `prefix`; UsageError where none or several do."""
        with judged(self._dialect):
            return marks.mention(self._connection, prefix)

    def rulings(self, scope: Scope) -> Rulings:
        """What reviewers' merges and splits come to, as far as all that they speak of is known as of the scope."""
        with judged(self._dialect):
            return ruling.rulings(self._connection, scope)

    def documents(self, kind: DocumentKind) -> list[KeptDocument]:
        """Every kept version."""
        with judged(self._dialect):
            return log.documents_of(self._connection, kind)

    def digest(self) -> str:
        """SHA-256 over all rows in canonical order, capture times, locators and row numbers left out."""
        with judged(self._dialect):
            return digests.digest(self._connection)

    def check(self) -> Iterator[Fault]:
        """Every hash that does not hold and every span that does not slice back to its quote."""
        with judged(self._dialect):
            yield from proving.check(self._connection, self._dialect)
