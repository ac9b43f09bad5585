"""Quantities that a sentence counts: so many soldiers, prisoners, shells, violations, and of whom.

Days, money, distances and shares are no quantities here: times have a reader of their own, and the others count nothing
that a peace process keeps a register of. A range is two quantities, at least and at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.extract.figures import Figure, figures
from trucewatch.record.language import Sentence, Word
from trucewatch.record.mentions import Quantity, Relation
from trucewatch.record.spans import Range

PERSON: Final = "person"
"""The unit of casualties told without a noun: "killed 14", "20 wounded"."""

_NOT_COUNTED: Final = frozenset(
    "second minute hour day night week weekend month year decade century time date am pm o'clock gmt percent per % "
    "degree dollar euro pound ruble rouble cent usd eur km kilometre kilometer mile metre meter mm cm kg litre ton "
    "tonne acre hectare point article resolution page paragraph annex side country party part way third half quarter "
    "vote leader president minister nation state government round stage phase direction occasion aspect level january "
    "february march april may june july august sept september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
_MARKED: Final = frozenset("$€£¥₽%#§".strip())
_NUMBERED: Final = frozenset(
    "article resolution no number nr protocol annex chapter page paragraph section item january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec since "
    "year route highway brigade regiment flight room version clause at".split()
)
"""Words before a figure that make it a name or a date, not a count."""
_HARM: Final = frozenset(
    "kill wound injure die hurt arrest detain capture displace evacuate release exchange free flee hospitalize "
    "hospitalise kidnap abduct behead execute massacre slay martyr maim rescue repatriate extradite swap deport".split()
)
"""Verbs whose bare figures count people."""
_PAST: Final = frozenset("fled slain freed died lost".split())
"""Their past forms that no rule of endings finds."""
_IRREGULAR: Final = {"people": PERSON, "persons": PERSON, "children": "child", "bodies": "body", "forces": "force"}
_STATES: Final = frozenset(
    "dead wounded injured missing killed hurt displaced homeless captured detained hospitalised hospitalized".split()
)
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_JOINTS: Final = frozenset("-‐‑/+")
_GIVING: Final = frozenset("hand turn give take make sign win".split())
"""Verbs of which "over" is a part."""
_YEARS: Final = (1800, 2100)


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity with the words that give its figure."""

    at: Range
    quantity: Quantity


def quantities(text: str, sentence: Sentence, within: Range | None = None) -> tuple[FoundQuantity, ...]:
    """What the sentence counts, in order; only inside `within` where it is given."""
    words = [w.at.of(text) for w in sentence.words]
    # "Handed over 38": the particle belongs to the verb, and bounds nothing.
    heard = ["" if _is_particle(sentence.words, n) else word for n, word in enumerate(words)]
    found: list[FoundQuantity] = []
    for figure in figures(heard):
        at = Range(sentence.words[figure.first].at.start, sentence.words[figure.last - 1].at.end)
        if within is not None and not (within.start <= at.start and at.end <= within.end):
            continue
        if _is_count(words, figure) and (noun := _counted(sentence.words, words, figure)):
            unit, of = noun
            found += [FoundQuantity(at, Quantity(v, relation, unit, of)) for v, relation in figure.bounds]
    return tuple(found)


def _is_particle(tree: Sequence[Word], n: int) -> bool:
    particle = tree[n].label == "compound:prt"
    return particle or (n > 0 and tree[n].lemma == "over" and tree[n - 1].lemma in _GIVING)


def _is_count(words: Sequence[str], figure: Figure) -> bool:
    """False for dates, numbered things, money, shares, and words joined to the figure ("90-day", "six-point")."""
    before = words[figure.first - 1].casefold().rstrip(".") if figure.first else ""
    after = words[figure.last].casefold() if figure.last < len(words) else ""
    if set(before) & _MARKED or set(after) & _MARKED or before in _NUMBERED or before == ":" or after == ":":
        return False
    if after.rstrip(".") in _MONTHS or after in _JOINTS or before in _JOINTS or after in ("st", "nd", "rd", "th"):
        return False
    return not (_is_year(words, figure) or _is_name(words, figure))


