"""The persons of a page as sightings: what joining across pages looks at."""

from collections.abc import Iterable, Iterator

from trucewatch.record.sightings import SightedOffice, Sighting
from trucewatch.record.spans import Range
from trucewatch.resolve.speakers.behalf import behalf_of, organization_of
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.offices import Office
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.persons import Person
from trucewatch.resolve.speakers.speaking import MAX_OFFICE

MOST_PERSONS = 300
"""Persons of one page that are told of, in the order in which they are named; a list of names has more."""
MOST_OFFICES = 6
"""Offices of one person on one page that are told."""
MOST_FORMS = 8


def sightings(view: PageView, cast: Cast, maker: str) -> tuple[Sighting, ...]:
    """One sighting for each person of the page, in the order in which they are first named."""
    named = [person for person in cast.persons.all if person.mentions]
    ordered = sorted(named, key=lambda person: person.mentions[0])
    return tuple(_sighting(view, cast, person, maker) for person in ordered[:MOST_PERSONS])


def _sighting(view: PageView, cast: Cast, person: Person, maker: str) -> Sighting:
    first, last = _fullest(cast, person)
    return Sighting(
        text=view.page.text.id,
        name=person.name,
        at=Range(view.tokens[first].at.start, view.tokens[last].at.end),
        passage=_sentence(view, first),
        forms=tuple(form for form, _ in person.forms.most_common(MOST_FORMS)),
        offices=tuple(_once(_office(view, cast, office) for office in person.offices)),
        mentions=len(person.mentions),
        maker=maker,
    )


def _fullest(cast: Cast, person: Person) -> tuple[int, int]:
    """The words of the first mention in the fullest form."""
    names = [cast.name_at[first] for first in person.mentions]
    found = next((name for name in names if name.text == person.name), names[0])
    return found.first, found.last


def _office(view: PageView, cast: Cast, office: Office) -> SightedOffice | None:
    if office.last - office.first >= MAX_OFFICE:
        return None
    behalf, organization = behalf_of(view, cast, office), organization_of(view, cast, office)
    return SightedOffice(office.text, behalf, organization, _sentence(view, office.noun))


def _once(offices: Iterable[SightedOffice | None]) -> Iterator[SightedOffice]:
    """The first few offices, each once: where they stand takes no part in what they are."""
    seen = dict.fromkeys(office for office in offices if office is not None)
    yield from list(seen)[:MOST_OFFICES]


def _sentence(view: PageView, index: int) -> Range:
    words = view.sentences[view.tokens[index].sentence]
    return Range(view.tokens[words[0]].at.start, view.tokens[words[-1]].at.end)
