"""Whom an asserter speaks for: the state, side or body, found by names that the dossier and the tables know."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.record.dossier import Dossier, DossierActor
from trucewatch.record.folding import fold
from trucewatch.record.mentions import Speaker, SpeakerType
from trucewatch.record.resolved import EntityKind, Outlet, OutletKind
from trucewatch.record.world import World

Words = tuple[str, ...]

_NO_STATES = frozenset({"IGO", "NGO", "IMG", "MNC"})
"""Codes that many bodies share: such a body goes by its name."""
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)", re.IGNORECASE)
_LETTERS = 6
"""A name in capitals that is shorter stands for words: it is one only as it is written."""
_PRONOUNS = frozenset({"us", "who", "it"})
_OF_THE_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "ELI", "PTY"})
_PARTIES = frozenset({"REB", "OPP"})
_NOBODYS = frozenset(fold("observatory watchdog analyst expert activist foundation institute columnist commentator"))
"""Words of those who watch or study a state and speak for nobody."""
_MOST_WORDS = 40
"""Words of an office or name that are looked at."""


@dataclass(frozen=True, slots=True)
class Party:
    """A state, armed group or organisation that accounts are told for."""

    label: str
    """Its code, or its name where the code is none of its own."""
    side: str
    """What it has in common with its allies: the dossier's side, else its own label."""


class Parties:
    """Finds the party that words name. Built once, then read only."""

    def __init__(self, world: World, dossier: Dossier | None) -> None:
        self._named: dict[Words, Party] = {}
        self._seats: dict[Words, Party] = {}
        self._persons: dict[Words, Party] = {}
        if dossier is not None:
            self._add_dossier(dossier)
        self._add_world(world)
        self._letters = frozenset(
            word for name in _names(world, dossier) if name.isupper() for word in fold(name) if len(word) < _LETTERS
        )
        self._sectors = _Sectors(world)
        self._longest = max((len(w) for table in (self._named, self._seats) for w in table), default=0)

    def of_speaker(self, speaker: Speaker) -> Party | None:
        """Whom the speaker speaks for; None for a person or group that stands for no one known."""
        person = self._persons.get(_split(speaker.name)) if speaker.type is SpeakerType.PERSON else None
        if person is not None:
            return person
        for words in (speaker.behalf, speaker.organization, speaker.office):
            if words and (found := self.speaking(words)) is not None:
                return found
        return None if speaker.type is SpeakerType.PERSON else self.speaking(speaker.name)

    def speaking(self, words: str) -> Party | None:
        """The party whose people the words are: rebels are one by themselves, the press and the public none."""
        found, sector = self.named(words), self._sectors.of(words)
        if found is None or sector is None or sector in _OF_THE_STATE or " " in found.label:
            return found
        # A body with a name of its own stands for itself, whatever word its name holds.
        if _split(words) in self._named and found.label == (self._named[_split(words)]).label:
            return found
        label = f"{found.label} {sector}"
        return Party(label, label) if sector in _PARTIES else None

    def of_outlet(self, outlet: Outlet | None) -> Party | None:
        """Whom an outlet's own voice speaks for: a ministry's site for its state, an organisation's for itself."""
        if outlet is None or outlet.kind not in (OutletKind.OFFICIAL, OutletKind.ORGANISATION):
            return None
        if (known := self.named(outlet.name)) is not None or outlet.kind is OutletKind.OFFICIAL:
            return known
        return Party(outlet.name, outlet.name)

    def named(self, words: str) -> Party | None:
        """The party that is named first in the words, by its longest name; a capital stands for its government."""
        written = _WORD.findall(_POSSESSIVE.sub("", words))[:_MOST_WORDS]
        folded = _split(words)[:_MOST_WORDS]
        shouted = words.isupper() and len(written) > 1
        for table in (self._named, self._seats):
            for start in range(len(folded)):
                for end in range(min(len(folded), start + self._longest), start, -1):
                    found = table.get(folded[start:end])
                    # "who" and "us" are pronouns where they are not written as letters.
                    if found and (end - start > 1 or folded[start] not in self._letters or written[start].isupper()):
                        return None if shouted and folded[start] in _PRONOUNS else found
        return None

    def _add_dossier(self, dossier: Dossier) -> None:
        by_name = {actor.name: actor for actor in dossier.actors}
        for actor in dossier.actors:
            if (party := _party(actor, by_name)) is not None:
                table = self._persons if actor.kind is EntityKind.PERSON else self._named
                _add(table, (actor.name, *actor.names, *actor.people), party)
                _add(self._seats, actor.seats, party)
        for office in dossier.offices:
            if (party := _party(by_name.get(office.of), by_name)) is not None:
                _add(self._persons, (h.person for h in office.holders), party)

    def _add_world(self, world: World) -> None:
        sides = {party.label: party for party in self._named.values()}
        for country in world.countries:
            party = sides.get(country.code, Party(country.code, country.code))
            _add(self._named, (*country.filed_names(), *country.filed_people()), party)
            _add(self._seats, country.filed_seats(), party)
            _add(self._persons, country.leaders, party)
        for body in world.organizations:
            label = body.names[0] if body.code in _NO_STATES else body.code
            _add(self._named, body.names, sides.get(label, Party(label, label)))
        for person in world.persons:
            if person.code not in _NO_STATES:
                _add(self._persons, person.names, sides.get(person.code, Party(person.code, person.code)))


class _Sectors:
    """Finds the sector that words are of, in the order of the world's table."""

    def __init__(self, world: World) -> None:
        self._words = [(sector.code, [_split(word) for word in sector.words]) for sector in world.sectors]

    def of(self, words: str) -> str | None:
        """The code; an empty one for those who speak for nobody, None where no word says."""
        folded = [word.removesuffix("s") for word in _split(words)[:_MOST_WORDS]]
        if not _NOBODYS.isdisjoint(folded):
            return ""
        written = f" {' '.join(folded)} "
        for code, phrases in self._words:
            if any(f" {' '.join(word.removesuffix('s') for word in phrase)} " in written for phrase in phrases):
                return code
        return None


def _add(table: dict[Words, Party], names: Iterable[str], party: Party) -> None:
    for name in names:
        if words := _split(name):
            table.setdefault(words, party)


def _split(name: str) -> Words:
    return tuple(" ".join(fold(word)) for word in _WORD.findall(_POSSESSIVE.sub("", name)))


def _names(world: World, dossier: Dossier | None) -> Iterator[str]:
    for actor in dossier.actors if dossier else ():
        yield from (actor.name, *actor.names)
    for country in world.countries:
        yield from country.filed_names()
    for body in world.organizations:
        yield from body.names


def _party(actor: DossierActor | None, by_name: dict[str, DossierActor]) -> Party | None:
    """Whom the actor belongs to in the end; a chain of bodies that closes on itself ends where it began."""
    seen: set[str] = set()
    side = None
    while actor is not None and actor.name not in seen:
        seen.add(actor.name)
        side = side or actor.side
        above = by_name.get(actor.of) if actor.of else None
        if above is None or actor.code is not None:
            label = actor.code if actor.code and actor.code not in _NO_STATES else actor.name
            return None if actor.kind is EntityKind.PERSON else Party(label, side or label)
        actor = above
    return None
