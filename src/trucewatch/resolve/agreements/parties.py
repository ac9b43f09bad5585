"""Who stands behind an agreement: parties, guarantors, mediators, witnesses, by the words around their names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from trucewatch.record.agreements import AgreementParty, PartyRole
from trucewatch.record.folding import fold
from trucewatch.record.spans import Range
from trucewatch.resolve.agreements.lines import Line

_WORD: Final = r"[A-Z\u00c0-\u00de][\w'\u2019.-]{0,40}"
_GAP: Final = r"[^\S\n]+"
_INITIAL: Final = r"[A-Z]\."
_NAME: Final = rf"{_WORD}(?:(?:{_GAP}(?:of|for|de|du|al|el)(?:{_GAP}the)?)?{_GAP}(?!{_INITIAL}){_WORD}){{0,8}}"
_NAMED: Final = re.compile(_NAME)
_OFFICE: Final = re.compile(
    r"\b(?:president|prime minister|minister|foreign minister|chair(?:man|woman|person)?|"
    r"commander(?:-in-chief)?|leader|"
    r"representatives?|head|king|queen|emir|secretary[- ]general|governments?|delegations?|authorities|envoy|council|"
    r"ministry of [a-z ]{4,30})\s+(?:of|for)\s+(?:state\s+of\s+)?(?:the\s+)?(?:governments?\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"(?:for|on behalf of)(?: and on behalf of)?\s+(?:the\s+)?(?:governments?\s+of\s+(?:the\s+)?)?", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\bbetween\s+", re.IGNORECASE)
_HEREINAFTER: Final = re.compile(
    r"\s*[,(]\s*(?:(?:hereinafter|hereafter|henceforth|further)?[, ]*(?:jointly |collectively |together )?"
    r"(?:referred to as|called|known as|hereinafter|"
    r"hereafter)?\s*(?:the\s+)?[\"\u201c\u2018'](?:the\s+)?(?P<quoted>[^\"\u201d\u2019']{2,40})"
    r"[\"\u201d\u2019']|(?P<letters>[A-Z][A-Z-]{1,11}))\s*\)?"
)
_AGREED: Final = re.compile(
    rf"(?:\n|\bthat )(?:[Tt]he )?(?P<names>{_NAME}(?:,\s+(?:the )?{_NAME}){{0,4}},?\s+and\s+(?:the )?{_NAME}),?\s+"
    r"(?:have|has|hereby|agree|declare|undertake)"
)
_ROLE_OF: Final = re.compile(
    r"\b(?:mediation|auspices|facilitation|good offices|guarantees?|presence) of\s+|"
    r"\b(?:mediated|brokered|facilitated|guaranteed|witnessed)\s+by\s+",
    re.IGNORECASE,
)
_ROLES: Final = (
    (PartyRole.GUARANTOR, re.compile(r"\bguarant\w+", re.IGNORECASE)),
    (
        PartyRole.MEDIATOR,
        re.compile(r"\bmediat\w+|\bfacilitat\w+|\bauspices\b|\bbroker\w*|\bgood offices\b", re.IGNORECASE),
    ),
    (PartyRole.WITNESS, re.compile(r"\bwitness\w*|\bin (?:the )?presence of\b|\bobserved by\b", re.IGNORECASE)),
)
_LATER_ROLE: Final = re.compile(
    r"[^.;\n]{0,40}?\b(?:as|be|is|are|becomes?)\s+(?:an? |the )?(?:joint )?(?P<role>guarantor|"
    r"mediator|facilitator|witness)",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"(?:(?:[Tt]he|His|Her|Excellency|Governments?|Republic|State|Kingdom|Commonwealth|Democratic|"
    r"Islamic|Federal|Federative|"
    r"Socialist|People's)\s+(?:of\s+)?(?:the\s+)?)+(?=[A-Z])"
)
_NO_NAMES: Final = frozenset(
    "agreement accord protocol statement party parties side sides article annex the this in on at "
    "done signed president "
    "prime minister ceasefire january february march april may june july august september october november december "
    "republic government state we recalling recognising recognizing mindful considering guarantor guarantors mediator "
    "witness witnesses foreign defence defense internal interior external".split()
)
_REACH: Final = 90
"""Code points before a name in which the words of its role stand."""
_MOST_NAMED: Final = 200
_MOST: Final = 40
"""Parties that are looked for; no accord has more."""


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    at: Range
    role: PartyRole
    signed_by: str | None = None


def parties_of(text: str, above: Range, body: Range, signatures: Sequence[Line]) -> tuple[AgreementParty, ...]:
    """All who stand behind it, in the order in which they are named, each once."""
    sources = (_signed(text, signatures), _above(text, above), _offered(text, body))
    found = [one for source in sources for one in islice(source, _MOST_NAMED)]
    found.sort(key=lambda f: f.at)
    return _joined(text, found)[:_MOST]


def _above(text: str, above: Range) -> Iterator[_Found]:
    """Those whom title and preamble name: by office, "between", or as those who have agreed."""
    for match in _OFFICE.finditer(text, above.start, above.end):
        yield from _here(text, match.end(), above)
    for match in _BETWEEN.finditer(text, above.start, above.end):
        yield from _listed(text, match.end(), above)
    for match in _ROLE_OF.finditer(text, above.start, above.end):
        yield from _listed(text, match.end(), above)
    for match in _AGREED.finditer(text, above.start, above.end):
        yield from _listed(text, match.start("names"), above)


def _here(text: str, start: int, within: Range) -> Iterator[_Found]:
    if (named := _NAMED.match(text, start, within.end)) and (name := _shortened(named[0])):
        yield _Found(
            name, Range(named.start(), named.start() + len(named[0])), _role(text, named.start(), named.end(), within)
        )


def _listed(text: str, at: int, within: Range) -> Iterator[_Found]:
    """The names of an enumeration that begins here: "the A, B and the C"."""
    for _ in range(8):
        if skipped := re.compile(r"(?:the\s+)?(?:governments?\s+of\s+(?:the\s+)?)?", re.IGNORECASE).match(
            text, at, within.end
        ):
            at = skipped.end()
        named = _NAMED.match(text, at, within.end)
        if named is None:
            return
        yield from _here(text, at, within)
        at = named.end()
        if aliased := _HEREINAFTER.match(text, at, within.end):
            at = aliased.end()
        joined = re.compile(r",?\s+and\s+|,\s+").match(text, at, within.end)
        if joined is None:
            return
        at = joined.end()


def _signed(text: str, lines: Sequence[Line]) -> Iterator[_Found]:
    """Those for whom somebody signs: "For Westland", "President of Westland".

    A line that names a role and nobody ("Witnesses") is said of all below it.
    """
    role, signer = PartyRole.PARTY, None
    below = _names_below(lines)
    for index, line in enumerate(lines):
        heading = _role_of(line.words)
        if heading and len(line.words.split()) <= 4 and not _FOR.match(line.words):
            role = heading
        match = _FOR.match(line.words) or _OFFICE.search(line.words)
        if match is None:
            if heading and (rest := re.match(r"[^:]{0,60}:\s*", line.words)):
                yield from _as(heading, _listed(text, line.start + rest.end(), line.at))
            signer = line.words if _is_person(line.words) else None
            continue
        beside = _next_person(lines, index) if below else signer
        by = beside or _before_office(line.words, match) or _behind(line.words)
        signer = None
        found = _here(text, line.start + match.end(), line.at)
        yield from (replace(f, role=role if f.role is PartyRole.PARTY else f.role, signed_by=by) for f in found)


def _as(role: PartyRole, found: Iterator[_Found]) -> Iterator[_Found]:
    return (replace(f, role=role) for f in found)


def _names_below(lines: Sequence[Line]) -> bool:
    """Whether who signs stands below whom it is for, as the first of these lines have it."""
    for line in lines:
        if _is_person(line.words):
            return False
        if _FOR.match(line.words) or _OFFICE.match(line.words):
            return True
    return True


def _next_person(lines: Sequence[Line], index: int) -> str | None:
    rest = lines[index + 1 : index + 2]
    return rest[0].words if rest and _is_person(rest[0].words) else None


def _behind(words: str) -> str | None:
    """ "For Westland: E. Vorr"."""
    named = words.partition(":")[2].strip(" _/")
    return named if named and _is_person(named) else None


def _before_office(words: str, office: re.Match[str]) -> str | None:
    named = words[: office.start()].strip(" ,()\u2013\u2014-").rpartition(":")[2].strip()
    return named if _is_person(named) else None


def _is_person(words: str) -> bool:
    parts = words.strip("_ ,/").split()
    told = all(p[0].isupper() for p in parts) and not {p.lower().strip(".,:") for p in parts} & _NO_NAMES
    return 2 <= len(parts) <= 5 and told and not any(c.isdigit() for c in words)


def _offered(text: str, body: Range) -> Iterator[_Found]:
    """Those whom a provision names guarantor or mediator."""
    for match in _NAMED.finditer(text, body.start, body.end):
        later = _LATER_ROLE.match(text, match.end(), body.end)
        if later and (name := _shortened(match[0])):
            role = _role_of(later["role"]) or PartyRole.MEDIATOR
            yield _Found(name, Range(match.start(), match.end()), role)


def _role(text: str, start: int, end: int, within: Range) -> PartyRole:
    """As what the words before a name in its clause have it, or "as guarantor" behind it."""
    if later := _LATER_ROLE.match(text, end, within.end):
        return _role_of(later["role"]) or PartyRole.MEDIATOR
    lead = re.split(r"[.;\n]|\bbetween\b", text[max(within.start, start - _REACH) : start])[-1]
    return _role_of(lead) or PartyRole.PARTY


def _role_of(words: str) -> PartyRole | None:
    return next((role for role, cue in _ROLES if cue.search(words)), None)


def _shortened(name: str) -> str:
    """The name without what governments and states put before it; empty for words that are no name."""
    words = re.sub(r"\s+", " ", name).strip(" .,'\u2019")
    lead = _LEAD.match(words)
    words = words[lead.end() :] if lead else words
    parts = words.split()
    while parts and parts[-1].lower() in {"of", "for", "the"}:
        parts.pop()
    return "" if not parts or parts[0].lower().strip(".") in _NO_NAMES else " ".join(parts)


def _joined(text: str, found: Sequence[_Found]) -> tuple[AgreementParty, ...]:
    """One party for each name, with all its roles; of two names, the shorter is the party's."""
    kept: dict[tuple[str, ...], AgreementParty] = {}
    for one in found:
        key = _key(one.name, kept)
        before = kept.get(key)
        alias = _alias(text, one.at.end)
        if before is None:
            names = (alias,) if alias else ()
            kept[key] = AgreementParty(one.name, (one.role,), one.at, names, one.signed_by)
            continue
        name = min(before.name, one.name, key=len)
        other = [n for n in (*before.names, before.name, one.name, alias) if n and n != name]
        kept[key] = replace(
            before,
            name=name,
            names=tuple(dict.fromkeys(other)),
            roles=tuple(dict.fromkeys((*before.roles, one.role))),
            signed_by=before.signed_by or one.signed_by,
        )
    return tuple(kept.values())


def _key(name: str, kept: dict[tuple[str, ...], AgreementParty]) -> tuple[str, ...]:
    """The key of a party that is known under this name, or under one that says more or less; else its own."""
    words = fold(name)
    for key, party in kept.items():
        if any(fold(other) == words for other in party.names) or _same(words, key):
            return key
    return words


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and (long[: len(short)] == short or (len(short) > 1 and long[-len(short) :] == short))


def _alias(text: str, end: int) -> str | None:
    """What the text says that it will call the party: (hereinafter "the Movement"), (WLM)."""
    found = _HEREINAFTER.match(text, end)
    if found is None:
        return None
    alias = found["quoted"] or found["letters"]
    return None if alias.strip(" ,").lower() in {"parties", "the parties", "sides", "party"} else alias.strip(" ,")
