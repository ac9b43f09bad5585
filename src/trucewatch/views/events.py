"""What happened: each happening once, with all that is told of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from trucewatch.record.blocking import days_of
from trucewatch.record.happenings import Alone, Happening, Joiner, mention_of
from trucewatch.record.mentions import Party
from trucewatch.record.origins import Corroboration, Corroborator
from trucewatch.record.protocols import EventRow, Reader, Scope, SoughtEvents
from trucewatch.record.spans import Evidence
from trucewatch.views.rows import EventFigure, EventListRow, EventParty, Rows

_PRECISIONS = {4: "year", 7: "month", 10: "day"}
"""By the length of an ISO prefix; one that is longer has a time."""

ALONE = Alone()


def events(
    reader: Reader,
    scope: Scope,
    sought: SoughtEvents,
    joiner: Joiner = ALONE,
    corroborator: Corroborator | None = None,
) -> Rows[EventListRow]:
    """Happenings with a mention that is meant, by that mention's date, oldest first; undated ones last.

    The limit counts happenings; `matching` of the rows counts mentions. Origins are looked up of the rows that are
    shown, and of none where there is no corroborator.
    """
    most, rows, told, looked_at = scope.limit, list[tuple[Happening, EventRow]](), set[str](), 0
    asked = most
    while True:
        found = reader.events(replace(scope, limit=asked), sought)
        fresh = found.rows[looked_at:]
        looked_at = len(found.rows)
        rows += _happenings(fresh, reader, scope, joiner, told)
        if (found.counted and found.total <= looked_at) or len(rows) > most > 0:
            break
        asked *= 2
    kept = rows[:most] if most else rows
    weighed = corroborator.corroborate([happening for happening, _ in kept], reader) if corroborator else repeat(None)
    made = tuple(event_row(*row, corroboration) for row, corroboration in zip(kept, weighed, strict=False))
    return Rows(made, cut=len(kept) < len(rows), counted=found.counted, matching=found.total)


def _happenings(
    found: Sequence[EventRow], reader: Reader, scope: Scope, joiner: Joiner, told: set[str]
) -> Iterator[tuple[Happening, EventRow]]:
    """Each happening that was not told yet, with the first of these mentions that is of it; `told` takes their ids."""
    matching = {mention_of(row): row for row in found if mention_of(row) not in told}
    for happening in joiner.happenings(list(matching.values()), reader, scope):
        ids = {mention_of(row) for row in happening.mentions}
        if told.isdisjoint(ids):
            yield happening, next(row for id_, row in matching.items() if id_ in ids)
        told |= ids


def coded_at_all(reader: Reader) -> int:
    """How many events the record holds, whatever is asked for."""
    return reader.events(Scope(limit=1), SoughtEvents()).total


def event_row(
    happening: Happening, shown: EventRow | None = None, corroboration: Corroboration | None = None
) -> EventListRow:
    """The row of a happening, in the words of the mention `shown`, its first unless said."""
    found = shown or happening.anchor
    event = found.event
    told = happening.mentions
    date = best_date(found, told)
    return EventListRow(
        date=date,
        precision=precision(date),
        trigger=found.trigger,
        sentence=found.sentence,
        track=event.track.value,
        status=event.status.value,
        status_words=_status_words(found),
        category=event.category,
        mode=event.mode,
        context=event.context,
        actors=parties(event.actors),
        recipients=parties(event.recipients),
        place=event.place.text if event.place else None,
        latitude=event.place.latitude if event.place else None,
        longitude=event.place.longitude if event.place else None,
        place_precision=event.place.precision if event.place else None,
        quantities=figures(found),
        asserted_by=event.asserted_by,
        reported_by=event.reported_by,
        rule=event.rule,
        outlet=found.outlet,
        published=found.published.value if found.published else None,
        page=found.page,
        id=happening.id,
        mentions=len(told),
        pages=len({row.page for row in told}),
        outlets=tuple(sorted({row.outlet for row in told if row.outlet})),
        statuses=tuple(dict.fromkeys(row.event.status.value for row in told)),
        origins=len(corroboration.origins) if corroboration else None,
        parties=corroboration.parties if corroboration else (),
        confirmed_by=corroboration.confirmed_by if corroboration else (),
        agreement=next((row.event.known for row in told if row.event.known), None),
        background=all(row.event.background for row in told),
        evidence=tuple(dict.fromkeys(evidence(row) for row in (found, *told))),
    )


def best_date(first: EventRow, told: Sequence[EventRow]) -> str | None:
    """The narrowest date that is told; of several as narrow, that of the mention shown, else the earliest told."""
    dated = [row.event.date for row in (first, *told) if row.event.date is not None]
    return min(dated, key=_width, default=None)


def _width(date: str) -> int:
    first, last = days_of(date)
    if first is None or last is None:
        return 10**6
    return (
        (int(last[:4]) - int(first[:4])) * 366
        + (int(last[5:7]) - int(first[5:7])) * 31
        + int(last[8:])
        - int(first[8:])
    )


def evidence(row: EventRow) -> Evidence:
    """The sentence that tells of it."""
    passage = row.event.passage
    published = row.published.value if row.published else None
    return Evidence(row.page, row.outlet, published, passage.start, passage.end, row.sentence)


def precision(date: str | None) -> str | None:
    """What a date names: time, day, month, year, interval."""
    if date is None:
        return None
    return "interval" if "/" in date else _PRECISIONS.get(len(date), "time")


def figures(row: EventRow) -> tuple[EventFigure, ...]:
    """The figures of a mention."""
    return tuple(EventFigure(q.value, q.relation.value, q.unit, q.of) for q in row.event.quantities)


def _status_words(found: EventRow) -> str | None:
    words, offset = found.event.status_words, found.event.passage.start
    return found.sentence[words.start - offset : words.end - offset] if words else None


def parties(told: tuple[Party, ...]) -> tuple[EventParty, ...]:
    """Who takes part."""
    return tuple(EventParty(p.text, p.code) for p in told)
