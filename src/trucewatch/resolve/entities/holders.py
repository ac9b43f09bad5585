"""Offices with their holders over time, from the pages that give a person a title and from the dossier."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from trucewatch.record.dossier import Dossier, DossierOffice
from trucewatch.record.entities import Appearance, Holder, JoinedEntity, Pages, Part, Profile, Term
from trucewatch.record.mentions import SpeakerType
from trucewatch.resolve.entities.atoms import TOGETHER, full_names
from trucewatch.resolve.entities.contexts import held, principal_of
from trucewatch.resolve.entities.offices import post
from trucewatch.resolve.entities.principals import Principals

REACH = 180
"""Days on either side of the pages of one holder for which the office is still taken to be theirs."""

Key = tuple[str, str]


@dataclass(slots=True)
class Seat:
    """One office with the profiles that give it to somebody."""

    sole: bool = False
    weight: int = 0
    profiles: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Profiles that say so, with the titles that do."""


@dataclass(frozen=True, slots=True)
class Seen:
    """That a page of a day gives the office to an entity."""

    day: str
    entity: int
    where: Appearance


class Book:
    """The offices of a record as of a day."""

    def __init__(
        self, principals: Principals, dossier: Dossier | None, entities: Sequence[JoinedEntity], pages: Pages
    ) -> None:
        self._principals, self._entities, self._pages = principals, entities, pages
        self._seats: dict[Key, Seat] = {}
        self._persons: frozenset[str] = frozenset()
        self._of_part: dict[Part, int] = {}
        for number, entity in enumerate(entities):
            if entity.type is SpeakerType.PERSON:
                self._of_part.update(dict.fromkeys(entity.parts, number))
        self._actors = {e.actor: n for n, e in enumerate(entities) if e.actor is not None}
        self._known: dict[Key, DossierOffice] = {}
        for office in dossier.offices if dossier else ():
            self._learn(office)
        self._seen: dict[Key, list[Seen]] = {}
        self._names: dict[str, str] = {}

    def _learn(self, office: DossierOffice) -> None:
        named, of = post(office.title), self._principals.meant(office.of)
        if of is not None:
            self._known.setdefault((named.name if named else office.title, of.key), office)

    def gather(self, profiles: Sequence[Profile]) -> "Book":
        """Take in the offices of these profiles."""
        self._persons = full_names(profiles)
        for profile in profiles:
            if profile.type is SpeakerType.PERSON and TOGETHER not in profile.name:
                self._gather(profile)
        return self

    def _gather(self, profile: Profile) -> None:
        for one in held(profile.offices, self._principals, self._persons):
            if one.key is None or one.principal is None or not one.post.held:
                continue
            seat = self._seats.setdefault(one.key, Seat())
            times = profile.statements + profile.sightings
            # The shortest of its names: "Westland" is met as "Westlandish" and as its ministries too.
            shorter = self._names.get(one.principal.key, one.principal.name), one.principal.name
            self._names[one.principal.key] = min(shorter, key=lambda name: (len(name), name))
            seat.sole = seat.sole or one.post.sole
            seat.weight += times
            titles = seat.profiles.get(profile.number, ())
            seat.profiles[profile.number] = (*titles, one.office.title)

    def ranked(self) -> list[Key]:
        """The offices, the most often named first; those that the dossier alone knows stand last."""
        seats = sorted(self._seats, key=lambda key: (-self._seats[key].weight, key))
        return [*seats, *(key for key in self._known if key not in self._seats)]

    def terms(self, offices: Collection[Key]) -> list[Term]:
        """Who held them, office by office in the order of time."""
        self._look_up([key for key in offices if key in self._seats])
        return [term for key in offices for term in sorted(self._terms(key), key=_by_time)]

    def _look_up(self, keys: Sequence[Key]) -> None:
        """The pages that give these offices to somebody, each day once for each person."""
        wanted = [key for key in keys if key not in self._seen]
        of_profile: dict[int, list[Key]] = defaultdict(list)
        for key in wanted:
            self._seen[key] = []
            for number in self._seats[key].profiles:
                of_profile[number].append(key)
        for where in self._pages.appearances(of_profile) if of_profile else ():
            entity = self._of_part.get(Part(where.profile, where.page), self._of_part.get(Part(where.profile)))
            for key in of_profile[where.profile] if entity is not None else ():
                self._seen[key].append(_seen(where, entity or 0))
        for key in wanted:
            self._seen[key].sort(key=_place)

    def _terms(self, key: Key) -> Iterator[Term]:
        seat, known = self._seats.get(key), self._known.get(key)
        seen = self._seen.get(key, []) if seat else []
        told: set[int] = set()
        for holder in known.holders if known else ():
            number = self._actors.get(holder.person)
            dates = holder.held.since, holder.held.until
            own = [s for s in seen if s.entity == number and (_within(s.day, *dates) or not s.day)]
            told.update(map(id, own))
            # A term of which no page of its time speaks is the dossier's alone, and no line of the record.
            if number is not None and (own := own or self._named_within(number, dates)):
                yield self._term(key, number, own, dates)
        left = [s for s in seen if id(s) not in told]
        for entity, run in self._runs(left, sole=seat.sole if seat else False):
            yield self._term(key, entity, run)

    def _named_within(self, entity: int, dates: tuple[str | None, str | None]) -> list[Seen]:
        """The pages of a time that name somebody, in whatever office."""
        parts = dict.fromkeys(self._entities[entity].parts)
        found = (_seen(where, entity) for where in self._pages.appearances({part.profile for part in parts}))
        own = (s for s in found if Part(s.where.profile) in parts or Part(s.where.profile, s.where.page) in parts)
        return sorted((s for s in own if _within(s.day, *dates)), key=_place)

    def _runs(self, seen: Sequence[Seen], *, sole: bool) -> Iterator[tuple[int, list[Seen]]]:
        """Of an office that one holds at a time, stretches of one holder; of others, all of each."""
        if not sole:
            for entity in sorted({s.entity for s in seen}):
                yield entity, [s for s in seen if s.entity == entity]
            return
        dated = [s for s in seen if s.day]
        for entity, run in groupby(dated, key=lambda s: s.entity):
            yield entity, list(run)
        for entity in sorted({s.entity for s in seen} - {s.entity for s in dated}):
            yield entity, [s for s in seen if s.entity == entity]  # of no known day, and of no other page

    def _term(
        self, key: Key, entity: int, seen: Sequence[Seen], dates: tuple[str | None, str | None] | None = None
    ) -> Term:
        days = [s.day for s in seen if s.day]
        seat = self._seats.get(key)
        titles = dict.fromkeys(t for s in seen if seat for t in seat.profiles.get(s.where.profile, ()))
        since, until = dates or (min(days, default=None), max(days, default=None))
        pages = tuple(s.where for s in seen)
        grounds = "pages" if dates is None else "dossier"
        of = self._known[key].of if key in self._known else self._names[key[1]]
        name = self._entities[entity].name
        return Term(key[0], of, name, entity, grounds, since, until, pages, tuple(titles))

    def office(self, speaker: Profile) -> Key | None:
        """The office that speaks, where one person at a time holds it; None for others."""
        if speaker.type is not SpeakerType.OFFICE:
            return None
        for office in speaker.offices:
            named, of = post(office.title), principal_of(office, self._principals, self._persons)
            if named is not None and of is not None and named.sole and named.held:
                return named.name, of.key
        return None

    def holder(self, office: Key, day: str) -> Holder | None:
        """Who held it on the day; None where that is not known, or a change lies too near."""
        if (known := self._known.get(office)) is not None and _covers(known, day):
            person = known.holder(day)
            number = self._actors.get(person) if person else None
            return Holder(number, self._name(number, person), "the dossier") if person else None
        if office not in self._seats:
            return None
        self._look_up([office])
        return self._by_pages([s for s in self._seen[office] if s.day], day)

    def _name(self, entity: int | None, person: str) -> str:
        return person if entity is None else self._entities[entity].name

    def _by_pages(self, seen: Sequence[Seen], day: str) -> Holder | None:
        days = [s.day for s in seen]
        before, after = seen[: bisect_right(days, day)], seen[bisect_left(days, day) :]
        last = {s.entity for s in before if s.day == before[-1].day}
        first = {s.entity for s in after if s.day == after[0].day}
        if len(last | first) != 1:
            return None  # nobody, or two: a change lies between, or the pages disagree
        ends = [s[n].day for s, n in ((before, -1), (after, 0)) if s]
        if len(ends) == 1 and _days_apart(ends[0], day) > REACH:
            return None
        [entity] = last | first
        named = " and ".join(dict.fromkeys(ends))
        return Holder(entity, self._entities[entity].name, f"pages of {named}, none between names another")


def _seen(where: Appearance, entity: int) -> Seen:
    """Only a day counts that is known to the day: any other could lie on either side of a change."""
    return Seen(where.last_day or "" if where.last_day == where.first_day else "", entity, where)


def _place(seen: Seen) -> tuple[object, ...]:
    return seen.day, seen.entity, seen.where.page, seen.where.profile


def _by_time(term: Term) -> tuple[object, ...]:
    return term.since is None and term.until is None, term.since or term.until or "", term.until or "", term.holder


def _within(day: str, since: str | None, until: str | None) -> bool:
    """Partial dates are ISO prefixes: a year or month means all of it."""
    begun = since is None or day[: len(since)] >= since
    return bool(day) and begun and (until is None or day[: len(until)] <= until)


def _covers(office: DossierOffice, day: str) -> bool:
    """Whether the day lies within what the dossier tells of the office, gaps between holders included."""
    first, last = office.holders[0].held.since, office.holders[-1].held.until
    return _within(day, first, last)


def _days_apart(one: str, other: str) -> int:
    return abs(date.fromisoformat(one).toordinal() - date.fromisoformat(other).toordinal())
