"""Pages straight through a recipe and out again, in the order they came, with no record between."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.pipeline.engines import Engine
from trucewatch.pipeline.run import Item, batches
from trucewatch.record.outcomes import Dropped, Skipped
from trucewatch.record.pages import Captured
from trucewatch.record.protocols import KeptPage
from trucewatch.record.readings import PageReading


@dataclass(frozen=True, slots=True)
class Analysis:
    """One item's outcome under the id that the user knows it by; `reading` is None where the source dropped it."""

    id: str
    reading: PageReading | None
    dropped: Dropped | None


def analyse(items: Iterable[Item], engine: Engine) -> Iterator[Analysis]:
    """One analysis for each page or dropped item, in order; what is skipped is none."""
    order: deque[Captured | Dropped] = deque()
    readings = engine.run(
        [KeptPage(c.page, c.data, c.given, c.locator) for c in batch]
        for batch in batches(_pages(items, order), lambda c: len(c.data))
    )
    for batch in readings:
        for reading in batch:
            yield from _dropped_before(order)
            captured = order.popleft()
            if not isinstance(captured, Captured):
                raise RuntimeError(f"{captured.item}: read although its source had dropped it")
            yield Analysis(captured.name, reading, reading.dropped)
    yield from _dropped_before(order)


def _pages(items: Iterable[Item], order: deque[Captured | Dropped]) -> Iterator[Captured]:
    for item in items:
        if isinstance(item, Skipped):
            continue
        order.append(item)
        if isinstance(item, Captured):
            yield item


def _dropped_before(order: deque[Captured | Dropped]) -> Iterator[Analysis]:
    while order and isinstance(order[0], Dropped):
        dropped = order.popleft()
        if isinstance(dropped, Dropped):
            yield Analysis(dropped.item, None, dropped)
