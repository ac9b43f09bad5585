"""The names known before any page is read, found in a text: the longest name at each place, its capitals minded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from trucewatch.extract.actors.tokens import Token, tokens
from trucewatch.record.dossier import Dossier, DossierActor
from trucewatch.record.resolved import EntityKind
from trucewatch.record.world import World


class Sort(StrEnum):
    """What a known name stands for."""

    COUNTRY = "country"
    PEOPLE = "people"
    """An adjective or what a country's people are called."""
    SEAT = "seat"
    """A capital, or a house that stands for the government."""
    REGION = "region"
    ORGANIZATION = "organization"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for: its code and, where the name alone says it, its sector."""

    name: str
    sort: Sort
    code: str
    sector: str | None = None
    own: bool = False
    """Whether a dossier names it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name in a text; `first` and `last` number its words, half-open."""

    start: int
    end: int
    first: int
    last: int
    known: Known


_NO_PLURAL: Final = ("s", "sh", "ch", "ese", "men", "man", "x", "z")
_SPOKEN: Final = 4
"""Letters from which on a short form is spoken as a word, and written as one: Nato, Farc."""
_WORDS_TOO: Final = frozenset("us who is it car fact model pace mend".split())
"""Short forms that are plain words in a line that is all in capitals."""


class NameIndex:
    """All known names; a dossier's stand before the world's."""

    def __init__(self, world: World, dossier: Dossier | None = None) -> None:
        self._by_first: dict[str, list[tuple[tuple[Token, ...], Known]]] = {}
        self.surnames: dict[str, list[Known]] = {}
        """Persons by the last word of their name, folded."""
        self._bearers: dict[tuple[str, ...], list[Known]] = {}
        """Names that bodies of several countries bear, folded, each with its bearers in the tables' order."""
        taken: dict[tuple[str, ...], Known] = {}
        for name, known in [*(_of_dossier(dossier) if dossier else ()), *_of_world(world)]:
            parts = tuple(tokens(name))
            key = tuple(p.key for p in parts)
            if parts and key not in taken:
                taken[key] = known
                self._by_first.setdefault(key[0], []).append((parts, known))
                if known.sort is Sort.PERSON:
                    self.surnames.setdefault(key[-1], []).append(known)
            elif parts and _of_elsewhere(known, taken[key]):
                self._bearers.setdefault(key, [taken[key]]).append(known)
        for entries in self._by_first.values():
            entries.sort(key=lambda e: -len(e[0]))

    def single(self) -> Iterator[tuple[str, Known]]:
        """The names of one word, folded."""
        for entries in self._by_first.values():
            yield from ((parts[0].key, known) for parts, known in entries if len(parts) == 1)

    def find(self, words: Sequence[Token]) -> list[Hit]:
        """The known names among these words, in order, none inside another."""
        found: list[Hit] = []
        at = 0
        while at < len(words):
            hit = self._at(words, at)
            if hit:
                found.append(hit)
            at = hit.last if hit else at + 1
        return self._settled(found, words)

    def _settled(self, found: list[Hit], words: Sequence[Token]) -> list[Hit]:
        """A name that several bear is the one's whose country the text names most, else the first one's."""
        keys = [tuple(w.key for w in words[h.first : h.last]) for h in found]
        said = Counter(h.known.code for h, key in zip(found, keys, strict=True) if key not in self._bearers)
        return [
            replace(h, known=max(self._bearers[key], key=lambda k: said[k.code])) if key in self._bearers else h
            for h, key in zip(found, keys, strict=True)
        ]

    def _at(self, words: Sequence[Token], at: int) -> Hit | None:
        for parts, known in self._by_first.get(words[at].key, ()):
            stretch = words[at : at + len(parts)]
            if len(stretch) == len(parts) and all(map(_same, parts, stretch)) and _apart(words, at, parts):
                return Hit(stretch[0].start, stretch[-1].end, at, at + len(parts), known)
        return None


