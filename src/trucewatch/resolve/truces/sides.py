"""Between whom a ceasefire is: who is told to have made it, or else who is told to fight each other on its pages."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from trucewatch.record.mentions import Party, Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.resolve.names import StateNames

_BETWEEN = re.compile(r"\bbetween (?:the )?([^,.;:()“”\"]{2,60}?) and (?:the )?([^,.;:()“”\"]{2,60})")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: (?:of (?:the )?)?[A-Z][\w.’'-]*)*")
_HYPHENED = re.compile(r"\b([A-Z][a-z]+)[-‐‑–]([A-Z][a-z]+)\b")
_ARMED = frozenset({"REB", "UAF", "CRM", "OPP"})
"""Sectors of those who fight without being a state."""
_FIGHTING = frozenset({Track.FIGHTING, Track.VIOLATION})
_PAIR, _TOLD, _FIGHTS, _NAMED = 4, 3, 2, 1
"""Votes of "between A and B", of who makes the ceasefire, of who fights on its pages, of a state named there."""
_OFTEN = 3
"""Pages whose sentences on the fighting name a state before it is a side by that alone."""
_LOOKED_AT = 2000


class Sides:
    """Counts who is told to be a side, by names that states and armed groups go by."""

    def __init__(self, names: StateNames) -> None:
        self._names = names

    def of(self, told: Iterable[EventRow], around: Iterable[EventRow], brokers: Collection[str]) -> tuple[str, ...]:
        """The sides, in the order of their names; fewer than two where no more are told.

        Each page has one vote of each kind for a name: a long page counts no more than a short one.
        """
        voted: set[tuple[str, int, str]] = set()
        for row, weight in chain(((row, _TOLD) for row in told), ((row, _FIGHTS) for row in around)):
            voted.update((row.page, _PAIR, name) for pair in self._pairs(row.sentence[:_LOOKED_AT]) for name in pair)
            voted.update((row.page, weight, name) for name in self._actors(row))
            voted.update((row.page, _NAMED, self._names.title(code)) for code in self._names.codes(row.sentence))
        votes: Counter[str] = Counter()
        for _, weight, name in voted:
            votes[name] += weight
        # Whoever is only named may be a host or an ally, unless page after page names them.
        named = Counter(name for _, weight, name in voted if weight == _NAMED)
        part = {name for _, weight, name in voted if weight > _NAMED or named[name] >= _OFTEN} - set(brokers)
        best = sorted(((n, name) for name, n in votes.items() if name in part), key=lambda v: (-v[0], v[1]))
        return tuple(sorted(name for _, name in best[:2]))

    def named(self, words: str) -> tuple[str, ...]:
        """Those whom words name: states by their usual names, whoever else as it is written."""
        codes = self._names.codes(words)
        if codes:
            return tuple(self._names.title(code) for code in codes)
        return tuple(self._names.body(match.group()) for match in _NAME.finditer(words))[:1]

    def signers(self, row: EventRow) -> tuple[str, ...]:
        """The states that the actors of a mention name, all that sign or agree."""
        words = (p.text for p in (*row.event.actors, *row.event.recipients))
        return tuple(dict.fromkeys(self._names.title(code) for text in words for code in self._names.codes(text)))

    def _pairs(self, sentence: str) -> Iterator[tuple[str, str]]:
        for match in _BETWEEN.finditer(sentence):
            one, other = self._side(match.group(1)), self._side(match.group(2))
            if one and other and one != other:
                yield min(one, other), max(one, other)
        for match in _HYPHENED.finditer(sentence):
            codes = self._names.codes(match.group(1)), self._names.codes(match.group(2))
            if codes[0] and codes[1] and codes[0] != codes[1]:
                names = self._names.title(codes[0][0]), self._names.title(codes[1][0])
                yield min(names), max(names)

    def _side(self, words: str) -> str | None:
        codes = self._names.codes(words)
        if codes:
            return self._names.title(codes[0])
        found = _NAME.match(words)
        return self._names.body(found.group()) if found else None

    def _actors(self, row: EventRow) -> Iterator[str]:
        event = row.event
        if event.status in (Status.DENIED, Status.HYPOTHETICAL):
            return
        for party in (*event.actors, *(event.recipients if event.track in _FIGHTING else ())):
            yield from self._of_party(party)

    def _of_party(self, party: Party) -> Iterator[str]:
        sector = (party.code or "").partition(" ")[2].partition(" ")[0]
        found = _NAME.search(party.text)
        if sector in _ARMED and found:
            yield self._names.body(found.group())
        else:
            yield from (self._names.title(code) for code in self._names.codes(party.text))
