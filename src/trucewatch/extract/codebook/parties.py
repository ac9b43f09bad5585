"""Who does it, to whom, and where: the phrases that fill a hit's roles."""

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.extract.codebook.match import Clause, Hit
from trucewatch.record.mentions import NameType

_VERB_ACTOR = ("subject",)
_VERB_RECIPIENT = ("object", "indirect", "against", "with", "on", "upon", "to", "at", "from", "for")
_NOUN_ACTOR = ("by", "between", "among", "owner", "subject", "modifier", "from")
_NOUN_RECIPIENT = ("against", "on", "upon", "with", "to", "object", "for", "from")
_PLACE = (
    "in",
    "at",
    "near",
    "around",
    "outside",
    "inside",
    "along",
    "across",
    "throughout",
    "on",
    "over",
    "into",
    "to",
)

Spans = tuple[tuple[int, int], ...]
"""First and last word of each phrase."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The phrases of a hit's actors, recipients and candidate places."""

    actors: Spans = ()
    recipients: Spans = ()
    places: Spans = ()


def roles(clause: Clause, hit: Hit) -> Roles:
    """The roles by the rule's slots, or by those usual for the trigger's part of speech."""
    verbal = clause.slots.verbal(hit.head)
    actor = hit.rule.actor or (_VERB_ACTOR if verbal else _NOUN_ACTOR)
    recipient = hit.rule.recipient or (_VERB_RECIPIENT if verbal else _NOUN_RECIPIENT)
    doers = _first(clause, hit, actor, ())
    others = _first(clause, hit, recipient, doers)
    if hit.rule.reciprocal:
        doers = others = tuple(dict.fromkeys((*doers, *others)))
    places = _first(clause, hit, hit.rule.place or _PLACE, doers, places=True)
    # As PLOVER has it: what is done in a place, to nobody else that is named, is done to the place.
    others = others or places
    return Roles(_phrases(clause, doers), _phrases(clause, others), _phrases(clause, places))


def _first(
    clause: Clause, hit: Hit, slots: Iterable[str], taken: tuple[int, ...], *, places: bool = False
) -> tuple[int, ...]:
    """The fillers of the first slot that has any."""
    own = {*hit.found.words, *hit.absorbed}
    for slot in slots:
        fillers = tuple(
            f
            for f in clause.slots.fill(hit.head, slot)
            if f not in own and f not in taken and _fits(clause, f, slot, places)
        )
        if fillers:
            return fillers
    return ()


def _fits(clause: Clause, at: int, slot: str, places: bool) -> bool:
    word = clause.tree.words[at]
    if clause.slots.timed(at):
        return False
    if places:
        return clause.named.get(at) is NameType.PLACE
    if slot == "modifier":
        capital = word.upos == "ADJ" and clause.tree.text[word.at.start].isupper()
        return at in clause.named or word.upos == "PROPN" or capital
    return word.upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X")


def _phrases(clause: Clause, heads: tuple[int, ...]) -> Spans:
    return tuple(dict.fromkeys(clause.tree.phrase(h) for h in heads))
