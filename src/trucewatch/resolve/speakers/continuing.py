"""Speech without a source of its own: it goes on from the statement beside it, or stands inside another's words."""

from bisect import bisect_left
from dataclasses import replace

from trucewatch.record.mentions import Attribution, Kind, SpeakerGrounds
from trucewatch.resolve.speakers.discourse import Turn
from trucewatch.resolve.speakers.page import PageView

_MARKS = frozenset('"“”„«»')
NEIGHBOURS = 6
"""Statements on either side that are looked at."""


class Continuing:
    """The turns of a page in the order of their contents, for statements that only those beside them explain."""

    def __init__(self, view: PageView, attributions: tuple[Attribution, ...], turns: list[Turn | None]) -> None:
        self._view, self._all, self._turns = view, attributions, turns
        self._order = sorted(range(len(attributions)), key=lambda n: (attributions[n].content[0], n))
        self._starts = [attributions[n].content[0].start for n in self._order]

    def turn(self, number: int) -> Turn | None:
        """The turn of a statement without a source: the outer speaker, or the one before it, or the one after."""
        return self._outer(number) or self._beside(number)

    def _outer(self, number: int) -> Turn | None:
        """For "I" and "we": whoever's words they stand in."""
        source = self._all[number].source
        if source is None:
            return None
        here = bisect_left(self._starts, source.start + 1)
        for other in reversed(self._order[max(0, here - NEIGHBOURS) : here]):
            holds = any(c.start <= source.start and source.end <= c.end for c in self._all[other].content)
            if other != number and holds:
                return self._taken_over(other, number)
        return None

    def _beside(self, number: int) -> Turn | None:
        found = self._all[number]
        if found.source is not None or not self._quoted(found):
            return None
        here = self._order.index(number) if len(self._order) < 64 else self._place(number)
        before = reversed(self._order[max(0, here - NEIGHBOURS) : here])
        after = self._order[here + 1 : here + 1 + NEIGHBOURS]
        near = (n for n in (*before, *after) if self._distance(number, n) <= 1 and self._all[n].nested_in is None)
        return next((t for n in near if (t := self._taken_over(n, number)) is not None), None)

    def _place(self, number: int) -> int:
        return bisect_left(self._starts, self._all[number].content[0].start)

    def _quoted(self, found: Attribution) -> bool:
        text, first = self._view.text, found.content[0]
        marks = {*text[max(0, first.start - 1) : first.start], *text[first.start : first.start + 1]}
        return found.kind is Kind.DIRECT or bool(marks & _MARKS)

    def _distance(self, one: int, other: int) -> int:
        """Blocks from one statement to another; captions and the like between them count."""
        here = self._view.block_number(self._all[one].content[0].start)
        there = self._view.block_number(self._all[other].content[-1].start)
        return abs(here - there)

    def _taken_over(self, from_number: int, number: int) -> Turn | None:
        turn = self._turns[from_number]
        if turn is None:
            return None
        speaker = replace(turn.speaker, grounds=SpeakerGrounds.CONTINUED)
        return replace(turn, number=number, speaker=speaker)
