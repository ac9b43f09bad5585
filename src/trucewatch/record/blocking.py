"""Under which keys an event is filed, and under which its fellows on other pages are sought.

Two mentions can be of one happening only where one is filed under a key that the other is sought under. A key is
narrow enough that few mentions share it, and depends on the mention alone.
"""

from trucewatch.record.dates import PartialDate
from trucewatch.record.mentions import EventMention, Track

_FAMILIES = {
    Track.CEASEFIRE: "truce",
    Track.AGREEMENT: "truce",
    Track.COMMITMENT: "truce",
    Track.VIOLATION: "fighting",
    Track.FIGHTING: "fighting",
}
"""Tracks under which one happening may be told; every other track is a family by itself."""


def family(track: Track) -> str:
    """The name that a track shares with those that tell of the same things."""
    return _FAMILIES.get(track, track.value)


def filed_under(event: EventMention) -> tuple[str, ...]:
    """The keys of the mention, each once; none for what can only stand alone."""
    keys = [f"known|{event.known}"] if event.known else []
    if day := _day(event.date):
        keys += [f"day|{family(event.track)}|{day}"]
    return tuple(keys)


def sought_under(event: EventMention) -> tuple[str, ...]:
    """The keys under which mentions of the same happening can be filed."""
    return filed_under(event)


def _day(date: str | None) -> str | None:
    """The day that a date means; None where it means more than one."""
    if date is None or "/" in date:
        return None
    try:
        found = PartialDate(date[:10])
    except ValueError:
        return None
    return found.earliest if found.earliest == found.latest else None
