"""Sightings of persons taken apart into rows, and put together again."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Row as Found

from trucewatch.record.codec import canonical, from_json
from trucewatch.record.folding import fold
from trucewatch.record.ids import TextId
from trucewatch.record.mentions import EventMention
from trucewatch.record.sightings import SightedOffice, Sighting
from trucewatch.record.spans import Range
from trucewatch.store.dialect import Row


def sighting_rows(number: int, sightings: Iterable[Sighting], events: Iterable[EventMention]) -> list[Row]:
    """Sightings as rows, in their order; `events` are those of the page."""
    parts = taking_part(events)
    return [
        {
            "page": number,
            "position": position,
            "name": s.name,
            "start": s.at.start,
            "end": s.at.end,
            "passage_start": s.passage.start,
            "passage_end": s.passage.end,
            "forms": json.dumps(s.forms),
            "offices": canonical(s.offices),
            "mentions": s.mentions,
            "events": event_count(s, parts),
            "maker": s.maker,
            "profile": s.profile,
        }
        for position, s in enumerate(sightings)
    ]


def taking_part(events: Iterable[EventMention]) -> list[frozenset[str]]:
    """For each event the folded words of all that take part in it."""
    return [frozenset(w for party in (*e.actors, *e.recipients) for w in fold(party.text)) for e in events]


def event_count(sighting: Sighting, parts: Iterable[frozenset[str]]) -> int:
    """In how many of these the person takes part: the last word of the name is there."""
    words = fold(sighting.name)
    return sum(words[-1] in part for part in parts) if words else 0


def sighting_from(row: Found[Any], text: TextId) -> Sighting:
    """The sighting that a row holds."""
    return Sighting(
        text=text,
        name=row.name,
        at=Range(row.start, row.end),
        passage=Range(row.passage_start, row.passage_end),
        forms=tuple(json.loads(row.forms)),
        offices=offices_from(row.offices),
        mentions=row.mentions,
        maker=row.maker,
    )


def offices_from(data: str) -> tuple[SightedOffice, ...]:
    """The offices that a column holds."""
    return from_json(tuple[SightedOffice, ...], json.loads(data))


@lru_cache(maxsize=1 << 14)
def bare_offices(data: str) -> tuple[SightedOffice, ...]:
    """The same without where they stand, ten times as fast: thousands are gone through for one answer."""
    return tuple(SightedOffice(one["title"], one["of"], one["organization"]) for one in json.loads(data))
