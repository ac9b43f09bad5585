"""The kept half of a record: pages, where they were found, what was given about them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from trucewatch.record.decided import corrected_given
from trucewatch.record.forgotten import Tombstone
from trucewatch.record.ids import PageId, content_id
from trucewatch.record.kept import Decision
from trucewatch.record.pages import Capture, Captured, Given, Page
from trucewatch.record.protocols import Kept, KeptPage
from trucewatch.store.bulk import rows_where
from trucewatch.store.columns import pack, unpack
from trucewatch.store.dialect import Dialect, Row
from trucewatch.store.log import page_words_of
from trucewatch.store.tables import captures, given, pages, readings, tombstones

GIVEN_FIELDS = ("outlet", "published", "address")

Numbers = Mapping[PageId, int]
"""Pages by id, with their numbers in this record."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A page as it comes in, with its id made once."""

    page: Page
    captured: Captured


def numbers_of(connection: Connection, ids: Iterable[PageId]) -> dict[PageId, int]:
    """The numbers of those of these pages that are kept."""
    query = select(pages.c.id, pages.c.number)
    return {PageId(row.id): row.number for row in rows_where(connection, query, pages.c.id, set(ids))}


def keep(connection: Connection, dialect: Dialect, captured: Sequence[Captured], recipe: str) -> Kept:
    """Add what is new of these pages, and say which of them want reading."""
    arrivals = [Arrival(c.page, c) for c in captured]
    refused = tombstones_of(connection, {a.page.sha256 for a in arrivals})
    forgotten = {a.page.id: str(refused[a.page.sha256]) for a in arrivals if a.page.sha256 in refused}
    arrivals = [a for a in arrivals if a.page.id not in forgotten]
    known = numbers_of(connection, (a.page.id for a in arrivals))
    new = _add_pages(connection, [a for a in arrivals if a.page.id not in known])
    numbers = known | numbers_of(connection, new) if new else known
    _add_captures(connection, dialect, arrivals, numbers)
    _add_given(connection, dialect, arrivals, numbers)
    fresh = _fresh(connection, numbers.values(), recipe)
    stale = dict.fromkeys(a.page.id for a in arrivals if numbers[a.page.id] not in fresh)
    return Kept(tuple(stale), frozenset(new), forgotten)


def tombstones_of(connection: Connection, hashes: Collection[str]) -> dict[str, Tombstone]:
    """What is left of forgotten pages with these SHA-256."""
    rows = rows_where(connection, select(tombstones), tombstones.c.sha256, hashes)
    return {row.sha256: Tombstone(PageId(row.page), row.sha256, row.at, row.by, row.reason) for row in rows}


def _add_pages(connection: Connection, arrivals: Sequence[Arrival]) -> set[PageId]:
    rows: dict[PageId, Row] = {}
    for arrival in arrivals:
        page = arrival.page
        if page.id not in rows:
            data = pack(arrival.captured.data)
            rows[page.id] = {"id": page.id, "sha256": page.sha256, "media_type": page.media_type, "size": page.size}
            rows[page.id]["data"] = data
    if rows:
        connection.execute(pages.insert(), list(rows.values()))
    return set(rows)


def _add_captures(connection: Connection, dialect: Dialect, arrivals: Sequence[Arrival], numbers: Numbers) -> None:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = {c.id: c for c in (Capture(a.page.id, a.captured.locator, now) for a in arrivals)}
    there = {row.id for row in rows_where(connection, select(captures.c.id), captures.c.id, found)}
    rows = [
        {"id": id_, "page": numbers[c.page], "locator": c.locator, "captured_at": c.captured_at}
        for id_, c in found.items()
        if id_ not in there
    ]
    if rows:
        connection.execute(dialect.add_new(captures), rows)


