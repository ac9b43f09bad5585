"""Who signed a page: bylines as news sites print them."""

import re
from typing import Final

from trucewatch.reading.article.agencies import is_agency_credit
from trucewatch.reading.article.stamps import find_stamps, unstamped

LONGEST: Final = 160
"""Characters of a signed line at most."""

_SIGNED: Final = re.compile(
    r"(?:by|written\sby|reported\sby|reporting\sby|text\sby|story\sby|author\s?:|author\(s\)\s?:|compiled\sby|"
    r"from\sour\s(?:own\s)?correspondents?\s?:?|by\sour\s(?:\w+\s)?(?:correspondents?|reporters?|staff))(?:\s?:)?(?:\s+|$)",
    re.IGNORECASE,
)
_NAME: Final = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*)"
_PARTICLE: Final = r"(?:de|da|dos|di|van|von|der|den|al|el|bin|ibn|le|la|du|del|and|&|y)"
_PERSON: Final = re.compile(rf"{_NAME}(?:(?:\s+|\s?,\s?)(?:{_NAME}|{_PARTICLE}))*")
_PARENTHESISED: Final = re.compile(
    r"\((?:reporting|writing|editing|additional\sreporting|compiled|reportagem)\b", re.IGNORECASE
)
_DESK: Final = re.compile(
    r"(?:[\w.'’/& -]{0,40}\b)?(?:staff|(?:news|web|monitoring)\sdesk|newsroom|correspondents?|reporters?|bureau|"
    r"agencies|news\sservice|staff\swriter|editorial\s(?:team|board)|our\sreporter|wire\sservices?)(?:\s[\w.'’&/-]{1,30}){0,3}",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(r"\s*(?:[|•·:/]|\s[–—-])\s*.*$|\s+(?:in|for|from|at)\s+\S.*$|[\s,.:;|–—-]+$", re.DOTALL)


_AGO: Final = re.compile(
    r"\b(?:[0-9]+|an?|one)\s(?:second|sec|minute|min|hour|day|week|month|year)s?\sago\b", re.IGNORECASE
)
_CREDIT_WORDS: Final = re.compile(
    r"^(?:additional\s)?(?:reporting|writing|editing|compiled|edited|written)(?:\sand\s\w+)?\sby\s", re.IGNORECASE
)
_NO_SIGNATURE: Final = re.compile(
    r"^(?:published|updated?|posted|date|last|modified|created|added|first)\b", re.IGNORECASE
)


_TRADE: Final = (
    r"(?:journalist|reporter|correspondent|editor|author|writer|columnist|contributor|blogger|photographer|"
    r"analyst\sat|fellow\sat)"
)
ABOUT_AUTHOR: Final = re.compile(
    rf"I(?:['’]m|\sam)\s.{{0,60}}\b{_TRADE}|[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){{1,3}}\s"
    rf"(?:(?:is|was|has\sbeen)\san?\s.{{0,60}}\b{_TRADE}\b|"
    rf"(?:covers|writes|reports|has\s(?:covered|written|reported))\s.{{0,60}}\bfor\b)|"
    rf"(?:[Aa]n?|[Tt]he)\s(?:\w+\s){{0,3}}{_TRADE}s?\b(?=[^.]{{0,60}}\b(?:for|with|at|who|fo|based|covering|on)\b)|"
    rf"[Vv]iew\s[Aa]ll\s(?:[Pp]osts|[Aa]rticles)|[Aa]bout\s[Tt]he\s[Aa]uthor"
)
"""How boxes about an author begin."""


def byline_of(words: str) -> str | None:
    """The name that a byline block gives; None where it names nobody (an agency's credit, a label of a date)."""
    words = _AGO.sub(" ", words).strip(" \t\u00a0|·•,:–—-")
    if not words or _NO_SIGNATURE.match(words) or is_agency_credit(words):
        return None
    if _PARENTHESISED.match(words) or _CREDIT_WORDS.match(words.lstrip("(")):
        return _CREDIT_WORDS.sub("", words.strip("() ").split(";")[0]).strip() or None
    return (signed_by(words) or words).strip() or None


def signed_by(line: str) -> str | None:
    """The name in a line that is a byline ("By Name", "Reporting by Name"); None for every other line."""
    if len(line) > LONGEST:
        return None
    bare = line.strip(" \t\u00a0*_#[]")
    lead = _SIGNED.match(bare)
    if lead is None:
        return _reporting_credit(bare)
    rest = bare[lead.end() :].strip()
    if not rest:
        return bare.rstrip(" :")
    return _signature(rest, bare)


def _signature(rest: str, line: str) -> str | None:
    stamps = find_stamps(rest)
    if stamps:
        rest = unstamped(rest, stamps).split("|")[0].strip() or rest
    # A sentence that happens to begin with "By" goes on in lower-case words or ends in a full stop after several.
    name = _PERSON.match(rest)
    if name is None or len(rest.split()) > 14:
        desk = _DESK.match(rest)
        return desk.group().strip() if desk and len(rest.split()) <= 8 else None
    after = rest[name.end() :].strip()
    if after and after[0].isalpha() and after[0].islower() and not re.match(r"(?:in|for|from|at|with)\b", after):
        return None
    return _tidy(name.group()) if len(line) <= LONGEST else None


def _tidy(name: str) -> str | None:
    return _TAIL.sub("", name).strip(" ,.:;–—-") or None


def _reporting_credit(bare: str) -> str | None:
    return bare.strip("() ") if _PARENTHESISED.match(bare) else None


_RUBRIC: Final = re.compile(
    r"\b(?:news|world|politics|business|sports?|culture|opinion|analysis|share|print|copy|link|email|video|live|latest|breaking|home|"
    r"menu|search|login|sign|subscribe|read|more|comments?|views?|photo|image|listen|follow|facebook|twitter|east|west|north|south|"
    r"africa|asia|europe|america|middle|conflict|peace|war|talks?|security|defen[cs]e|report|editorial|press|release|english|section)\b",
    re.IGNORECASE,
)


def is_rubric(line: str) -> bool:
    """True where a word of the line is one of menus and section headings."""
    return _RUBRIC.search(line) is not None


def bare_name(line: str) -> str | None:
    """The name in a line that is nothing but a person's name, two to five words; None otherwise."""
    bare = line.strip(" \t\u00a0*_#[]")
    words = bare.split()
    if not 2 <= len(words) <= 5 or len(bare) > 60:
        return None
    return bare if _PERSON.fullmatch(bare) and not is_rubric(bare) else None
