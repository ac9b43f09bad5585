"""What joining looks at: a mention with its date as an interval, its side, its parties, and the words around it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from trucewatch.record.blocking import days_of, family
from trucewatch.record.folding import fold
from trucewatch.record.happenings import mention_of
from trucewatch.record.mentions import EventPlace, Party, Quantity, Status
from trucewatch.record.protocols import EventRow
from trucewatch.resolve.happenings.facets import Facet, facet_of, kind_of
from trucewatch.resolve.happenings.words import (
    BEGUN,
    ENDED,
    around,
    by_night,
    content,
    is_call,
    place_words,
    round_of,
    setting,
    stem,
)


class Reality(Enum):
    """What a status makes of an event."""

    REAL = "real"
    PLAN = "planned"
    WISH = "wished for"
    NOT = "denied"


_REALITIES = {
    Status.HAPPENED: Reality.REAL,
    Status.ONGOING: Reality.REAL,
    Status.ALLEGED: Reality.REAL,
    Status.PLANNED: Reality.PLAN,
    Status.CALLED_FOR: Reality.WISH,
    Status.HYPOTHETICAL: Reality.WISH,
    Status.DENIED: Reality.NOT,
}

_BACKSHIFTED = frozenset({"would", "was", "were", "had"})
"""A plan told with these was one when it was told of, and may long be done."""


@dataclass(frozen=True, slots=True)
class When:
    """The days that a mention can mean."""

    first: str
    last: str
    told: str
    """As the mention has it."""

    @property
    def days(self) -> int:
        """How many days there are from the first to the last."""
        return (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days + 1


@dataclass(frozen=True, slots=True)
class Profile:
    """One mention as joining sees it."""

    id: str
    page: str
    text: str
    passage: int
    """Where its sentence begins in the text."""
    family: str
    facet: Facet
    kind: str
    mode: str | None
    """The PLOVER mode."""
    trigger: frozenset[str]
    """Stems of the trigger's words."""
    reality: Reality
    backshifted: bool
    when: When | None
    begun: bool
    """Whether the words tell of its beginning; `ended` likewise. Both may hold, or neither."""
    ended: bool
    night: bool
    round: str | None
    by_phone: bool | None
    """Of a meeting: whether it is told to be by telephone; None of anything else."""
    published: str | None
    """The last day that the page can be of."""
    actors: frozenset[str]
    """Codes of the states that act; `recipients` likewise. Bodies of many states have none."""
    recipients: frozenset[str]
    parties: frozenset[str]
    """Stems of the words for parties."""
    place: EventPlace | None
    place_words: frozenset[str]
    figures: tuple[Quantity, ...]
    known: str | None
    background: bool
    setting: frozenset[str]
    headline: frozenset[str]
    """The setting of the page as its headline names it."""
    content: frozenset[str]

    @property
    def states(self) -> frozenset[str]:
        """Codes of all states that take part."""
        return self.actors | self.recipients

    @property
    def exact(self) -> bool:
        """Whether it names a day, or a few."""
        return self.when is not None and self.when.days <= EXACT_DAYS


EXACT_DAYS = 3
"""Days that a date may span and still be exact: a night, a weekend."""
_NEAR, _AFTER = 40, 60
"""Code points before and after a trigger in which a verb tells of its beginning or end."""
STATE_LETTERS = 3
_NO_STATES = frozenset({"IGO", "NGO", "IMG", "MNC"})
_BEGINNING_OF = re.compile(
    r"\b(?:outbreak|start|beginning|onset|resumption) of\b|\bbegan (?:a|an|the)\b", re.IGNORECASE
)
_CAME_TO_END = re.compile(r"\b(?:ended|ceased|stopped|came to an end|was over|were over)\b", re.IGNORECASE)


def profile_of(row: EventRow) -> Profile:
    """The profile of a mention."""
    event, offset = row.event, row.event.passage.start
    start, end = event.trigger.start - offset, event.trigger.end - offset
    clause = around(row.sentence, start, end)
    facet = facet_of(event, row.trigger)
    begun, ended = _phase(row, start, end)
    people = (*event.actors, *event.recipients)
    return Profile(
        id=mention_of(row),
        page=row.page,
        text=event.text,
        passage=offset,
        family=family(event.track),
        facet=facet,
        kind=kind_of(event, facet),
        mode=event.mode,
        trigger=frozenset(stem(word) for word in fold(row.trigger) if len(word) > 2),
        reality=_REALITIES[event.status],
        backshifted=_backshifted(row),
        when=_when(event.date),
        begun=begun,
        ended=ended,
        night=by_night(clause),
        round=round_of(clause),
        by_phone=is_call(clause) if facet is Facet.OCCASION else None,
        published=row.published.latest if row.published else None,
        actors=_states(event.actors),
        recipients=_states(event.recipients),
        parties=frozenset(stem(word) for p in people if p.code for word in fold(p.text)),
        place=event.place,
        place_words=place_words(event.place.text) if event.place else frozenset(),
        figures=event.quantities,
        known=event.known,
        background=event.background,
        setting=setting(row.sentence),
        headline=setting(row.headline or ""),
        content=content(row.sentence),
    )


def _states(parties: tuple[Party, ...]) -> frozenset[str]:
    codes = (p.code.partition(" ")[0] for p in parties if p.code)
    return frozenset(code for code in codes if len(code) == STATE_LETTERS and code not in _NO_STATES)


def _when(told: str | None) -> When | None:
    first, last = days_of(told)
    if told is None or first is None or last is None or last < first:
        return None
    return When(first, last, told)


def _phase(row: EventRow, start: int, end: int) -> tuple[bool, bool]:
    """Whether the clause tells of the event's beginning, and of its end."""
    before, after = row.sentence[max(0, start - _NEAR) : start], row.sentence[end : end + _AFTER]
    trigger = row.trigger
    begun = BEGUN.search(trigger) or BEGUN.search(after) or _BEGINNING_OF.search(before)
    ended = ENDED.search(trigger) or ENDED.search(before) or _CAME_TO_END.search(after)
    return bool(begun), bool(ended)


def _backshifted(row: EventRow) -> bool:
    words, offset = row.event.status_words, row.event.passage.start
    if words is None:
        return False
    told = row.sentence[words.start - offset : words.end - offset].casefold()
    return told in _BACKSHIFTED