def _add_given(connection: Connection, dialect: Dialect, arrivals: Sequence[Arrival], numbers: Numbers) -> None:
    stated = {
        (numbers[a.page.id], name, value)
        for a in arrivals
        for name in GIVEN_FIELDS
        if (value := getattr(a.captured.given, name))
    }
    if not stated:
        return
    query = select(given.c.page, given.c.field, given.c.value)
    there = {tuple(row) for row in rows_where(connection, query, given.c.page, {page for page, _, _ in stated})}
    rows = [{"page": page, "field": name, "value": value} for page, name, value in sorted(stated - there)]
    if rows:
        connection.execute(dialect.add_new(given), rows)


def effective(stated: Iterable[tuple[str, str]]) -> Given:
    """What counts of all that was ever given, as (field, value): each field's smallest value.

    Captures can disagree, and which of them came first must not matter.
    """
    values: dict[str, str] = {}
    for name, value in stated:
        values[name] = min(value, values.get(name, value))
    return Given(**values)


def given_of(connection: Connection, numbers: Iterable[int]) -> dict[int, Given]:
    """What counts as given about each of these pages; those of which nothing is given are left out."""
    numbers = set(numbers)
    stated: dict[int, list[tuple[str, str]]] = defaultdict(list)
    query = select(given.c.page, given.c.field, given.c.value)
    for row in rows_where(connection, query, given.c.page, numbers):
        stated[row.page].append((row.field, row.value))
    return _as_corrected(stated, page_words_of(connection, numbers))


def _as_corrected(
    stated: Mapping[int, Iterable[tuple[str, str]]], logs: Mapping[int, Sequence[Decision]]
) -> dict[int, Given]:
    """What counts of each page: what reviewers say, above what captures say."""
    found = {page: corrected_given(effective(stated.get(page, ())), logs.get(page, ())) for page in {*stated, *logs}}
    return {page: given for page, given in found.items() if given}


def fingerprint(stated: Given) -> str:
    """What a reading remembers of what was given, to know when it is out of date."""
    return content_id("given", stated.outlet, stated.published, stated.address)


NOTHING = fingerprint(Given())


def _fresh(connection: Connection, numbers: Iterable[int], recipe: str) -> set[int]:
    wanted = set(numbers)
    stated = given_of(connection, wanted)
    query = select(readings.c.page, readings.c.given).where(readings.c.recipe == recipe)
    due = {page: fingerprint(values) for page, values in stated.items()}
    found = rows_where(connection, query, readings.c.page, wanted)
    return {row.page for row in found if row.given == due.get(row.page, NOTHING)}


def unread(connection: Connection, recipe: str) -> list[PageId]:
    """Kept pages without a reading by `recipe` of what is given now, by id: the same order on every record."""
    query = select(pages.c.id, pages.c.number, readings.c.given).join_from(
        pages, readings, (readings.c.page == pages.c.number) & (readings.c.recipe == recipe), isouter=True
    )
    stated: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in connection.execute(select(given)):
        stated[row.page].append((row.field, row.value))
    due = {page: fingerprint(counts) for page, counts in _as_corrected(stated, page_words_of(connection, None)).items()}
    rows = connection.execute(query.order_by(pages.c.id))
    return [PageId(row.id) for row in rows if row.given != due.get(row.number, NOTHING)]


def load(connection: Connection, ids: Sequence[PageId]) -> list[KeptPage]:
    """These pages with their bytes, in the order asked; KeyError for one that is not kept."""
    query = select(pages.c.number, pages.c.id, pages.c.sha256, pages.c.media_type, pages.c.size, pages.c.data)
    rows = {row.id: row for row in rows_where(connection, query, pages.c.id, set(ids))}
    stated = given_of(connection, (row.number for row in rows.values()))
    places = first_locators(connection, [row.number for row in rows.values()])
    return [
        KeptPage(
            Page(PageId(row.id), row.sha256, row.media_type, row.size),
            unpack(row.data, row.size),
            stated.get(row.number, Given()),
            places.get(row.number, row.id),
        )
        for row in (rows[id_] for id_ in ids)
    ]


def first_locators(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Each page's smallest locator."""
    query = select(captures.c.page, func.min(captures.c.locator).label("first")).group_by(captures.c.page)
    return {row.page: row.first for row in rows_where(connection, query, captures.c.page, numbers)}
