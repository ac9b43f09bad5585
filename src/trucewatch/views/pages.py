"""The pages of a record and what became of each."""

from trucewatch.record.protocols import PageRow, Reader, Scope
from trucewatch.record.spans import Evidence
from trucewatch.views.limits import limited
from trucewatch.views.rows import PageListRow, Rows


def pages(reader: Reader, scope: Scope) -> Rows[PageListRow]:
    """Pages, oldest publication first, undated last."""
    return limited(reader.pages, scope, _row)


def _row(found: PageRow) -> PageListRow:
    published = found.published.value if found.published else None
    start, end, quote = found.opening or (0, 0, "")
    return PageListRow(
        id=found.page.id,
        outlet=found.outlet,
        published=published,
        grounds=found.published.grounds.value if found.published else None,
        headline=found.headline,
        language=found.language,
        state=_state(found),
        detail=found.dropped_detail or None,
        times=found.times,
        locators=found.locators,
        evidence=(Evidence(found.page.id, found.outlet, published, start, end, quote),),
    )


def _state(found: PageRow) -> str:
    if found.dropped_why is not None:
        return found.dropped_why
    return "read" if found.text_length else "unread"
