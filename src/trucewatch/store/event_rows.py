"""Events taken apart into rows, and put together again."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Row as Found

from trucewatch.record.blocking import days_of, filed_under
from trucewatch.record.codec import canonical, from_json
from trucewatch.record.dates import Published
from trucewatch.record.folding import fold
from trucewatch.record.ids import TextId
from trucewatch.record.mentions import EventMention, EventPlace, Party, Quantity, Status, Track
from trucewatch.record.spans import Range
from trucewatch.store.dialect import Row


def event_rows(number: int, events: Iterable[EventMention]) -> list[Row]:
    """Events as rows, in their order."""
    return [
        {"page": number, "position": position, **_coded(e), **_told(e), **repeated(e)}
        for position, e in enumerate(events)
    ]


def key_rows(number: int, events: Iterable[EventMention], published: Published | None) -> list[Row]:
    """The keys under which the events of a page published then are filed, as rows."""
    return [
        {"key": key, "page": number, "position": position}
        for position, event in enumerate(events)
        for key in filed_under(event, published)
    ]


def _coded(event: EventMention) -> Row:
    words = event.status_words
    return {
        "start": event.trigger.start,
        "end": event.trigger.end,
        "passage_start": event.passage.start,
        "passage_end": event.passage.end,
        "category": event.category,
        "mode": event.mode,
        "context": event.context,
        "track": event.track.value,
        "status": event.status.value,
        "status_start": words.start if words else None,
        "status_end": words.end if words else None,
        "rule": event.rule,
        "score": float(event.score),
        "maker": event.maker,
    }


def _told(event: EventMention) -> Row:
    place = event.place
    return {
        "asserted_by": event.asserted_by,
        "date": event.date,
        "place": place.text if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "place_precision": place.precision if place else None,
        "actors": canonical(event.actors),
        "recipients": canonical(event.recipients),
        "quantities": canonical(event.quantities),
        "known": event.known,
        "background": event.background,
        "reported_by": event.reported_by,
    }


def repeated(event: EventMention) -> Row:
    """What the columns to filter by hold: folded words, with a blank on either side of each, and days."""
    first, last = days_of(event.date)
    return {
        "asked": asked(*(word for party in event.actors for word in (party.text, party.code))),
        "asked_place": asked(event.place.text if event.place else None),
        "asked_asserter": asked(event.asserted_by),
        "first_day": first,
        "last_day": last,
    }


def asked(*told: str | None) -> str:
    """All words that a thing can be asked for by, folded, with a blank on either side of each."""
    return f" {' '.join(dict.fromkeys(word for part in told for word in fold(part or '')))} "


def event_from(row: Found[Any], text: TextId) -> EventMention:
    """The event that a row holds; ValueError or TypeError where it holds something else."""
    words = None if row.status_start is None else Range(row.status_start, row.status_end)
    return EventMention(
        text=text,
        trigger=Range(row.start, row.end),
        passage=Range(row.passage_start, row.passage_end),
        category=row.category,
        mode=row.mode,
        context=row.context,
        track=Track(row.track),
        status=Status(row.status),
        status_words=words,
        asserted_by=row.asserted_by,
        rule=row.rule,
        date=row.date,
        place=_place(row),
        actors=_parties(row.actors),
        recipients=_parties(row.recipients),
        quantities=_quantities(row.quantities),
        known=row.known,
        background=row.background,
        reported_by=row.reported_by,
        maker=row.maker,
        score=row.score,
    )


@lru_cache(maxsize=4096)
def _parties(written: str) -> tuple[Party, ...]:
    """Kept at hand: the same few take part in most events, and taking JSON apart costs more than all else of a row."""
    return from_json(tuple[Party, ...], json.loads(written))


@lru_cache(maxsize=4096)
def _quantities(written: str) -> tuple[Quantity, ...]:
    return from_json(tuple[Quantity, ...], json.loads(written))


def _place(row: Found[Any]) -> EventPlace | None:
    if row.place is None:
        return None
    return EventPlace(row.place, row.latitude, row.longitude, row.place_precision)
