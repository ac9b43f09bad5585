"""Codes the parties of one page: a range of its text to countries and sectors.

What the words say goes first ("the Westlander army"), then what the page says of the person or body elsewhere, then the
place that the phrase or its sentence is about. What none of them says stays without a code.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from trucewatch.extract.actors.kinds import beyond_one_country, keeps_peace, unnamed_kind
from trucewatch.extract.actors.known import Hit, Known, NameIndex, Sort
from trucewatch.extract.actors.misspelt import NearNames
from trucewatch.extract.actors.phrases import Place, Trees
from trucewatch.extract.actors.pronouns import stands_for
from trucewatch.extract.actors.sectors import SectorIndex, Trade
from trucewatch.extract.actors.surroundings import Surroundings
from trucewatch.extract.actors.tokens import Token, tokens
from trucewatch.record.dossier import Dossier
from trucewatch.record.language import Language
from trucewatch.record.mentions import Party
from trucewatch.record.spans import Range
from trucewatch.record.world import World

CountryOf: TypeAlias = Callable[[str, Collection[str]], str | None]
"""The code of the country in which a place of this name lies, given the countries that the page is about."""
MOST_PARTIES: Final = 50
"""Of one range; a list of more is a roll call, and no reader wants each as a party of one event."""
_AGAINST: Final = frozenset("against to toward towards between versus v vs with on over".split())
"""Words behind which stands another party than the phrase's own: the ambassador to, the war against."""
_LOYAL: Final = frozenset("loyal close belonging linked allied faithful according".split())
"""Words that make "to" one of belonging."""
_HELPED: Final = frozenset(
    "backed supported funded sponsored brokered mediated occupied allied trained armed owned aligned made built based "
    "born installed appointed drafted proposed".split()
)
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow day days night week weeks weekend month months year "
    "years hour hours minute minutes o'clock".split()
)
_FOR: Final = frozenset(["pro", "anti", "non", "ex"])
_FORMER: Final = frozenset(["soviet", "yugoslav"])
_SELF: Final = frozenset(["REB", "PTY", "OPP", "SPY", "COP", "LEG", "JUD", "MIL", "PRM", "LAB"])
"""Sectors of an organization that hold for its leaders and speakers too."""
_THEMSELVES: Final = frozenset([Sort.ORGANIZATION, Sort.PERSON, Sort.SEAT])


@dataclass(frozen=True, slots=True)
class Coded:
    """What a phrase was found to be."""

    country: str | None
    sector: str | None

    @property
    def code(self) -> str | None:
        """As `Party` has it; None where the country is not known."""
        return " ".join(filter(None, (self.country, self.sector))) if self.country else None


class ActorCoder:
    """The known names and words, made once and asked for many pages; safe to share between threads."""

    def __init__(
        self,
        world: World,
        dossier: Dossier | None = None,
        country_of: Callable[[str, Collection[str]], str | None] | None = None,
    ) -> None:
        self.names = NameIndex(world, dossier)
        self.sectors = SectorIndex(world)
        self.near = NearNames(self.names.single())
        self.country_of = country_of

    def page(self, text: str, language: Language) -> "PageActors":
        """The parties of one page."""
        return PageActors(self, text, language)


