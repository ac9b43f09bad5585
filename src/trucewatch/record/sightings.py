"""Persons as single pages name them, and the numbers under which joining finds all that it cannot tell apart."""

from dataclasses import dataclass, field

from trucewatch.record.ids import PageId, TextId, content_id, mention_id
from trucewatch.record.mentions import Speaker
from trucewatch.record.spans import Range

PROFILE_DIGITS = 15
"""Hexadecimal digits of a profile's number: 60 bits, which every database takes for an integer."""


@dataclass(frozen=True, slots=True)
class SightedOffice:
    """An office as one page gives it to a person."""

    title: str
    """As the page writes it: "Foreign Minister of Westland"."""
    of: str | None = None
    """On whose behalf: a state, body or person, under the page's fullest name for it."""
    organization: str | None = None
    at: Range | None = field(default=None, compare=False)
    """The sentence that says so."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person on one page, under all the forms of the name that stand there."""

    text: TextId
    name: str
    """The fullest form."""
    at: Range
    """Where that form stands first."""
    passage: Range
    """The sentence that holds it."""
    forms: tuple[str, ...] = ()
    """All forms, most frequent first."""
    offices: tuple[SightedOffice, ...] = ()
    mentions: int = 1
    maker: str = field(compare=False, default="")

    def id(self, page: PageId) -> str:
        """The sighting's id on `page`."""
        return mention_id("sighting", page, self.text, self.at.start, self.at.end)

    @property
    def profile(self) -> int:
        """The number of all sightings that joining cannot tell apart."""
        flat = [part for o in self.offices for part in (o.title, o.of, o.organization)]
        return _number("sighting", self.name, *flat)


def speaker_profile(speaker: Speaker) -> int:
    """The number of all speakers that joining cannot tell apart."""
    told = speaker.office, speaker.organization, speaker.behalf
    return _number("speaker", speaker.name, speaker.type.value, *told)


def _number(*parts: str | None) -> int:
    return int(content_id("profile", *parts)[:PROFILE_DIGITS], 16)
