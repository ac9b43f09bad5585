"""The tense that an event is told in: that of its own verb, or of the clause that a noun stands in."""

from enum import StrEnum

from trucewatch.extract.codebook.match import Clause, Hit
from trucewatch.extract.codebook.states import told_by

_STEPS = 6
"""Verbs that a participle or infinitive may hang below the one that is conjugated."""


class Tense(StrEnum):
    """What a finite verb says of the time of its event."""

    PAST = "past"
    """Over, at a time of its own: "shelled", "was shelled"."""
    PERFECT = "perfect"
    """Some time before the telling: "has shelled"."""
    EARLIER = "earlier"
    """Before what is told: "had shelled"."""
    PRESENT = "present"
    OPEN = "open"
    """Told by a modal verb, or by no finite verb at all."""


_BY_HELPER = (
    (("had",), Tense.EARLIER),
    (("has", "have", "'ve", "having"), Tense.PERFECT),
    (("was", "were", "did"), Tense.PAST),
    (("is", "are", "am", "'s", "'re", "'m", "do", "does"), Tense.PRESENT),
)
_NONFINITE = frozenset({"VB", "VBG", "VBN"})
_LED = frozenset({"conj", "xcomp", "advcl", "ccomp"})


def tense_of(clause: Clause, hit: Hit) -> Tense:
    """The tense of the hit's own verb; of a noun's, the one that carries it, or the next above."""
    if clause.slots.verbal(hit.head) or told_by(clause, hit) != hit.head:
        return verb_tense(clause, told_by(clause, hit))
    tree = clause.tree
    if tree.by_label(hit.head, "cop"):
        return verb_tense(clause, hit.head)
    absorbed = [w for w in hit.absorbed if tree.verbal(w)]
    carriers = absorbed or clause.slots.carrier(hit.head)
    if carriers:
        return verb_tense(clause, carriers[0])
    for _, head in tree.above(hit.head):
        if tree.verbal(head) or tree.by_label(head, "cop"):
            return verb_tense(clause, head)
    return Tense.OPEN


def verb_tense(clause: Clause, at: int) -> Tense:
    """The tense of the word's own group; of a participle or infinitive, that of the verb that it hangs on."""
    tree = clause.tree
    for _ in range(_STEPS):
        helpers = {tree.forms[c] for c in tree.by_label(at, "aux", "aux:pass", "cop")}
        found = next((tense for forms, tense in _BY_HELPER if not helpers.isdisjoint(forms)), None)
        if found is not None:
            return found
        word = tree.words[at]
        above = word.head
        if word.xpos in ("VBD", "VBZ", "VBP"):
            return Tense.PAST if word.xpos == "VBD" else Tense.PRESENT
        if helpers or word.xpos not in _NONFINITE or word.label not in _LED or above is None:
            return Tense.OPEN
        if not tree.verbal(above):
            return Tense.OPEN
        at = above
    return Tense.OPEN
