"""The dated expressions of a sentence, each with the words whose time it tells, and how far it is from them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.extract.codebook.match import Clause
from trucewatch.record.language import Sentence
from trucewatch.record.times import Timex

_PREFIX = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", re.ASCII)
_TO = re.compile(r"\s*(?:to|till|until|and|through|[-\N{EN DASH}\N{EM DASH}])\s*", re.ASCII)
_CLOCK = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})?(?:[ap]\.?m\.?)?", re.ASCII)
_OF_DAY = frozenset(
    """the in at around about early late later earlier mid hours hour local time o'clock a.m. p.m. am pm day morning
    afternoon evening night noon midday midnight dawn dusk overnight""".split()
)
_HOUR_WORDS = 8
_FROM = frozenset({"from", "between"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nummod", "nmod:poss", "nmod:unmarked", "nmod:desc"})
_SETTING = frozenset({"in", "at", "during", "over", "on"})
_NOUN = frozenset({"NOUN", "PROPN"})
_STEPS = 4
"""Words between a time and the event that it dates."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of the sentence: what it says, the words that it may date with the steps to each, and what leads it."""

    at: int
    """Where its words begin."""
    value: str
    """An ISO prefix, or two joined by "/"."""
    steps: dict[int, int]
    since: bool = False
    """Whether it only says when something began: "since May"."""
    before_noun: bool = False
    """Whether it tells one thing of a kind from others: "the 2016 clashes"."""
    hour: bool = False
    """Whether it is a time of day, of a day that is named elsewhere."""


def dated_in(sentence: Sentence, clause: Clause, times: list[Timex]) -> Iterator[Dated]:
    """The sentence's times that have a place on the calendar; `times` are all of the sentence, in order."""
    at = 0
    while at < len(times):
        first, last = times[at], times[at]
        value = iso(first)
        if at + 1 < len(times) and (span := _joined(clause, first, times[at + 1])):
            value, last = span, times[at + 1]
            at += 1
        at += 1
        top = _top(sentence, clause, first, last)
        if value is not None and top is not None:
            steps, before = _homes(clause, top)
            hour = first is last and names_no_day(first, clause.tree.text)
            yield Dated(first.start, value, steps, _led_by(clause, top, first) == "since", before, hour)


def iso(timex: Timex) -> str | None:
    """The day, month or year; for weeks, seasons and the like the days they span."""
    value = timex.value.partition("T")[0]
    if _PREFIX.fullmatch(value):
        return value
    if timex.earliest and timex.latest and timex.on_calendar:
        first, last = timex.earliest[:10], timex.latest[:10]
        return first if first == last else f"{first}/{last}"
    return None


def names_no_day(timex: Timex, text: str) -> bool:
    """Whether the words are a time of day and say nothing of the day: "in the evening", "at 10.30 a.m."."""
    words = text[timex.start : timex.end].lower().split()
    return len(words) <= _HOUR_WORDS and all(w in _OF_DAY or _CLOCK.fullmatch(w) for w in words)


def _joined(clause: Clause, first: Timex, second: Timex) -> str | None:
    """ "From 5 May to 3 June": from the beginning of the one to the end of the other."""
    text = clause.tree.text
    between, before = text[first.end : second.start], text[max(0, first.start - 20) : first.start].lower().split()
    if not before or before[-1] not in _FROM or not _TO.fullmatch(between):
        return None
    begin, end = iso(first), iso(second)
    if begin is None or end is None:
        return None
    begin, end = begin.partition("/")[0], end.rpartition("/")[2]
    return f"{begin}/{end}" if begin < end else None


def _top(sentence: Sentence, clause: Clause, first: Timex, last: Timex) -> int | None:
    """The word of the expression that hangs on one outside it."""
    inside = [n for n, w in enumerate(sentence.words) if w.at.start < last.end and first.start < w.at.end]
    return next((n for n in inside if clause.tree.words[n].head not in inside), None)


def _led_by(clause: Clause, top: int, timex: Timex) -> str:
    word = clause.tree.case(top)
    before = clause.tree.text[max(0, timex.start - 12) : timex.start].split()
    return word or (before[-1].lower() if before else "")


def _homes(clause: Clause, top: int) -> tuple[dict[int, int], bool]:
    """The words above the time as far as the next verb; from before a noun no farther than what the noun sets."""
    tree, steps = clause.tree, dict[int, int]()
    before = _stands_before_noun(clause, top)
    for number, (child, head) in enumerate(tree.above(top), 1):
        if before and number > 1 and not _sets(clause, child):
            break
        steps[head] = number
        if tree.verbal(head) or number >= _STEPS:
            break
    return steps, before


def _stands_before_noun(clause: Clause, top: int) -> bool:
    head = clause.tree.words[top].head
    if head is None or head < top or clause.tree.words[head].upos not in _NOUN:
        return False
    return clause.tree.label(top) in _BEFORE_NOUN


def _sets(clause: Clause, noun: int) -> bool:
    """Whether a noun's time is its clause's: "the July clashes KILLED ten", "spoke in a weekend call"."""
    label = clause.tree.label(noun)
    return label in ("nsubj", "nsubj:pass") or (label == "obl" and clause.tree.case(noun) in _SETTING)
