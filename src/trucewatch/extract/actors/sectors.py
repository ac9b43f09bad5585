"""What a noun phrase says its people are: the PLOVER sector of its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.extract.actors.tokens import Token, tokens
from trucewatch.extract.inflection import plural
from trucewatch.record.world import World

_WEAK: Final = frozenset(
    "leader leadership official officials spokesman spokeswoman spokesperson representative delegate delegation "
    "negotiator adviser advisor envoy side commission commissioner general division captain major department people "
    "person man men woman women youth supporter family community city town village state party activist side secretary "
    "authority authorities worker school press daily weekly bank".split()
)
"""Words that give way to a plainer one beside them: a rebel leader is a rebel, a police official of the police."""
_ABOVE_ALL: Final = frozenset(["REB", "OPP", "REF"])
"""Sectors that a modifier gives to whatever it stands before: a rebel army, opposition lawmakers, refugee families."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A sector word in a text; `first` and `last` number its words, half-open."""

    first: int
    last: int
    sector: str
    word: str
    """In the singular, folded."""

    @property
    def weak(self) -> bool:
        """Whether it gives way to others."""
        return self.word in _WEAK


class SectorIndex:
    """The sectors' words, found in a text in the singular and the plural."""

    def __init__(self, world: World) -> None:
        self._known: dict[tuple[str, ...], tuple[str, str]] = {}
        self.order = {sector.code: number for number, sector in enumerate(world.sectors)}
        """Which sector goes before which."""
        for sector in world.sectors:
            for word in sector.words:
                for form in _forms(word):
                    self._known.setdefault(tuple(t.key for t in tokens(form)), (sector.code, word))
        self._longest: dict[str, int] = {}
        """The words of the longest entry, by its first word."""
        for key in self._known:
            self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))

    def find(self, words: Sequence[Token]) -> list[Trade]:
        """The sector words among these words, the longest at each place, in order."""
        found, at = [], 0
        while at < len(words):
            trade = self._at(words, at)
            if trade:
                found.append(trade)
            at = trade.last if trade else at + 1
        return found

    def _at(self, words: Sequence[Token], at: int) -> Trade | None:
        for length in range(min(self._longest.get(words[at].key, 0), len(words) - at), 0, -1):
            key = tuple(w.key for w in words[at : at + length])
            if key in self._known:
                return Trade(at, at + length, *self._known[key])
        return None

    def best(self, trades: Sequence[Trade], head: int | None) -> Trade | None:
        """The one that says what the phrase's people are; `head` is the number of its head word."""
        if not trades:
            return None
        before = [t for t in trades if head is None or t.first <= head] or list(trades)
        if marked := [t for t in before if t.sector in _ABOVE_ALL and not t.weak]:
            return marked[0]
        near = before[-1].last - 1 if head is None else head
        return min(before, key=lambda t: (t.weak, abs(t.last - 1 - near), self.order[t.sector]))


def _forms(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ss") or not word.endswith(("s", "men", "people", "children")):
        yield plural(word)
