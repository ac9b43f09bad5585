"""The states, bodies and groups that words name, under one name each, with their places in the words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from trucewatch.record.dossier import Dossier, DossierActor
from trucewatch.record.folding import fold
from trucewatch.record.resolved import EntityKind
from trucewatch.record.world import World

_TOKEN: Final = re.compile(r"[^\W_]+(?:['\u2019](?!s\b)[^\W_]+)*")
_BROKER: Final = re.compile(r"[-\u2013 ](?:brokered|mediated|backed|sponsored|led|hosted|facilitated)\b", re.IGNORECASE)
_MOST_TOKENS: Final = 400
"""Tokens of a sentence that are looked at; what is longer is a list."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the words."""

    start: int
    end: int
    party: str
    broker: bool
    """Whether it says who brokered something: "Westland-brokered"."""


class Names:
    """Finds who is named. Built once, then read only."""

    def __init__(self, world: World, dossier: Dossier | None) -> None:
        self._table: dict[Words, str] = {}
        self._letters: dict[str, str] = {}
        """Names of letters alone, which folded are common words: "US", "IS", "AA"."""
        if dossier is not None:
            self._add_dossier(dossier)
        self._add_world(world)
        self._longest = max(map(len, self._table), default=0)
        self._firsts = frozenset(words[0] for words in self._table)

    def find(self, words: str) -> list[Named]:
        """All names in the words, the longest at each place, none within another."""
        tokens = [(m.start(), m.end(), fold(m[0])) for m in _tokens(words)]
        found: list[Named] = []
        at = 0
        while at < len(tokens):
            width, party = self._at(words, tokens, at)
            if party is not None:
                end = tokens[at + width - 1][1]
                broker = _BROKER.match(words, end) is not None
                found.append(Named(tokens[at][0], end, party, broker))
            at += max(1, width)
        return found

    def parties(self, words: str) -> tuple[str, ...]:
        """Who is named, each once, in order, brokers left out."""
        return tuple(dict.fromkeys(n.party for n in self.find(words) if not n.broker))

    def _at(self, words: str, tokens: list[tuple[int, int, Words]], at: int) -> tuple[int, str | None]:
        start, end, first = tokens[at]
        if (letters := self._letters.get(words[start:end])) is not None:
            return 1, letters
        if not words[start].isupper() or not first or first[0] not in self._firsts:
            return 0, None
        for width in range(min(self._longest, len(tokens) - at), 0, -1):
            key = tuple(w for _, _, folded in tokens[at : at + width] for w in folded)
            if (party := self._table.get(key)) is not None:
                return width, party
        return 0, None

    def _add_dossier(self, dossier: Dossier) -> None:
        by_name = {actor.name: actor for actor in dossier.actors}
        for actor in dossier.actors:
            if (above := _side(actor, by_name)) is not None:
                self._add((actor.name, *actor.names, *actor.people, *actor.seats), above)
        for office in dossier.offices:
            self._add((h.person for h in office.holders), office.of)

    def _add_world(self, world: World) -> None:
        for country in world.countries:
            persons = [name for full in country.leaders for name in (full, full.split()[-1])]
            self._add((*country.filed_names(), *country.filed_people(), *country.filed_seats(), *persons), country.name)
        for body in world.organizations:
            self._add(body.names, body.names[0])

    def _add(self, names: Iterable[str], party: str) -> None:
        for name in names:
            words = fold(name)
            if name.isupper() and name.isalnum():
                self._letters.setdefault(name, party)
            elif words:
                self._table.setdefault(words, party)
                if len(words) == 1:
                    self._table.setdefault((f"{words[0]}s",), party)


def _tokens(words: str) -> Iterator[re.Match[str]]:
    for count, match in enumerate(_TOKEN.finditer(words)):
        if count == _MOST_TOKENS:
            return
        yield match


def _side(actor: DossierActor, by_name: dict[str, DossierActor]) -> str | None:
    """Whom the actor acts for: a ministry for its state; a person of nobody for nobody."""
    seen: set[str] = set()
    while actor.of and actor.of in by_name and actor.name not in seen:
        seen.add(actor.name)
        actor = by_name[actor.of]
    return None if actor.kind is EntityKind.PERSON else actor.name