@dataclass(frozen=True)
class PageActors:
    """The parties of one page; what the page says of its persons and bodies is found once, when it is first asked."""

    coder: ActorCoder
    text: str
    language: Language

    @cached_property
    def words(self) -> list[Token]:
        """The words that names are matched on."""
        return tokens(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [w.start for w in self.words]

    @cached_property
    def trees(self) -> Trees:
        """The page's trees."""
        return Trees(self.language)

    @cached_property
    def around(self) -> Surroundings:
        """What the page says elsewhere."""
        return Surroundings(self.coder.names, self.text, self.language, self.words, self.trees, self._trades)

    @cached_property
    def _trades(self) -> list[Trade]:
        return self.coder.sectors.find(self.words)

    def parties(self, at: Range) -> tuple[Party, ...]:
        """The parties that a range names, each of those it coordinates by itself; at most MOST_PARTIES.

        None for a time: trees can hang "on Tuesday" where a party would stand.
        """
        if (head := self.trees.head(at)) and self.trees.word(head).at.of(self.text).casefold() in _DAYS:
            return ()
        found: dict[Party, None] = {}
        for part in self._parts(at):
            for party in self._coded_parts(part):
                found.setdefault(party)
        return tuple(found)[:MOST_PARTIES]

    def party(self, at: Range) -> Party:
        """The range as one party."""
        return Party(" ".join(at.of(self.text).split()), self._code(at).code)

    def _parts(self, at: Range) -> list[Range]:
        head = self.trees.head(at)
        if head is None:
            return [at]
        places = self.trees.conjuncts(head, at)[:MOST_PARTIES]
        return [at] if len(places) == 1 else [self.trees.phrase(place, at) for place in places]

    def _coded_parts(self, at: Range) -> list[Party]:
        """One party, or several where the phrase joins their adjectives: "U.S. and Russian negotiators"."""
        coded = self._code(at)
        words = " ".join(at.of(self.text).split())
        own = self._own(at)
        if not own or own[0].known.code != coded.country:
            return [Party(words, coded.code)]
        first = Range(own[0].start, own[0].end)
        more = [h for h in own[1:MOST_PARTIES] if self.trees.joined(first, Range(h.start, h.end))]
        countries = dict.fromkeys([coded.country, *(h.known.code for h in more)])
        return [Party(words, Coded(country, coded.sector).code) for country in countries]

    def _code(self, at: Range) -> Coded:
        head = self.trees.head(at)
        if head and self.trees.word(head).upos == "PRON":
            noun = stands_for(self.trees, head, self.trees.word(head).at.of(self.text))
            return self._code_noun(self.trees.phrase(noun), noun) if noun else Coded(None, None)
        return self._code_noun(at, head)

    def _code_noun(self, at: Range, head: Place | None, *, owned: bool = False) -> Coded:
        """A phrase headed by a noun; `owned` where it is itself asked for as the owner of another."""
        at = self.around.whole_names(at)
        trade = self._trade(at, head)
        sector = trade.sector if trade else None
        own = self._own(at)
        if head and trade and not owned and (owner := self._owner(head, own[0].start if own else at.end)):
            return Coded(owner, sector)
        if own:
            return Coded(own[0].known.code, self._sector(own[0].known, trade))
        if any(self._ethnic(h) for h in self.around.between(at.start, at.end)):
            return Coded(self.around.countries.of(at, "ethnic"), sector or "CVL")
        if said := self.around.person(at):
            return Coded(said.code, sector or said.sector)
        whole = self.trees.phrase(self.trees.top(head)) if head else at
        if whole != at and (wide := self._own(whole)):
            return Coded(wide[0].known.code, sector or wide[0].known.sector)
        return self._left_open(at, trade)

    def _owner(self, head: Place, before: int) -> str | None:
        """The country of whom "its", "their" or "his" before the phrase's names stands for."""
        words = self.trees.sentence(head.sentence).words
        for n in self.trees.children(head.sentence)[head.word]:
            if words[n].label == "nmod:poss" and words[n].upos == "PRON" and words[n].at.start < before:
                noun = stands_for(self.trees, Place(head.sentence, n), words[n].at.of(self.text))
                return self._code_noun(self.trees.phrase(noun), noun, owned=True).country if noun else None
        return None

    def _left_open(self, at: Range, trade: Trade | None) -> Coded:
        """A phrase without a known name: by the gazetteer, its own kind, a slip of the pen, or the page around it."""
        first, last = self._numbers(at)
        words, sector = self.words[first:last], trade.sector if trade else None
        if country := self._gazetteer(self.around.places(at)):
            return Coded(country, sector)
        if kind := unnamed_kind(words):
            return Coded(kind, sector if sector != "GOV" else None)
        for word in words:
            if word.plain[0].isupper() and (near := self.coder.near.get(word.key)):
                return Coded(near.code, sector or near.sector)
        if trade is None:
            return Coded(None, None)
        if keeps_peace(words):
            return Coded(self.around.countries.of_body(at, trade.word) or "IGO", "MIL")
        if beyond_one_country(words):
            return Coded(None, None)
        country = self.around.countries.of(at, trade.word) or self._gazetteer(self.around.nearest_places(at))
        return Coded(country, sector)

    def _sector(self, known: Known, trade: Trade | None) -> str | None:
        if trade is None or (known.sort in _THEMSELVES and known.sector in _SELF):
            return known.sector
        return trade.sector

    def _numbers(self, at: Range) -> tuple[int, int]:
        return bisect_left(self._starts, at.start), bisect_left(self._starts, at.end)

    def _trade(self, at: Range, head: Place | None) -> Trade | None:
        """The sector word that says what the range's people are; not one that is part of a known name."""
        first, last = self._numbers(at)
        named = [(h.first, h.last) for h in self.around.between(at.start, at.end) if h.known.sort is not Sort.PEOPLE]
        inside = [t for t in self._within(first, last) if not any(a <= t.first < b for a, b in named)]
        spot = bisect_left(self._starts, self.trees.word(head).at.start) if head else None
        return self.coder.sectors.best(inside, spot)

    def _within(self, first: int, last: int) -> list[Trade]:
        start = bisect_left(self._trades, first, key=lambda t: t.first)
        found = []
        for trade in self._trades[start:]:
            if trade.first >= last:
                break
            found.append(trade)
        return found

    def _own(self, at: Range) -> list[Hit]:
        """The known names that say whose the phrase is, the first of them first."""
        hits = [h for h in self.around.between(at.start, at.end) if not self._foreign(h)]
        kept = [h for h in hits if not self._behind(h, at)] or hits
        # A person known by name says more than the country before the name, where both say one country.
        persons = [h for h in kept if h.known.sort is Sort.PERSON and h.known.code == kept[0].known.code]
        return [*persons[:1], *(h for h in kept if h not in persons[:1])]

    def _foreign(self, hit: Hit) -> bool:
        """A name that qualifies without owning: Westland-backed, pro-Westland, ethnic Westlanders, former Soviet."""
        before = self.words[hit.first - 1] if hit.first else None
        after = self.words[hit.last] if hit.last < len(self.words) else None
        if after and after.key in _HELPED and self.text[hit.end : after.start] in "-‑–":
            return True
        if before is None or before.end > hit.start:
            return False
        if before.key in _FOR and self.text[before.end : hit.start] in "-‑–":
            return True
        return self._ethnic(hit) or (before.key == "former" and self.words[hit.first].key in _FORMER)

    def _ethnic(self, hit: Hit) -> bool:
        """A people as a minority, which belongs to the country that it lives in."""
        return hit.first > 0 and self.words[hit.first - 1].key == "ethnic"

    def _behind(self, hit: Hit, at: Range) -> bool:
        """Whether the name stands behind a word that sets it against the phrase's own party."""
        first, _ = self._numbers(at)
        for n in range(max(first, hit.first - 3), hit.first):
            if self.words[n].key in _AGAINST:
                return n == first or self.words[n - 1].key not in _LOYAL
        return False

    def _gazetteer(self, names: list[str]) -> str | None:
        """The country of the first of these places that the gazetteer has."""
        if self.coder.country_of is None:
            return None
        for name in names:
            if country := self.coder.country_of(name, self.around.countries.codes):
                return country
        return None
