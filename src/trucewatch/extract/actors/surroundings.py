"""What a page says elsewhere of the persons, bodies and places that a phrase leaves open."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from trucewatch.extract.actors.countries import Countries
from trucewatch.extract.actors.known import Hit, Known, NameIndex, Sort
from trucewatch.extract.actors.phrases import Trees
from trucewatch.extract.actors.sectors import Trade
from trucewatch.extract.actors.tokens import Token, tokens
from trucewatch.record.language import Language
from trucewatch.record.mentions import Name, NameType
from trucewatch.record.spans import Range

_PLAIN_NAMES: Final = frozenset(
    "brown major may baker ford rice powell taylor clark keating howard hague straw cook hurd barak fox santos "
    "garcia lagos frei lange key park roh lam patten rama berri gore dole castro diaz ali khan singh li kim lee wang "
    "king queen prince john hussein abdullah francis benedict leo sharon carter grey church".split()
)
"""Surnames that many others bear, or words of their own: never enough without a title or a first name."""
_TITLES: Final = frozenset(
    "president minister premier chancellor king queen prince emir sultan leader general secretary marshal ayatollah "
    "dictator pope governor senator ambassador envoy chairman sheikh colonel shah mr mrs ms".split()
)
_FEW: Final = 5


@dataclass(frozen=True)
class Surroundings:
    """The page's known names, its persons with what is said of them, its countries and places."""

    index: NameIndex
    text: str
    language: Language
    words: list[Token]
    trees: Trees
    trades: list[Trade]

    @cached_property
    def hits(self) -> list[Hit]:
        """The known names of the page that stand for a party, in order."""
        return [h for h in self.index.find(self.words) if not self._within_a_person(h)]

    def between(self, start: int, end: int) -> list[Hit]:
        """The known names inside a stretch of the text."""
        return [h for h in self._from(start, end) if h.end <= end]

    def _from(self, start: int, end: int) -> Iterator[Hit]:
        for hit in self.hits[bisect_left(self.hits, start, key=lambda h: h.start) :]:
            if hit.start >= end:
                return
            yield hit

    @cached_property
    def _persons(self) -> list[Name]:
        return [n for n in self.language.names if n.type is NameType.PERSON]

    def _within_a_person(self, hit: Hit) -> bool:
        """Whether a place's name is but part of a person's: Jordan in Michael Jordan."""
        if hit.known.sort in (Sort.PERSON, Sort.PEOPLE, Sort.ORGANIZATION):
            return False
        number = bisect_left(self._persons, hit.end, key=lambda n: n.at.end)
        if number == len(self._persons):
            return False
        at = self._persons[number].at
        if not (at.start <= hit.start and hit.end <= at.end) or (at.start, at.end) == (hit.start, hit.end):
            return False
        # "Westland's President Anna Keller" and "President of Westland" can be marked whole as a person's name.
        before, behind = self.text[max(0, hit.start - 4) : hit.start], self.text[hit.end : hit.end + 2]
        if behind.startswith(("'", "’")) or before.endswith("of "):
            return False
        following = tokens(self.text, hit.end, at.end)
        return not any(t.key in _TITLES for t in following)

    # -- persons -----------------------------------------------------------------------------------

    @cached_property
    def _said(self) -> dict[str, Known]:
        """What the page says of its persons, by surname: from the phrase in which each is named most fully."""
        found: dict[str, Known] = {}
        for name in self._persons:
            words = tokens(self.text, name.at.start, name.at.end)
            # The model marks peoples ("Westlanders") as persons; what is said beside them is no office of theirs.
            if self.between(name.at.start, name.at.end) and len(words) == 1:
                continue
            if words and words[-1].key not in found and (known := self._beside(name.at)):
                found[words[-1].key] = known
        return found

    def whole_names(self, at: Range) -> Range:
        """The range with the whole of a person's name that it cuts: a tree can hang "Bill" and "Clinton" apart."""
        number = bisect_left(self._persons, at.end, key=lambda n: n.at.end)
        if number < len(self._persons) and at.start <= self._persons[number].at.start < at.end:
            return Range(at.start, self._persons[number].at.end)
        return at

    def _beside(self, at: Range) -> Known | None:
        """The country or body in the phrase around a person's name."""
        head = self.trees.head(at)
        if head is None:
            return None
        whole = self.trees.phrase(self.trees.top(head))
        beside = [h.known for h in self.between(whole.start, whole.end) if h.known.sort is not Sort.PERSON]
        if not beside:
            return None
        sector = beside[0].sector or self._office(whole)
        return Known(at.of(self.text), Sort.PERSON, beside[0].code, sector)

    def _office(self, whole: Range) -> str | None:
        """The sector of the office that a phrase gives a person: "foreign minister"."""
        first = bisect_left(self.trades, whole.start, key=lambda t: self.words[t.first].start)
        last = bisect_left(self.trades, whole.end, key=lambda t: self.words[t.first].start)
        inside = self.trades[first:last]
        return next((t.sector for t in inside if not t.weak), inside[0].sector if inside else None)

    @cached_property
    def _given(self) -> dict[str, set[str]]:
        """The names before a surname that the page has for it."""
        found: dict[str, set[str]] = {}
        for name in self._persons:
            words = [w.key for w in tokens(self.text, name.at.start, name.at.end) if w.key not in _TITLES]
            if len(words) > 1:
                found.setdefault(words[-1], set()).update(words[:-1])
        return found

    def person(self, at: Range) -> Known | None:
        """Who the last word of a range is, by the page or by the persons known in general."""
        words = tokens(self.text, at.start, at.end)
        for word in reversed(words):
            if not word.plain[0].isupper():
                continue
            if word.key in self._said and self._is_person(word):
                return self._said[word.key]
            if known := self._public(word, words):
                return known
        return None

    def _is_person(self, word: Token) -> bool:
        number = bisect_left(self._persons, word.end, key=lambda n: n.at.end)
        return number < len(self._persons) and self._persons[number].at.start <= word.start

    def _public(self, word: Token, beside: Sequence[Token]) -> Known | None:
        """A person known in general by this surname, where no first name of the page speaks against it."""
        candidates = self.index.surnames.get(word.key, [])
        if not candidates:
            return None
        given = self._given.get(word.key, set())
        if given:
            candidates = [c for c in candidates if given & {t.key for t in tokens(c.name)[:-1]}]
        titled = any(w.key in _TITLES for w in beside)
        if word.key in _PLAIN_NAMES and not (titled or given):
            return None
        if not (titled or given or self._is_person(word)):
            return None
        known = [c for c in candidates if self.countries.weights[c.code]] or candidates
        return known[0] if len({c.code for c in known}) == 1 else None

    # -- countries and places ----------------------------------------------------------------------

    @cached_property
    def countries(self) -> Countries:
        """The countries that the page is about."""
        return Countries(self.hits, self.trades, self.words, self.trees)

    @cached_property
    def _places(self) -> list[Name]:
        return [n for n in self.language.names if n.type is NameType.PLACE]

    def nearest_places(self, at: Range) -> list[str]:
        """The names of the page's places, the nearest to a range first; a few."""
        number = bisect_left(self._places, at.start, key=lambda n: n.at.start)
        beside = self._places[max(0, number - _FEW) : number + _FEW]
        near = sorted(beside, key=lambda n: (min(abs(n.at.start - at.end), abs(at.start - n.at.end)), n.at.start))
        return [n.at.of(self.text) for n in near[:_FEW]]

    def places(self, at: Range) -> list[str]:
        """The names of places inside a range, as the page writes them."""
        first = bisect_left(self._places, at.start, key=lambda n: n.at.start)
        last = bisect_left(self._places, at.end, key=lambda n: n.at.start)
        return [n.at.of(self.text) for n in self._places[first:last] if at.start <= n.at.start and n.at.end <= at.end]
