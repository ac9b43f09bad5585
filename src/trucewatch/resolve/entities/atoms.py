"""What joining compares: all profiles of one name in one context, as one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from trucewatch.record.entities import Part, Profile
from trucewatch.record.joined import Join
from trucewatch.record.mentions import SpeakerType
from trucewatch.resolve.entities.contexts import Context, Contexts
from trucewatch.resolve.entities.names import PersonName, likeness, person_name
from trucewatch.resolve.entities.principals import Principals

TOGETHER = " and "
"""Stands between the names of persons to whom one statement is given."""


@dataclass(slots=True)
class Atom:
    """One name in one context. Atoms are joined or kept apart, never taken apart but by a ruling."""

    name: PersonName
    context: Context
    actor: str | None
    """The dossier's person of this name."""
    parts: list[Part] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    """The name as written, with the pages and statements that write it so."""

    @property
    def weight(self) -> int:
        """Pages and statements in all."""
        return self.forms.total()

    @property
    def written(self) -> str:
        """The form met most, of equals the longest, then the first by its letters."""
        return min(self.forms, key=lambda form: (-self.forms[form], -len(form), form))

    def spellings(self) -> Iterator[Join]:
        """Why its forms are of one name: it is the same name in one context, however it is transcribed."""
        main = self.written
        for form in sorted(self.forms):
            alike = likeness(person_name(main), person_name(form))
            if form.casefold() != main.casefold() and alike is not None:
                yield Join(min(main, form), max(main, form), alike.score, (alike.reason,))

    @property
    def order(self) -> tuple[object, ...]:
        """Where it stands among others, whatever order profiles came in."""
        return self.name.words, self.name.suffix or "", sorted(self.context.posts), sorted(map(str, self._who()))

    def _who(self) -> Iterator[str]:
        yield from (p.key for p in self.context.principals)
        yield from (f"{part.profile}/{part.page}" for part in self.parts if part.page)


def names_of(profile: Profile) -> tuple[str, ...]:
    """The persons of a profile: several where a statement is given to them together."""
    if profile.type is not SpeakerType.PERSON or TOGETHER not in profile.name:
        return (profile.name,)
    return tuple(dict.fromkeys(name for name in profile.name.split(TOGETHER) if name.strip()))


def full_names(profiles: Iterable[Profile]) -> frozenset[str]:
    """The persons' names as written, where they have two words or more: such a name is no state or body."""
    persons = (name for p in profiles if p.type is SpeakerType.PERSON for name in names_of(p))
    return frozenset(name for name in persons if " " in name)


class Atoms:
    """Gathers profiles of persons into atoms."""

    def __init__(self, principals: Principals, persons: frozenset[str], actors: Mapping[tuple[str, ...], str]) -> None:
        self._principals, self._actors = principals, actors
        self._contexts = Contexts(principals, persons)
        self._found: dict[object, Atom] = {}

    def add(self, profile: Profile, parts: Iterable[Part]) -> None:
        """Take in a profile, or those parts of it that a ruling takes apart."""
        names = names_of(profile)
        offices = profile.offices if len(names) == 1 else ()
        told = self._contexts.of(offices)
        for written in names:
            for part in parts:
                self._atom(written, told, part).forms[written] += profile.statements + profile.sightings or 1

    def _atom(self, written: str, told: Context, part: Part) -> Atom:
        name = person_name(written)
        words = name.words or (written.casefold(),)
        key = words, name.suffix, told, part if part.page else None
        atom = self._found.get(key)
        if atom is None:
            actor = self._actors.get(words)
            behind = self._principals.of_actor(actor) if actor else None
            known = told | Context(frozenset({behind})) if behind else told
            atom = self._found[key] = Atom(name, known, actor)
        if not atom.parts or atom.parts[-1] != part:
            atom.parts.append(part)
        return atom

    def all(self) -> list[Atom]:
        """All atoms in an order of their own."""
        return sorted(self._found.values(), key=lambda atom: atom.order)
