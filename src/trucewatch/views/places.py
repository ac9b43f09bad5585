"""Places under all their names, with what is told to have happened there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from trucewatch.record.asked import Scope
from trucewatch.record.folding import fold
from trucewatch.record.mentions import Track
from trucewatch.record.spans import Evidence
from trucewatch.record.spots import JoinedPlace, PlaceJoiner, Spot, SpotCount, SpotReader
from trucewatch.views.entity_rows import PlaceListRow, TrackCount
from trucewatch.views.rows import Rows

PASSAGES = 300
"""Passages that are fetched for one answer, shared out among the names."""
FEWEST = 3
"""Passages of one name that are fetched in any case."""


def places(
    reader: SpotReader, scope: Scope, joiner: PlaceJoiner, words: str | None = None, track: Track | None = None
) -> Rows[PlaceListRow]:
    """The places of events within the scope, the most told of first; of one track where one is asked for.

    `words` narrow to places that one of their names has all of; a name joins no less for what is asked.
    """
    known = Scope(as_of=scope.as_of, limit=scope.limit)
    told = reader.spots(known)
    joined = joiner.places(told)
    counts: dict[Spot, list[SpotCount]] = defaultdict(list)
    for one in told if scope == known else reader.spots(scope):
        if track is None or one.track is track:
            counts[one.spot].append(one)
    meant = [place for place in joined if _meant(place, words) and any(spot in counts for spot in place.spots)]
    ranked = sorted(meant, key=lambda place: (-_events(place, counts), place.name, place.id))
    shown = ranked[: scope.limit] if scope.limit else ranked
    return Rows(tuple(_rows(reader, scope, shown, counts)), cut=len(ranked) > len(shown), total=len(ranked))


def _meant(place: JoinedPlace, words: str | None) -> bool:
    if words is None:
        return True
    wanted = set(fold(words))
    named = (fold(name) for name in (place.known_as or "", *(spot.name for spot in place.spots)))
    return bool(wanted) and any(wanted <= set(name) for name in named)


def _events(place: JoinedPlace, counts: Mapping[Spot, Sequence[SpotCount]]) -> int:
    return sum(one.events for spot in place.spots for one in counts.get(spot, ()))


def _rows(
    reader: SpotReader, scope: Scope, shown: Sequence[JoinedPlace], counts: Mapping[Spot, Sequence[SpotCount]]
) -> Iterator[PlaceListRow]:
    spots = [spot for place in shown for spot in place.spots if spot in counts]
    passages: dict[Spot, list[Evidence]] = defaultdict(list)
    for spot, evidence in reader.spot_passages(scope, spots, max(FEWEST, PASSAGES // max(1, len(spots)))):
        passages[spot].append(evidence)
    for place in shown:
        yield _row(place, [one for spot in place.spots for one in counts.get(spot, ())], passages)


def _row(place: JoinedPlace, told: Sequence[SpotCount], passages: Mapping[Spot, Sequence[Evidence]]) -> PlaceListRow:
    tracks: Counter[Track] = Counter()
    for one in told:
        tracks[one.track] += one.events
    ranked = sorted(tracks.items(), key=lambda item: (-item[1], item[0]))
    evidence = dict.fromkeys(e for spot in place.spots for e in passages.get(spot, ()))
    return PlaceListRow(
        id=place.id,
        name=place.name,
        names=tuple(dict.fromkeys(spot.name for spot in place.spots)),
        why=place.why,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
        events=tracks.total(),
        tracks=tuple(TrackCount(track.value, count) for track, count in ranked),
        first=min((one.first for one in told if one.first), default=None),
        last=max((one.last for one in told if one.last), default=None),
        known_as=place.known_as,
        evidence=tuple(evidence),
    )
