"""What a reviewer can set of an event or a statement, and how each value is written.

Every function here raises ValueError that names the field, the value and what would do.
"""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from trucewatch.record.codebook import CATEGORIES
from trucewatch.record.dates import PartialDate
from trucewatch.record.mentions import (
    EventMention,
    EventPlace,
    Kind,
    Party,
    Quantity,
    Relation,
    Said,
    SaidGrounds,
    Speaker,
    SpeakerGrounds,
    SpeakerType,
    Statement,
    Status,
    Track,
)

Fields = Iterable[tuple[str, str | None]]
E = TypeVar("E", bound=StrEnum)
Set = Callable[[EventMention, str | None], EventMention]
SetSaid = Callable[[Statement, str | None], Statement]

REVIEWER = "reviewer "
"""Begins the maker of what a reviewer has made; the name follows."""

_PARTY = re.compile(r"(?P<text>.*?)(?:\s*\((?P<code>[A-Z]{3}(?: [A-Z]{3,4})*)\))?", re.DOTALL)
_FIGURE = re.compile(r"(?P<bound>at least |at most |about )?(?P<value>[0-9][0-9,.]*) (?P<unit>.+?)(?: of (?P<of>.+))?")
_MOMENT = re.compile(r"T[0-9]{2}(?::[0-9]{2}){0,2}", re.ASCII)
_LONGEST = 1_000
"""Code points of one value, at most."""


def maker(by: str) -> str:
    """Who made what a reviewer has made."""
    return REVIEWER + by


def corrected_event(event: EventMention, fields: Fields, by: str) -> EventMention:
    """The event with these fields set, in the order in which they are known here."""
    for name, value in _in_order(fields, EVENT_FIELDS):
        event = EVENT_FIELDS[name](event, value)
    return replace(event, maker=maker(by), score=1.0)


def corrected_statement(statement: Statement, fields: Fields, by: str) -> Statement:
    """The statement with these fields set, in the order in which they are known here."""
    for name, value in _in_order(fields, STATEMENT_FIELDS):
        statement = STATEMENT_FIELDS[name](statement, value)
    return replace(statement, maker=maker(by), attribution=replace(statement.attribution, score=1.0))


def _in_order(fields: Fields, known: Iterable[str]) -> list[tuple[str, str | None]]:
    order = {name: place for place, name in enumerate(known)}
    told = list(fields)
    for name, value in told:
        if name not in order:
            raise ValueError(f"there is no field {name!r} to set; there are {', '.join(order)}")
        if value is not None and (not value.strip() or len(value) > _LONGEST):
            raise ValueError(
                f"{name}: a value has 1 to {_LONGEST:,} characters; leave it empty to say that nothing is known"
            )
    return sorted(told, key=lambda pair: order[pair[0]])


def checked_date(name: str, value: str) -> str:
    """The date, or first and last joined by "/", as given."""
    first, slash, last = value.partition("/")
    try:
        edges = [PartialDate(part[:10]) for part in ((first, last) if slash else (first,))]
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    for part in (first, last):
        if part[10:] and not _MOMENT.fullmatch(part[10:]):
            raise ValueError(f"{name}: {value!r} is no date; write 2020, 2020-11, 2020-11-09 or 2020-11-09/2020-11-11")
    if slash and (edges[0].earliest or "") > (edges[1].latest or "9"):
        raise ValueError(f"{name}: {value!r} ends before it begins")
    return value


def _date(event: EventMention, value: str | None) -> EventMention:
    return replace(event, date=checked_date("date", value) if value else None)


def _word(kind: type[E], name: str, value: str | None) -> E:
    try:
        return kind((value or "").casefold())
    except ValueError:
        raise ValueError(f"{name}: {value!r} is none of {', '.join(kind)}") from None


def _needed(name: str, value: str | None) -> str:
    if not value:
        raise ValueError(f"{name}: cannot be left open")
    return value


def _category(event: EventMention, value: str | None) -> EventMention:
    if (name := (value or "").upper()) not in CATEGORIES:
        raise ValueError(f"category: {value!r} is none of {', '.join(CATEGORIES)}")
    return replace(event, category=name)


def _place(event: EventMention, value: str | None) -> EventMention:
    """Another place's point would be wrong: coordinates go with the words unless they are set as well."""
    return replace(event, place=EventPlace(value) if value else None)


