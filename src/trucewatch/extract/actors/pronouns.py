"""Whom a pronoun stands for, as far as a tree says it: the subject of a clause above, or of the sentence before.

Coded parties need a country more than a person, so that the rule is a plain one: "Westland said it would withdraw".
"""

from typing import Final

from trucewatch.extract.actors.phrases import Place, Trees

_THIRD: Final = frozenset(
    "he she it they him her them his its their hers theirs himself herself itself themselves".split()
)
_RELATIVE: Final = frozenset("who whom whose which that".split())
_SUBJECTS: Final = ("nsubj", "csubj")
_MOST_STEPS: Final = 12
"""Clauses above; a sentence nested deeper is read by nobody."""


def stands_for(trees: Trees, place: Place, form: str) -> Place | None:
    """The noun that the pronoun here stands for; None for other pronouns and where the trees do not say it."""
    if form.casefold() in _RELATIVE:
        return _antecedent(trees, place)
    if form.casefold() not in _THIRD:
        return None
    return _above(trees, place) or _before(trees, place)


def _antecedent(trees: Trees, place: Place) -> Place | None:
    """The noun that the pronoun's relative clause stands beside: the men who left."""
    words, at = trees.sentence(place.sentence).words, place.word
    for _ in range(_MOST_STEPS):
        above = words[at].head
        if above is None:
            return None
        if words[at].label == "acl:relcl":
            return Place(place.sentence, above) if words[above].upos in ("NOUN", "PROPN") else None
        at = above
    return None


def _above(trees: Trees, place: Place) -> Place | None:
    """The subject of a clause that the pronoun's own stands under, the nearest first."""
    words, below = trees.sentence(place.sentence).words, trees.children(place.sentence)
    at, own = words[place.word].head, place.word
    for _ in range(_MOST_STEPS):
        if at is None:
            return None
        for n in below[at]:
            plain = words[n].label.partition(":")[0] in _SUBJECTS and words[n].upos in ("NOUN", "PROPN")
            if plain and n != own and not _holds(trees, place.sentence, n, place.word):
                return Place(place.sentence, n)
        at = words[at].head
    return None


def _holds(trees: Trees, number: int, top: int, inner: int) -> bool:
    """Whether a word hangs below another: "the men who took it" is no word for "it"."""
    words = trees.sentence(number).words
    at = words[inner].head
    for _ in range(len(words)):
        if at is None:
            return False
        if at == top:
            return True
        at = words[at].head
    return False


def _before(trees: Trees, place: Place) -> Place | None:
    """The subject of the sentence before, where the pronoun's own clause is its sentence's main one."""
    if place.sentence == 0:
        return None
    number = place.sentence - 1
    words = trees.sentence(number).words
    root = next((n for n, word in enumerate(words) if word.head is None), None)
    for n, word in enumerate(words):
        if word.head == root and word.label.startswith("nsubj") and word.upos in ("NOUN", "PROPN"):
            return Place(number, n)
    return None
