"""A dossier: one conflict as its analyst sees it, from a YAML file."""

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.record.ids import content_id
from trucewatch.record.resolved import Entity, EntityKind, OfficeHeld, Outlet
from trucewatch.record.world import Point


@dataclass(frozen=True, slots=True)
class DossierActor:
    """A state, organization or person of the conflict."""

    name: str
    kind: EntityKind
    code: str | None = None
    """Three letters: ISO 3166-1 alpha-3, IGO, NGO; an invented state has letters of its own. None for a person whose
    offices say it."""
    sector: str | None = None
    """PLOVER sector: GOV, MIL, REB ..."""
    side: str | None = None
    of: str | None = None
    """The actor that this one belongs to."""
    names: tuple[str, ...] = ()
    """Other spellings and names, in any language."""
    people: tuple[str, ...] = ()
    """Of a state or region: its adjectives and what its people are called."""
    seats: tuple[str, ...] = ()
    """Of a state: its capital, then what else stands for its government."""


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Who held an office, and when."""

    person: str
    held: OfficeHeld


@dataclass(frozen=True, slots=True)
class DossierOffice:
    """An office with those who held it, in order; no two at one time."""

    title: str
    of: str
    """The actor whose office it is."""
    names: tuple[str, ...] = ()
    """Other titles of it: "top diplomat"."""
    holders: tuple[OfficeHolder, ...] = ()

    def holder(self, day: str) -> str | None:
        """Who held it on this day (YYYY-MM-DD); None where the dossier does not say, or a change fell on it."""
        found = [h.person for h in self.holders if _holds(h.held, day)]
        return found[0] if len(found) == 1 else None


def _holds(held: OfficeHeld, day: str) -> bool:
    """Partial dates are ISO prefixes: a year or month means all of it."""
    begun = held.since is None or day[: len(held.since)] >= held.since
    return begun and (held.until is None or day[: len(held.until)] <= held.until)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place's name in one language."""

    name: str
    language: str
    """ISO 639-1: hy, az, ru."""


@dataclass(frozen=True, slots=True)
class DossierPlace:
    """A place of the conflict."""

    name: str
    names: tuple[PlaceName, ...] = ()
    at: Point | None = None
    country: str | None = None
    """The code under which what happens there is filed."""
    precision: str = "exact"
    """"exact", "region" or "country", as in `EventPlace`."""

    def spellings(self) -> tuple[str, ...]:
        """All its names, the one shown first."""
        return tuple(dict.fromkeys((self.name, *(n.name for n in self.names))))


@dataclass(frozen=True, slots=True)
class Provision:
    """One undertaking of a known agreement."""

    what: str
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    due: str | None = None


@dataclass(frozen=True, slots=True)
class KnownAgreement:
    """An accord that the analyst knows of before any page is read."""

    name: str
    names: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    guarantors: tuple[str, ...] = ()
    signed: str | None = None
    in_force: str | None = None
    until: str | None = None
    """The day on which it runs out, where it says one."""
    provisions: tuple[Provision, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One conflict: its sides, actors, offices, places, agreements, outlets, and what it was written from."""

    name: str
    title: str
    about: str | None = None
    sides: tuple[str, ...] = ()
    actors: tuple[DossierActor, ...] = ()
    offices: tuple[DossierOffice, ...] = ()
    places: tuple[DossierPlace, ...] = ()
    agreements: tuple[KnownAgreement, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    sources: tuple[str, ...] = ()

    def entities(self) -> Iterator[Entity]:
        """The actors and places as entities, persons with the offices that they held."""
        for actor in self.actors:
            offices = tuple(o.held for o in self._offices_of(actor.name))
            yield Entity(content_id("entity", actor.name), actor.kind, actor.name, actor.names, offices)
        for place in self.places:
            names = tuple(n.name for n in place.names)
            yield Entity(content_id("entity", place.name), EntityKind.PLACE, place.name, names)

    def _offices_of(self, person: str) -> Iterator[OfficeHolder]:
        for office in self.offices:
            yield from (h for h in office.holders if h.person == person)
