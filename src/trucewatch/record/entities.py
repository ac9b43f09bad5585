"""Who and what the pages of a record name, joined across pages: persons, offices with their holders, bodies, places.

Nothing joined is stored. Persons are a function of the pages that may be seen, so that the order of reading takes no
part and `--as-of` is exact.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from trucewatch.record.asked import Scope, Sought
from trucewatch.record.ids import PageId
from trucewatch.record.joined import Join, Rulings
from trucewatch.record.mentions import SpeakerType
from trucewatch.record.sightings import SightedOffice
from trucewatch.record.spans import Evidence


@dataclass(frozen=True, slots=True)
class Profile:
    """What joining looks at: all statements or sightings of one name in one set of offices."""

    number: int
    name: str
    type: SpeakerType
    offices: tuple[SightedOffice, ...] = ()
    statements: int = 0
    direct: int = 0
    """Of the statements, so many in direct speech."""
    sightings: int = 0
    """Pages that name them so; 0 for a speaker."""
    events: int = 0
    """Events on those pages in which they take part."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One profile on one page."""

    profile: int
    page: PageId
    first_day: str | None
    """The first and the last day that the page can have been published."""
    last_day: str | None


class Pages(Protocol):
    """Where joining looks up which pages a name stands on; a `Reader` with a scope is one."""

    def appearances(self, of: Collection[int]) -> list[Appearance]:
        """The pages of these profiles, each profile and page once."""
        ...

    def company(self, of: Collection[PageId]) -> dict[PageId, frozenset[int]]:
        """The profiles of the persons whom each of these pages names."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs to an entity: a whole profile, or what one page has of it."""

    profile: int
    page: PageId | None = None
    """None for all pages that are not told apart elsewhere."""


@dataclass(frozen=True, slots=True)
class JoinedEntity:
    """One person, office or body with everything that is of it."""

    name: str
    """The form that most pages have."""
    type: SpeakerType
    parts: tuple[Part, ...]
    joins: tuple[Join, ...] = ()
    """Why the parts are one, by names: the surest first."""
    near: tuple[Join, ...] = ()
    """What comes near to being of it and was not joined, for a reviewer."""
    actor: str | None = None
    """The dossier's name for it."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What reviewers have ruled on the parts of entities."""

    together: tuple[tuple[Part, Part], ...] = ()
    apart: tuple[tuple[Part, Part], ...] = ()


NOTHING_RULED = Ruled()


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What one page has of one profile."""

    profile: int
    page: PageId
    outlet: str | None
    published: str | None
    first_day: str | None
    """The first day that one of its statements was said; where that is not told, that the page can be of."""
    last_day: str | None
    statements: int = 0
    direct: int = 0
    events: int = 0
    forms: tuple[str, ...] = ()
    """The forms of the name that the page writes, where they are known."""


@dataclass(frozen=True, slots=True)
class ProfileStats:
    """What is told of one profile within a scope."""

    profile: int
    first_day: str | None
    last_day: str | None
    times: int
    """Statements, or sightings with these forms."""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityStats:
    """What is told of one entity within a scope."""

    pages: int
    outlets: tuple[str, ...]
    earliest: tuple[PageId, ...]
    """Its first pages by the day of publication, undated ones last."""


class EntityReader(Protocol):
    """What is asked of a record to show persons, offices and bodies; a `Reader` is one."""

    def profiles(self, scope: Scope, sought: Sought) -> list[Profile]:
        """All profiles of statements and sightings that are meant, with how often each is met."""
        ...

    def appearances(self, scope: Scope, of: Collection[int]) -> list[Appearance]:
        """The pages of these profiles, each profile and page once; of the scope its as-of day alone takes part."""
        ...

    def company(self, of: Collection[PageId]) -> dict[PageId, frozenset[int]]:
        """The profiles of the persons whom each of these pages names or quotes."""
        ...

    def entity_pages(self, scope: Scope, sought: Sought, of: Collection[int]) -> list[EntityPage]:
        """What each page within the scope has of these profiles."""
        ...

    def profile_stats(self, scope: Scope, sought: Sought, of: Sequence[int]) -> list[ProfileStats]:
        """The days and the forms of each of these profiles within the scope."""
        ...

    def entity_stats(
        self, scope: Scope, sought: Sought, of: Mapping[int, Sequence[int]], most: int
    ) -> dict[int, EntityStats]:
        """Of each entity, given by its profiles: its pages, their outlets, and the first pages, at most so many."""
        ...

    def entity_passages(self, scope: Scope, sought: Sought, of: Collection[PageId]) -> list[tuple[int, Evidence]]:
        """The passages of statements and sightings on these pages, with their profiles, in the order of the pages."""
        ...

    def first_pages(self, scope: Scope, of: Collection[int]) -> dict[int, tuple[str, PageId]]:
        """The day and the page that each profile is first published on, undated pages last; as-of alone takes part."""
        ...

    def entity_ids(self, of: Collection[PageId]) -> list[tuple[str, Part]]:
        """The ids of the statements and sightings on these pages, with what each means."""
        ...

    def entity_parts(self, prefix: str) -> dict[str, Part]:
        """The ids of statements and sightings that start with `prefix`, with what each means."""
        ...

    def rulings(self, scope: Scope) -> Rulings:
        """What reviewers' merges and splits come to, as far as all that they speak of is known as of the scope."""
        ...


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office for some time, as far as it is known."""

    office: str
    """What the office is: "foreign minister"."""
    of: str
    """Whose it is: a state or body."""
    holder: str
    """The person's name."""
    entity: int
    """Where the person stands among the entities."""
    grounds: str
    """"pages" or "dossier"."""
    since: str | None = None
    until: str | None = None
    """As the dossier has it; from pages the first and the last day on which one of them says so."""
    seen: tuple[Appearance, ...] = ()
    """Where pages say so, in the order of days."""
    titles: tuple[str, ...] = ()
    """The words of the pages."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office on a day, and how that is known."""

    entity: int | None
    name: str
    how: str
    """For a reader: "the dossier", "pages of 2031-05-01 and 2031-06-02 name nobody else"."""


class OfficeBook(Protocol):
    """The offices of a record with their holders over time."""

    def ranked(self) -> list[tuple[str, str]]:
        """The offices, by the keys of what and whose they are, the most often named first."""
        ...

    def terms(self, offices: Collection[tuple[str, str]]) -> list[Term]:
        """Who held them, office by office in the order of time."""
        ...

    def office(self, speaker: Profile) -> tuple[str, str] | None:
        """The office that speaks, where one person at a time holds it; None for others."""
        ...

    def holder(self, office: tuple[str, str], day: str) -> Holder | None:
        """Who held it on the day; None where that is not known, or a change lies too near."""
        ...


class EntityJoiner(Protocol):
    """Decides which names are of one person, office or body."""

    def entities(self, profiles: Sequence[Profile], pages: Pages, ruled: Ruled) -> list[JoinedEntity]:
        """Every profile in exactly one entity, but for the pages that are told apart; in no particular order."""
        ...

    def offices(self, profiles: Sequence[Profile], entities: Sequence[JoinedEntity], pages: Pages) -> OfficeBook:
        """The offices that these persons hold, over time."""
        ...
