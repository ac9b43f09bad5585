"""Runs: pages from a source into a record, or straight out again; every item ends in one counted outcome."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from trucewatch.pipeline.engines import Engine
from trucewatch.record.ids import PageId
from trucewatch.record.outcomes import Dropped, Skipped, Tally, Why
from trucewatch.record.pages import Captured
from trucewatch.record.protocols import Kept, KeptPage, Writer
from trucewatch.record.readings import PageReading

T = TypeVar("T")

BATCH_PAGES = 32
BATCH_BYTES = 8_000_000
"""A batch ends at either bound: small pages share the cost of a transaction, large ones bound memory."""

Item = Captured | Dropped | Skipped
Progress = Callable[[int], None]
"""Called with the number of items that have just come to their end."""


def _silent(_: int) -> None:
    return None


@dataclass(slots=True)
class Account:
    """The outcomes of a run so far; `tally` is the closed account."""

    outcomes: Counter[str] = field(default_factory=Counter)
    dropped: list[Dropped] = field(default_factory=list)

    def drop(self, why: Dropped) -> None:
        """Count a dropped item and keep its reason."""
        self.outcomes["dropped"] += 1
        self.dropped.append(why)

    def tally(self) -> Tally:
        """The counts, with dropped items by reason."""
        n = self.outcomes
        pages = n["added"] + n["renewed"] + n["unchanged"] + n["dropped"]
        reasons = Counter(str(d.why) for d in self.dropped)
        return Tally(
            pages, n["added"], n["renewed"], n["unchanged"], n["dropped"], n["skipped"], dict(sorted(reasons.items()))
        )


class ReadRun:
    """Reads items into a record: keeps each page first, then what the engine derives from it.

    A page is kept, in a transaction of its own, before it is read; killed in between, the next run finishes it.
    """

    def __init__(self, writer: Writer, engine: Engine, progress: Progress = _silent) -> None:
        self._writer = writer
        self._engine = engine
        self._progress = progress
        self._locators: dict[PageId, str] = {}
        """Pages under way, by the place that a message should name; emptied as they end."""
        self._fresh: set[PageId] = set()
        self.account = Account()

    def read(self, items: Iterable[Item]) -> Tally:
        """Bring all items to their end, and what an earlier run left unread."""
        left = set(self._writer.unread(self._engine.recipe))
        self._consume(self._engine.run(self._kept(items)), self._end)
        self._finish(lambda reading: self._end(reading) if reading.page in left else None)
        return self.account.tally()

    def finish_unread(self) -> Tally:
        """Read every kept page that has no reading by this recipe."""
        self._finish(self._end)
        return self.account.tally()

    def read_again(self, pages: Sequence[PageId]) -> Tally:
        """Read these pages anew, whatever reading they have."""
        self._consume(self._engine.run(self._loaded(list(pages))), self._end)
        return self.account.tally()

    def _finish(self, end: Callable[[PageReading], None]) -> None:
        """Read what is kept and unread; a page that was given more while it was read is read once more, uncounted."""
        unread = self._writer.unread(self._engine.recipe)
        self._consume(self._engine.run(self._loaded(unread)), end)

    def _consume(self, batches: Iterator[list[PageReading]], end: Callable[[PageReading], None]) -> None:
        for readings in batches:
            self._writer.put(readings)
            for reading in readings:
                end(reading)
            self._progress(len(readings))

    def _end(self, reading: PageReading) -> None:
        locator = self._locators.pop(reading.page, None)
        if reading.dropped is not None:
            named = reading.dropped
            self.account.drop(Dropped(locator or named.item, named.stage, named.why, named.detail))
        else:
            self.account.outcomes["added" if reading.page in self._fresh else "renewed"] += 1
        self._fresh.discard(reading.page)

    def _kept(self, items: Iterable[Item]) -> Iterator[list[KeptPage]]:
        for batch in batches(self._captured(items), lambda c: len(c.data)):
            kept = self._writer.keep(batch, self._engine.recipe)
            wanted = [page for page in kept.stale if page not in self._locators]
            self._fresh |= kept.new
            ids = [c.page.id for c in batch]
            first = dict(zip(reversed(ids), (c.locator for c in reversed(batch)), strict=True))
            self._locators.update((page, first[page]) for page in wanted)
            unchanged = len(batch) - len(wanted) - self._refused(batch, kept)
            self.account.outcomes["unchanged"] += unchanged
            self._progress(unchanged)
            if wanted:
                yield self._writer.load(wanted)

    def _refused(self, batch: list[Captured], kept: Kept) -> int:
        """Account for the pages that the record was told to forget; how many they are."""
        refused = [c for c in batch if c.page.id in kept.forgotten]
        for captured in refused:
            self.account.drop(Dropped(captured.locator, "record", Why.FORGOTTEN, kept.forgotten[captured.page.id]))
        self._progress(len(refused))
        return len(refused)

    def _captured(self, items: Iterable[Item]) -> Iterator[Captured]:
        for item in items:
            if isinstance(item, Captured):
                yield item
                continue
            if isinstance(item, Dropped):
                self.account.drop(item)
            else:
                self.account.outcomes["skipped"] += 1
            self._progress(1)

    def _loaded(self, pages: list[PageId]) -> Iterator[list[KeptPage]]:
        for start in range(0, len(pages), BATCH_PAGES):
            batch = self._writer.load(pages[start : start + BATCH_PAGES])
            self._locators.update((kept.page.id, kept.locator) for kept in batch)
            yield batch


def batches(items: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """The items in lists of at most BATCH_PAGES, ended early where `size` adds up to BATCH_BYTES."""
    batch: list[T] = []
    held = 0
    for item in items:
        batch.append(item)
        held += size(item)
        if len(batch) >= BATCH_PAGES or held >= BATCH_BYTES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
