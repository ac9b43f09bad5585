"""What the words of a provision bind whom to: the clause's subject, its verb of duty, and its term."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.record.agreements import AgreementParty, PartyRole, Undertaking
from trucewatch.record.folding import fold
from trucewatch.record.spans import Range
from trucewatch.record.times import Timex
from trucewatch.resolve.agreements.deadlines import Days, due_in
from trucewatch.resolve.agreements.lines import within

_DUTY: Final = re.compile(
    r"\b(?:shall|will|must|undertakes? to|commits? (?:itself |themselves )?to|commits? itself|agrees? "
    r"(?:to|that|on)|pledges? to|"
    r"(?:is|are) (?:to|obliged to|bound to|committed to|required to|declared|extended|prolonged|established|withdrawn|"
    r"deployed|exchanged|guaranteed)|"
    r"(?:is|are) to be|guarantees?|ensures?|returns?|withdraws?|stops?|ceases?|refrains?|undertakes?|"
    r"lifts?|releases?|opens?)\b"
)
_ALL: Final = re.compile(
    r"\b(?:(?:the|both|all|each|either|neither|the two)\s+(?:(?:contracting|conflicting|warring|two|of the)\s+)*"
    r"(?:part(?:y|ies)|sides?|signator(?:y|ies))|the undersigned|they|we)\b",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(r"\bthe (?:joint )?(?P<role>guarantor|mediator|witness)", re.IGNORECASE)
_AGENT: Final = re.compile(r"\bby\s+(?:the\s+)?(?=[A-Z]|both|each|all|parties|sides)")
_TOWARDS: Final = re.compile(r"\b(?:to|towards|with|for|from)\s+(?:the\s+)?(?=[A-Z]|other)")
_OTHER: Final = re.compile(r"\bthe other (?:party|side)\b", re.IGNORECASE)
_LASTING: Final = re.compile(
    r"\b(?:continue|keep|maintain|remain|refrain|abstain|cease|respect|observe|uphold|not (?:to )?\w+|"
    r"guarantee|permanent\w*)\b",
    re.IGNORECASE,
)
_STATEMENT: Final = re.compile(r"(?<=[.;!?])\s+(?=[A-Z(\u201c\"])|;\s+(?:and\s+)?|\n[^\S\n]*\n\s*")
_HEADING: Final = re.compile(r"[^.;:!?\n]{1,90}\n(?=[A-Z(])")
_GENERIC: Final = frozenset(
    "republic federation kingdom state states government union federal democratic peoples islamic "
    "confederation of the and "
    "movement front army liberation council national party authority mission conference organisation organization for "
    "united unity committee commission patriotic revolutionary popular".split()
)
_SHORTEST_STEM: Final = 4
_ENDINGS: Final = "aeiouyn"


@dataclass(frozen=True, slots=True)
class Signatories:
    """The parties with the forms under which the provisions speak of them."""

    parties: tuple[AgreementParty, ...]
    called_parties: tuple[str, ...] = ()
    """Those that the text calls "the Parties", where it says whom it calls so."""

    def bound(self) -> tuple[str, ...]:
        """Whom provisions bind that name nobody."""
        return self.called_parties or self.of_role(PartyRole.PARTY)

    def of_role(self, role: PartyRole) -> tuple[str, ...]:
        """Those who are this to the agreement."""
        return tuple(p.name for p in self.parties if role in p.roles)

    def named(self, words: str) -> tuple[str, ...]:
        """The parties that the words name, by any of their names or by their adjective, in the words' order."""
        folded = fold(words)
        spots = {p.name: at for p in self.parties if (at := _spot(folded, p)) is not None}
        return tuple(sorted(spots, key=lambda name: spots[name]))


_CALLED: Final = re.compile(
    r"(?P<who>[^.;\n]{4,160}?)[,(]?\s*(?:hereinafter|hereafter|"
    r"henceforth)[^.;\n\"\u201c']{0,40}[\"\u201c'](?:the )?(?:parties|sides)\b",
    re.IGNORECASE,
)


