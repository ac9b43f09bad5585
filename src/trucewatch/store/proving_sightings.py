"""Sightings of a reading, held against its text and its events."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Row

from trucewatch.record.ids import TextId
from trucewatch.record.kept import SHOWN
from trucewatch.record.protocols import Fault
from trucewatch.record.sightings import Sighting
from trucewatch.store.event_rows import event_from
from trucewatch.store.proving_mentions import range_fault
from trucewatch.store.sighting_rows import event_count, sighting_from, taking_part


def sighting_faults(page: str, string: str, rows: Sequence[Row[Any]], events: Sequence[Row[Any]]) -> Iterator[Fault]:
    """What is wrong with sightings; where an event of the page cannot be read, counts are left unproved."""
    try:
        parts = taking_part(event_from(r, TextId("")) for r in events if r.stands in SHOWN) if rows else []
    except (TypeError, ValueError):
        parts = None  # told with the events
    for row in rows:
        where = f"sightings {page} {row.position}"
        try:
            sighting = sighting_from(row, TextId(""))
        except (TypeError, ValueError) as error:
            yield Fault(where, f"cannot be read: {error}")
            continue
        yield from (Fault(where, what) for what in _place_faults(string, sighting))
        if sighting.profile != row.profile or (parts is not None and event_count(sighting, parts) != row.events):
            yield Fault(where, "its columns do not repeat what it says")


def _place_faults(string: str, sighting: Sighting) -> Iterator[str]:
    at, passage = sighting.at, sighting.passage
    places: Iterable[tuple[str, int, int]] = (
        ("its name", at.start, at.end),
        ("its passage", passage.start, passage.end),
        *(("an office's sentence", o.at.start, o.at.end) for o in sighting.offices if o.at is not None),
    )
    for part, start, end in places:
        if what := range_fault(string, start, end):
            yield f"{part} {what}"
    if not passage.start <= at.start < at.end <= passage.end:
        yield "its passage does not hold the name"
