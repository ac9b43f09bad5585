"""What happened: coded events, each with who says so and by which rule."""

from trucewatch.record.mentions import Party
from trucewatch.record.protocols import EventRow, Reader, Scope, SoughtEvents
from trucewatch.record.spans import Evidence
from trucewatch.views.limits import counted
from trucewatch.views.rows import EventFigure, EventListRow, EventParty, Rows

_PRECISIONS = {4: "year", 7: "month", 10: "day"}
"""By the length of an ISO prefix; one that is longer has a time."""


def events(reader: Reader, scope: Scope, sought: SoughtEvents) -> Rows[EventListRow]:
    """Events by their date, oldest first; undated ones last, left out where days are asked for."""
    return counted(reader.events(scope, sought), _event_row)


def coded_at_all(reader: Reader) -> int:
    """How many events the record holds, whatever is asked for."""
    return reader.events(Scope(limit=1), SoughtEvents()).total


def _event_row(found: EventRow) -> EventListRow:
    event, passage = found.event, found.event.passage
    published = found.published.value if found.published else None
    return EventListRow(
        date=event.date,
        precision=_precision(event.date),
        trigger=found.trigger,
        sentence=found.sentence,
        track=event.track.value,
        status=event.status.value,
        status_words=_status_words(found),
        category=event.category,
        mode=event.mode,
        context=event.context,
        actors=_parties(event.actors),
        recipients=_parties(event.recipients),
        place=event.place.text if event.place else None,
        latitude=event.place.latitude if event.place else None,
        longitude=event.place.longitude if event.place else None,
        place_precision=event.place.precision if event.place else None,
        quantities=tuple(EventFigure(q.value, q.relation.value, q.unit, q.of) for q in event.quantities),
        asserted_by=event.asserted_by,
        reported_by=event.reported_by,
        rule=event.rule,
        outlet=found.outlet,
        published=published,
        page=found.page,
        evidence=(Evidence(found.page, found.outlet, published, passage.start, passage.end, found.sentence),),
    )


def _precision(date: str | None) -> str | None:
    if date is None:
        return None
    return "interval" if "/" in date else _PRECISIONS.get(len(date), "time")


def _status_words(found: EventRow) -> str | None:
    words, offset = found.event.status_words, found.event.passage.start
    return found.sentence[words.start - offset : words.end - offset] if words else None


def _parties(parties: tuple[Party, ...]) -> tuple[EventParty, ...]:
    return tuple(EventParty(p.text, p.code) for p in parties)