def _point(name: str, most: float) -> Set:
    def set_it(event: EventMention, value: str | None) -> EventMention:
        if event.place is None:
            raise ValueError(f"{name}: there is no place that it could be of; set place as well")
        number = None if value is None else _degrees(name, value, most)
        place = replace(event.place, latitude=number) if name == "latitude" else replace(event.place, longitude=number)
        known = place.latitude is not None and place.longitude is not None
        return replace(event, place=replace(place, precision="exact" if known else None))

    return set_it


def _degrees(name: str, value: str, most: float) -> float:
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not abs(number) <= most:  # true of what is no number
        raise ValueError(f"{name}: {value!r} is no number of degrees from -{most:g} to {most:g}")
    return number


def parties(value: str | None) -> tuple[Party, ...]:
    """What "Norland army (NRL MIL); Sudland" names; none where nothing is named."""
    named = [part.strip() for part in (value or "").split(";") if part.strip()]
    found = [match for part in named if (match := _PARTY.fullmatch(part))]
    return tuple(Party(m["text"].strip(), m["code"]) for m in found if m["text"].strip())


def _quantities(event: EventMention, value: str | None) -> EventMention:
    return replace(
        event, quantities=tuple(_quantity(part.strip()) for part in (value or "").split(";") if part.strip())
    )


def _quantity(value: str) -> Quantity:
    found = _FIGURE.fullmatch(value)
    if found is None:
        raise ValueError(f"quantities: {value!r} is no figure; write: at least 40 shell of the army; 3 soldier")
    relation = Relation(found["bound"].strip().replace(" ", "-")) if found["bound"] else Relation.EXACT
    return Quantity(float(found["value"].replace(",", "")), relation, found["unit"], found["of"])


def _background(event: EventMention, value: str | None) -> EventMention:
    words = {"true": True, "yes": True, "false": False, "no": False}
    if (word := (value or "no").casefold()) not in words:
        raise ValueError(f"background: {value!r} is neither yes nor no")
    return replace(event, background=words[word])


EVENT_FIELDS: dict[str, Set] = {
    "track": lambda e, v: replace(e, track=_word(Track, "track", v)),
    "status": lambda e, v: replace(e, status=_word(Status, "status", v)),
    "date": _date,
    "place": _place,
    "latitude": _point("latitude", 90.0),
    "longitude": _point("longitude", 180.0),
    "category": _category,
    "mode": lambda e, v: replace(e, mode=v),
    "context": lambda e, v: replace(e, context=v),
    "asserted_by": lambda e, v: replace(e, asserted_by=_needed("asserted_by", v)),
    "reported_by": lambda e, v: replace(e, reported_by=v),
    "actors": lambda e, v: replace(e, actors=parties(v)),
    "recipients": lambda e, v: replace(e, recipients=parties(v)),
    "quantities": _quantities,
    "known": lambda e, v: replace(e, known=v),
    "background": _background,
}
"""What can be set of an event; None says that nothing is known."""


def _speaker(statement: Statement, value: str | None) -> Statement:
    """Somebody else's office would be wrong: it goes with the name unless it is set as well."""
    if value is None:
        return replace(statement, speaker=None)
    kind = statement.speaker.type if statement.speaker else SpeakerType.PERSON
    return replace(statement, speaker=Speaker(value, kind, SpeakerGrounds.REVIEWED))


def _of_speaker(name: str) -> SetSaid:
    def set_it(statement: Statement, value: str | None) -> Statement:
        speaker = statement.speaker
        if speaker is None:
            raise ValueError(f"{name}: nobody is known to speak; set speaker as well")
        told = {
            "speaker_type": lambda: replace(speaker, type=_word(SpeakerType, name, value)),
            "office": lambda: replace(speaker, office=value),
            "organization": lambda: replace(speaker, organization=value),
            "behalf": lambda: replace(speaker, behalf=value),
        }
        return replace(statement, speaker=told[name]())

    return set_it


def _kind(statement: Statement, value: str | None) -> Statement:
    return replace(statement, attribution=replace(statement.attribution, kind=_word(Kind, "kind", value)))


def _said_on(statement: Statement, value: str | None) -> Statement:
    said = Said(checked_date("said_on", value), SaidGrounds.REVIEWED) if value else None
    return replace(statement, said_on=said)


STATEMENT_FIELDS: dict[str, SetSaid] = {
    "speaker": _speaker,
    "speaker_type": _of_speaker("speaker_type"),
    "office": _of_speaker("office"),
    "organization": _of_speaker("organization"),
    "behalf": _of_speaker("behalf"),
    "kind": _kind,
    "venue": lambda s, v: replace(s, venue=v),
    "addressee": lambda s, v: replace(s, addressee=v),
    "said_on": _said_on,
}
"""What can be set of a statement; None says that nothing is known."""
