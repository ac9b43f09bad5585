"""Places under several names: by the dossier, by the point on the map, by the name where there is no point."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.record.dossier import Dossier, DossierPlace
from trucewatch.record.folding import fold
from trucewatch.record.ids import content_id
from trucewatch.record.spots import JoinedPlace, Spot, SpotCount

_DIGITS = 2
"""Decimals of a degree within which two points are one: about a kilometre."""

Key = tuple[str, ...]


@dataclass(slots=True)
class _Gathered:
    events: Counter[Spot] = field(default_factory=Counter)


class PlacesByPoint:
    """Joins the names of a place."""

    def __init__(self, dossier: Dossier | None = None) -> None:
        self._known: dict[tuple[str, ...], DossierPlace] = {}
        for place in dossier.places if dossier else ():
            for name in place.spellings():
                self._known.setdefault(fold(name), place)

    def places(self, spots: Sequence[SpotCount]) -> list[JoinedPlace]:
        """Every spot in exactly one place, the most told of first."""
        counts: Counter[Spot] = Counter()
        for one in spots:
            counts[one.spot] += one.events
        points = self._points(counts)
        gathered: dict[Key, _Gathered] = defaultdict(_Gathered)
        for spot in counts:
            gathered[self._key(spot, points)].events[spot] = counts[spot]
        found = [self._place(key, of.events) for key, of in gathered.items()]
        totals = {place.id: sum(counts[spot] for spot in place.spots) for place in found}
        return sorted(found, key=lambda place: (-totals[place.id], place.name, place.id))

    def _points(self, counts: Mapping[Spot, int]) -> dict[tuple[str, ...], set[Key]]:
        """Under which keys each name has a point."""
        found: dict[tuple[str, ...], set[Key]] = defaultdict(set)
        for spot in counts:
            if spot.latitude is not None:
                found[fold(spot.name)].add(self._located(spot))
        return found

    def _key(self, spot: Spot, points: Mapping[tuple[str, ...], set[Key]]) -> Key:
        if (known := self._known.get(fold(spot.name))) is not None:
            return "dossier", known.name
        if spot.latitude is not None:
            return self._located(spot)
        there = points.get(fold(spot.name), set())
        return next(iter(there)) if len(there) == 1 else ("name", *fold(spot.name))

    def _located(self, spot: Spot) -> Key:
        point = f"{spot.latitude or 0:.{_DIGITS}f}", f"{spot.longitude or 0:.{_DIGITS}f}"
        if spot.precision != "country":
            return "point", spot.precision or "", *point
        # The point that stands for a whole country is that of whatever in it no map knows.
        return "around", *point, *fold(spot.name)

    def _place(self, key: Key, events: Counter[Spot]) -> JoinedPlace:
        ordered = tuple(sorted(events, key=lambda s: (-events[s], s.latitude is None, s.name, str(s))))
        located = next((spot for spot in ordered if spot.latitude is not None), ordered[0])
        known = self._known.get(fold(ordered[0].name)) if key[0] == "dossier" else None
        why = {"dossier": "the dossier's names of one place", "point": "one point on the map"}.get(key[0], "one name")
        return JoinedPlace(
            id=content_id("place", *key),
            name=ordered[0].name,
            spots=ordered,
            latitude=located.latitude,
            longitude=located.longitude,
            precision=located.precision,
            known_as=known.name if known else None,
            why=why if len(set(_names(ordered))) > 1 else "one name",
        )


def _names(spots: Sequence[Spot]) -> Iterator[tuple[str, ...]]:
    return (fold(spot.name) for spot in spots)
