"""By when what a sentence undertakes is due."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from trucewatch.record.ids import PageId
from trucewatch.record.protocols import TimeRow
from trucewatch.record.spans import Range
from trucewatch.record.times import Timex
from trucewatch.resolve.agreements.deadlines import Days, due_in
from trucewatch.resolve.commitments.candidates import Candidate


class Dues:
    """The time expressions of pages, by the sentence that they stand in."""

    def __init__(self, times: Iterable[TimeRow]) -> None:
        self._times: dict[PageId, list[Timex]] = defaultdict(list)
        for row in times:
            self._times[row.page].append(row.mention.timex)
        for found in self._times.values():
            found.sort(key=lambda t: (t.start, t.end))

    def of(self, told: Candidate) -> str | None:
        """The day, counted from that of the page where it is so many days ahead; None where no term is set."""
        start, words = told.told.start, told.told.words
        end = start + len(words)
        inside = (t for t in self._times.get(told.told.page, ()) if start <= t.start and t.end <= end)
        shifted = [replace(t, start=t.start - start, end=t.end - start) for t in inside]
        after = [t for t in shifted if t.start >= told.at]
        due = due_in(words, Range(told.at, len(words)), after, Days()) if told.at < len(words) else None
        if due is None or due.day is None:
            return None
        # "He said on Monday" stands behind many a verb: what is ahead is due after the page.
        return due.day if told.told.day is None or due.day > told.told.day else None
