"""The invented world: conflicts with their parties, towns, offices and who holds them when; outlets and agencies."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bench.press.names import person, place, spellings, state, syllables

FIRST_DAY = date(2009, 1, 1)
CONFLICTS = 16
OUTLETS = 90
AGENCIES = 9
_TERM = 1100
"""Days for which an office is held, about."""

OFFICES = (
    "President", "Foreign Minister", "Defence Minister", "Prime Minister", "army spokesman", "chief negotiator",
    "ombudsman", "Deputy Foreign Minister", "government spokeswoman", "interior minister",
)  # fmt: skip
_BODIES = ("Foreign Ministry", "Defence Ministry", "border police", "armed forces", "state commission on prisoners")
_ENDINGS = ("Herald", "Courier", "Times", "Post", "Radio", "Observer", "Today", "Channel One", "Gazette", "Monitor")


@dataclass(frozen=True, slots=True)
class Side:
    """One party to a conflict."""

    name: str
    code: str
    people: str
    """The adjective: "Norlandian"."""
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """A place with its point on the map."""

    name: str
    spellings: tuple[str, ...]
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Accord:
    """An agreement that later news retells as background."""

    name: str
    signed: date
    town: Town


@dataclass(frozen=True, slots=True)
class Conflict:
    """All that one conflict's news speak of."""

    number: int
    sides: tuple[Side, Side]
    towns: tuple[Town, ...]
    capital: Town
    accords: tuple[Accord, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, and which spelling of a name it prefers."""

    name: str
    agency: bool
    habit: int


@cache
def conflict(number: int) -> Conflict:
    """The conflict of this number."""
    chance = random.Random(f"conflict {number}")  # noqa: S311 - reproducible, no secret
    towns = tuple(_town(chance) for _ in range(30))
    days = sorted(chance.randrange(-2000, 5000) for _ in range(4))
    accords = tuple(
        Accord(f"{towns[n].name} {kind}", FIRST_DAY + timedelta(days=days[n]), towns[n])
        for n, kind in enumerate(("Protocol", "ceasefire agreement", "Framework", "Declaration"))
    )
    return Conflict(number, (_side(chance, number, 0), _side(chance, number, 1)), towns, towns[0], accords)


def _town(chance: random.Random) -> Town:
    name = place(chance)
    return Town(name, spellings(name), round(chance.uniform(-40, 60), 4), round(chance.uniform(-20, 120), 4))


def _side(chance: random.Random, number: int, which: int) -> Side:
    name = state(chance)
    code = f"{name[0].upper()}{chr(65 + number)}{chr(65 + which)}"
    return Side(name, code, f"{name}n", tuple(f"{name}n {body}" for body in _BODIES))


@cache
def holder(number: int, which: int, office: str, term: int) -> tuple[str, ...]:
    """The spellings of the name of who holds an office in its so many-th term."""
    return spellings(person(random.Random(f"holder {number} {which} {office} {term}")))  # noqa: S311


def who_holds(number: int, which: int, office: str, day: date) -> tuple[str, ...]:
    """The spellings of the name of who holds the office on a day; terms of different offices end on different days."""
    offset = random.Random(f"{number} {which} {office}").randrange(_TERM)  # noqa: S311
    return holder(number, which, office, ((day - FIRST_DAY).days + offset) // _TERM)


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets, agencies first."""
    chance = random.Random("outlets")  # noqa: S311
    agencies = [f"{syllables(chance, 2).capitalize()}press" for _ in range(AGENCIES)]
    papers = [f"{syllables(chance, 2).capitalize()} {chance.choice(_ENDINGS)}" for _ in range(OUTLETS)]
    named = [*agencies, *papers]
    return tuple(Outlet(name, n < AGENCIES, chance.randrange(3)) for n, name in enumerate(dict.fromkeys(named)))


DOCUMENTS_A_DAY = 25
"""About so many: what the stories of a day and their tellings come to."""


def days(documents: int) -> tuple[date, ...]:
    """The days on which so many documents are published, about."""
    return tuple(FIRST_DAY + timedelta(days=n) for n in range(max(4, documents // DOCUMENTS_A_DAY)))
