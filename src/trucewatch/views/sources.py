"""Who published the pages of a record, and who passes on whose reports."""

from trucewatch.record.protocols import Reader, Scope, SourceRow
from trucewatch.views.limits import limited
from trucewatch.views.rows import Counted, Rows, SourceListRow


def sources(reader: Reader, scope: Scope) -> Rows[SourceListRow]:
    """Outlets by number of pages, most first; those that are only relayed stand at the end."""
    return limited(reader.sources, scope, _row)


def _row(found: SourceRow) -> SourceListRow:
    return SourceListRow(
        name=found.name,
        kind=found.kind,
        pages=found.pages,
        first=found.first,
        last=found.last,
        relays=tuple(Counted(*pair) for pair in found.relays),
        relayed_by=tuple(Counted(*pair) for pair in found.relayed_by),
        evidence=(found.example,) if found.example else (),
    )
