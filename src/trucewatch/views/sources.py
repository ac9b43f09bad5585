"""Who published the pages of a record, who passes on whose reports, and how much of it is an outlet's own."""

from collections import Counter
from collections.abc import Mapping

from trucewatch.record.ids import PageId
from trucewatch.record.origins import Judge, Standing
from trucewatch.record.protocols import Reader, Scope
from trucewatch.record.reuse import SourceRow
from trucewatch.record.spans import Evidence
from trucewatch.views.limits import limited
from trucewatch.views.rows import Counted, Rows, SourceListRow

EXAMINED = 60
"""Pages whose origins are looked up for one answer: of a larger record a sample is examined."""
ALL = 2**31
"""More pages than a record can hold."""


def sources(reader: Reader, scope: Scope, judge: Judge | None = None) -> Rows[SourceListRow]:
    """Outlets by number of pages, most first; those that are only relayed stand at the end.

    Without a limit every page is examined. Nothing is examined where there is no judge.
    """
    judged = _judged(reader, scope, judge) if judge is not None else {}
    return limited(reader.sources, scope, lambda found: _row(found, judged.get(found.name, {})))


def _judged(reader: Reader, scope: Scope, judge: Judge) -> dict[str | None, dict[PageId, Standing]]:
    """What became of the pages of each outlet that are examined."""
    samples = reader.samples(scope, EXAMINED if scope.limit else ALL)
    standings = judge.standings([page for pages in samples.values() for page in pages], reader)
    return {name: {p: standings[p] for p in pages if p in standings} for name, pages in samples.items()}


def _row(found: SourceRow, pages: Mapping[PageId, Standing]) -> SourceListRow:
    how = Counter(standing.origin.how for standing in pages.values())
    copied = [standing for standing in pages.values() if standing.origin.how == "reuse"]
    froms = Counter(standing.origin.name for standing in copied)
    return SourceListRow(
        name=found.name,
        kind=found.kind,
        pages=found.pages,
        first=found.first,
        last=found.last,
        relays=tuple(Counted(*pair) for pair in found.relays),
        relayed_by=tuple(Counted(*pair) for pair in found.relayed_by),
        examined=len(pages),
        own=how["own"],
        relayed=how["relay"],
        copied=how["reuse"],
        copied_from=tuple(Counted(*pair) for pair in sorted(froms.items(), key=lambda item: (-item[1], item[0]))),
        evidence=_evidence(found, copied),
    )


def _evidence(found: SourceRow, copied: list[Standing]) -> tuple[Evidence, ...]:
    shown = (found.example,) if found.example else ()
    first = min(copied, key=lambda standing: standing.page, default=None)
    return (*shown, *(first.evidence if first else ()))
