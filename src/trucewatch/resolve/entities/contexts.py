"""What offices say of those who hold them: for whom they act, and which posts they hold."""

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.record.sightings import SightedOffice
from trucewatch.resolve.entities.offices import Post, post
from trucewatch.resolve.entities.principals import Principal, Principals

PostOf = tuple[str, str]
"""A post's name and the key of whose it is."""


@dataclass(frozen=True, slots=True)
class Context:
    """What one set of offices says."""

    principals: frozenset[Principal] = frozenset()
    posts: frozenset[PostOf] = frozenset()
    """Posts with whose they are, former ones included: who has held one is known by it."""
    named: frozenset[str] = frozenset()
    """Posts by name alone."""

    def __or__(self, other: "Context") -> "Context":
        return Context(self.principals | other.principals, self.posts | other.posts, self.named | other.named)


NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office with its post and principal."""

    office: SightedOffice
    post: Post
    principal: Principal | None

    @property
    def key(self) -> PostOf | None:
        """Post and whose it is; None where that is not told."""
        return (self.post.name, self.principal.key) if self.principal else None


def held(offices: Iterable[SightedOffice], principals: Principals, persons: frozenset[str]) -> list[HeldOffice]:
    """The offices that name a post; `persons` are names that are no principals: "Keller's deputy"."""
    named = ((office, post(office.title)) for office in offices)
    return [HeldOffice(o, p, principal_of(o, principals, persons)) for o, p in named if p is not None]


def principal_of(office: SightedOffice, principals: Principals, persons: frozenset[str]) -> Principal | None:
    """For whom the holder acts: by what the page says, else by the title's own words with a capital."""
    short = office.of is not None and office.of.isupper() and office.organization is not None
    for words in (office.organization, office.of) if short else (office.of, office.organization):
        if words and words not in persons and (found := principals.meant(words)) is not None:
            return found
    if office.of in persons:
        return None
    known = (principals.known(w) for w in office.title.replace("’s", "").replace("'s", "").split() if w[:1].isupper())
    return next((p for p in known if p is not None), None) or _by_adjective(office, principals)


def _by_adjective(office: SightedOffice, principals: Principals) -> Principal | None:
    """The land of a title's first word, where nobody knows it: "Lurenian Foreign Minister"."""
    first, _, rest = office.title.partition(" ")
    if (
        not rest
        or not first[:1].isupper()
        or office.title.isupper()
        or post(first) is not None
        or post(office.title) is None
    ):
        return None
    return principals.meant(first)


class Contexts:
    """What offices say, each set of them looked at once."""

    def __init__(self, principals: Principals, persons: frozenset[str]) -> None:
        self._principals, self._persons = principals, persons
        self._seen: dict[tuple[SightedOffice, ...], Context] = {}

    def of(self, offices: tuple[SightedOffice, ...]) -> Context:
        """What these offices say together."""
        found = self._seen.get(offices)
        if found is None:
            found = self._seen[offices] = self._say(offices)
        return found

    def _say(self, offices: tuple[SightedOffice, ...]) -> Context:
        posts = held(offices, self._principals, self._persons)
        acting = {p for o in offices if (p := principal_of(o, self._principals, self._persons)) is not None}
        keys = frozenset(h.key for h in posts if h.key)
        return Context(frozenset(acting), keys, frozenset(h.post.name for h in posts))
