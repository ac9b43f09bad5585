"""When something was said: the time expressions that hang on the clause that reports it."""

import re

from trucewatch.record.mentions import Said, SaidGrounds
from trucewatch.record.spans import Range
from trucewatch.record.times import Timex, TimexType
from trucewatch.resolve.speakers.clause import Clause, hangs_on
from trucewatch.resolve.speakers.page import PageView

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?=T|$)", re.ASCII)
_BESIDE = 2
"""Words that may stand between cue or source and a time expression."""

Times = list[tuple[range, Timex]]


def times_of(view: PageView) -> Times:
    """The page's days and times with the words that they cover, in order."""
    found = []
    for mention in view.page.times:
        timex = mention.timex
        if timex.type in (TimexType.DATE, TimexType.TIME):
            span = view.within(Range(timex.start, timex.end))
            if span:
                found.append((span, timex))
    return found


def said_on(view: PageView, clause: Clause, times: Times) -> Said | None:
    """The day that the clause gives for what was said; None where it gives none that has a place on the calendar."""
    inside = {w.index for w in clause.words}
    for span, timex in times:
        day = _day(timex)
        if day is not None and all(i in inside for i in span) and _hangs_on(view, clause, span):
            return Said(day, SaidGrounds.STATED)
    return None


def _day(timex: Timex) -> str | None:
    """The expression's value as an ISO prefix, or its first and last day joined by "/"."""
    if (found := _DAY.match(timex.value)) is not None:
        return found.group()
    if not timex.on_calendar or timex.earliest is None or timex.latest is None:
        return None
    first, last = timex.earliest[:10], timex.latest[:10]
    return first if first == last else f"{first}/{last}"


def _hangs_on(view: PageView, clause: Clause, span: range) -> bool:
    """True where the tree leads from the expression to the cue, or it stands beside cue or source."""
    if clause.source.intersection(span):
        return False
    return hangs_on(view, clause, span.start) or _stands_beside(view, clause, span)


def _stands_beside(view: PageView, clause: Clause, span: range) -> bool:
    """True for "said on Friday" and "Keller on Friday said", whatever the tree makes of it."""
    near, before, after = clause.cue | clause.source, span.start - 1, span.stop
    while (token := view.token(before)) is not None and token.upos in ("ADP", "DET") and span.start - before <= _BESIDE:
        before -= 1
    return before in near or after in clause.cue
