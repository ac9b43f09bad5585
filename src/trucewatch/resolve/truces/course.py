"""When a ceasefire was made, when it begins and ends, and how it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from trucewatch.record.blocking import days_of
from trucewatch.record.dossier import KnownAgreement
from trucewatch.record.truces import StepKind, TruceState, TruceStep
from trucewatch.resolve.truces.telling import Telling

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), start=1
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
_LENGTH = re.compile(
    r"\b(?:([0-9]{1,3})|([a-z]+))[ -](hour|day|week|month)s?(?:[ -](?:long )?(?:\w+ )?(?:cease-?fire|truce|pause)|\b)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:for|lasting|lasts?|last|of|an?|the|another|agreed|declared|announced)\s+(?:the next |another )?$", re.I
)
_TO_THE_DAY = len("2020-11-10")
_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720}
_TRUCE_NEAR = re.compile(r"\b(?:cease-?fire|truce|pause|armistice)\b", re.IGNORECASE)


def dates_of(tellings: Sequence[Telling], known: KnownAgreement | None) -> tuple[str | None, str | None, str | None]:
    """When it was declared, from when and until when it holds; None is not told."""
    declared = _earliest(t for t in tellings if t.kind in (StepKind.DECLARED, StepKind.PROPOSED))
    begins = _most_told(t for t in tellings if t.kind is StepKind.IN_FORCE)
    ended = [t.row.event.date for t in tellings if t.kind is StepKind.ENDED and t.row.event.date]
    if known is not None:
        declared, begins = known.signed or declared, known.in_force or begins
    begins = begins or declared
    ends = (known.until if known else None) or (min(ended) if ended else None) or _runs_out(tellings, begins)
    return declared, begins, ends


def _closest(tellings: Iterable[Telling]) -> list[str]:
    """The dates that are told as closely as any is."""
    dates = [t.row.event.date for t in tellings if t.dates and t.row.event.date]
    closest = max((min(len(date), _TO_THE_DAY) for date in dates), default=0)
    return [date for date in dates if min(len(date), _TO_THE_DAY) == closest]


def _earliest(tellings: Iterable[Telling]) -> str | None:
    """Of several days of signing the first: what comes after it is told as the day of the coming into force too."""
    return min(_closest(tellings), default=None)


def _most_told(tellings: Iterable[Telling]) -> str | None:
    dates = Counter(_closest(tellings))
    return min(dates, key=lambda date: (-dates[date], date), default=None)


def _runs_out(tellings: Sequence[Telling], begins: str | None) -> str | None:
    """The last day of a ceasefire that is told to be of so many hours, days, weeks or months."""
    first, last = days_of(begins)
    if first is None or first != last:
        return None
    lengths = [hours for t in tellings if t.dates and (hours := _hours(t.row.sentence)) is not None]
    if not lengths:
        return None
    days = max(0, -(-max(lengths) // 24) - (0 if max(lengths) < 24 else 1))
    try:
        return (date.fromisoformat(first) + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _hours(sentence: str) -> int | None:
    if not _TRUCE_NEAR.search(sentence):
        return None
    for match in _LENGTH.finditer(sentence):
        compound = _TRUCE_NEAR.search(match.group()) is not None
        number = int(match.group(1)) if match.group(1) else _NUMBERS.get(match.group(2).lower())
        if number and (compound or _FOR.search(sentence[max(0, match.start() - 24) : match.start()])):
            return number * _HOURS[match.group(3).lower()]
    return None


def state_of(steps: Sequence[TruceStep], begins: str | None, ends: str | None, today: str | None) -> TruceState:
    """How it stands as of today by the last that is told."""
    kinds = {step.kind for step in steps}
    _, last = days_of(ends)
    if StepKind.ENDED in kinds and not _later(steps, StepKind.EXTENDED, StepKind.ENDED):
        return TruceState.ENDED
    if last and today and last < today and StepKind.EXTENDED not in kinds:
        return TruceState.EXPIRED
    if kinds == {StepKind.PROPOSED}:
        return TruceState.PROPOSED
    first, _ = days_of(begins)
    if first and today and today < first:
        return TruceState.AGREED
    if kinds & {StepKind.VIOLATED, StepKind.NOT_OBSERVED}:
        return TruceState.VIOLATED
    return TruceState.EXTENDED if StepKind.EXTENDED in kinds else TruceState.IN_FORCE


def _later(steps: Sequence[TruceStep], one: StepKind, other: StepKind) -> bool:
    """Whether the last step of the one kind comes after the last of the other; steps are in order."""
    order = [step.kind for step in steps]
    return one in order and other in order and order[::-1].index(one) < order[::-1].index(other)
