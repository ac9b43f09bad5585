"""Who and what the pages of a record name, joined across pages: persons, offices with their holders, bodies, places.

Nothing joined is stored. Persons are a function of the pages that may be seen, so that the order of reading takes no
part and `--as-of` is exact.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from trucewatch.record.ids import PageId, TextId, content_id, mention_id
from trucewatch.record.joined import Join
from trucewatch.record.mentions import Speaker, SpeakerType
from trucewatch.record.spans import Range

PROFILE_DIGITS = 15
"""Hexadecimal digits of a profile's number: 60 bits, which every database takes for an integer."""


@dataclass(frozen=True, slots=True)
class SightedOffice:
    """An office as one page gives it to a person."""

    title: str
    """As the page writes it: "Foreign Minister of Westland"."""
    of: str | None = None
    """On whose behalf: a state, body or person, under the page's fullest name for it."""
    organization: str | None = None
    at: Range | None = field(default=None, compare=False)
    """The sentence that says so."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person on one page, under all the forms of the name that stand there."""

    text: TextId
    name: str
    """The fullest form."""
    at: Range
    """Where that form stands first."""
    passage: Range
    """The sentence that holds it."""
    forms: tuple[str, ...] = ()
    """All forms, most frequent first."""
    offices: tuple[SightedOffice, ...] = ()
    mentions: int = 1
    maker: str = field(compare=False, default="")

    def id(self, page: PageId) -> str:
        """The sighting's id on `page`."""
        return mention_id("sighting", page, self.text, self.at.start, self.at.end)

    @property
    def profile(self) -> int:
        """The number of all sightings that joining cannot tell apart."""
        flat = [part for o in self.offices for part in (o.title, o.of, o.organization)]
        return _number("sighting", self.name, *flat)


def speaker_profile(speaker: Speaker) -> int:
    """The number of all speakers that joining cannot tell apart."""
    told = speaker.office, speaker.organization, speaker.behalf
    return _number("speaker", speaker.name, speaker.type.value, *told)


def _number(*parts: str | None) -> int:
    return int(content_id("profile", *parts)[:PROFILE_DIGITS], 16)


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

    def appearances(self, profiles: Collection[int]) -> list[Appearance]:
        """The pages of these profiles, each profile and page once."""
        ...

    def company(self, pages: Collection[PageId]) -> dict[PageId, frozenset[int]]:
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


class EntityJoiner(Protocol):
    """Decides which names are of one person, office or body."""

    def entities(self, profiles: Sequence[Profile], pages: Pages, ruled: Ruled) -> list[JoinedEntity]:
        """Every profile in exactly one entity, but for the pages that are told apart; in no particular order."""
        ...
