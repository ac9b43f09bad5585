"""What is known of the world before any page is read: countries, regions, organizations, and the words of sectors."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map, in degrees (WGS 84). Raises ValueError for what is off the map."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"{self.latitude}, {self.longitude} is no latitude and longitude in degrees")


@dataclass(frozen=True, slots=True)
class Filed:
    """What is filed under a country's code without being the country: its parts, former states, their peoples."""

    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A country under all its names."""

    code: str
    """ISO 3166-1 alpha-3."""
    name: str
    at: Point | None = None
    """A point inside it or near, for want of a better place."""
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Its adjectives, the usual one first, and what its people are called, in the singular."""
    capitals: tuple[str, ...] = ()
    """The cities in which its government sits or sat, under all their names."""
    seats: tuple[str, ...] = ()
    """What else stands for its government: palaces, streets."""
    filed: Filed = Filed()
    leaders: tuple[str, ...] = ()
    """Persons who speak for it by office, past and present."""

    def filed_names(self) -> tuple[str, ...]:
        """The names under which what happens is filed here: its own and those of its parts."""
        return (self.name, *self.names, *self.filed.names)

    def filed_people(self) -> tuple[str, ...]:
        """The peoples whose doings are filed here."""
        return (*self.people, *self.filed.people)

    def filed_seats(self) -> tuple[str, ...]:
        """All that stands for a government whose doings are filed here."""
        return (*self.capitals, *self.seats, *self.filed.seats)


@dataclass(frozen=True, slots=True)
class Region:
    """A region that reporting names as a place."""

    name: str
    country: str
    """The code under which what happens there is filed."""
    at: Point
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization, body or armed group with a PLOVER code of its own."""

    names: tuple[str, ...]
    code: str
    """ISO 3166-1 alpha-3, or IGO, NGO, IMG, MNC."""
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """A person known by name who heads no state, under the code of whom they speak for."""

    names: tuple[str, ...]
    code: str
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Sector:
    """A PLOVER sector and the words by which a noun phrase says that it belongs to it."""

    code: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class World:
    """All of it; `sectors` in their order of precedence."""

    countries: tuple[Country, ...] = ()
    regions: tuple[Region, ...] = ()
    organizations: tuple[Organization, ...] = ()
    sectors: tuple[Sector, ...] = ()
    persons: tuple[PublicPerson, ...] = ()
