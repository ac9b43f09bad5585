"""Whom a page passes on: the agencies and outlets its own words name as their source, with the words that do so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from trucewatch.reading.article.agencies import AMBIGUOUS, known, looks_like_outlet
from trucewatch.record.spans import Range
from trucewatch.record.texts import Relay

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_TOKEN: Final = rf"(?:{_CAPITAL}[\w.'’&/-]*[\w]|{_CAPITAL}|[a-z]{{2,12}}\.(?:am|az|ge|ru|ua|com|net|org|info))"
_NAME: Final = rf"{_TOKEN}(?:[ \u00a0](?:(?:of|de|al|el)[ \u00a0])?{_TOKEN}){{0,5}}"
_KIND: Final = (
    r"(?:(?:[a-z-]+[ \u00a0]){0,3}(?:news\s?(?:paper|wire|agency|agencies|site|portal|outlet|channel|network|service|magazine|website)?|agency|newspaper|"
    r"daily|weekly|magazine|broadcaster|television|tv(?:\schannel|\sstation)?|channel|radio(?:\sstation)?|website|portal|outlet|media|press))"
)
_THE: Final = r"(?:(?:the|a)[ \u00a0])?(?:(?:[A-Z]?[a-z]+(?:-[a-z]+)?|[A-Z][a-z]+(?:-[a-z]+)?)[ \u00a0]){0,2}?"
_SAYING: Final = r"(?:reports?|reported|has[ \u00a0]reported|said|says|writes|wrote|learned|quoted|quotes|cited|cites|informs|informed|notes|noted|added|claimed)"


@dataclass(frozen=True, slots=True)
class Cue:
    """One way of naming a source; `strong` cues name nothing but outlets, the others need the name to look like one."""

    pattern: re.Pattern[str]
    strong: bool


def _cue(pattern: str, *, strong: bool = False) -> Cue:
    return Cue(
        re.compile(pattern.replace("NAME", rf"(?P<name>{_NAME})").replace("KIND", _KIND).replace("SAYING", _SAYING)),
        strong,
    )


_CUES: Final = (
    # ", TASS reports." closes a sentence only where copy is passed on.
    _cue(
        r",[ \u00a0](?:the[ \u00a0])?(?:KIND[ \u00a0])?NAME[ \u00a0](?:reports|reported|has[ \u00a0]reported|informs)(?:[ \u00a0](?:on[ \u00a0]\w+|late[ \u00a0]\w+|\w+day))?(?=[.;”\"]|$)",
        strong=True,
    ),
    _cue(r"\b(?:[Tt]he[ \u00a0])?(?:[A-Z][\w-]+[ \u00a0]){0,2}KIND[ \u00a0]NAME[ \u00a0]SAYING\b", strong=True),
    _cue(r"\b(?:[Tt]he[ \u00a0])?NAME[ \u00a0]KIND[ \u00a0](?:has[ \u00a0]|have[ \u00a0])?SAYING\b", strong=True),
    _cue(
        r"\bSAYING[ \u00a0](?:the[ \u00a0])?(?:[A-Z][\w-]+[ \u00a0]){0,2}KIND[ \u00a0]NAME(?=[.,;”\"]|$)", strong=True
    ),
    _cue(
        r"\b(?:[Tt]old|[Ii]nterview[ \u00a0](?:with|to|for|by|on|in)|[Ss]peaking[ \u00a0]to|[Ss]poke[ \u00a0]to|[Cc]omments?[ \u00a0]to|[Ss]tatement[ \u00a0]to|[Rr]emarks[ \u00a0]to|[Aa]ccording[ \u00a0]to|[Cc]iting|[Qq]uoting|[Qq]uoted[ \u00a0]by|[Cc]ited[ \u00a0]by|[Rr]eported[ \u00a0]by|"
        r"[Rr]eports?[ \u00a0](?:by|from|in|of)|[Aa]s[ \u00a0](?:reported|cited|quoted)[ \u00a0]by|[Pp]ublished[ \u00a0](?:by|in)|[Cc]arried[ \u00a0]by|[Vv]ia|[Ww]ith[ \u00a0]reference[ \u00a0]to|[Rr]eferring[ \u00a0]to|[Cc]ites|[Ss]ource:)"
        r"[ \u00a0](?:with[ \u00a0])?(?:the[ \u00a0]|its[ \u00a0]|a[ \u00a0])?(?:[A-Z][a-z]+(?:-[a-z]+)?[ \u00a0])??(?:KIND[ \u00a0])?NAME(?:[ \u00a0]KIND\b)?"
    ),
    _cue(
        r"\bNAME[ \u00a0](?:also[ \u00a0]|earlier[ \u00a0]|has[ \u00a0]|had[ \u00a0])?(?:reports?|reported|quoted|quotes|cited|cites|writes|wrote|learned)\b"
    ),
    _cue(r"(?<=[\s(])\((?:NAME)(?:/[^()\n]{1,40})?\)"),
)
_BARE_KIND: Final = re.compile(
    rf"\b(?P<name>(?:{_CAPITAL}[\w-]+[ \u00a0])?(?:state|national|local|opposition|independent|official)[ \u00a0](?:news[ \u00a0]agency|television|radio|TV|media))\b(?=[^.]{{0,40}}\b{_SAYING}\b|[.,])"
)
_NOBODY: Final = re.compile(
    r"\b(?:ministr\w*|minister|government|army|forces?|police|office|council|group|party|commission|committee|union|court|organi[sz]ation|nations|un|nato|osce|eu|"
    r"parliament|president|presidency|kremlin|embassy|service|command|staff|department|mission|republic|authorit\w+|spokes\w+|official\w*|"
    r"general|colonel|captain|major|mr|mrs|ms|dr|gen|col|lt|prime|foreign|defen[cs]e|human rights|red cross|unicef|unhcr|who|icrc|"
    r"report|statement|agreement|protocol|doctors|university|institute|centre|center|observatory|bureau of statistics|bank|house|white house|pentagon)\b",
    re.IGNORECASE,
)


def find_relays(passages: Iterable[tuple[int, str]], names: frozenset[str], own: str | None) -> tuple[Relay, ...]:
    """Relays named in the passages (offset, words), each name once, in order of their first cue.

    `names` are the spellings known as outlets, casefolded; `own` is the page's outlet, which relays nothing of itself.
    """
    found: dict[str, Relay] = {}
    for offset, passage in passages:
        for at, name in sorted(_named(passage, names), key=lambda c: c[0]):
            key = _key(name)
            if key and (own is None or key != _key(own)) and key not in found:
                found[key] = Relay(name, Range(offset + at[0], offset + at[1]))
    return tuple(sorted(_whole(found), key=lambda r: r.at.start if r.at else 0))


def _whole(found: dict[str, Relay]) -> Iterator[Relay]:
    """One relay where a short name is part of a longer one: "Anadolu" and "Anadolu Agency"."""
    for key, relay in found.items():
        if not any(key != other and set(key.split()) < set(other.split()) for other in found):
            yield relay


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _named(passage: str, names: frozenset[str]) -> Iterator[tuple[tuple[int, int], str]]:
    for cue in _CUES:
        for match in cue.pattern.finditer(passage):
            name = _clean(match["name"])
            if name and _is_outlet(name, match.group(), names, strong=cue.strong):
                yield match.span(), name
    for match in _BARE_KIND.finditer(passage):
        yield match.span(), match["name"]


def _clean(name: str) -> str:
    name = re.sub(r"[ \u00a0](?:on|and|said|that)$|['’]s?$", "", name).strip(" .,'’")
    return name.removeprefix("The ") if name.count(" ") and not looks_like_outlet(name) else name


def _is_outlet(name: str, cue: str, names: frozenset[str], *, strong: bool) -> bool:
    if known(name, names):
        return name not in AMBIGUOUS or strong or name.isupper()
    if _NOBODY.search(name):
        return False
    if strong:
        return True
    return (
        looks_like_outlet(name)
        or re.search(_KIND + r"$", cue) is not None
        or re.search(rf"{_KIND}[ \u00a0]{re.escape(name)}", cue) is not None
    )
