"""Bodies and offices that speak without a person's name, each under one key for all its names."""

import re

from trucewatch.record.entities import Profile
from trucewatch.record.folding import fold
from trucewatch.record.mentions import SpeakerType
from trucewatch.record.resolved import EntityKind
from trucewatch.record.sightings import SightedOffice
from trucewatch.resolve.entities.contexts import principal_of
from trucewatch.resolve.entities.offices import post
from trucewatch.resolve.entities.principals import Principals, stem
from trucewatch.resolve.speakers import lexicon

_DROPPED = frozenset("the of for and s affairs side government authorities official officials".split())
_SAME = {
    "defense": "defence",
    "military": "army",
    "forces": "army",
    "armed": "army",
    "troops": "army",
    "mfa": "foreign ministry",
    "mod": "defence ministry",
    "department": "ministry",
}
_KINDS = frozenset(word for words in (lexicon.BODIES, lexicon.GENERIC_BODIES, lexicon.PORTFOLIOS) for word in words)

Key = tuple[str, ...]
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)


def body_key(name: str, principals: Principals) -> Key | None:
    """The key of a body by its name: "Westland's Defence Ministry" and "the Ministry of Defence of Westland" share one.

    None where the name says nothing of whose body it is: "the Foreign Ministry", "the mission".
    """
    actor = principals.actor(name)
    if actor is not None and actor.kind is not EntityKind.STATE:
        return ("actor", actor.name)
    known = principals.known(name)
    if known is not None:
        return ("state", known.key)
    tokens, telling = set[str](), False
    for word in _POSSESSIVE.sub("", name).replace("-", " ").split():
        for token in _SAME.get(word.casefold(), word.casefold()).split():
            if token in _DROPPED:
                continue
            state = principals.known(word) if word[:1].isupper() else None
            common = token in _KINDS or token.rstrip("s") in _KINDS
            telling = telling or state is not None or not common
            tokens.add(state.key if state else token if common else " ".join(stem(w) for w in fold(token)))
    if not telling or not tokens:
        return None
    return ("state", *tokens) if len(tokens) == 1 else ("body", *sorted(tokens))


def office_key(profile: Profile, principals: Principals, persons: frozenset[str]) -> Key | None:
    """The key of an office that speaks: post and whose it is; None where either is not told."""
    offices = profile.offices or (SightedOffice(profile.name),)
    for office in offices:
        named = post(office.title) or post(profile.name)
        of = principal_of(office, principals, persons)
        if named is not None and of is not None:
            return ("office", named.name, of.key)
    return None


def other_key(profile: Profile) -> Key:
    """The key of a group or document: its words."""
    return (profile.type.value, *fold(profile.name))


def _told_of(profile: Profile, principals: Principals, persons: frozenset[str]) -> Key | None:
    """The key of a body whose name alone says nothing, where its page says whose it is."""
    of = next((p for o in profile.offices if (p := principal_of(o, principals, persons)) is not None), None)
    return ("body", *sorted({*fold(profile.name), of.key})) if of else None


def key_of(profile: Profile, principals: Principals, persons: frozenset[str]) -> Key | None:
    """The key under which what is no person is joined; None where every page's own stands for itself."""
    if profile.type is SpeakerType.BODY:
        return body_key(profile.name, principals) or _told_of(profile, principals, persons)
    if profile.type is SpeakerType.OFFICE:
        return office_key(profile, principals, persons)
    return other_key(profile)