def signatories_of(text: str, parties: tuple[AgreementParty, ...]) -> Signatories:
    """The parties, those told apart that the text calls "the Parties"."""
    all_of_them = Signatories(parties)
    called = _CALLED.search(text)
    named = all_of_them.named(called["who"]) if called else ()
    return Signatories(parties, named if len(named) > 1 else ())


def _spot(words: tuple[str, ...], party: AgreementParty) -> int | None:
    """Where the words name the party first."""
    spots = [at for name in (party.name, *party.names) for at in _spots(words, fold(name))]
    return min(spots, default=None)


def _spots(words: tuple[str, ...], name: tuple[str, ...]) -> Iterator[int]:
    width = len(name)
    yield from (at for at in range(len(words) - width + 1) if words[at : at + width] == name)
    telling = [w for w in name if w not in _GENERIC]
    if len(telling) == 1 and len(telling[0]) > _SHORTEST_STEM:
        stem = telling[0].rstrip(_ENDINGS)
        if len(stem) >= _SHORTEST_STEM:
            # "Westlandic forces" are Westland's; longer words that only begin alike ("Westlander's") are too.
            yield from (at for at, w in enumerate(words) if w.startswith(stem) and len(w) <= len(telling[0]) + 4)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the undertakings of a text are read against."""

    signatories: Signatories
    times: Sequence[Timex]
    days: Days


def undertakings(text: str, words: Range, opening: str, terms: Terms) -> tuple[Undertaking, ...]:
    """What each sentence of these words binds to.

    `opening` is the clause that the words go on from ("The Parties shall:"), empty where there is none.
    """
    found = (_undertaking(text, at, opening, terms) for at in _statements(text, words))
    return tuple(u for u in found if u is not None)


def _statements(text: str, words: Range) -> Iterator[Range]:
    start = words.start
    if (heading := _HEADING.match(text, start, words.end)) and not _DUTY.search(heading[0]):
        start = heading.end()
    for match in _STATEMENT.finditer(text, words.start, words.end):
        paragraph = "\n" in match[0]
        if paragraph or _DUTY.search(text, start, match.start()):
            yield from _trimmed(text, start, match.start())
            start = match.end()
    yield from _trimmed(text, start, words.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Range]:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    if start < end:
        yield Range(start, end)


def _undertaking(text: str, at: Range, opening: str, terms: Terms) -> Undertaking | None:
    words = at.of(text)
    duty = _DUTY.search(words)
    if duty is None and not opening:
        return None
    subject = words[: duty.start()] if duty else opening
    rest = words[duty.end() :] if duty else words
    by = _bound(subject, opening, rest, terms.signatories)
    to = _towards(rest, by, terms.signatories)
    due = due_in(text, at, within(terms.times, at), terms.days)
    lasting = due is None and _LASTING.search(words) is not None
    return Undertaking(at, by, to, due, lasting)


def _bound(subject: str, opening: str, rest: str, signatories: Signatories) -> tuple[str, ...]:
    """Whom it binds: who does it ("by the ..."), else the subject, else what the opening binds, else all parties."""
    if agent := _AGENT.search(rest):
        doers = _who(rest[agent.end() : agent.end() + 80].split(",")[0], signatories)
        if doers:
            return doers
    named = _who(subject, signatories) or _who(opening, signatories)
    # "The district shall be returned to Westland": not by Westland.
    return named or _besides(_towards(rest, (), signatories), signatories.bound())


def _besides(some: tuple[str, ...], parties: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in parties if name not in some) or parties


def _who(words: str, signatories: Signatories) -> tuple[str, ...]:
    if found := signatories.named(words):
        return found
    if role := _ROLE.search(words):
        return signatories.of_role(PartyRole(role["role"].lower()))
    return signatories.bound() if _ALL.search(words) else ()


def _towards(rest: str, by: tuple[str, ...], signatories: Signatories) -> tuple[str, ...]:
    if _OTHER.search(rest):
        return tuple(name for name in signatories.bound() if name not in by) or signatories.bound()
    for match in _TOWARDS.finditer(rest):
        found = tuple(n for n in signatories.named(rest[match.end() : match.end() + 60]) if n not in by)
        if found:
            return found[:1]
    return ()
