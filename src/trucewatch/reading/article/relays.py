"""Whom a page passes on: the agencies and outlets its own words name as their source, with the words that do so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.reading.article.agencies import AMBIGUOUS, NOT_OUTLETS, known, looks_like_outlet
from trucewatch.record.spans import Range
from trucewatch.record.texts import Relay
from trucewatch.times.words import MONTHS, WEEKDAYS

_REACH: Final = 120
"""Characters before a bracket in which the long form of a short name stands."""
READ: Final = 300_000
"""Characters of a report that are searched; relays stand near the top."""

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
# Every repetition is bounded, so that text made of capitals and dots costs no more than prose.
_TOKEN: Final = rf"(?:{_CAPITAL}[\w.'’&/-]{{0,30}}(?<![.'’&/-])|[a-z0-9]{{2,20}}\.(?:am|az|ge|ru|ua|com|net|org|info))"
_NAME: Final = rf"(?P<name>{_TOKEN}(?:\s(?:(?:of|de|al|el)\s)?{_TOKEN}){{0,5}})"
_KIND: Final = (
    r"(?P<kind>(?:news\s|press\s|wire\s)?(?:newspaper|agency|agencies|daily|weekly|magazine|broadcaster|television|tv|"
    r"radio|website|portal|outlet|newswire|channel|station)(?:\s(?:channel|station|network|newspaper|agency))?)"
)
_SAYING: Final = (
    r"(?:has\s|had\s|have\s|also\s|earlier\s)?(?:reports?|reported|said|says|writes|wrote|quoted|quotes|cited|cites|informs|"
    r"informed|learned|claimed|published)"
)
_THE: Final = r"(?:(?:the|an?|its|his|her)\s)?"
_PRAISE: Final = rf"(?:(?:{_CAPITAL}[\w-]{{1,20}}|[a-z]{{2,12}}(?:-[a-z]{{2,12}})?)\s){{0,3}}?"
_END: Final = r"(?=[.;,”\")]|$|\son\s\w+day\b|\s\w+day\b|\slate\s)"
_TO: Final = (
    r"(?:(?:[Ii]nterview|[Cc]omments?|[Rr]emarks|[Ss]tatement|[Aa]rticle)\s(?:with|to|for|by|on|in)|[Tt]old|"
    r"(?:[Ss]peaking|[Ss]poke|[Rr]eferring)\s(?:to|on)|[Aa]ccording\sto|[Cc]it(?:ing|es|ed)|[Qq]uot(?:ing|ed)|"
    r"[Rr]eports?\s(?:by|from|in|of)|[Ww]ith\sreference\sto|[Ss]ource\s?:)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One way of naming a source; a telling one names nothing but outlets, so the name need not look like one."""

    pattern: re.Pattern[str]
    telling: bool
    hint: tuple[str, ...]
    """Parts of words, one of which a passage must hold for the cue to be looked for: cheap, and absent from most."""
    last: bool
    """It stands at the end of a passage, with no stop behind it."""


def _cue(pattern: str, hint: tuple[str, ...] = (), *, telling: bool = False) -> Cue:
    return Cue(re.compile(pattern), telling, hint, last=pattern.endswith("$"))


_A_KIND: Final = tuple(
    "newspaper agenc daily weekly magazine broadcaster television tv radio website portal outlet newswire channel "
    "station media".split()
)
"""For the words of `_KIND` and `_NAMELESS`, however they go on."""
_A_SAYING: Final = tuple("report said says write wrote quote cite inform learned claim publish carried told".split())

_CUES: Final = (
    # ", TASS reports." closes a sentence only where copy is passed on.
    _cue(rf",\s{_THE}{_NAME}\s(?:reports|reported|has\sreported|informs|writes){_END}", _A_SAYING, telling=True),
    _cue(rf"\b{_KIND}\s{_NAME}\s{_SAYING}\b", _A_KIND, telling=True),
    _cue(rf"\b{_NAME}\s(?:state\s|state-run\s)?{_KIND}\s{_SAYING}\b", _A_KIND, telling=True),
    _cue(
        rf"\b(?:reported|quoted|cited|carried|published)\sby\s{_THE}{_PRAISE}(?:{_KIND}\s)?{_NAME}",
        _A_SAYING,
        telling=True,
    ),
    _cue(rf"\b(?:reported|said|told)\s{_THE}{_PRAISE}{_KIND}\s{_NAME}{_END}", _A_KIND, telling=True),
    _cue(rf"\b{_TO}\s{_THE}{_PRAISE}{_KIND}\s{_NAME}", _A_KIND, telling=True),
    _cue(rf"\b{_TO}\s{_THE}{_PRAISE}{_NAME}(?:['’]s)?(?:\s{_KIND}(?!\s{_CAPITAL}))?"),
    _cue(rf"\b{_NAME}\s{_SAYING}\b", _A_SAYING),
    _cue(rf"(?:(?<=\s)|^)\({_NAME}(?:/[^()\n]{{1,40}})?\)", ("(",)),
    _cue(rf"(?:^|(?<=[.”\"]\s))[-–—]?\s?{_NAME}$"),
)
_HINTS: Final = frozenset(cue.hint for cue in _CUES)
_NAMELESS: Final = re.compile(
    rf"\b(?P<name>(?:{_CAPITAL}[\w-]{{1,20}}\s)?(?:state|national|opposition|independent)\s(?:news\sagency|television|radio|TV|media))\b"
    rf"(?=[.,]|\s{_SAYING}\b)"
)
_TOLD: Final = re.compile(rf"\b[Tt]old\s{_NAME}{_END}")
_WHEN: Final = re.compile(
    rf"(?:\s(?:on|in|late|early))?\s(?:{'|'.join(re.escape(w) for w in (*WEEKDAYS, *MONTHS))})$", re.IGNORECASE
)
_NATIONALITY: Final = re.compile(rf"^{_CAPITAL}[a-z]{{1,14}}(?:an|ish|ese|ch|eli|aqi|stani)\s(?={_CAPITAL})")


