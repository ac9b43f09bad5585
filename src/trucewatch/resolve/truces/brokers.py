"""Who brokered a ceasefire, as the sentences that tell of it say."""

import re
from collections.abc import Iterator

_VERB = r"(?:brokered|mediated|sponsored|negotiated|facilitated|backed|guaranteed)"
_COMPOUND = re.compile(
    r"\b([A-Z][\w.]*(?: [A-Z][\w.]*){0,3})[-‐‑–](?:(?:and|,) )?(?:[A-Z][\w.]*[-‐‑–])?"
    r"(?:brokered|mediated|sponsored|led)\b"
)
"""X-brokered, X-mediated."""
_BY = re.compile(rf"\b{_VERB} (?:jointly )?by ")
_THROUGH = re.compile(
    r"\b(?:[Tt]hrough|[Ww]ith|[Aa]fter|[Uu]nder|[Tt]hanks to|[Bb]y|[Vv]ia) "
    r"(?:the )?(?:[a-z]+ ){0,2}([A-Z][\w.]*(?:(?: and |-)[A-Z][\w.]*)?) "
    r"(?:[a-z]+ )?(?:mediation|mediators?|auspices|good offices)\b"
)
"""With active X mediation."""
_OF = re.compile(r"\b(?:mediation|auspices|good offices) (?:of|by|from) ")
_ACTIVE = re.compile(
    r"\b([A-Z][\w.]*(?:(?:,? and |, | )[A-Z][\w.]*){0,5}) (?:has |have |had )?(?:successfully |jointly |also )?"
    r"(?:helped (?:to )?)?(?:broker(?:ed|s)?|mediat(?:ed|es?)|negotiated|facilitated) (?:a|an|the|another|this|that)\b"
)
_STOP = re.compile(
    r"[.;:()“”\"]|,(?! (?:and )?(?:the )?[A-Z])|\b(?:that|which|who|in|on|after|before|to|for|from|says?|said|was|is|"
    r"has|had|have|will|would|took|came|at|during|with|since|last|this|between)\b"
)
_LONGEST = 160
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: (?:of (?:the )?)?[A-Z][\w.’'-]*)*")
_LOOKED_AT = 2000
"""Code points of a sentence that are looked at."""


def broker_words(sentence: str) -> tuple[str, ...]:
    """The words for those who brokered or mediated, as the sentence has them, each once."""
    return tuple(dict.fromkeys(_found(sentence[:_LOOKED_AT])))


def _found(sentence: str) -> Iterator[str]:
    for pattern in (_COMPOUND, _THROUGH, _ACTIVE):
        yield from (match.group(1) for match in pattern.finditer(sentence))
    for pattern in (_BY, _OF):
        for match in pattern.finditer(sentence):
            yield from _names(sentence[match.end() : match.end() + _LONGEST])


def _names(ahead: str) -> Iterator[str]:
    """The names that follow, up to what ends the phrase."""
    stop = _STOP.search(ahead)
    phrase = ahead[: stop.start()] if stop else ahead
    yield from (match.group() for match in _NAME.finditer(phrase))
