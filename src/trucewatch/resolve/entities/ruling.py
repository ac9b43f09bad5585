"""Reviewers' merges of whole entities: of the persons, offices and bodies that are shown under what a ruling names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trucewatch.record.entities import JoinedEntity, Part, Profile, Ruled
from trucewatch.record.mentions import SpeakerType


def merged(entities: Iterable[JoinedEntity], profiles: Mapping[int, Profile], ruled: Ruled) -> list[JoinedEntity]:
    """The entities, with those put together that a ruling joins and none keeps apart."""
    found = list(entities)
    if not ruled.together:
        return found
    home = _Homes(found)
    for one, other in ruled.together:
        a, b = home.of(one), home.of(other)
        if a is None or b is None or a == b or any({home.of(x), home.of(y)} == {a, b} for x, y in ruled.apart):
            continue
        home.put_together(a, b, _both(home.entities[a], home.entities[b], profiles))
    return [home.entities[n] for n in sorted(home.entities)]


class _Homes:
    """Which entity each part is of, while entities are put together."""

    def __init__(self, entities: Sequence[JoinedEntity]) -> None:
        self.entities = dict(enumerate(entities))
        self._of: dict[Part, set[int]] = defaultdict(set)
        for number, entity in self.entities.items():
            for part in entity.parts:
                self._of[part].add(number)

    def of(self, part: Part) -> int | None:
        """The one entity that the part is of; None for nobody's, and for what several have said together."""
        found = self._of.get(part) or self._of.get(Part(part.profile), set())
        return next(iter(found)) if len(found) == 1 else None

    def put_together(self, one: int, other: int, both: JoinedEntity) -> None:
        """Let one entity stand for two."""
        for part in self.entities.pop(other).parts:
            self._of[part] = self._of[part] - {other} | {one}
        self.entities[one] = both


def _both(one: JoinedEntity, other: JoinedEntity, profiles: Mapping[int, Profile]) -> JoinedEntity:
    first, second = sorted((one, other), key=lambda entity: _rank(entity, profiles))
    return replace(
        first,
        parts=tuple(dict.fromkeys((*first.parts, *second.parts))),
        joins=(*first.joins, *second.joins),
        near=(*first.near, *second.near),
        actor=first.actor or second.actor,
    )


def _rank(entity: JoinedEntity, profiles: Mapping[int, Profile]) -> tuple[object, ...]:
    """The one whose name and type the two are shown under stands first: a person, by the full name met most."""
    numbers = {part.profile for part in entity.parts}
    weight = sum(profiles[n].statements + profiles[n].sightings for n in numbers)
    return entity.type is not SpeakerType.PERSON, " " not in entity.name, -weight, entity.name
