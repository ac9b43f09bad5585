"""Persons, offices and bodies joined across pages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.record.dossier import Dossier
from trucewatch.record.entities import JoinedEntity, OfficeBook, Pages, Part, Profile, Ruled
from trucewatch.record.folding import fold
from trucewatch.record.joined import Join, Reason
from trucewatch.record.mentions import SpeakerType
from trucewatch.record.resolved import EntityKind
from trucewatch.resolve.entities.atoms import Atom, Atoms, full_names
from trucewatch.resolve.entities.bare import BareNames, Found
from trucewatch.resolve.entities.bodies import Key, key_of
from trucewatch.resolve.entities.clusters import Cluster, Clusters, Pair
from trucewatch.resolve.entities.holders import Book
from trucewatch.resolve.entities.names import person_name
from trucewatch.resolve.entities.principals import Principals, stem
from trucewatch.resolve.entities.ruling import merged
from trucewatch.resolve.speakers.spelling import initials
from trucewatch.resolve.speakers.states import States

_MOST_JOINS = 40
"""Reasons of one entity that are told, the surest first."""


class PeopleJoiner:
    """Joins persons by name, office and company; offices and bodies by what and whose they are."""

    def __init__(self, states: States, dossier: Dossier | None = None) -> None:
        self._states, self._dossier = states, dossier
        self._actors = _person_actors(dossier) if dossier else {}

    def offices(self, profiles: Sequence[Profile], entities: Sequence[JoinedEntity], pages: Pages) -> OfficeBook:
        """The offices that these persons hold, over time."""
        principals = Principals(self._states, self._dossier, _letters(profiles))
        return Book(principals, self._dossier, entities, pages).gather(profiles)

    def entities(self, profiles: Sequence[Profile], pages: Pages, ruled: Ruled) -> list[JoinedEntity]:
        """Every profile in exactly one entity, but for pages that are told apart, and those who speak together."""
        principals = Principals(self._states, self._dossier, _letters(profiles))
        told = Told(principals, full_names(profiles))
        lands = _lands(profiles, told)
        people, others = list[Profile](), list[Profile]()
        for profile in profiles:
            person = profile.type is SpeakerType.PERSON and not _is_land(profile, principals, lands)
            (people if person else others).append(profile)
        found = (*self._persons(people, told, pages, ruled), *_others(others, told, pages))
        return merged(found, {profile.number: profile for profile in profiles}, ruled)

    def _persons(self, profiles: Sequence[Profile], told: "Told", pages: Pages, ruled: Ruled) -> Iterator[JoinedEntity]:
        gathered = Atoms(told.principals, told.persons, self._actors)
        taken_out = _taken_out(ruled)
        for profile in sorted(profiles, key=lambda p: p.number):
            gathered.add(profile, (Part(profile.number), *sorted(taken_out.get(profile.number, ()), key=str)))
        atoms = gathered.all()
        where = _where(atoms)
        together = [p for p in _pairs(ruled.together, where) if not any(atoms[n].name.bare for n in p)]
        clusters = Clusters(atoms, together, _pairs(ruled.apart, where)).all()
        bare = [c for c in clusters if all(atoms[n].name.bare for n in c.atoms)]
        found = BareNames(atoms, clusters, pages).find(n for c in bare for n in c.atoms) if bare else []
        yield from _settled(atoms, clusters, found)


@dataclass(frozen=True, slots=True)
class Told:
    """What the offices of all profiles are read with."""

    principals: Principals
    persons: frozenset[str]
    """Full names of persons, which are no principals."""


def _letters(profiles: Iterable[Profile]) -> dict[str, str]:
    """Acronyms of bodies with the names that pages give beside them; the smallest name where they give several."""
    found: dict[str, str] = {}
    for office in (office for profile in profiles for office in profile.offices):
        short, long = office.of, office.organization
        if short and long and short.isupper() and short in initials(long.split()):
            found[short] = min(long, found.get(short, long))
    return found


def _is_land(profile: Profile, principals: Principals, lands: frozenset[str]) -> bool:
    """True for what was taken for a person and is a state, its people or its capital."""
    if profile.offices or " and " in profile.name:
        return False
    if principals.known(profile.name) is not None:
        return True
    words = fold(profile.name)
    return person_name(profile.name).bare and len(words) == 1 and stem(words[0]) in lands


def _others(profiles: Iterable[Profile], told: Told, pages: Pages) -> Iterator[JoinedEntity]:
    """Offices, bodies, groups and documents."""
    by_key: dict[Key, list[Profile]] = defaultdict(list)
    alone: list[Profile] = []
    for profile in sorted(profiles, key=lambda p: p.number):
        land = profile.type is SpeakerType.PERSON
        key = _land_key(profile, told.principals) if land else key_of(profile, told.principals, told.persons)
        if key is None:
            alone.append(profile)
        else:
            by_key[key].append(profile)
    for key, members in by_key.items():
        yield _body(key, members)
    yield from _each_page(alone, pages)


def _land_key(profile: Profile, principals: Principals) -> Key:
    known = principals.known(profile.name)
    return "state", known.key if known else stem(fold(profile.name)[0])


def _lands(profiles: Iterable[Profile], told: Told) -> frozenset[str]:
    """The stems of single words on whose behalf somebody acts, and which are nobody's surname."""
    surnames = {person_name(name).plain[-1] for name in told.persons if person_name(name).words}
    words = {o.of for p in profiles for o in p.offices if o.of and " " not in o.of and o.of[:1].isupper()}
    found = {
        meant.key for w in words if w.casefold() not in surnames and (meant := told.principals.meant(w)) is not None
    }
    return frozenset(key for key in found if " " not in key)


