"""What origins are found from: who shares text with whom, whom a page relays, and what is said on it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, select

from trucewatch.record.ids import PageId, TextId
from trucewatch.record.kept import SHOWN
from trucewatch.record.mentions import Statement
from trucewatch.record.resolved import RelayedFrom
from trucewatch.record.reuse import Sharing, SourcedPage
from trucewatch.record.spans import Range
from trucewatch.record.texts import REPORTING
from trucewatch.store.bulk import CHUNK, rows_where
from trucewatch.store.deriving import load_strings
from trucewatch.store.mention_rows import statement_from
from trucewatch.store.print_rows import day_of, end_of
from trucewatch.store.rows import outlet_from
from trucewatch.store.slices import TEXTS_AT_ONCE
from trucewatch.store.tables import blocks, outlets, pages, prints, readings, relays, statements

FIRST = 8
"""Of the pages that print a run of words the first so many are looked at: the origin is among them, and what a
thousand pages print costs no more than what twenty do."""
FEWEST = 2
"""Prints in common that are worth a look: one may be a name with a title."""
LEAST = 2.0
"""What they have to weigh together."""
NEAREST = 6
"""Of the pages that a page shares text with, so many at most are named."""

NO_BOUND = 2**62
"""Past the turn of every page."""


Printed = tuple[int, int]
"""That a page prints a run of words: its turn, which puts pages in order, and its number."""


def sharing(connection: Connection, wanted: Collection[PageId]) -> dict[PageId, tuple[Sharing, ...]]:
    """For each of these pages those published no later that share text with it, most shared first."""
    own, turns = _own(connection, wanted)
    first = _first(connection, own)
    shared = {page: _shared((turns[page], page), runs, first) for page, runs in own.items()}
    ids = _ids(connection, {*shared, *(other for found in shared.values() for other, _, _ in found)})
    return {
        ids[page]: tuple(Sharing(ids[page], ids[other], count, share) for other, count, share in found)
        for page, found in shared.items()
    }


def _own(connection: Connection, wanted: Collection[PageId]) -> tuple[dict[int, list[int]], dict[int, int]]:
    """The prints of these pages, by number, and the pages' turns."""
    found: dict[int, list[int]] = defaultdict(list)
    turns: dict[int, int] = {}
    query = select(prints.c.page, prints.c.print, prints.c.turn).join(pages, pages.c.number == prints.c.page)
    for row in rows_where(connection, query, pages.c.id, set(wanted)):
        found[row.page].append(row.print)
        turns[row.page] = row.turn
    return found, turns


def _first(connection: Connection, numbers: Collection[int]) -> dict[int, list[Printed]]:
    """Who printed each run of these pages first, in order."""
    mine, other = prints.alias("mine"), prints.alias("other")
    listed: Sequence[int] = sorted(numbers)
    found: dict[int, list[Printed]] = defaultdict(list)
    for start in range(0, len(listed), CHUNK):
        runs = select(mine.c.print).where(mine.c.page.in_(listed[start : start + CHUNK])).distinct().subquery()
        last = select(other.c.turn).where(other.c.print == runs.c.print).order_by(other.c.turn)
        # A bound that depends on the run alone is found once for it, and no other page that prints it is touched.
        bound = func.coalesce(last.limit(1).offset(FIRST - 1).scalar_subquery(), NO_BOUND)
        at = (prints.c.print == runs.c.print) & (prints.c.turn <= bound)
        here: dict[int, list[Printed]] = defaultdict(list)
        for run, turn, page in connection.execute(
            select(prints.c.print, prints.c.turn, prints.c.page).join_from(runs, prints, at)
        ):
            here[run].append((turn, page))
        found.update(here)
    return found


