"""Who is described before the name is given: "a rebel spokesman said", and paragraphs later "spokesman Jon Ober"."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from trucewatch.record.mentions import Attribution
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.offices import Office
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.persons import Person
from trucewatch.resolve.speakers.sources import Source, SourceKind, take_apart
from trucewatch.resolve.speakers.spelling import fold

REACH = 12
"""Sentences between a description and the name."""
CLOSE = 3
"""Sentences between a description and a name without any office."""
SAME_WORDS = 2
"""Nouns that two statements share where one tells the other more fully."""
MOST = 60
"""Later statements, and words of one, that are looked at."""


@dataclass(frozen=True, slots=True)
class Later:
    """Somebody who speaks by name: where, who, and in which attribution."""

    index: int
    person: Person
    number: int


class Ahead:
    """The persons who speak by name on one page, for the descriptions before them."""

    def __init__(self, view: PageView, cast: Cast, attributions: tuple[Attribution, ...]) -> None:
        self._view, self._cast, self._all = view, cast, attributions

    @cached_property
    def _speaking(self) -> list[Later]:
        """Everybody who is named as a source, in the page's order."""
        found = []
        for number, one in enumerate(self._all):
            if one.source is None:
                continue
            source = take_apart(self._view, self._cast, self._view.within(one.source))
            if source is not None and source.kind is SourceKind.PERSONS and len(source.persons) == 1:
                first, person = source.persons[0]
                found.append(Later(first, person, number))
        return sorted(found, key=lambda s: s.index)

    def holder(self, source: Source, office: Office, number: int) -> Person | None:
        """The one person, named only after these words, whose office they describe; None where it may be another."""
        later = [s for s in self._after(source.last) if s.person.mentions[0] > source.last]
        fitting = [s for s in later if self._fits(office, s.person)]
        persons = list({s.person.number: s.person for s in fitting}.values())
        if len(persons) > 1:
            alike = [s.person for s in fitting if self._shared(number, s.number) >= SAME_WORDS]
            persons = alike[:1]
        if persons or not source.definite:
            return persons[0] if persons else None
        return self._first_after(source, office, later)

    def _after(self, index: int) -> list[Later]:
        here = self._view.tokens[index].sentence
        first = bisect_right(self._speaking, index, key=lambda s: s.index)
        near = self._speaking[first : first + MOST]
        return [s for s in near if self._view.tokens[s.index].sentence - here <= REACH]

    def _first_after(self, source: Source, office: Office, later: list[Later]) -> Person | None:
        """The next to speak by a full name: without an office right after, or with one in the same body."""
        first = next(iter(later), None)
        if first is None or " " not in first.person.name or not (office.names or office.states):
            return None
        gap = self._view.tokens[first.index].sentence - self._view.tokens[source.last].sentence
        same = any(office.names & held.names for held in first.person.offices)
        return first.person if same or (gap <= CLOSE and not first.person.offices) else None

    def _fits(self, office: Office, person: Person) -> bool:
        return any(office.can_mean(held) and self._one_body(office, held) for held in person.offices[:8])

    def _one_body(self, office: Office, held: Office) -> bool:
        """True where both name one body or state, or the later one gives a rank alone."""
        mine, theirs = self._bodies(office), self._bodies(held)
        if mine and not theirs:
            return held.head == office.head or self._view.tokens[held.noun].lower in lexicon.RANKS
        return bool(mine & theirs) or office.shares_name(held)

    def _bodies(self, office: Office) -> frozenset[str]:
        """The names in an office's words; rebels are the body that the page calls so."""
        armed = any(w in lexicon.ARMED or w.removesuffix("s") in lexicon.ARMED for w in office.others)
        called = self._cast.bodies.described("rebel") or ""
        armed = armed or bool(office.names & {fold(w) for w in called.split()})
        return office.names | office.states | ({"rebel"} if armed else set())

    def _shared(self, one: int, other: int) -> int:
        """How many nouns two statements have in common."""
        return len(self._nouns(one) & self._nouns(other))

    def _nouns(self, number: int) -> set[str]:
        spots = [i for r in self._all[number].content for i in self._view.within(r)[:MOST]]
        return {self._view.tokens[i].lemma for i in spots if self._view.tokens[i].upos == "NOUN"}
