"""Bodies and offices that speak without a person's name, each under one key for all its names."""

from trucewatch.record.entities import Profile, SightedOffice
from trucewatch.record.folding import fold
from trucewatch.record.mentions import SpeakerType
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


def body_key(name: str, principals: Principals) -> Key | None:
    """The key of a body by its name: "Westland's Defence Ministry" and "the Ministry of Defence of Westland" share one.

    None where the name says nothing of whose body it is: "the Foreign Ministry", "the mission".
    """
    known = principals.known(name)
    if known is not None:
        return ("state", known.key)
    tokens, telling = set[str](), False
    for word in name.replace("’s", "").replace("'s", "").replace("-", " ").split():
        for token in _SAME.get(word.casefold(), word.casefold()).split():
            if token in _DROPPED:
                continue
            state = principals.known(word) if word[:1].isupper() else None
            common = token in _KINDS or token.rstrip("s") in _KINDS
            telling = telling or state is not None or not common
            tokens.add(state.key if state else token if common else " ".join(stem(w) for w in fold(token)))
    return ("body", *sorted(tokens)) if telling and tokens else None


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


def key_of(profile: Profile, principals: Principals, persons: frozenset[str]) -> Key | None:
    """The key under which what is no person is joined; None where every page's own stands for itself."""
    if profile.type is SpeakerType.BODY:
        return body_key(profile.name, principals)
    if profile.type is SpeakerType.OFFICE:
        return office_key(profile, principals, persons)
    return other_key(profile)
