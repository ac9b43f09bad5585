"""Undertakings that sentences tell of, with who is bound."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from trucewatch.record.ids import mention_id
from trucewatch.resolve.commitments.clauses import MOST, Clause, Mood, clauses
from trucewatch.resolve.commitments.naming import Named, Names
from trucewatch.resolve.commitments.sentences import PageTold, Told, coordinated, side_of

_FIRST_PERSON: Final = re.compile(r"\b(?:we|I)(?:\s(?:both|all|ourselves|in (?:our|its) turn))?[\s,]*$", re.IGNORECASE)
_SIDES: Final = re.compile(
    r"\b(?:both|the two|the|all|two)\s(?:warring\s|conflicting\s)?(?:sides|parties|countries|nations|"
    r"neighbou?rs|states|armies|"
    r"governments|leaders|presidents|foreign ministers|ministers)(?:\s(?:have|has|had))?[\s,]*$|"
    r"\b(?:they|each side)[\s,]*$",
    re.IGNORECASE,
)
_COORDINATED_VERB: Final = re.compile(r"(?:\band|,)\s*$")
_PLACED: Final = re.compile(
    r"\b(?:in|near|at|from|into|across|on|over|about|against|with|to|around|outside|toward|towards)\s(?:the\s)?$",
    re.IGNORECASE,
)
_NEAREST: Final = 6
"""Words between who undertakes and the verb: a noun, an apposition."""
_OTHERS: Final = re.compile(
    r"\b(?:said|says|told|before|after|when|where|since|than|is|was|were|are|has|had|have|comes?|came|"
    r"saying)\b",
    re.IGNORECASE,
)
"""Words after which somebody else is spoken of."""
_STRONG: Final = re.compile(r"[;:\u2014\u201c\u201d\"]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One telling of an undertaking."""

    told: Told
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str
    mood: Mood
    at: int
    """Where its verb stands in the sentence."""
    said_by: str
    of_agreement: bool

    @property
    def id(self) -> str:
        """The telling's id on its page."""
        return mention_id("commitment", self.told.page, self.told.start, self.at)


def candidates(page: PageTold, names: Names) -> Iterator[Candidate]:
    """The undertakings of a page, in its order; those that bind nobody who is named are none."""
    for _, told in sorted(page.sentences.items()):
        for clause in islice(clauses(told.words, headline=told.headline), MOST):
            by = _by(page, told, clause, names)
            if by:
                yield _candidate(page, told, clause, by, names)


def _candidate(page: PageTold, told: Told, clause: Clause, by: tuple[str, ...], names: Names) -> Candidate:
    what = " ".join(told.words[slice(*clause.what)].split()).strip(' ,.\u201c\u201d"')
    speaker = page.speaker_at(told.start + clause.verb)
    to = tuple(n for n in names.parties(what) if n not in by)[:3]
    said_by = speaker.name if speaker else "outlet"
    return Candidate(told, by, to, what, clause.mood, clause.verb, said_by, clause.of_agreement)


def _by(page: PageTold, told: Told, clause: Clause, names: Names) -> tuple[str, ...]:
    if clause.of_agreement:
        return page.sides
    words = told.words[slice(*clause.subject)]
    if clause.next_to:
        return _nearest(words, names, 0)
    if clause.doers_behind:
        found = names.find(words)
        return coordinated(found, words, _chain(found, words)) if found and found[0].start < 6 else ()
    if _FIRST_PERSON.search(words):
        return side_of(page.speaker_at(told.start + clause.verb) or page.speaker_in(told), names)
    if _SIDES.search(words):
        return page.sides
    return _nearest(words, names) or _of_sentence(told.words, clause, names)


def _chain(found: list[Named], words: str) -> int:
    """The last of the names that are joined to the first."""
    last = 0
    while last + 1 < len(found) and len(coordinated(found, words, last + 1)) > len(coordinated(found, words, last)):
        last += 1
    return last


def _nearest(words: str, names: Names, nearest: int = _NEAREST) -> tuple[str, ...]:
    """Who stands right before the verb, and is no place there."""
    found = names.find(words)
    for last in range(len(found) - 1, -1, -1):
        gap = words[found[last].end :]
        if len(gap.split()) > nearest or "," in gap.strip(" ,") or found[last].broker or _OTHERS.search(gap):
            return ()
        if not _PLACED.search(words[: found[last].start]):
            return coordinated(found, words, last)
    return ()


def _of_sentence(sentence: str, clause: Clause, names: Names) -> tuple[str, ...]:
    """Of a second verb ("... and is working on it"), the subject that the sentence begins with."""
    before = sentence[: clause.verb]
    if not _COORDINATED_VERB.search(before):
        return ()
    opened = max((m.end() for m in _STRONG.finditer(before)), default=0)
    found = [n for n in names.find(before[opened:]) if n.start < 40 and not n.broker]
    return (found[0].party,) if found else ()
