"""The states that words name, by the world's names and a dossier's: countries, peoples, capitals, leaders."""

import re
from collections.abc import Iterator

from trucewatch.record.dossier import Dossier
from trucewatch.record.folding import fold
from trucewatch.record.resolved import EntityKind
from trucewatch.record.world import Country, World

_MOST_WORDS = 200
"""Words of a sentence that are looked at."""
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_NO_STATES = frozenset({"IGO", "NGO", "IMG", "MNC"})


class StateNames:
    """Finds states in words. Built once, then read only."""

    def __init__(self, world: World, dossier: Dossier | None = None) -> None:
        self._names: dict[tuple[str, ...], str] = {}
        self._titles: dict[str, str] = {}
        self._surnames: dict[tuple[str, ...], str] = {}
        self._bodies = dict(_bodies(world, dossier))
        for code, title, names in (*_of_dossier(dossier), *map(_of_country, world.countries)):
            self._titles.setdefault(code, title)
            for name in names:
                self._names.setdefault(fold(name), code)
        for person in world.persons:
            if person.code not in _NO_STATES:
                self._add_people(person.names, person.code)
        for country in world.countries:
            self._add_people(country.leaders, country.code)
        for surname, code in self._surnames.items():
            self._names.setdefault(surname, code)
        self._names = {words: code for words, code in self._names.items() if words and code}
        self._longest = max(map(len, self._names), default=0)

    def title(self, code: str) -> str:
        """The usual name of the state with this code; the code where it has none."""
        return self._titles.get(code, code)

    def body(self, name: str) -> str:
        """The first of the names that a body, armed group or person of the dossier goes by; the name itself else."""
        return self._bodies.get(fold(name.removeprefix("the ").removeprefix("The ")), name)

    def codes(self, words: str) -> tuple[str, ...]:
        """The codes of the states that are named, each once, in their order."""
        return tuple(dict.fromkeys(self._each(_split(words))))

    def _add_people(self, names: tuple[str, ...], code: str) -> None:
        """A person under full name and surname; a surname that two states share names neither."""
        for name in names:
            words = fold(name)
            self._names.setdefault(words, code)
            if len(words) > 1:
                held = self._surnames.setdefault(words[-1:], code)
                self._surnames[words[-1:]] = code if held == code else ""

    def _each(self, words: list[tuple[str, bool]]) -> Iterator[str]:
        at = 0
        while at < len(words):
            length = self._length(words, at) if words[at][1] else 0
            if length:
                yield self._names[tuple(word for word, _ in words[at : at + length])]
            at += length or 1

    def _length(self, words: list[tuple[str, bool]], at: int) -> int:
        """How many words from here on are the longest name."""
        ahead = tuple(word for word, _ in words[at : at + self._longest])
        return next((n for n in range(len(ahead), 0, -1) if ahead[:n] in self._names), 0)


def _split(words: str) -> list[tuple[str, bool]]:
    """The folded words, each with whether it is written with a capital: no state is named without one."""
    found: list[tuple[str, bool]] = []
    for match in _WORD.finditer(words):
        written = _POSSESSIVE.sub("", match.group())
        if written.lower() == "us" and written != "US":
            continue
        if written[:1].isupper():
            found += ((word, True) for word in fold(written))
        else:
            found.append((written, False))
        if len(found) >= _MOST_WORDS:
            break
    return found


def _of_country(country: Country) -> tuple[str, str, tuple[str, ...]]:
    names = (country.name, *country.names, *country.people, *country.capitals, *country.seats)
    return country.code, country.name, names


def _of_dossier(dossier: Dossier | None) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for actor in dossier.actors if dossier else ():
        if actor.kind is EntityKind.STATE and actor.code:
            yield actor.code, actor.name, (actor.name, *actor.names, *actor.people, *actor.seats)


def _bodies(world: World, dossier: Dossier | None) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names of all that are no states, the dossier's last, since they count above the world's."""
    for organization in world.organizations:
        yield from ((fold(name), organization.names[0]) for name in organization.names)
    for actor in dossier.actors if dossier else ():
        if actor.kind is not EntityKind.STATE:
            yield from ((fold(name), actor.name) for name in (actor.name, *actor.names))