def _is_year(words: Sequence[str], figure: Figure) -> bool:
    value, relation = figure.bounds[0]
    bare = figure.last == figure.first + 1 and words[figure.first].isdigit() and len(words[figure.first]) == 4
    return bare and relation is Relation.EXACT and _YEARS[0] <= value < _YEARS[1]


def _is_name(words: Sequence[str], figure: Figure) -> bool:
    """A number word with a capital inside a sentence, before another: part of a title."""
    behind = words[figure.last] if figure.last < len(words) else ""
    return figure.first > 0 and words[figure.first].istitle() and behind.istitle()


def _counted(tree: Sequence[Word], words: Sequence[str], figure: Figure) -> tuple[str, str | None] | None:
    """The unit that a figure counts and of whom; None where it counts nothing that is kept."""
    noun = _noun(tree, words, figure)
    if noun is None:
        return (PERSON, None) if _bare(tree, words, figure) else None
    unit = singular(words[noun].casefold())
    if unit in _NOT_COUNTED or words[noun].casefold() in _NOT_COUNTED:
        return None
    if words[noun].casefold() in _STATES or unit == "other":
        return PERSON, None
    of = _of(tree, words, noun, figure)
    return unit, None if of == "war" else of  # a prisoner of war is a prisoner, whoever's


def singular(word: str) -> str:
    """The singular of a folded noun, by its ending."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _noun(tree: Sequence[Word], words: Sequence[str], figure: Figure) -> int | None:
    """The noun that is counted: the head of the figure, or the one behind its "of"."""
    inside = range(figure.first, figure.last)
    for n in reversed(inside):
        head = tree[n].head
        outside = head is not None and head not in inside and head > n
        if outside and head is not None and tree[n].label.startswith("nummod") and _countable(tree[head]):
            return head
    behind = figure.last
    if behind < len(tree) and words[behind].casefold() in ("or", "more", "so", "fewer"):
        behind += 2
    if behind < len(tree) and words[behind].casefold() == "of":
        behind += 1
    return _next_noun(tree, behind)


def _next_noun(tree: Sequence[Word], at: int) -> int | None:
    """The head of the noun group that begins here: determiners, adjectives and nouns, up to the last noun."""
    noun = None
    for n in range(at, min(len(tree), at + 6)):
        if _countable(tree[n]):
            noun = n
        elif tree[n].upos not in ("ADJ", "DET", "PRON", "NUM") or (noun is not None):
            break
    return noun


def _countable(word: Word) -> bool:
    return word.upos in ("NOUN", "PROPN") or (word.upos == "ADJ" and word.lemma.casefold() in _STATES)


def _bare(tree: Sequence[Word], words: Sequence[str], figure: Figure) -> bool:
    """Whether a figure without a noun counts people: "killing 14", "20 were wounded", "three dead"."""
    behind = words[figure.last].casefold() if figure.last < len(words) else ""
    if behind in _STATES:
        return True
    head = tree[figure.last - 1].head
    seen = 0
    while head is not None and seen < 3:
        if tree[head].lemma.casefold() in _HARM or words[head].casefold() in _STATES | _PAST:
            return True
        head, seen = tree[head].head, seen + 1
    return False


def _of(tree: Sequence[Word], words: Sequence[str], noun: int, figure: Figure) -> str | None:
    """Of whom: the adjective of a people before the noun ("Westlander soldiers"), or what its "of" or "from" says."""
    named = [
        n
        for n in range(figure.last, noun)
        if words[n][0].isupper() and tree[n].upos in ("ADJ", "PROPN", "NOUN") and words[n].casefold() != "of"
    ]
    if named:
        return " ".join(words[n] for n in range(named[0], named[-1] + 1))
    for n in range(noun + 1, len(tree)):
        if tree[n].head == noun and tree[n].label.startswith("nmod"):
            return _phrase(tree, words, n)
    return None


def _phrase(tree: Sequence[Word], words: Sequence[str], head: int) -> str | None:
    """The words of a phrase behind "of" or "from", from its first word to its head, without the preposition."""
    case = [n for n in range(head) if tree[n].head == head and tree[n].label == "case"]
    if not case or words[case[-1]].casefold() not in ("of", "from"):
        return None
    return " ".join(w for w in words[case[-1] + 1 : head + 1] if w.casefold() not in ("the", "a", "an")) or None
