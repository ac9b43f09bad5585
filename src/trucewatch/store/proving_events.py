"""Events of a reading, held against its text."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Row

from trucewatch.record.ids import TextId
from trucewatch.record.mentions import EventMention
from trucewatch.record.protocols import Fault
from trucewatch.store.event_rows import event_from, repeated
from trucewatch.store.proving_mentions import range_fault


def event_faults(page: str, string: str, rows: Iterable[Row[Any]]) -> Iterator[Fault]:
    """What is wrong with events."""
    for row in rows:
        where = f"events {page} {row.position}"
        try:
            event = event_from(row, TextId(""))
        except (TypeError, ValueError) as error:
            yield Fault(where, f"cannot be read: {error}")
            continue
        yield from (Fault(where, what) for what in _place_faults(string, event))
        if any(getattr(row, name) != value for name, value in repeated(event).items()):
            yield Fault(where, "its columns do not repeat what it says")


def _place_faults(string: str, event: EventMention) -> Iterator[str]:
    passage = event.passage
    if what := range_fault(string, passage.start, passage.end):
        yield f"its passage {what}"
    parts = {"its trigger": event.trigger}
    if event.status_words is not None:
        parts["the word of its status"] = event.status_words
    for part, at in parts.items():
        if what := range_fault(string, at.start, at.end):
            yield f"{part} {what}"
        elif not passage.start <= at.start < at.end <= passage.end:
            yield f"its passage does not hold {part}"
