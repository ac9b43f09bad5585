"""States, their seats of government and their peoples: which word stands for which state.

So that "Russian" goes with "Russia", and a capital can stand for its government. What is known of them is handed in:
the tables of the world, and the states of a dossier.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.record.dossier import Dossier, DossierActor
from trucewatch.record.resolved import EntityKind
from trucewatch.record.world import World
from trucewatch.resolve.speakers.spelling import fold


@dataclass(frozen=True, slots=True)
class State:
    """A state under its name, its other names, the words for its people or of it, and its capitals."""

    name: str
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """The usual adjective first."""
    capitals: tuple[str, ...] = ()


def known_states(world: World, dossier: Dossier | None = None) -> tuple[State, ...]:
    """The dossier's states, then the world's; parts and former states that are filed under one are none of it."""
    countries = (State(c.name, c.names, c.people, c.capitals) for c in world.countries)
    return (*(_of_dossier(dossier, world) if dossier else ()), *countries)


def _of_dossier(dossier: Dossier, world: World) -> Iterator[State]:
    """A state of the world under the world's name, or its words there and here would be two states."""
    names = {c.code: c.name for c in world.countries}
    for actor in dossier.actors:
        if actor.kind is EntityKind.STATE:
            yield _state(actor, names.get(actor.code or "", actor.name))


def _state(actor: DossierActor, name: str) -> State:
    """A dossier writes the capital first among what stands for a government."""
    return State(name, (actor.name, *actor.names), actor.people, actor.seats[:1])


class States:
    """Looks up what a word means among the states; of two that share a word, the first has it."""

    def __init__(self, states: Iterable[State]) -> None:
        self._named: dict[str, str] = {}
        self._letters: dict[str, str] = {}
        self._of_people: dict[str, str] = {}
        self._seats: dict[str, str] = {}
        self._adjectives: dict[str, str] = {}
        for state in states:
            for name in (state.name, *state.names):
                short = name.isupper()
                (self._letters if short else self._named).setdefault(name if short else fold(name), state.name)
            for word in state.people:
                self._of_people.setdefault(fold(word), state.name)
                self._adjectives.setdefault(state.name, word)
            for capital in state.capitals:
                self._seats.setdefault(fold(capital), state.name)

    def meant(self, words: str) -> str | None:
        """The state that a name, adjective or people means ("Russian": "Russia"); None for other words."""
        return self.named(words) or self._of(words)

    def named(self, words: str) -> str | None:
        """The state that this is a name of; a name that is all capitals ("US") is one only as it is written."""
        return self._letters.get(words) or self._named.get(fold(words))

    def spelt_out(self, words: str) -> str | None:
        """The state that this names in full, not by its letters."""
        return self._named.get(fold(words))

    def _of(self, words: str) -> str | None:
        key = fold(words)
        return self._of_people.get(key) or (self._of_people.get(key[:-1]) if key.endswith("s") else None)

    def seated(self, capital: str) -> str | None:
        """The state whose government sits in this capital; None for other words."""
        return self._seats.get(fold(capital))

    def people_of(self, state: str) -> str | None:
        """The usual adjective of a state ("Norway": "Norwegian"); None for other words."""
        return self._adjectives.get(state)
