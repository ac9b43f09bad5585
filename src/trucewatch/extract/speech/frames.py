"""Who says what by the syntax alone: a reporting word's subject, and the reporting word that a clause hangs from."""

from dataclasses import dataclass
from typing import Final

from trucewatch.extract.inflection import forms_of_verbs
from trucewatch.extract.speech.trees import Tree
from trucewatch.record.spans import Range

SAYING: Final = forms_of_verbs(
    "accuse acknowledge add admit affirm agree allege announce argue ask assert assure blame boast call caution "
    "charge cite claim comment complain concede conclude condemn confirm contend continue criticise "
    "declare demand denounce deny describe disclose elaborate emphasise estimate exclaim explain "
    "forecast hint indicate inform insist joke lament maintain mention note observe opine pledge point "
    "predict proclaim promise protest quip quote reaffirm recall reckon recount reiterate remark remind "
    "reply report respond restate retort reveal say state stress suggest swear tell testify think threaten tweet "
    "underline underscore urge vow warn welcome wonder write"
)
"""Forms of verbs that report speech whatever stands beside them."""
_CLIMBED: Final = frozenset({"conj", "xcomp", "advcl"})
_UNDER: Final = ("ccomp", "xcomp", "obj", "obl", "acl", "parataxis", "advcl")


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting word with what stands beside it."""

    cue: Range
    source: Range | None


def subject(tree: Tree, verb: int) -> Range | None:
    """The words that stand for whoever does what the word says; a passive's agent; a noun's possessor."""
    for _ in range(4):
        own = _own_subject(tree, verb)
        if own is not None:
            return own
        word = tree.words[verb]
        if word.head is None:
            return None
        if word.label == "acl" and tree.words[word.head].upos in ("NOUN", "PROPN") and word.head < verb:
            first = tree.reach[word.head][0]
            return tree.span(first, word.head) if first <= word.head else None
        if word.label not in _CLIMBED:
            return None
        verb = word.head
    return None


def _own_subject(tree: Tree, verb: int) -> Range | None:
    passive = tree.child(verb, "aux:pass", "nsubj:pass") is not None
    if passive:
        agent = tree.child(verb, "obl:agent")
        return _without_case(tree, agent) if agent is not None else None
    number = tree.child(verb, "nsubj", "nmod:poss") if tree.words[verb].upos != "VERB" else tree.child(verb, "nsubj")
    return tree.span(*tree.reach[number]) if number is not None else None


def _without_case(tree: Tree, number: int) -> Range:
    first, last = tree.reach[number]
    case = tree.child(number, "case")
    return tree.span(case + 1 if case is not None and case < number else first, last)


def governing(tree: Tree, text: str, content: Range) -> Frame | None:
    """The reporting word that the content hangs from, or that is put in beside it ("..., officials said")."""
    words = tree.inside(content)
    top = tree.top(words)
    if top is None:
        return None
    head = tree.words[top].head
    if head is not None and says(tree, text, head) and tree.words[top].label in _UNDER:
        return Frame(_cue(tree, head, words), subject(tree, head))
    for number in tree.children[top]:
        word = tree.words[number]
        if number in words:
            continue
        if word.label in ("parataxis", "ccomp", "advcl") and says(tree, text, number):
            return Frame(_cue(tree, number, words), subject(tree, number))
    return _according(tree, text, words)


def says(tree: Tree, text: str, number: int) -> bool:
    """Whether the word is a verb of speech, by its form."""
    return tree.words[number].at.of(text).lower() in SAYING


def _according(tree: Tree, text: str, content: range) -> Frame | None:
    """ "According to" right before or behind the content, and whose account it is."""
    for first in (content.stop, content.stop + 1, 0):
        if first + 2 >= len(tree.words) or first in content or first + 2 in content:
            continue
        if [tree.words[n].at.of(text).lower() for n in (first, first + 1)] != ["according", "to"]:
            continue
        last = first + 2
        for number, _ in tree.ancestors(last):
            if number <= first + 1 or number in content:
                break
            last = number
        end = max(last, tree.reach[last][1])
        while end > last and end in content:
            end -= 1
        return Frame(tree.span(first, first + 1), tree.span(first + 2, end))
    return None


def _cue(tree: Tree, verb: int, outside: range) -> Range:
    """The word with the auxiliaries and negations directly before it."""
    first = verb
    while first - 1 not in outside and first and tree.words[first - 1].head == verb:
        if tree.words[first - 1].label not in ("aux", "aux:pass", "advmod"):
            break
        first -= 1
    return tree.span(first, verb)
