"""Pages with readings made elsewhere into a record, counted like those that are read here."""

from collections.abc import Iterable, Iterator
from itertools import islice

from trucewatch.pipeline.lines import Loaded
from trucewatch.pipeline.run import Account
from trucewatch.record.outcomes import Dropped, Tally, Why
from trucewatch.record.protocols import Writer

BATCH_LINES = 500
"""Lines of one transaction: what a transaction costs by itself is shared by many, and as many lie in memory."""


def load_lines(writer: Writer, outcomes: Iterable[Loaded | Dropped], recipe: str) -> Tally:
    """Keep each page and put its reading, unless the record holds one by the same recipe; every line is counted."""
    account = Account()
    for batch in _batches(iter(outcomes)):
        loaded = [one for one in batch if isinstance(one, Loaded)]
        for dropped in (one for one in batch if isinstance(one, Dropped)):
            account.drop(dropped)
        if loaded:
            _take(writer, loaded, recipe, account)
    return account.tally()


def _batches(outcomes: Iterator[Loaded | Dropped]) -> Iterator[list[Loaded | Dropped]]:
    while batch := list(islice(outcomes, BATCH_LINES)):
        yield batch


def _take(writer: Writer, loaded: list[Loaded], recipe: str, account: Account) -> None:
    kept = writer.keep([one.captured for one in loaded], recipe)
    readings = {one.reading.page: one.reading for one in loaded}
    writer.put([readings[page] for page in kept.stale])
    wanted = set(kept.stale)
    for one in loaded:
        page = one.reading.page
        if page in kept.forgotten:
            account.drop(Dropped(one.captured.locator, "record", Why.FORGOTTEN, kept.forgotten[page]))
        elif page not in wanted:
            account.outcomes["unchanged"] += 1
        elif one.reading.dropped is not None:
            account.drop(one.reading.dropped)
        else:
            account.outcomes["added" if page in kept.new else "renewed"] += 1
        wanted.discard(page)
