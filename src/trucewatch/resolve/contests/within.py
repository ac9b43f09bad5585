"""In what the accounts of one happening differ: when, where, how many, who, whether, what to call it."""

import re
from collections.abc import Callable, Iterator, Sequence

from trucewatch.record.contested import Contest, Difference
from trucewatch.record.happenings import Happening
from trucewatch.record.mentions import EventMention, Quantity, Relation, Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.resolve.contests.accounts import (
    TOLD,
    about,
    actors,
    claim_of,
    contest_of,
    disjoint,
    recipients,
    to_the_day,
    voice,
)
from trucewatch.resolve.contests.labels import label
from trucewatch.resolve.happenings.facets import facet_of
from trucewatch.resolve.happenings.words import place_words

MOST = 40
"""Accounts of one happening that are compared with each other, the earliest."""
_FIGHTING = frozenset({Track.FIGHTING, Track.VIOLATION})
_MODAL = re.compile(r"\b(?:could|can|should|must|may|might|would|will)(?: not|n['’]t|not| never)\b", re.IGNORECASE)
_BEFORE = 40
_EXACT_PLACE = "exact"

Pairs = Callable[[EventRow, EventRow], tuple[str, str] | None]
"""The words by which two accounts differ, or None."""


def within(happening: Happening) -> Iterator[Contest]:
    """The ways in which the accounts of one happening differ, at most one contest for each."""
    rows = [row for row in happening.mentions if row.event.status in TOLD | {Status.DENIED}][:MOST]
    ways: tuple[tuple[Difference, Pairs], ...] = (
        (Difference.WHETHER, whether),
        (Difference.WHO, _who),
        (Difference.WHEN, _when),
        (Difference.WHERE, _where),
        (Difference.HOW_MANY, how_many),
        (Difference.NAME, named),
    )
    for difference, differ in ways if len(rows) > 1 else ():
        contest = _lined_up(rows, difference, differ)
        if contest is not None:
            yield contest


def _lined_up(rows: Sequence[EventRow], difference: Difference, differ: Pairs) -> Contest | None:
    claims, met = [], list[EventRow]()
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if (words := differ(one, other)) is not None:
                claims += [claim_of(one, words[0]), claim_of(other, words[1])]
                met += [one, other]
    return contest_of(about(met[0]), difference, claims, (r.event.date for r in met)) if met else None


def whether(one: EventRow, other: EventRow) -> tuple[str, str] | None:
    """Told by one voice, denied by another."""
    if _denied(one) == _denied(other) or voice(one) == voice(other) or _impossible(one) or _impossible(other):
        return None
    return _status(one), _status(other)


def _denied(row: EventRow) -> bool:
    return row.event.status is Status.DENIED


def _impossible(row: EventRow) -> bool:
    """Whether it is said that it could or should not be, which denies nothing."""
    start = row.event.trigger.start - row.event.passage.start
    return _denied(row) and _MODAL.search(row.sentence[max(0, start - _BEFORE) : start + _BEFORE]) is not None


def _status(row: EventRow) -> str:
    words, offset = row.event.status_words, row.event.passage.start
    return row.sentence[words.start - offset : words.end - offset] if words else row.event.status.value


def _who(one: EventRow, other: EventRow) -> tuple[str, str] | None:
    """The doer of the one is whom the other has it done to."""
    if one.event.track not in _FIGHTING or other.event.track not in _FIGHTING or voice(one) == voice(other):
        return None
    mine, theirs = actors(one), actors(other)
    mirrored = recipients(one) & theirs or recipients(other) & mine
    if not mine or not theirs or mine & theirs or not mirrored:
        return None
    return _actors(one), _actors(other)


def _actors(row: EventRow) -> str:
    return ", ".join(p.text for p in row.event.actors)


def who(one: EventRow, other: EventRow) -> tuple[str, str] | None:
    """Each blames the other."""
    return _who(one, other)


def _when(one: EventRow, other: EventRow) -> tuple[str, str] | None:
    if not (to_the_day(one) and to_the_day(other) and disjoint(one, other)):
        return None
    if Status.DENIED in (one.event.status, other.event.status) or _side(one) != _side(other):
        return None
    return str(one.event.date), str(other.event.date)


def _side(row: EventRow) -> str:
    return facet_of(row.event, row.trigger).value


def _where(one: EventRow, other: EventRow) -> tuple[str, str] | None:
    here, there = one.event.place, other.event.place
    if here is None or there is None or here.precision != _EXACT_PLACE or there.precision != _EXACT_PLACE:
        return None
    if place_words(here.text) & place_words(there.text) or (here.latitude, here.longitude) == (
        there.latitude,
        there.longitude,
    ):
        return None
    return here.text, there.text


def how_many(one: EventRow, other: EventRow) -> tuple[str, str] | None:
    """Two figures of one kind that cannot both hold."""
    for mine in one.event.quantities:
        for theirs in other.event.quantities:
            if _of_one_kind(one.event, mine, other.event, theirs) and not _compatible(mine, theirs):
                return _figure(mine), _figure(theirs)
    return None


def _of_one_kind(one: EventMention, mine: Quantity, other: EventMention, theirs: Quantity) -> bool:
    several = sum(q.unit == mine.unit for q in one.quantities), sum(q.unit == theirs.unit for q in other.quantities)
    return mine.unit == theirs.unit and (mine.of or "").lower() == (theirs.of or "").lower() and several == (1, 1)


def _compatible(one: Quantity, other: Quantity) -> bool:
    """Whether a number can be meant by both: "more than 20" and 25, "about 100" and 103."""
    low, high = _range(one)
    least, most = _range(other)
    return low <= most and least <= high


def _range(one: Quantity) -> tuple[float, float]:
    if one.relation is Relation.AT_LEAST:
        return one.value, float("inf")
    if one.relation is Relation.AT_MOST:
        return float("-inf"), one.value
    slack = one.value * 0.1 if one.relation is Relation.ABOUT else 0.0
    return one.value - slack, one.value + slack


def _figure(one: Quantity) -> str:
    bound = "" if one.relation is Relation.EXACT else f"{one.relation.value.replace('-', ' ')} "
    return f"{bound}{one.value:,.15g} {one.unit}"


def named(one: EventRow, other: EventRow) -> tuple[str, str] | None:
    """Two words for it that take sides, by two voices."""
    mine, theirs = label(one), label(other)
    if mine is None or theirs is None or mine == theirs or voice(one) == voice(other):
        return None
    return one.trigger, other.trigger
