"""Places under several names."""

from trucewatch.dossiers.dossier import parse_dossier
from trucewatch.record.mentions import Track
from trucewatch.record.spots import JoinedPlace, Spot, SpotCount
from trucewatch.resolve import PlacesByPoint

DOSSIER = """
name: hills
title: The hills
places:
  - {name: Orrin, names: {hy: Orrenk, az: Orin Qala}, at: [41.50, 44.25], country: WSL}
"""
POINT = (41.5, 44.25, "exact")


def joined(*spots: Spot, dossier: bool = False) -> list[JoinedPlace]:
    joiner = PlacesByPoint(parse_dossier(DOSSIER, "hills.yaml") if dossier else None)
    return joiner.places([SpotCount(spot, Track.VIOLATION, n + 1, None, None) for n, spot in enumerate(spots)])


def names(places: list[JoinedPlace]) -> set[frozenset[str]]:
    return {frozenset(spot.name for spot in place.spots) for place in places}


def test_names_at_one_point_are_one_place_and_the_one_met_most_names_it() -> None:
    [place] = joined(Spot("Orrin", *POINT), Spot("Orrenk", 41.502, 44.249, "exact"))
    assert (place.name, place.why, place.latitude) == ("Orrenk", "one point on the map", 41.502)


def test_one_name_at_two_points_is_two_places() -> None:
    assert len(joined(Spot("Orrin", *POINT), Spot("Orrin", 52.0, 4.0, "exact"))) == 2


def test_a_name_without_a_point_joins_the_only_place_of_that_name() -> None:
    bare = Spot("ORRIN", None, None, None)
    assert len(joined(bare, Spot("Orrin", *POINT))) == 1
    assert len(joined(bare, Spot("Orrin", *POINT), Spot("Orrin", 52.0, 4.0, "exact"))) == 3


def test_the_point_of_a_country_is_that_of_much_else_in_it() -> None:
    found = joined(Spot("Westland", 40.0, 44.0, "country"), Spot("the northern front", 40.0, 44.0, "country"))
    assert names(found) == {frozenset({"Westland"}), frozenset({"the northern front"})}


def test_the_dossier_knows_a_place_in_every_language() -> None:
    spots = Spot("Orrenk", None, None, None), Spot("Orin Qala", 41.9, 44.9, "region"), Spot("Velmar", *POINT)
    found = joined(*spots, dossier=True)
    assert names(found) == {frozenset({"Orrenk", "Orin Qala"}), frozenset({"Velmar"})}
    place = next(p for p in found if p.known_as)
    assert (place.known_as, place.why, place.latitude) == ("Orrin", "the dossier's names of one place", 41.9)


def test_the_order_of_counting_takes_no_part() -> None:
    spots = [SpotCount(Spot(n, *POINT), Track.MEETING, 2, None, None) for n in ("Orrin", "Orrenk", "Orin")]
    joiner = PlacesByPoint()
    assert joiner.places(spots) == joiner.places(spots[::-1])
