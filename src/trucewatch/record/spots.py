"""Places of a record: what events are told to be at, joined under all its names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from trucewatch.record.asked import Scope
from trucewatch.record.mentions import Track
from trucewatch.record.spans import Evidence


@dataclass(frozen=True, slots=True)
class Spot:
    """One name of a place as pages write it, with the point that it was given."""

    name: str
    latitude: float | None
    longitude: float | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class SpotCount:
    """How many events of a track are told to be at a spot, and when."""

    spot: Spot
    track: Track
    events: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class JoinedPlace:
    """One place with all its names."""

    id: str
    """Made from what the place is known by: the dossier's name, the point, or the name."""
    name: str
    """The name that most events have."""
    spots: tuple[Spot, ...]
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    known_as: str | None = None
    """What the dossier calls it."""
    why: str = "one name"
    """Why its names are of one place."""


class SpotReader(Protocol):
    """Where places are looked up; a `Reader` is one."""

    def spots(self, scope: Scope) -> list[SpotCount]:
        """Every spot with its events, track by track, on pages and of days within the scope."""
        ...

    def spot_passages(self, scope: Scope, of: Sequence[Spot], most: int) -> list[tuple[Spot, Evidence]]:
        """The sentences that tell of events there, at most so many of each spot, by the day of the event."""
        ...


class PlaceJoiner(Protocol):
    """Decides which names are of one place."""

    def places(self, spots: Sequence[SpotCount]) -> list[JoinedPlace]:
        """Every spot in exactly one place, the most told of first."""
        ...
