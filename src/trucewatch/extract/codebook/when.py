"""When an event is told to be: the time expression of its own clause."""

import re
from bisect import bisect_left

from trucewatch.extract.codebook.match import Clause, Hit
from trucewatch.record.language import Sentence
from trucewatch.record.mentions import Status, TimeMention
from trucewatch.record.texts import Role
from trucewatch.record.times import Timex, TimexType

_PREFIX = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", re.ASCII)
_UNDATED = frozenset({Status.CALLED_FOR, Status.HYPOTHETICAL})


class Calendar:
    """The dated expressions of a text, by place."""

    def __init__(self, times: tuple[TimeMention, ...]) -> None:
        dated = (TimexType.DATE, TimexType.TIME)
        self._times = sorted(
            (m.timex for m in times if m.role is not Role.DATELINE and m.timex.type in dated), key=lambda t: t.start
        )
        self._starts = [t.start for t in self._times]

    def date(self, sentence: Sentence, clause: Clause, hit: Hit, status: Status) -> str | None:
        """The event's day or days as an ISO prefix, or two joined by "/"; None where the text does not say."""
        if status in _UNDATED:
            return None
        first = bisect_left(self._starts, sentence.at.start)
        for timex in self._times[first:]:
            if timex.start >= sentence.at.end:
                return None
            word = next((n for n, w in enumerate(sentence.words) if w.at.end > timex.start), None)
            if word is not None and self._told_of(clause, hit, word) and (value := _iso(timex)):
                return value
        return None

    def _told_of(self, clause: Clause, hit: Hit, word: int) -> bool:
        """Whether the time hangs on the event's own words or on the verb of its clause."""
        homes = {*hit.found.words, *hit.absorbed, *clause.slots.carrier(hit.head)}
        for number, (_, head) in enumerate(clause.tree.above(word)):
            if head in homes:
                return True
            if clause.tree.verbal(head) or number > 3:
                return False
        return False


def _iso(timex: Timex) -> str | None:
    """The day, month or year; for weeks, seasons and the like the days they span."""
    value = timex.value.partition("T")[0]
    if _PREFIX.fullmatch(value):
        return value
    if timex.earliest and timex.latest and timex.on_calendar:
        first, last = timex.earliest[:10], timex.latest[:10]
        return first if first == last else f"{first}/{last}"
    return None