def _person_actors(dossier: Dossier) -> dict[tuple[str, ...], str]:
    """The dossier's persons by the words of all their names; words of two persons stand for neither."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for actor in dossier.actors:
        if actor.kind is EntityKind.PERSON:
            for name in (actor.name, *actor.names):
                found[person_name(name).words].add(actor.name)
    return {words: names.pop() for words, names in found.items() if len(names) == 1 and words}


def _taken_out(ruled: Ruled) -> Mapping[int, set[Part]]:
    """The pages that rulings keep apart, by profile: they are compared by themselves.

    Where two pages of one profile are kept apart, what no ruling speaks of stays with the first.
    """
    found: dict[int, set[Part]] = defaultdict(set)
    for pair in ruled.apart:
        for part in pair[1:] if pair[0].profile == pair[1].profile else pair:
            if part.page is not None:
                found[part.profile].add(part)
    return found


def _where(atoms: Sequence[Atom]) -> dict[Part, int]:
    """The atom of each part, but for what several persons have said together."""
    found: dict[Part, set[int]] = defaultdict(set)
    for number, atom in enumerate(atoms):
        for part in atom.parts:
            found[part].add(number)
    return {part: numbers.pop() for part, numbers in found.items() if len(numbers) == 1}


def _pairs(ruling: Iterable[tuple[Part, Part]], where: Mapping[Part, int]) -> Iterator[Pair]:
    for pair in ruling:
        one, other = (where.get(part, where.get(Part(part.profile))) for part in pair)
        if one is not None and other is not None and one != other:
            yield one, other


def _settled(atoms: Sequence[Atom], clusters: Sequence[Cluster], found: Iterable[Found]) -> Iterator[JoinedEntity]:
    parts = [[part for n in c.atoms for part in atoms[n].parts] for c in clusters]
    forms = [sum((atoms[n].forms for n in c.atoms), Counter[str]()) for c in clusters]
    joins = [[*c.joins, *(join for n in c.atoms for join in atoms[n].spellings())] for c in clusters]
    near = [list(c.near) for c in clusters]
    bare = {n for n, c in enumerate(clusters) if all(atoms[a].name.bare for a in c.atoms)}
    open_ones: list[tuple[Found, Atom]] = []
    for one in found:
        if one.bearer is None or one.why is None:
            open_ones.append((one, atoms[one.sighted.atom]))
            for bearer, join in one.near:
                near[bearer].append(join)
        else:
            parts[one.bearer].append(one.sighted.part)
            joins[one.bearer].append(one.why)
    for number in range(len(clusters)):
        if number not in bare:
            actor = next((a for n in clusters[number].atoms if (a := atoms[n].actor)), None)
            yield _person(forms[number], parts[number], joins[number], near[number], actor)
    yield from _open(open_ones)


def _open(left: Iterable[tuple[Found, Atom]]) -> Iterator[JoinedEntity]:
    """Bare surnames that found nobody: one person where post and principal are the same, else each page its own."""
    groups: dict[object, list[tuple[Found, Atom]]] = defaultdict(list)
    for one, atom in left:
        told = (atom.name.words, atom.context.posts) if atom.context.posts else one.sighted.part
        groups[told].append((one, atom))
    for members in groups.values():
        forms = sum((atom.forms for _, atom in members), Counter[str]())
        near = [join for one, _ in members for _, join in one.near]
        yield _person(forms, [one.sighted.part for one, _ in members], [], near, None)


def _person(
    forms: Counter[str], parts: Iterable[Part], joins: Iterable[Join], near: Iterable[Join], actor: str | None
) -> JoinedEntity:
    name = min(forms, key=lambda form: (-_fullness(form), -forms[form], form.isupper(), form))
    told = tuple(dict.fromkeys(parts))
    return JoinedEntity(name, SpeakerType.PERSON, told, _surest(joins), _surest(near), actor)


def _fullness(form: str) -> int:
    return min(len(person_name(form).words), 2)


def _surest(joins: Iterable[Join]) -> tuple[Join, ...]:
    """Of joins of the same two names the surest, surest first."""
    best: dict[tuple[str, str], Join] = {}
    for join in sorted(joins, key=lambda j: (-j.score, j.one, j.other, str(j.why))):
        if join.one != join.other or join.score < 1.0:
            best.setdefault((join.one, join.other), join)
    return tuple(best.values())[:_MOST_JOINS]


def _body(key: Key, members: Sequence[Profile]) -> JoinedEntity:
    forms = Counter[str]()
    for profile in members:
        forms[profile.name] += profile.statements + profile.sightings or 1
    name = min(forms, key=lambda form: (-forms[form], -len(form), form))
    told = "one state" if key[0] == "state" else "one office" if key[0] == "office" else "the same words"
    why = (Reason("name", told, 1.0),)
    joins = tuple(Join(min(name, o), max(name, o), 1.0, why) for o in sorted(forms) if o.casefold() != name.casefold())
    kind = members[0].type if members[0].type is not SpeakerType.PERSON else SpeakerType.BODY
    return JoinedEntity(name, kind, tuple(Part(p.number) for p in members), joins[:_MOST_JOINS])


def _each_page(profiles: Sequence[Profile], pages: Pages) -> Iterator[JoinedEntity]:
    """A body or office of nobody in particular is another on every page."""
    by_number = {p.number: p for p in profiles}
    for seen in sorted(pages.appearances(by_number), key=lambda a: (a.page, a.profile)):
        profile = by_number[seen.profile]
        yield JoinedEntity(profile.name, profile.type, (Part(seen.profile, seen.page),))
