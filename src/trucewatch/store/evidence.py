"""Passages of pages as evidence, cut as they are asked for."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from trucewatch.record.ids import PageId
from trucewatch.record.kept import Decision
from trucewatch.record.spans import Evidence, Range
from trucewatch.store.bulk import rows_where
from trucewatch.store.deriving import load_strings
from trucewatch.store.listing import openings
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import outlets, readings


class Places:
    """The pages that an answer speaks of: their outlets, days and words."""

    def __init__(self, connection: Connection, numbers: Mapping[PageId, int]) -> None:
        """`numbers` are those of the pages that are read."""
        self._connection = connection
        self._numbers = numbers
        self._pages = {number: page for page, number in numbers.items()}
        query = select(readings.c.page, readings.c.text, readings.c.published, outlets.c.name.label("outlet"))
        query = query.join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
        self._read = {row.page: row for row in rows_where(connection, query, readings.c.page, self._pages)}

    def told(self, page: PageId, start: int, end: int, words: str) -> Evidence:
        """Words that are known already."""
        row = self._read.get(self._numbers.get(page, -1))
        return Evidence(page, row.outlet if row else None, row.published if row else None, start, end, words)

    def passage(self, number: int, at: Range) -> Evidence:
        """The passage of a page's text."""
        piece = Slice(self._read[number].text, at.start, at.end)
        return self.told(self._pages[number], at.start, at.end, cut(self._connection, [piece])[piece])

    def opening(self, page: PageId) -> Evidence:
        """The passage that stands for the page; with an empty quote where it has no text."""
        number = self._numbers.get(page)
        found = openings(self._connection, [number]).get(number) if number is not None else None
        return self.told(page, *(found or (0, 0, "")))

    def spot_now(self, decision: Decision) -> Range | None:
        """Where the words that a decision was made on stand in the page's text by now; None where not exactly once."""
        row = self._read.get(self._numbers.get(decision.pages[0], -1))
        if row is None or row.text is None or decision.passage is None or decision.spot is None:
            return None
        if row.text == decision.passage.text:
            return decision.spot
        string, words = load_strings(self._connection, [row.text])[row.text], decision.words or ""
        at = string.find(words) if words else -1
        if at < 0 or string.find(words, at + 1) >= 0:
            return None
        moved = at - decision.passage.start
        return Range(decision.spot.start + moved, decision.spot.end + moved)
