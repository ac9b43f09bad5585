"""Who is who in a record as of a day: all entities, found once for what is asked of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary, proxy

from trucewatch.errors import UsageError
from trucewatch.record.asked import Scope, Sought
from trucewatch.record.entities import (
    Appearance,
    EntityJoiner,
    EntityReader,
    JoinedEntity,
    OfficeBook,
    Part,
    Profile,
    Ruled,
)
from trucewatch.record.folding import fold
from trucewatch.record.ids import PageId
from trucewatch.record.joined import Rulings


@dataclass(frozen=True, slots=True)
class ScopedPages:
    """A reader's pages as of a day, as joining asks for them."""

    reader: EntityReader
    scope: Scope

    def appearances(self, of: Collection[int]) -> list[Appearance]:
        """The pages of these profiles."""
        return self.reader.appearances(self.scope, of)

    def company(self, of: Collection[PageId]) -> dict[PageId, frozenset[int]]:
        """The profiles of the persons on these pages."""
        return self.reader.company(of)


KEPT_DAYS = 4
"""As-of days for which a reader's entities are kept, the last asked for."""


@dataclass(frozen=True, slots=True)
class Known:
    """Who is who as of a day."""

    joiner: EntityJoiner
    profiles: Mapping[int, Profile]
    entities: Sequence[JoinedEntity]
    told_apart: frozenset[Part]
    books: list[OfficeBook] = field(default_factory=list)
    """The book of offices, once somebody has asked for it."""


_KNOWN: WeakKeyDictionary[EntityReader, dict[tuple[int, str | None], Known]] = WeakKeyDictionary()
"""What was found for readers that are still open: each sees one state of its record, whatever is written meanwhile."""


def known_in(reader: EntityReader, scope: Scope, joiner: EntityJoiner) -> Known:
    """Who is who as of the scope's day; found once for each open reader."""
    kept = _KNOWN.setdefault(reader, {})
    key = id(joiner), scope.as_of
    found = kept.pop(key, None)
    if found is None or found.joiner is not joiner:
        found = _find(reader, Scope(as_of=scope.as_of, limit=0), joiner)
    while len(kept) >= KEPT_DAYS:
        kept.pop(next(iter(kept)))
    kept[key] = found
    return found


def _find(reader: EntityReader, scope: Scope, joiner: EntityJoiner) -> Known:
    profiles = {p.number: p for p in reader.profiles(scope, Sought())}
    entities = joiner.entities(tuple(profiles.values()), ScopedPages(reader, scope), _ruled(reader, scope))
    told_apart = frozenset(part for e in entities for part in e.parts if part.page is not None)
    return Known(joiner, profiles, entities, told_apart)


class Everybody:
    """All entities of a record as of a day, to be asked within a scope."""

    def __init__(self, reader: EntityReader, scope: Scope, joiner: EntityJoiner) -> None:
        self._known = known = known_in(reader, scope, joiner)
        self.reader, self.scope = reader, scope
        self.profiles, self.entities, self.told_apart = known.profiles, known.entities, known.told_apart

    def offices(self) -> OfficeBook:
        """The offices as of the scope's day."""
        if not self._known.books:
            # By a proxy, since what is kept for a reader must not keep the reader.
            pages = ScopedPages(proxy(self.reader), Scope(as_of=self.scope.as_of, limit=0))
            profiles = tuple(self.profiles.values())
            self._known.books.append(self._known.joiner.offices(profiles, self.entities, pages))
        return self._known.books[0]

    def covers(self, entity: JoinedEntity) -> "Covers":
        """Which pages of which profiles are the entity's."""
        return Covers(frozenset(entity.parts), self.told_apart)

    def words(self, entity: JoinedEntity) -> set[str]:
        """All words that the entity can be asked for by, folded."""
        profiles = [self.profiles[part.profile] for part in entity.parts]
        told = [w for p in profiles for o in p.offices for w in (o.title, o.of, o.organization)]
        return {word for part in (entity.name, *(p.name for p in profiles), *told) for word in fold(part or "")}

    def named(self, words: str) -> list[JoinedEntity]:
        """Entities that have all these words among their names and offices."""
        wanted = set(fold(words))
        return [e for e in self.entities if wanted and wanted <= self.words(e)]

    def with_id(self, prefix: str) -> JoinedEntity:
        """The one entity that a mention whose id starts so belongs to; UsageError where none or several do."""
        parts = set(self.reader.entity_parts(prefix).values())
        found = [e for e in self.entities if any(map(self.covers(e).has, parts))]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(sorted(e.name for e in found))
            raise UsageError(f"several have ids that start with {prefix!r}: {names}; give more digits")
        raise UsageError(f"nobody's id starts with {prefix!r}; `trucewatch show people` lists them")


@dataclass(frozen=True, slots=True)
class Covers:
    """The parts of one entity, and all that are told apart."""

    parts: frozenset[Part]
    told_apart: frozenset[Part]

    def has(self, part: Part) -> bool:
        """Whether what the page has of the profile is the entity's."""
        return part in self.parts or (Part(part.profile) in self.parts and part not in self.told_apart)

    def has_page(self, profile: int, page: PageId) -> bool:
        """Whether what this page has of the profile is the entity's."""
        return self.has(Part(profile, page))


def _ruled(reader: EntityReader, scope: Scope) -> Ruled:
    rulings: Rulings = reader.rulings(scope)

    def part(id_: str) -> Part | None:
        return reader.entity_parts(id_).get(id_)

    def parts(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[Part, Part], ...]:
        found = ((part(a), part(b)) for a, b in pairs)
        return tuple((a, b) for a, b in found if a is not None and b is not None)

    return Ruled(parts(rulings.together), parts(rulings.apart))
