"""What one mention tells of a ceasefire: that it was made, is in force, is kept, broken or over, and its day."""

import re
from dataclasses import dataclass

from trucewatch.record.blocking import days_of
from trucewatch.record.happenings import mention_of
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.record.truces import StepKind
from trucewatch.resolve.happenings.facets import Facet, facet_of
from trucewatch.resolve.truces.known import KnownTruces

TRUCE = re.compile(
    r"\b(?:cease-? ?fires?|truces?|armistices?|cessation of (?:all )?(?:hostilities|fire)|humanitarian pauses?|"
    r"(?:end|ends|ending|stop|stops|stopping|halt|halts|halting) (?:to )?(?:of )?(?:the |all |their )?"
    r"(?:armed |military )?(?:conflict|war|fighting|hostilities))\b",
    re.IGNORECASE,
)
"""The words for a ceasefire, or for an agreement that is one in other words."""
_MADE = re.compile(
    r"\b(?:sign(?:ed|s|ing)?|agree(?:d|s|ment)?|reach(?:ed|es)?|broker(?:ed|s)?|mediated|declar(?:ed|es|ation)|"
    r"announc(?:ed|es)|conclud(?:ed|es)|struck|clinched|secured|accept(?:ed|s)|enter(?:ed|s)? into|c[ao]me into|"
    r"t(?:ook|akes?|aking) (?:effect|hold)|start(?:ed|s|ing)?|beg[aiu]n(?:s|ning)?|stopped|halted|ended|went into)\b",
    re.IGNORECASE,
)
_DATED_AFTER = re.compile(
    r"^\W{0,2}(?:agreement |deal |accord |statement )?(?:of|from|since|on|as of|starting|beginning|effective|dated|in)"
    r"\b(?: (?:the|early|late|mid|midnight|night|evening|morning|last|next|on|from|of)\b){0,3}\W?(?:[0-9]|today|"
    r"tomorrow|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|"
    r"Fri|Satur|Sun)day)"
)
_DATED_BEFORE = re.compile(
    r"(?:\b(?:1[89]|20)[0-9]{2}|\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)(?: [0-9]{1,2})?(?:,? [0-9]{4})?)['’s]{0,2} (?:[\w.-]+ ){0,2}$"
)
"""A year, a month or a day that stands before the word: "the 1994 ceasefire", "the May 5 truce"."""
_DATE_IN = re.compile(r"\b(?:1[89]|20)[0-9]{2}\b")
_NEAR = 90
"""Code points before a trigger in which the verb of its clause is looked for."""
_KINDS = {
    Facet.ACCORD: StepKind.DECLARED,
    Facet.EFFECT: StepKind.IN_FORCE,
    Facet.OBSERVANCE: StepKind.OBSERVED,
    Facet.PROLONGED: StepKind.EXTENDED,
    Facet.LAPSED: StepKind.ENDED,
}
_TOLD = {Status.HAPPENED, Status.ONGOING, Status.ALLEGED}


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention, and what it tells of a ceasefire."""

    row: EventRow
    id: str
    kind: StepKind
    dates: bool
    """Whether the mention's date is the ceasefire's own."""
    first: str | None
    last: str | None
    """The days that the date can mean; None without one."""
    known: str | None = None
    """The agreement of the dossier that it tells of."""

    @property
    def exact(self) -> bool:
        """Whether it dates the ceasefire to the day, or to a night."""
        return self.dates and self.first is not None and len(self.row.event.date or "") >= len("2020-11-10")

    @property
    def published(self) -> str | None:
        """The day its page was published, the latest it can mean."""
        return self.row.published.latest if self.row.published else None


def telling_of(row: EventRow, known: KnownTruces) -> Telling | None:
    """What the mention tells of a ceasefire; None where it tells of none, or only wishes for one."""
    kind = _kind(row)
    if kind is None:
        return None
    dates = row.event.date is not None and kind in _STARTS and _dated(row)
    first, last = days_of(row.event.date)
    name = known.meant(row, (first, last) if dates and first and last else None)
    return Telling(row, mention_of(row), kind, dates, first, last, name)


_STARTS = {StepKind.PROPOSED, StepKind.DECLARED, StepKind.IN_FORCE}


def speaks_of_truce(row: EventRow) -> bool:
    """Whether the clause of the mention names a ceasefire, or an end of the fighting that is agreed on."""
    start = row.event.trigger.start - row.event.passage.start
    return TRUCE.search(row.sentence, max(0, start - 1)) is not None or TRUCE.search(row.trigger) is not None


def _kind(row: EventRow) -> StepKind | None:
    event = row.event
    if event.track is Track.VIOLATION:
        return StepKind.VIOLATED if event.status in _TOLD else None
    if event.track is Track.AGREEMENT and not speaks_of_truce(row):
        return None
    facet = facet_of(event, row.trigger)
    kind = _KINDS.get(facet)
    if event.status is Status.DENIED:
        return StepKind.NOT_OBSERVED if kind is StepKind.OBSERVED else None
    if event.status is Status.PLANNED and kind in _STARTS:
        return _announced(row, kind)
    return kind if event.status in _TOLD else None


def _announced(row: EventRow, kind: StepKind) -> StepKind:
    """What is told as planned was agreed where its day has come, or where it is told to be agreed."""
    first, _ = days_of(row.event.date)
    published = row.published.latest if row.published else None
    agreed = re.search(
        r"\bagree|\bsigned\b|\bdeal\b|\baccord\b|\bbrokered\b|\btakes? effect\b", row.sentence, re.IGNORECASE
    )
    if (first and published and first <= published) or agreed:
        return kind
    return StepKind.PROPOSED


def _dated(row: EventRow) -> bool:
    """Whether the date of the clause is that of the ceasefire's making or beginning, not of talk about it."""
    start = row.event.trigger.start - row.event.passage.start
    end = row.event.trigger.end - row.event.passage.start
    before, after = row.sentence[max(0, start - _NEAR) : start], row.sentence[end : end + _NEAR]
    if _DATED_BEFORE.search(before) or _DATED_AFTER.search(after) or _DATE_IN.search(row.trigger):
        return True
    made = _MADE.search(row.trigger)
    return _MADE.search(before) is not None or (made is not None and not made.group().lower().endswith("agreement"))
