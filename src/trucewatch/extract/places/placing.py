"""Places the places of one page: the dossier first, then countries and regions, then the towns of the gazetteer.

Of the towns of one name the page chooses: by the countries that it names, by the size of the town, by how near the
page's other places are. A town in a country of which the page says nothing is taken only where it is large; better no
place on the map than a village of the same name on another continent.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from trucewatch.extract.actors import PageActors
from trucewatch.extract.actors.known import Hit, Sort
from trucewatch.extract.actors.tokens import Token, tokens
from trucewatch.extract.places.gazetteer import Gazetteer, Town
from trucewatch.record.dossier import Dossier, DossierPlace
from trucewatch.record.mentions import EventPlace, Name, NameType
from trucewatch.record.spans import Range
from trucewatch.record.world import Country, Point, World

EXACT: Final = "exact"
REGION: Final = "region"
COUNTRY: Final = "country"
"""The precisions: the place itself; a province or district, by a point in it; a whole country, by a point in it."""

_REGION_WORDS: Final = frozenset(
    "region province oblast governorate district county raion rayon department territory prefecture canton division "
    "peninsula countryside suburbs wilayat voivodeship state".split()
)
_LEAD: Final = re.compile(
    r"(?:(?:in|at|near|outside|around|inside|of|from|to|into|towards?|on|across|throughout|the|a|an|village|town|city|"
    r"settlement|capital|port|outskirts|north|south|east|west|northern|southern|eastern|western|central|district|"
    r"region|province|oblast|governorate|area|border|occupied|contested|besieged|strategic|[a-z]+ern)\s+)*+",
    re.IGNORECASE,
)
_PLAIN_WORDS: Final = frozenset(
    "one two three four five six ten most many some any all both same here there this that he she we they it no of the "
    "north south east west northern southern eastern western central new old upper lower street avenue".split()
)
"""Towns bear these names too, and no page means them."""
_UNHEARD: Final = 100_000
"""People; a smaller town in a country of which the page says nothing is some other place of the name."""
_LARGE: Final = 15_000
_ENOUGH: Final = 0.1
"""The share of the page's names from which on any town of a country can be meant; below it, one of _LARGE people."""
_NEAR_KM: Final = 300.0
_MOST_NAMES, _MOST_TOWNS = 60, 25
"""Of a page, and of a name, that are weighed against each other."""


class Placer:
    """What places are known, made once and asked for many pages."""

    def __init__(self, towns: Gazetteer, world: World, dossier: Dossier | None = None) -> None:
        self.towns = towns
        self.countries = {c.code: c for c in world.countries}
        self.named = {name.casefold(): c for c in world.countries for name in c.filed_names()}
        self.regions = {name.casefold(): r for r in world.regions for name in (r.name, *r.names)}
        self.dossier: dict[str, DossierPlace] = {}
        for place in dossier.places if dossier else ():
            for name in place.spellings():
                self.dossier.setdefault(name.casefold(), place)

    def page(self, actors: PageActors) -> "PagePlaces":
        """The places of one page."""
        return PagePlaces(self, actors)


