"""Passages that hold given words."""

from functools import partial

from trucewatch.record.protocols import HitRow, Reader, Scope
from trucewatch.record.spans import Evidence, Range
from trucewatch.views.limits import limited
from trucewatch.views.rows import HitListRow, Rows

SNIPPET = 280
"""Code points of a passage that are shown, at most."""
BEFORE = 80
"""Of these, so many before the first match."""
ELLIPSIS = "…"


def search(reader: Reader, scope: Scope, query: str) -> Rows[HitListRow]:
    """Passages that hold all words of the query, best first; `Reader.search` says what a query is.

    Raises UsageError where the query holds nothing to look for.
    """
    return limited(partial(reader.search, query), scope, _row)


def _row(hit: HitRow) -> HitListRow:
    shown = window(hit.words, hit.matches[0] if hit.matches else (0, 0))
    quote = shown.of(hit.words)
    before = ELLIPSIS if shown.start else ""
    after = ELLIPSIS if shown.end < len(hit.words) else ""
    moved = len(before) - shown.start
    published = hit.published.value if hit.published else None
    start = hit.block.start + shown.start
    return HitListRow(
        date=published,
        outlet=hit.outlet,
        headline=hit.headline,
        snippet=f"{before}{quote}{after}",
        matches=tuple(
            Range(first + moved, min(last, shown.end) + moved)
            for first, last in hit.matches
            if shown.start <= first < shown.end
        ),
        role=hit.block.role.value,
        page=hit.page,
        evidence=(Evidence(hit.page, hit.outlet, published, start, start + len(quote), quote),),
    )


def window(words: str, match: tuple[int, int]) -> Range:
    """The part of a passage to show: all of a short one, else what is around the match, cut between words."""
    if len(words) <= SNIPPET:
        return Range(0, len(words))
    start = max(0, min(match[0] - BEFORE, len(words) - SNIPPET))
    if start:
        blank = words.find(" ", start, match[0])
        start = blank + 1 if blank >= 0 else start
    end = min(len(words), start + SNIPPET)
    if end < len(words):
        blank = words.rfind(" ", max(start + 1, match[1]), end)
        end = blank if blank > start else end
    return Range(start, end)
