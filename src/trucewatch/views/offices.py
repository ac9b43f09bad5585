"""Offices with their holders over time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from trucewatch.record.asked import Scope, Sought
from trucewatch.record.entities import Appearance, EntityJoiner, EntityReader, Term
from trucewatch.record.folding import fold
from trucewatch.record.ids import PageId
from trucewatch.record.spans import Evidence
from trucewatch.views.entity_rows import OfficeListRow
from trucewatch.views.everybody import Everybody
from trucewatch.views.people import ids_of
from trucewatch.views.rows import Rows

AT_FIRST = 4
"""Offices that are looked at first, and then twice as many each time: those named most have many holders."""
AT_EITHER_END = 3
"""Pages of a term's beginning and of its end whose passages are shown."""


def offices(
    reader: EntityReader, scope: Scope, joiner: EntityJoiner, words: tuple[str | None, str | None, str | None]
) -> Rows[OfficeListRow]:
    """Who held which office when, office by office, those first that are named most.

    `words` narrow to offices, to those of whom they are, and to holders, by the words of their names.
    """
    everybody = Everybody(reader, scope, joiner)
    book = everybody.offices()
    found: list[Term] = []
    keys = book.ranked()
    start, most, cut = 0, AT_FIRST if scope.limit else len(keys), False
    while start < len(keys) and not cut:
        found += [t for t in book.terms(keys[start : start + most]) if _meant(everybody, t, scope, words)]
        cut = bool(scope.limit) and len(found) > scope.limit
        start, most = start + most, 2 * most
    if cut:
        found = found[: scope.limit]
    return Rows(tuple(_rows(everybody, found)), cut=cut)


def _meant(everybody: Everybody, term: Term, scope: Scope, words: tuple[str | None, str | None, str | None]) -> bool:
    office, of, holder = words
    told = ((office, (term.office, *term.titles)), (of, (term.of,)))
    if not all(w is None or set(fold(w)) <= {word for part in parts for word in fold(part)} for w, parts in told):
        return False
    if holder is not None:
        wanted = set(fold(holder))
        if not wanted or not wanted <= everybody.words(everybody.entities[term.entity]):
            return False
    return _meets(term, scope)


def _meets(term: Term, scope: Scope) -> bool:
    """Whether the term can have lasted into the scope's bounds."""
    since, until = scope.since, scope.until
    late = since is not None and term.until is not None and term.until[: len(since)] < since[: len(term.until)]
    early = until is not None and term.since is not None and term.since[: len(until)] > until[: len(term.since)]
    return not late and not early


def _rows(everybody: Everybody, terms: Sequence[Term]) -> Iterator[OfficeListRow]:
    shown = [_ends(term) for term in terms]
    wanted = {seen.page for pages in shown for seen in pages}
    passages: dict[tuple[int, PageId], list[Evidence]] = defaultdict(list)
    for profile, evidence in everybody.reader.entity_passages(everybody.scope, Sought(), wanted):
        passages[profile, evidence.page].append(evidence)
    ids = ids_of(everybody, (term.entity for term in terms))
    for term, pages in zip(terms, shown, strict=True):
        told = dict.fromkeys(e for seen in pages for e in passages.get((seen.profile, seen.page), ()))
        yield OfficeListRow(
            office=term.office,
            of=term.of,
            holder=term.holder,
            id=ids[term.entity],
            since=term.since,
            until=term.until,
            grounds=term.grounds,
            titles=term.titles,
            pages=len({seen.page for seen in term.seen}),
            evidence=tuple(told),
        )


def _ends(term: Term) -> list[Appearance]:
    pages = list(dict.fromkeys(seen.page for seen in term.seen))
    kept = {*pages[:AT_EITHER_END], *pages[-AT_EITHER_END:]}
    return [seen for seen in term.seen if seen.page in kept]
