"""Who speaks, across pages: a speaker under all spellings, and the holder of an office that speaks without a name."""

from dataclasses import replace
from functools import cached_property

from trucewatch.record.asked import Scope, Sought
from trucewatch.record.entities import EntityJoiner, EntityReader, Holder, JoinedEntity, OfficeBook, Profile
from trucewatch.record.ids import PageId
from trucewatch.record.mentions import SpeakerType
from trucewatch.record.protocols import StatementRow
from trucewatch.record.sightings import SightedOffice, speaker_profile
from trucewatch.views.everybody import Everybody

MOST = 5000
"""Profiles, and single pages of some, by which one speaker is asked for: a database takes so many values at once."""


class Speakers:
    """Looks speakers up; who is who is found out only where something hangs on it."""

    def __init__(self, reader: EntityReader, scope: Scope, joiner: EntityJoiner) -> None:
        self._reader, self._scope, self._joiner = reader, Scope(as_of=scope.as_of, limit=0), joiner

    @cached_property
    def _everybody(self) -> Everybody:
        return Everybody(self._reader, self._scope, self._joiner)

    @cached_property
    def _book(self) -> OfficeBook:
        return self._everybody.offices()

    def holder(self, row: StatementRow) -> Holder | None:
        """Who held the office that speaks on the day of the statement; None for other speakers."""
        speaker, day = row.statement.speaker, _day(row)
        if speaker is None or speaker.type is not SpeakerType.OFFICE or day is None:
            return None
        told = SightedOffice(speaker.office or "", speaker.behalf, speaker.organization)
        office = self._book.office(Profile(speaker_profile(speaker), speaker.name, speaker.type, (told,)))
        return self._book.holder(office, day) if office else None

    def under_all_names(self, sought: Sought) -> Sought:
        """What is sought, with the profiles of those whom the speaker's words name by another spelling or page."""
        if not sought.speaker:
            return sought
        named = [e for e in self._everybody.named(sought.speaker) if e.type is not SpeakerType.GROUP]
        split = {part.profile for part in self._everybody.told_apart}
        parts = {part for entity in named for part in entity.parts}
        whole = sorted({part.profile for part in parts if part.page is None and part.profile not in split})
        single = [(part.profile, part.page) for part in parts if part.page is not None]
        single += self._of_split(named, split)
        single += self._held(named)
        pairs = tuple(sorted(set(single)))
        return replace(sought, profiles=tuple(whole[:MOST]), profile_pages=pairs[:MOST])

    def _of_split(self, named: list[JoinedEntity], split: set[int]) -> list[tuple[int, PageId]]:
        """Of profiles that are told apart on some pages, the other pages."""
        found: list[tuple[int, PageId]] = []
        for entity in named:
            covers = self._everybody.covers(entity)
            numbers = {part.profile for part in entity.parts if part.page is None and part.profile in split}
            seen = self._reader.appearances(self._scope, numbers) if numbers else ()
            found += [(one.profile, one.page) for one in seen if covers.has_page(one.profile, one.page)]
        return found

    def _held(self, named: list[JoinedEntity]) -> list[tuple[int, PageId]]:
        """The pages on which an office speaks that one of these held on that day."""
        entities = self._everybody.entities
        wanted = {id(entity) for entity in named if entity.type is SpeakerType.PERSON}
        if not wanted:
            return []
        profiles = self._everybody.profiles.values()
        offices = {p.number: office for p in profiles if (office := self._book.office(p)) is not None}
        spoken = self._reader.entity_pages(self._scope, Sought(), offices) if offices else ()
        found = []
        for page in spoken:
            known = page.first_day is not None and page.first_day == page.last_day
            holder = self._book.holder(offices[page.profile], page.first_day or "") if known else None
            if holder is not None and holder.entity is not None and id(entities[holder.entity]) in wanted:
                found.append((page.profile, page.page))
        return found


def _day(row: StatementRow) -> str | None:
    """The one day on which the statement was said, or else its page published; None where it is not known."""
    said, published = row.statement.said_on, row.published
    if said is not None:
        return said.value[:10] if len(said.value.partition("/")[0]) >= 10 and "/" not in said.value else None
    return published.value if published is not None and published.date.complete else None
