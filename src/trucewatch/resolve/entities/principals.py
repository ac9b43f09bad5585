"""On whose behalf: the state, body or movement that the words of an office mean, under one key for all its names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.record.dossier import Dossier, DossierActor
from trucewatch.record.folding import fold
from trucewatch.record.resolved import EntityKind
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.states import States

_ENDINGS = ("ians", "ian", "ese", "ish", "ans", "an", "er", "ic", "ia", "in", "is", "i", "n", "a", "e", "o")
_SHORTEST = 4
"""Letters that are left of a word whose ending is taken off."""
_SMALL = frozenset("the of for and s in".split())
_CHAIN = 4
"""Actors of a dossier that belong to one another, at most."""


@dataclass(frozen=True, slots=True)
class Principal:
    """Whom somebody acts for."""

    key: str
    """The same for all names of one state, body or movement."""
    name: str
    """As a reader would name it."""
    known: bool
    """Whether the world or the dossier knows it: two that are known and differ cannot be one."""


class Principals:
    """Looks up what words of an office or body mean, by the states that are known and the dossier's actors."""

    def __init__(
        self, states: States, dossier: Dossier | None = None, letters: Mapping[str, str] | None = None
    ) -> None:
        """`letters` are acronyms with the names that they stand for on these pages."""
        self._states = states
        self._letters = letters or {}
        self._actors = {a.name: a for a in dossier.actors} if dossier else {}
        self._by_words: dict[tuple[str, ...], str] = {}
        for actor in self._actors.values():
            if actor.kind is not EntityKind.PERSON:
                for words in (actor.name, *actor.names, *actor.people, *actor.seats):
                    self._by_words.setdefault(_words(words), actor.name)
        self._cache: dict[str, Principal | None] = {}
        self._exact: dict[str, Principal | None] = {}

    def meant(self, words: str | None) -> Principal | None:
        """The principal that these words mean; None where they mean nobody in particular: "the government"."""
        if not words:
            return None
        if words not in self._cache:
            self._cache[words] = self._look_up(words)
        return self._cache[words]

    def _look_up(self, written: str) -> Principal | None:
        if (known := self.known(written)) is not None:
            return known
        if (longer := self._letters.get(written)) is not None:
            return self.meant(longer)
        words = written.replace("’s", "").replace("'s", "").split()
        if "of" in words and (known := self.known(" ".join(words[words.index("of") + 1 :]))) is not None:
            return known  # "mediation of the Inland Conference"
        for part in (*words, *(" ".join(pair) for pair in pairwise(words))):
            # "Russian Foreign Ministry": what a state's body does, it does for the state.
            if part[:1].isupper() and (known := self.known(part)) is not None and len(words) > 1:
                return known
        telling = [w for w in _words(written) if w not in _COMMON]
        if not telling:
            return None
        return Principal(" ".join(map(stem, telling)), written, known=False)

    def actor(self, written: str) -> DossierActor | None:
        """The dossier's state or body of exactly these words."""
        name = self._by_words.get(_words(written))
        return self._actors[name] if name is not None else None

    def known(self, written: str) -> Principal | None:
        """The state or the dossier's actor that exactly these words name."""
        if written not in self._exact:
            self._exact[written] = self._known(written)
        return self._exact[written]

    def _known(self, written: str) -> Principal | None:
        if (actor := self._by_words.get(_words(written))) is not None:
            return self.of_actor(actor)
        state = self._states.meant(written) or self._states.seated(written)
        return Principal(state.casefold(), state, known=True) if state else None

    def of_actor(self, name: str) -> Principal | None:
        """The state or movement that an actor of the dossier belongs to in the end, itself where to none."""
        actor: DossierActor | None = self._actors.get(name)
        for _ in range(_CHAIN):
            if actor is None or actor.of is None or actor.of not in self._actors:
                break
            actor = self._actors[actor.of]
        if actor is None or actor.kind is EntityKind.PERSON:
            return None
        state = self._states.meant(actor.name) or actor.name
        return Principal(state.casefold(), actor.name, known=True)


_COMMON = frozenset(
    folded
    for word in (*lexicon.GENERIC_BODIES, *lexicon.BODIES, *lexicon.PORTFOLIOS, *lexicon.GROUPS, *lexicon.OFFICES)
    for folded in fold(word)
) | frozenset(
    fold("side delegation republic affairs new country region city district armed special opposition mediation")
)
"""Words that tell nobody from another."""


def _words(written: str) -> tuple[str, ...]:
    return tuple(word for word in fold(written.replace("’s", " ").replace("'s", " ")) if word not in _SMALL)


def stem(word: str) -> str:
    """A word without the endings of peoples and lands: "Lurenian" and "Lurenia" have one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return stem(word[: -len(ending)])
    return word


def contradict(one: Iterable[Principal], other: Iterable[Principal]) -> bool:
    """True where both sides act for principals that are known, and for none in common."""
    a, b = {p.key for p in one if p.known}, {p.key for p in other if p.known}
    return bool(a) and bool(b) and not a & b