def find_relays(
    passages: Iterable[tuple[int, str]], names: frozenset[str], own: str | None, credited: Sequence[Relay] = ()
) -> tuple[Relay, ...]:
    """Relays named in the passages (offset, words), each name once, in order of their first cue.

    `names` are the spellings known as outlets, casefolded; `own` is the page's outlet, which relays nothing of itself;
    `credited` are those whom a dateline or a line at the end credits.
    """
    passages = list(_within(passages))
    trusted = names | {_key(r.name) for r in credited}
    found: dict[str, Relay] = {}
    for relay in (*credited, *_all_named(passages, trusted)):
        key = _key(relay.name)
        if key and not _is_own(key, own):
            found.setdefault(key, relay)
    return tuple(sorted(_whole(found), key=lambda r: r.at.start if r.at else 0))


def _within(passages: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    budget = READ
    for offset, words in passages:
        if budget > 0:
            yield offset, words[:budget]
        budget -= len(words)


def _all_named(passages: Sequence[tuple[int, str]], names: frozenset[str]) -> Iterator[Relay]:
    for offset, passage in passages:
        for (start, end), name in sorted(_named(passage, names), key=lambda c: c[0]):
            yield Relay(name, Range(offset + start, offset + end))
    yield from _told(passages)


def _told(passages: Sequence[tuple[int, str]]) -> Iterator[Relay]:
    """A name that a spokesman told something, that nobody says anything about: an outlet that is in no list."""
    text = "\n".join(words for _, words in passages)
    for offset, passage in passages:
        for match in _TOLD.finditer(passage):
            name = _clean(match["name"])
            if name and len(name.split()) <= 3 and not _is_nobody(name) and text.count(name) == 1:
                yield Relay(name, Range(offset + match.start(), offset + match.end()))


def _is_own(key: str, own: str | None) -> bool:
    if own is None:
        return False
    mine = _key(own)
    return key == mine or set(key.split()) <= set(mine.split()) or set(mine.split()) <= set(key.split())


def _whole(found: dict[str, Relay]) -> Iterator[Relay]:
    """One relay where a short name is part of a longer one: "Anadolu" and "Anadolu Agency"."""
    for key, relay in found.items():
        if not any(key != other and set(key.split()) < set(other.split()) for other in found):
            yield relay


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _named(passage: str, names: frozenset[str]) -> Iterator[tuple[tuple[int, int], str]]:
    lowered = passage.lower()
    open_end = passage[-1:].isalnum()
    hinted = {hint for hint in _HINTS if not hint or any(part in lowered for part in hint)}
    for cue in _CUES:
        if cue.hint not in hinted or (cue.last and not open_end):
            continue
        for match in cue.pattern.finditer(passage):
            kind = match.groupdict().get("kind") or ""
            name = _clean(match["name"], kind)
            if _shortens(passage, match.start(), name):
                continue
            if name and _is_outlet(name, names, telling=cue.telling or bool(kind)):
                yield match.span(), name
    for match in _NAMELESS.finditer(passage) if _A_KIND in hinted else ():
        yield match.span(), match["name"]


def _shortens(passage: str, at: int, name: str) -> bool:
    """True for the short form of the name before it: the Inland Seas Conference (ISC)."""
    if passage[at : at + 1] != "(" or not name.isupper():
        return False
    before = passage[max(0, at - _REACH) : at].split()
    initials = "".join(word[0] for word in before if word[0].isupper())
    return initials.endswith(name)


def _clean(name: str, kind: str = "") -> str:
    """The name without a day behind it, a possessive, or the nationality before a paper's name."""
    name = _WHEN.sub("", name)
    name = re.sub(r"['’]s?$", "", name).strip(" .,'’-")
    return _NATIONALITY.sub("", name) if kind and not looks_like_outlet(name) else name


def _is_outlet(name: str, names: frozenset[str], *, telling: bool) -> bool:
    if known(name, names):
        return name not in AMBIGUOUS or telling
    if _is_nobody(name):
        return False
    return telling or (looks_like_outlet(name) and len(name.split()) <= 5)


def _is_nobody(name: str) -> bool:
    """True for offices, states and bodies that speak for themselves; True for a pronoun at a sentence's start."""
    return NOT_OUTLETS.search(name) is not None or (" " not in name and len(name) < 2)
