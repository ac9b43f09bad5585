"""Speakers out of sources: the person, office, body, group or document that each stands for on its page."""

from trucewatch.record.mentions import Speaker, SpeakerGrounds, SpeakerType
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.behalf import behalf_of, organization_of
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.offices import Office, make_office
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.persons import Person
from trucewatch.resolve.speakers.sources import Source, SourceKind
from trucewatch.resolve.speakers.spelling import acronym, fold

_ANYWHERE = frozenset({"source", "official"})
MAX_OFFICE = 16
"""Words of an office that is told; longer ones are sentences."""


class Casting:
    """Speakers for the persons and things of one page."""

    def __init__(self, view: PageView, cast: Cast) -> None:
        self._view, self._cast = view, cast

    def person(self, person: Person, grounds: SpeakerGrounds) -> Speaker:
        """The person with the office, body and principal that the page gives at their fullest."""
        office = _told(person.offices)
        return Speaker(
            person.name,
            SpeakerType.PERSON,
            grounds,
            office.text if office else None,
            organization_of(self._view, self._cast, office) if office else None,
            behalf_of(self._view, self._cast, office) if office else None,
        )

    def named(self, source: Source) -> Speaker:
        """One person named in the source, or several joined."""
        speakers = [self.person(p, self._named_how(p, first)) for first, p in source.persons]
        return speakers[0] if len(speakers) == 1 else joined(speakers)

    def _named_how(self, person: Person, first: int) -> SpeakerGrounds:
        name = self._cast.name_at.get(first)
        length = len(name.text.split()) if name is not None else 1
        return SpeakerGrounds.NAMED if length >= len(person.name.split()) else SpeakerGrounds.SHORT_FORM

    def body(self, source: Source) -> Speaker:
        """A body under its fullest name."""
        written = self._view.words(source.first, source.last)
        name = self._cast.bodies.fullest(source.first, source.last)
        name = self._cast.places.fullest(written) if name == written else name
        name = self._cast.places.of_people(name)
        return Speaker(name, SpeakerType.BODY, self._known_how(source, written, name))

    def place(self, source: Source) -> Speaker:
        """A place that speaks for its government, under the state's name."""
        written = self._view.words(source.first, source.last)
        name = self._cast.places.fullest(written)
        name = self._cast.bodies.fullest(source.first, source.last) if name == written and acronym(name) else name
        return Speaker(name, SpeakerType.BODY, self._known_how(source, written, name))

    def _known_how(self, source: Source, written: str, name: str) -> SpeakerGrounds:
        if fold(name) != fold(written):
            return SpeakerGrounds.SHORT_FORM
        named = any(i in self._cast.name_at for i in range(source.first, source.last + 1))
        return SpeakerGrounds.NAMED if named else SpeakerGrounds.AS_WRITTEN

    def office(self, source: Source, office: Office) -> Speaker:
        """An office that nobody on the page is told to hold."""
        unnamed = office.head in lexicon.UNNAMED
        return Speaker(
            self._cast.places.of_people(self._view.words(self._start(source), self._end(source, office))),
            SpeakerType.GROUP if unnamed else SpeakerType.OFFICE,
            SpeakerGrounds.AS_WRITTEN,
            None if unnamed else office.text,
            organization_of(self._view, self._cast, office),
            None if office.head == "source" else behalf_of(self._view, self._cast, office),
        )

    def _start(self, source: Source) -> int:
        """With the "another" before it: "another official" is not the official who spoke before."""
        before = self._view.neighbour(source.first, -1)
        return source.first - 1 if before is not None and before.lower == "another" else source.first

    def _end(self, source: Source, office: Office) -> int:
        """Without the place where somebody unnamed is: "a source in the capital" is the source later on."""
        after = self._view.token(source.head + 1) if source.head < source.last else None
        there = office.head in _ANYWHERE and after is not None and after.lower in ("in", "at", "near")
        return source.head if there else source.last

    def as_written(self, source: Source) -> Speaker:
        """A group or document under its own words."""
        kind = SpeakerType.DOCUMENT if source.kind is SourceKind.DOCUMENT else SpeakerType.GROUP
        return Speaker(self._view.words(source.first, source.last), kind, SpeakerGrounds.AS_WRITTEN)

    def description(self, source: Source) -> Office:
        """The office that the source's words describe."""
        return make_office(self._view, source.first, source.head, source.last)


def _told(offices: list[Office]) -> Office | None:
    """The office that says most: with a state or body, then the longest that is no sentence."""
    short = [o for o in offices if o.last - o.first < MAX_OFFICE]
    return max(short, key=lambda o: (bool(o.states or o.others), len(o.text), -o.first), default=None)


def joined(speakers: list[Speaker]) -> Speaker:
    """Several speakers as one, joined by "and"; of one type where they share it."""
    kinds = {s.type for s in speakers}
    kind = kinds.pop() if len(kinds) == 1 else SpeakerType.GROUP
    grounds = speakers[0].grounds if len({s.grounds for s in speakers}) == 1 else SpeakerGrounds.AS_WRITTEN
    return Speaker(" and ".join(dict.fromkeys(s.name for s in speakers)), kind, grounds)
