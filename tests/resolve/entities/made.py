"""A made record for joining: pages with a day, and who stands on each, with which offices."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from trucewatch.dossiers.world import load_world
from trucewatch.record.entities import (
    NOTHING_RULED,
    Appearance,
    JoinedEntity,
    OfficeBook,
    Part,
    Profile,
    Ruled,
)
from trucewatch.record.ids import PageId
from trucewatch.record.mentions import SpeakerType
from trucewatch.record.sightings import SightedOffice
from trucewatch.resolve import PeopleJoiner, States, known_states

STATES = States(known_states(load_world()))


@dataclass
class MadeRecord:
    """Profiles with the pages that they stand on; what a store answers, without one."""

    days: dict[PageId, str | None] = field(default_factory=dict)
    profiles: dict[int, Profile] = field(default_factory=dict)
    on: dict[PageId, set[int]] = field(default_factory=dict)
    named: dict[tuple[object, ...], int] = field(default_factory=dict)

    def page(self, name: str, day: str | None, *people: str) -> "MadeRecord":
        """Add a page. A person is "Name", "Name/office", or "Name/office/of"; a body or office has its type before it:
        "body:Name", "office:the words/office/of"."""
        page = PageId(name.ljust(32, "0"))
        self.days[page] = day
        self.on[page] = {self._number(written) for written in people}
        return self

    def _number(self, written: str) -> int:
        kind, _, rest = written.rpartition(":")
        name, office, of = (*rest.split("/"), "", "")[:3]
        key = (kind, name, office, of)
        number = self.named.setdefault(key, len(self.named) + 1)
        offices = (SightedOffice(office, of or None),) if office or of else ()
        known = self.profiles.get(number)
        count = known.sightings + 1 if known else 1
        self.profiles[number] = Profile(number, name, SpeakerType(kind or "person"), offices, sightings=count)
        return number

    def appearances(self, of: Collection[int]) -> list[Appearance]:
        """The pages of these profiles."""
        return [Appearance(n, p, self.days[p], self.days[p]) for p, here in self.on.items() for n in here & set(of)]

    def company(self, of: Collection[PageId]) -> dict[PageId, frozenset[int]]:
        """Who stands on these pages."""
        return {page: frozenset(self.on[page]) for page in of}

    def joined(self, joiner: PeopleJoiner | None = None, ruled: Ruled = NOTHING_RULED) -> list[JoinedEntity]:
        """All entities."""
        return (joiner or PeopleJoiner(STATES)).entities(tuple(self.profiles.values()), self, ruled)

    def book(self, joiner: PeopleJoiner | None = None) -> OfficeBook:
        """All offices."""
        made = joiner or PeopleJoiner(STATES)
        return made.offices(tuple(self.profiles.values()), self.joined(made), self)

    def groups(self, entities: Iterable[JoinedEntity]) -> set[frozenset[str]]:
        """For each entity the names that are joined, with the page where a page is told apart."""
        return {frozenset(self.told(part) for part in entity.parts) for entity in entities}

    def told(self, part: Part) -> str:
        """A part by name, and by page where it has one."""
        name = self.profiles[part.profile].name
        return f"{name}@{part.page.rstrip('0')}" if part.page else name

    def part(self, name: str, page: str | None = None) -> Part:
        """The part of this name."""
        [number] = [n for n, p in self.profiles.items() if p.name == name]
        return Part(number, PageId(page.ljust(32, "0")) if page else None)
