"""Under which keys an event is filed, and under which its fellows on other pages are sought.

Two mentions can be of one happening only where one is filed under a key that the other is sought under. A key depends
on the mention and its page alone, and is as narrow as it can be: a record asks for all that is filed under it.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from trucewatch.record.dates import PartialDate, Published
from trucewatch.record.mentions import EventMention, Track

_FAMILIES = {
    Track.CEASEFIRE: "truce",
    Track.AGREEMENT: "truce",
    Track.COMMITMENT: "truce",
    Track.VIOLATION: "fighting",
    Track.FIGHTING: "fighting",
}
"""Tracks under which one happening may be told; every other track is a family by itself."""

_DAYS = 3
"""Days that a date may span and still be filed day by day: a night, a weekend, a day on either side."""
_LASTING = frozenset({Track.DEPLOYMENT})
"""Tracks whose happenings are told of for months without a date."""
_TEXT_DIGITS = 12
_YEAR, _MONTH = 4, 7
"""Lengths of dates that name a year or month alone."""
_NOBODY = _NO_MODE = "-"
_ANY_MODE = "*"


def family(track: Track) -> str:
    """The name that a track shares with those that tell of the same things."""
    return _FAMILIES.get(track, track.value)


def filed_under(event: EventMention, published: Published | None = None) -> tuple[str, ...]:
    """The keys of a mention on a page published then, each once."""
    return tuple(dict.fromkeys((*_filed(event, published), *_of_any_mode(event), *_of_year(event))))


def sought_under(event: EventMention, published: Published | None = None) -> tuple[str, ...]:
    """The keys under which mentions of the same happening can be filed, each once."""
    return tuple(dict.fromkeys((*_filed(event, published), *_beside(event, published))))


def _filed(event: EventMention, published: Published | None) -> Iterator[str]:
    kind = family(event.track)
    yield f"text|{kind}|{event.text[:_TEXT_DIGITS]}"
    if event.known:
        yield f"known|{kind}|{event.known}"
    first, last = days_of(event.date)
    if first is not None and last is not None:
        if spread := list(_between(first, last)):
            yield from (f"day|{kind}|{day}" for day in spread)
            yield from (f"day|{kind}|{day}|{code}" for day in spread for code in _codes(event))
        else:
            yield from (f"span|{kind}|{event.date}|{code}" for code in _codes(event))
    elif event.date is None:
        yield from _undated(event, published)


def _undated(event: EventMention, published: Published | None) -> Iterator[str]:
    yield from _lasting(event, event.mode or _NO_MODE)
    yield from _news(event, published, 0)


def _lasting(event: EventMention, mode: str) -> Iterator[str]:
    if event.date is None and event.track in _LASTING:
        yield from (f"lasting|{family(event.track)}|{mode}|{code}" for code in states_of(event))


def _of_any_mode(event: EventMention) -> Iterator[str]:
    """What is announced or refused has no mode left ("will be sent", "were not sent"): it is sought among all."""
    yield from _lasting(event, _ANY_MODE)


def _beside(event: EventMention, published: Published | None) -> Iterator[str]:
    """What the mention may be told as elsewhere: by its month or year alone, or by a day where it has no more.

    What names no state is sought among all of its day, and among those without a state of its month or year.
    """
    kind, told = family(event.track), event.date
    first, last = days_of(told)
    if told is None or first is None or last is None:
        yield from _lasting(event, _NO_MODE if event.mode else _ANY_MODE)
        yield from _news(event, published, -1)
        yield from _news(event, published, 1)
        return
    codes = _codes(event)
    yield from (f"span|{kind}|{prefix}|{code}" for prefix in (first[:4], first[:7], last[:7]) for code in codes)
    if spread := list(_between(first, last)):
        days = (_moved(first, -1), *spread, _moved(last, 1))
        ends = [f"|{code}" for code in (*codes, _NOBODY)] if codes != (_NOBODY,) else [""]
        yield from (f"day|{kind}|{day}{end}" for day in days if day for end in ends)
    else:
        yield from (f"{key}|{code}" for key in _within(kind, told) for code in codes)


def _news(event: EventMention, published: Published | None, by: int) -> Iterator[str]:
    """What is told without a date, by the day on which it is told, or so many days from it."""
    if published is None or not published.date.complete or event.date is not None or event.background:
        return
    if day := _moved(published.value, by):
        yield from (f"news|{family(event.track)}|{event.category}|{code}|{day}" for code in _codes(event))


def _of_year(event: EventMention) -> Iterator[str]:
    """What has a day is sought among all of its year by what is told of the year alone."""
    first, last = days_of(event.date)
    if first is not None and last is not None and any(_between(first, last)):
        yield from (f"in|{family(event.track)}|{first[:_YEAR]}|{code}" for code in _codes(event))


def _within(kind: str, told: str) -> Iterator[str]:
    """The months of a year and what has a day in it; the days of a month."""
    if len(told) == _YEAR:
        yield from (f"span|{kind}|{told}-{month:02d}" for month in range(1, 13))
        yield f"in|{kind}|{told}"
    elif len(told) == _MONTH:
        yield from (f"day|{kind}|{day}" for day in _every_day(f"{told}-01", PartialDate(told).latest or ""))


def _codes(event: EventMention) -> tuple[str, ...]:
    """The states that take part; a dash where no state is known to."""
    return states_of(event) or (_NOBODY,)


def states_of(event: EventMention) -> tuple[str, ...]:
    """The codes of the states and bodies that take part, sorted."""
    parties = (*event.actors, *event.recipients)
    return tuple(sorted({p.code.partition(" ")[0] for p in parties if p.code}))


def days_of(told: str | None) -> tuple[str | None, str | None]:
    """The first and the last day that a date can mean; None where that is not known."""
    if told is None:
        return None, None
    first, _, last = told.partition("/")
    try:
        return PartialDate(first[:10]).earliest, PartialDate((last or first)[:10]).latest
    except ValueError:
        return None, None


def _between(first: str, last: str) -> Iterator[str]:
    """Each day from first to last; none where they are more than a few, or turned round."""
    if first <= last and len(found := list(_every_day(first, last, _DAYS + 1))) <= _DAYS:
        yield from found


def _every_day(first: str, last: str, most: int = 366) -> Iterator[str]:
    day: str | None = first
    for _ in range(most):
        if day is None or day > last:
            return
        yield day
        day = _moved(day, 1)


def _moved(day: str, by: int) -> str | None:
    """The day so many days later; None off the calendar."""
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except (ValueError, OverflowError):
        return None
