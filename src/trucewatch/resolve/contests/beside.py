"""Accounts on one page that did not join and yet tell of one thing: told and denied, dated apart, named apart."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from trucewatch.record.contested import Contest, Difference
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.resolve.contests.accounts import (
    TOLD,
    about,
    claim_of,
    contest_of,
    disjoint,
    states,
    to_the_day,
    topic_words,
    voice,
)
from trucewatch.resolve.contests.within import how_many, named, whether, who
from trucewatch.resolve.happenings.facets import Facet, facet_of

NEXT = 3
"""Code points from the end of one sentence to the start of the next, within a paragraph or across its edge."""
NEAR = 600
"""Code points within which two accounts of a page answer each other."""
_DAYS = 3
"""Days between two dates of one incident."""
_ONLY = re.compile(r"\b(?:the|an?) (?:only|sole|single|lone|one)\b|\bonly one\b", re.IGNORECASE)
_ONE_DEED = frozenset({Track.VIOLATION, Track.FIGHTING})
_CASUALTIES = frozenset({Track.FIGHTING, Track.VIOLATION, Track.HUMANITARIAN})
_NEGATABLE = frozenset(
    {
        Track.HUMANITARIAN,
        Track.DEPLOYMENT,
        Track.CEASEFIRE,
        Track.AGREEMENT,
        Track.VIOLATION,
        Track.FIGHTING,
        Track.MEETING,
    }
)


def beside(one: EventRow, other: EventRow) -> Iterator[Contest]:
    """In what two mentions of one page differ that are not of one happening, the earlier in the text first."""
    for difference, words in _differences(one, other):
        contest = contest_of(
            about(one),
            difference,
            (claim_of(one, words[0]), claim_of(other, words[1])),
            (one.event.date, other.event.date),
        )
        if contest is not None:
            yield contest


def _differences(one: EventRow, other: EventRow) -> Iterator[tuple[Difference, tuple[str, str]]]:
    if voice(one) == voice(other):
        return
    near = other.event.passage.start - one.event.passage.end <= NEAR
    if _one_topic(one, other) and (words := whether(one, other)):
        yield Difference.WHETHER, words
    if near and not disjoint(one, other) and (words := who(one, other)):
        yield Difference.WHO, words
    if _one_incident(one, other):
        yield Difference.WHEN, (str(one.event.date), str(other.event.date))
    if _next(one, other) and _both_told(one, other) and _one_time(one, other) and (words := named(one, other)):
        yield Difference.NAME, words
    if near and _one_count(one, other) and (words := how_many(one, other)):
        yield Difference.HOW_MANY, words


def _both_told(one: EventRow, other: EventRow) -> bool:
    return one.event.status in TOLD and other.event.status in TOLD


def _one_time(one: EventRow, other: EventRow) -> bool:
    """Whether they can be of one time, and neither sums up a month or a year."""
    return not disjoint(one, other) and all(row.event.date is None or to_the_day(row) for row in (one, other))


def _next(one: EventRow, other: EventRow) -> bool:
    return one.event.passage == other.event.passage or 0 <= other.event.passage.start - one.event.passage.end <= NEXT


def _one_topic(one: EventRow, other: EventRow) -> bool:
    """Whether their words name one thing: two words of it, or one that is all and a state."""
    if one.event.track is not other.event.track or one.event.track not in _NEGATABLE or disjoint(one, other):
        return False
    if {one.event.status, other.event.status} & {Status.PLANNED, Status.CALLED_FOR, Status.HYPOTHETICAL}:
        return False
    mine, theirs = topic_words(one.trigger), topic_words(other.trigger)
    shared = mine & theirs
    return len(shared) >= 2 or (bool(shared) and bool(states(one) & states(other)) and min(len(mine), len(theirs)) == 1)


def _one_incident(one: EventRow, other: EventRow) -> bool:
    """Whether one voice knows of a single incident and another dates one to a day close by."""
    if one.event.track is not other.event.track or one.event.track not in _ONE_DEED or not _both_told(one, other):
        return False
    if not (to_the_day(one) and to_the_day(other) and disjoint(one, other)) or _apart(one, other) > _DAYS:
        return False
    single = facet_of(one.event, one.trigger) is Facet.ATTACK and facet_of(other.event, other.trigger) is Facet.ATTACK
    return single and any(_only(row) for row in (one, other))


def _only(row: EventRow) -> bool:
    start = row.event.trigger.start - row.event.passage.start
    return _ONLY.search(row.sentence[max(0, start - 40) : start]) is not None


def _apart(one: EventRow, other: EventRow) -> int:
    return abs((date.fromisoformat(str(one.event.date)[:10]) - date.fromisoformat(str(other.event.date)[:10])).days)


def _one_count(one: EventRow, other: EventRow) -> bool:
    """Whether two figures are of one thing: done to one side, of one kind, on days that can be one."""
    same = one.event.track is other.event.track and one.event.category == other.event.category
    return same and one.event.track in _CASUALTIES and not disjoint(one, other) and _sufferers(one) == _sufferers(other)


def _sufferers(row: EventRow) -> Sequence[str]:
    return sorted({p.code.partition(" ")[0] for p in row.event.recipients if p.code})