def _of_elsewhere(known: Known, other: Known) -> bool:
    """Whether two bodies of one name are told apart by their countries; what a dossier names is meant by it alone."""
    return known.sort is other.sort is Sort.ORGANIZATION and known.code != other.code and not other.own


def _same(part: Token, word: Token) -> bool:
    """Whether the text's word is the name's: a short form in capitals (or as Nato), a name with its own."""
    if part.key != word.key:
        return False
    if part.plain.isupper() and len(part.plain) <= 6:
        longer = len(part.plain) >= _SPOKEN and part.key not in _WORDS_TOO
        return word.plain == part.plain or (longer and word.plain.istitle())
    return not part.plain[0].isupper() or word.plain[0].isupper()


def _apart(words: Sequence[Token], at: int, parts: tuple[Token, ...]) -> bool:
    """False for WHO, IS or US as a plain word among words in capitals."""
    if len(parts) > 1 or not parts[0].plain.isupper() or parts[0].key not in _WORDS_TOO:
        return True
    beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
    return not any(w.plain.isupper() and len(w.plain) > 1 for w in beside)


def _of_world(world: World) -> Iterator[tuple[str, Known]]:
    for body in world.organizations:
        for name in body.names:
            yield name, Known(body.names[0], Sort.ORGANIZATION, body.code, body.sector)
    for country in world.countries:
        for name in country.filed_names():
            yield name, Known(country.name, Sort.COUNTRY, country.code)
        yield from _people(country.filed_people(), Known(country.name, Sort.PEOPLE, country.code))
        for name in country.filed_seats():
            yield name, Known(name, Sort.SEAT, country.code, "GOV")
        for name in country.leaders:
            yield name, Known(name, Sort.PERSON, country.code, "GOV")
    for person in world.persons:
        for name in person.names:
            yield name, Known(name, Sort.PERSON, person.code, person.sector)
    for region in world.regions:
        for name in (region.name, *region.names):
            yield name, Known(region.name, Sort.REGION, region.country)


def _people(names: Iterable[str], known: Known) -> Iterator[tuple[str, Known]]:
    for name in names:
        yield name, known
        if not name.endswith(_NO_PLURAL):
            yield f"{name}s", known


def _of_dossier(dossier: Dossier) -> Iterator[tuple[str, Known]]:
    codes = {a.name: a for a in dossier.actors}
    for actor in dossier.actors:
        code, sector = _coded(actor, codes, dossier)
        if code is None:
            continue
        sort = _SORTS[actor.kind]
        for name in (actor.name, *actor.names):
            yield name, Known(actor.name, sort, code, sector, own=True)
        yield from _people(actor.people, Known(actor.name, Sort.PEOPLE, code, sector))
        for name in actor.seats:
            yield name, Known(name, Sort.SEAT, code, sector or "GOV")
    for place in dossier.places:
        for name in place.spellings() if place.country else ():
            yield name, Known(place.name, Sort.REGION, place.country or "")


_SORTS: Final = {
    EntityKind.STATE: Sort.COUNTRY,
    EntityKind.ORGANIZATION: Sort.ORGANIZATION,
    EntityKind.PERSON: Sort.PERSON,
    EntityKind.PLACE: Sort.REGION,
}


def _coded(actor: DossierActor, by_name: dict[str, DossierActor], dossier: Dossier) -> tuple[str | None, str | None]:
    """The actor's code and sector, from itself, from whom it belongs to, or from the offices that it held."""
    belongs = [actor.of] if actor.of else []
    belongs += [o.of for o in dossier.offices for h in o.holders if h.person == actor.name]
    owners = [by_name[name] for name in belongs if name in by_name]
    code = actor.code or next((o.code for o in owners if o.code), None)
    sector = actor.sector or next((o.sector for o in owners if o.sector), None)
    if sector is None and actor.kind is EntityKind.PERSON and len(belongs) > bool(actor.of):
        sector = "GOV"
    return code, sector
