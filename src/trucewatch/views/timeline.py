"""What happened when, as the pages tell it: dated passages in order."""

from collections.abc import Iterable
from dataclasses import replace

from trucewatch.record.protocols import Reader, Scope, TimeRow
from trucewatch.record.spans import Evidence
from trucewatch.views.calendar import PRECISIONS, date, precision
from trucewatch.views.rows import Rows, TimelineRow


def timeline(reader: Reader, scope: Scope) -> Rows[TimelineRow]:
    """Sentences with the dates they speak of, earliest first; days of an unknown year stand last.

    Durations, repeated times and words like "now" have no place on the calendar and are left out. A sentence that
    names one date twice is one row, at the finer precision.
    """
    asked = 0 if scope.limit == 0 else 2 * scope.limit + 1
    while True:
        found = reader.times(replace(scope, on_calendar=True, limit=asked))
        rows = _merged(found)
        if asked == 0 or len(found) < asked:
            break
        if len(rows) > scope.limit:
            break
        asked *= 2
    kept = rows[: scope.limit] if scope.limit else rows
    return Rows(tuple(kept), cut=len(rows) > len(kept))


def _merged(found: Iterable[TimeRow]) -> list[TimelineRow]:
    rows: dict[tuple[object, ...], TimelineRow] = {}
    for time in found:
        row = _row(time)
        key = (row.page, row.evidence, row.date or row.value)
        known = rows.get(key)
        if known is None or PRECISIONS.index(row.precision) < PRECISIONS.index(known.precision):
            rows[key] = row  # a finer one takes the place of the coarser one in the order
    return list(rows.values())


def _row(time: TimeRow) -> TimelineRow:
    timex, passage = time.mention.timex, time.mention.passage
    published = time.published.value if time.published else None
    return TimelineRow(
        date=date(timex),
        value=timex.value,
        type=timex.type.value,
        modifier=timex.mod,
        precision=precision(timex),
        earliest=timex.earliest,
        latest=timex.latest,
        words=time.words,
        sentence=time.sentence,
        outlet=time.outlet,
        published=published,
        page=time.page,
        evidence=(Evidence(time.page, time.outlet, published, passage.start, passage.end, time.sentence),),
    )