def _shared(page: Printed, runs: Iterable[int], first: Mapping[int, list[Printed]]) -> list[tuple[int, int, float]]:
    """The pages of the same day or earlier with the number of prints in common and their share, the largest first.

    A run counts for one part in as many as there are days on which it was printed before: what an outlet prints under
    each of its articles, month after month, shows no more than that it is the same outlet.
    """
    weights: dict[int, float] = defaultdict(float)
    counts: dict[int, int] = defaultdict(int)
    turns: dict[int, int] = {}
    all_of_it, (turn, own) = 0.0, page
    end_of_day = end_of(turn)
    for run in runs:
        before = [p for p in first.get(run, ()) if p[0] <= end_of_day and p[1] != own]
        weight = 1 / len({day_of(p[0]) for p in before}) if before else 1.0
        all_of_it += weight
        for other_turn, other in before:
            weights[other] += weight
            counts[other] += 1
            turns[other] = other_turn
    found = [o for o, count in counts.items() if count >= FEWEST and weights[o] >= LEAST]
    nearest = sorted(found, key=lambda o: (-weights[o], turns[o]))[:NEAREST]
    return [(other, counts[other], round(weights[other] / all_of_it, 6)) for other in nearest]


def _ids(connection: Connection, numbers: Collection[int]) -> dict[int, PageId]:
    query = select(pages.c.number, pages.c.id)
    return {row.number: PageId(row.id) for row in rows_where(connection, query, pages.c.number, numbers)}


def sourced(connection: Connection, wanted: Collection[PageId]) -> dict[PageId, SourcedPage]:
    """What is known of these pages' sources; pages that are not read are left out."""
    query = (
        select(pages.c.id, pages.c.number, readings.c.text, readings.c.last_day, readings.c.published)
        .add_columns(outlets.c.outlet)
        .join_from(readings, pages, pages.c.number == readings.c.page)
        .join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
    )
    rows = list(rows_where(connection, query, pages.c.id, set(wanted)))
    numbers = [row.number for row in rows]
    reporting, relayed = _reporting(connection, numbers), _relayed(connection, numbers)
    strings = dict(_strings(connection, sorted({row.text for row in rows if row.text})))
    return {
        PageId(row.id): SourcedPage(
            page=PageId(row.id),
            outlet=outlet_from(row.outlet) if row.outlet else None,
            published=row.published,
            day=row.last_day,
            text=strings.get(row.text, ""),
            reporting=tuple(reporting.get(row.number, ())),
            relays=tuple(relayed.get(row.number, ())),
        )
        for row in rows
    }


def _strings(connection: Connection, ids: list[str]) -> Iterator[tuple[str, str]]:
    for start in range(0, len(ids), TEXTS_AT_ONCE):
        yield from load_strings(connection, ids[start : start + TEXTS_AT_ONCE]).items()


def _reporting(connection: Connection, numbers: Collection[int]) -> dict[int, list[Range]]:
    found: dict[int, list[Range]] = defaultdict(list)
    query = select(blocks.c.page, blocks.c.start, blocks.c.end).where(blocks.c.role.in_([r.value for r in REPORTING]))
    for row in rows_where(connection, query.order_by(blocks.c.page, blocks.c.position), blocks.c.page, numbers):
        found[row.page].append(Range(row.start, row.end))
    return found


def _relayed(connection: Connection, numbers: Collection[int]) -> dict[int, list[RelayedFrom]]:
    found: dict[int, list[RelayedFrom]] = defaultdict(list)
    query = select(relays.c.page, relays.c.as_written, relays.c.start, relays.c.end, outlets.c.outlet)
    query = query.join(outlets, outlets.c.id == relays.c.outlet).order_by(relays.c.page, relays.c.position)
    for row in rows_where(connection, query, relays.c.page, numbers):
        at = None if row.start is None else Range(row.start, row.end)
        found[row.page].append(RelayedFrom(outlet_from(row.outlet), row.as_written, at))
    return found


def speech(connection: Connection, wanted: Collection[PageId]) -> dict[PageId, tuple[Statement, ...]]:
    """The statements on these pages that reviewers let stand, in the order of the text."""
    found: dict[PageId, list[Statement]] = defaultdict(list)
    query = (
        select(*statements.c, pages.c.id, readings.c.text)
        .join_from(statements, readings, readings.c.page == statements.c.page)
        .join(pages, pages.c.number == statements.c.page)
        .where(statements.c.stands.in_([stands.value for stands in SHOWN]))
        .order_by(statements.c.page, statements.c.position)
    )
    for row in rows_where(connection, query, pages.c.id, set(wanted)):
        found[PageId(row.id)].append(statement_from(row, TextId(row.text)))
    return {page: tuple(said) for page, said in found.items()}