@dataclass(frozen=True)
class PagePlaces:
    """The places of one page."""

    placer: Placer
    actors: PageActors

    def place(self, at: Range) -> EventPlace | None:
        """Where the words of a range are; without coordinates where no map knows it; None where it is no place."""
        words = at.of(self.actors.text)
        name = self._name(at)
        if name is None:
            return None
        text = self._written(name)
        wide = self._is_region(name)
        if found := self._dossier(text, wide) or self._hit(name, wide):
            return found
        shown = f"{text} {wide}" if wide and wide in words.lower() else text
        town = self._town(text)
        # A province is named after a large town of its own; a village of its name is somewhere else.
        if town is None or (wide and town.population < _LARGE):
            return EventPlace(shown)
        return EventPlace(shown, town.at.latitude, town.at.longitude, REGION if wide else EXACT)

    def _written(self, at: Range) -> str:
        """The words with plain blanks: pages join names with no-break spaces."""
        return " ".join(at.of(self.actors.text).split())

    # -- the name ----------------------------------------------------------------------------------

    def _name(self, at: Range) -> Range | None:
        """The name in the range that says where: the first that is marked or known as a place, else its capitals."""
        inside = self._meeting(at)
        if places := [self._joined(n.at) for n in inside if n.type is NameType.PLACE]:
            return next((p for p in places if not self._borne(p)), None)
        hits = [h for h in self.actors.around.between(at.start, at.end) if h.known.sort in _ON_A_MAP]
        if hits:
            return Range(hits[0].start, hits[0].end)
        if inside:
            return None
        return self._capitals(at)

    def _meeting(self, at: Range) -> Sequence[Name]:
        """The names that share a word with the range; names stand in order and none inside another."""
        first = bisect_right(self._names, at.start, key=lambda n: n.at.end)
        return self._names[first : bisect_left(self._names, at.end, key=lambda n: n.at.start)]

    def _joined(self, at: Range) -> Range:
        """The name with what a hyphen joins to it, where the tables know the whole: models cut "Nagorno-Karabakh"."""
        text = self.actors.text
        after = tokens(text, at.end + 1, min(len(text), at.end + 40)) if text[at.end : at.end + 1] in "-‑–" else []
        if not after or after[0].start != at.end + 1:
            return at
        whole = Range(at.start, after[0].end)
        name = whole.of(text).casefold()
        known = name in self.placer.dossier or name in self.placer.regions or name in self.placer.named
        return whole if known else at

    @property
    def _names(self) -> tuple[Name, ...]:
        return self.actors.language.names

    def _capitals(self, at: Range) -> Range | None:
        """The first run of words with capitals behind what leads up to a place."""
        text = self.actors.text
        lead = _LEAD.match(text, at.start, at.end)
        words = tokens(text, lead.end() if lead else at.start, at.end)
        run: list[Token] = []
        for word in words:
            if not word.plain[0].isupper() or (run and text[run[-1].end : word.start] not in (" ", "-")):
                break
            run.append(word)
        found = Range(run[0].start, run[-1].end) if run else None
        return None if found is None or self._borne(found) else self._joined(found)

    def _borne(self, at: Range) -> bool:
        """Whether the words are no place's: a body's, a plain word, or a person's, here or in full elsewhere."""
        if self._written(at).casefold() in self.placer.dossier:
            return False
        if at.of(self.actors.text).casefold() in _PLAIN_WORDS or self._is_body(at):
            return True
        persons = [n.at for n in self._meeting(at) if n.type is NameType.PERSON]
        if any(p.start <= at.start and at.end <= p.end for p in persons):
            return True
        return self._persons_words[at.of(self.actors.text)] > self._marked[at.of(self.actors.text)]

    @cached_property
    def _persons_words(self) -> Counter[str]:
        """How often each word ends the name of a person."""
        names = [n.at.of(self.actors.text) for n in self._names if n.type is NameType.PERSON]
        return Counter(name.rpartition(" ")[2] for name in names)

    @cached_property
    def _marked(self) -> Counter[str]:
        return Counter(n.at.of(self.actors.text) for n in self._names if n.type is NameType.PLACE)

    def _is_body(self, at: Range) -> bool:
        hits = self.actors.around.between(at.start, at.end)
        return len(hits) == 1 and hits[0].known.sort is Sort.ORGANIZATION and hits[0].end == at.end

    def _is_region(self, name: Range) -> str | None:
        """The word that makes a region of a name: Ostrava region, the province of Ostrava; None for a place."""
        text = self.actors.text
        after = tokens(text, name.end, min(len(text), name.end + 24))
        if after and after[0].key in _REGION_WORDS:
            return after[0].key
        before = [t.key for t in tokens(text, max(0, name.start - 24), name.start)]
        return before[-2] if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _REGION_WORDS else None

    # -- what is known -----------------------------------------------------------------------------

    def _dossier(self, name: str, wide: str | None) -> EventPlace | None:
        place = self.placer.dossier.get(name.casefold())
        if place is None:
            return None
        if place.at is None:
            return EventPlace(name)
        return EventPlace(name, place.at.latitude, place.at.longitude, REGION if wide else place.precision)

    def _hit(self, at: Range, wide: str | None) -> EventPlace | None:
        """A country or region of the tables; a capital is a town."""
        text = self._written(at)
        if region := self.placer.regions.get(text.casefold()):
            return EventPlace(text, region.at.latitude, region.at.longitude, REGION)
        country = None if wide else self.placer.named.get(text.casefold()) or self._state(at)
        if country is None or country.at is None:
            return None
        return EventPlace(text, country.at.latitude, country.at.longitude, COUNTRY)

    def _state(self, at: Range) -> Country | None:
        """The country that the dossier or a name with other marks means, or that its adjective does."""
        hits = self.actors.around.between(at.start, at.end)
        whole = len(hits) == 1 and Range(hits[0].start, hits[0].end) == at
        if not whole or hits[0].known.sort not in (Sort.COUNTRY, Sort.PEOPLE):
            return None
        return self.placer.countries.get(hits[0].known.code)

    # -- towns -------------------------------------------------------------------------------------

    @cached_property
    def _about(self) -> Counter[str]:
        return Counter(h.known.code for h in self.actors.around.hits)

    @cached_property
    def _landmarks(self) -> dict[str, Point]:
        """The page's place names with where each most likely is, by country and size alone."""
        found: dict[str, Point] = {}
        for name in self._place_names():
            if place := self.placer.dossier.get(name.casefold()):
                if place.at:
                    found[name] = place.at
            elif towns := self._ranked(name, {}):
                found[name] = towns[0].at
        return found

    def _place_names(self) -> Iterator[str]:
        names = dict.fromkeys(n.at.of(self.actors.text) for n in self._names if n.type is NameType.PLACE)
        yield from list(names)[:_MOST_NAMES]

    def _town(self, name: str) -> Town | None:
        others = {other: at for other, at in self._landmarks.items() if other != name}
        ranked = self._ranked(name, others)
        return ranked[0] if ranked else None

    def _ranked(self, name: str, others: dict[str, Point]) -> list[Town]:
        """The towns of a name that the page can mean, the likeliest first."""
        towns = self.placer.towns.named(name)[:_MOST_TOWNS]
        about = self._about_beside(name)
        heard = [t for t in towns if _is_heard(t, about)]
        return sorted(heard, key=lambda t: (-_weight(t, name, about, others), t.id))

    def _about_beside(self, name: str) -> Counter[str]:
        """The countries that the page names otherwise than by this name: a capital does not speak for itself."""
        own = Counter(h.known.code for h in self._seats if h.known.name.casefold() == name.casefold())
        return self._about - own

    @cached_property
    def _seats(self) -> list[Hit]:
        return [h for h in self.actors.around.hits if h.known.sort is Sort.SEAT]


def _is_heard(town: Town, about: Counter[str]) -> bool:
    """Whether the page speaks of the town's country enough for a town of its size."""
    total = sum(about.values())
    share = about[town.country] / total if total else 1.0
    return share >= _ENOUGH or town.population >= (_LARGE if share else _UNHEARD)


def _weight(town: Town, name: str, about: Counter[str], others: dict[str, Point]) -> float:
    total = sum(about.values())
    share = about[town.country] / total if total else 0.0
    weight = math.log10(town.population + 10) + (2.5 if share else 0.0) + 2.0 * share
    weight += 0.5 if town.name == name else 0.0
    near = sum(kilometres(town.at, other) <= _NEAR_KM for other in others.values())
    return weight + 1.5 * min(near, 2)


_ON_A_MAP: Final = frozenset([Sort.COUNTRY, Sort.REGION, Sort.SEAT])


def kilometres(one: Point, other: Point) -> float:
    """The way between two points on the globe."""
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(other.longitude - one.longitude)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))
