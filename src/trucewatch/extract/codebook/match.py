"""Rules against one sentence: which fire, on which words, and which of them stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.extract.codebook.lexicon import Lexicon, Pattern, Terms
from trucewatch.extract.codebook.slots import Slots
from trucewatch.extract.codebook.trees import Tree
from trucewatch.record.codebook import ANY, NAMES, NUMBER, Frame, Part, Rule, Want
from trucewatch.record.language import Sentence
from trucewatch.record.mentions import Name, NameType

MAX_GAP = 3
"""Words that may stand between two of a phrase: "put a swift end to"."""
MAX_TRIGGER = 7
"""Words from the first of a trigger to the last with what it absorbs; farther apart, the trigger stands alone."""
_WORD_COUNTS = 3
"""A named word against a slot that must only be filled."""
_BROAD = frozenset({ANY, NUMBER, *NAMES})
_GAP = frozenset({"DET", "ADJ", "ADV", "PUNCT", "PRON", "NUM"})
_VERB_TAGS = frozenset({"VERB", "AUX"})
_NOUN_TAGS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs that no phrase of a noun ends in: "the military STRUCK" is no military strike."""

Words = tuple[int, ...]
"""Words of the sentence by number."""


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's trigger in a sentence: the words of the phrase, and the one that heads them."""

    rule: int
    words: tuple[int, ...]
    head: int
    size: int
    """Words of the trigger as its rule writes it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fired: its trigger, what it absorbed, and how closely it was described."""

    found: Found
    rule: Rule
    absorbed: tuple[int, ...]
    specific: int
    covered: tuple[int, ...] = ()
    """More words of the phrases that it absorbed: no trigger of their own, and no part of this one's span."""

    @property
    def head(self) -> int:
        """The word that heads the trigger."""
        return self.found.head

    def span(self) -> tuple[int, int]:
        """First and last word of the trigger with what it absorbed, where that is near enough to be one phrase."""
        words = sorted({*self.found.words, *self.absorbed})
        if words[-1] - words[0] < MAX_TRIGGER:
            return words[0], words[-1]
        own = self.found.words
        return min(own), max(own)


@dataclass(frozen=True, slots=True)
class Miss:
    """A trigger whose rule did not fire, and why not."""

    found: Found
    rule: Rule
    why: str


class Clause:
    """One sentence made ready: its tree, its slots, the names in it."""

    __slots__ = ("named", "slots", "tree")

    def __init__(self, sentence: Sentence, text: str, names: Iterable[Name], lexicon: Lexicon) -> None:
        self.tree = Tree(sentence, text, lexicon.control)
        self.slots = Slots(self.tree, lexicon.support, lexicon.times)
        self.named: dict[int, NameType] = {}
        """The kind of name that each word is part of."""
        for name in names:
            for number, word in enumerate(sentence.words):
                if word.at.start < name.at.end and name.at.start < word.at.end:
                    self.named[number] = name.type


@dataclass(frozen=True, slots=True)
class Matched:
    """What a sentence's triggers came to, each list in the sentence's order."""

    events: list[Hit]
    """Hits that code an event: one a trigger."""
    operators: dict[int, Hit]
    """Hits that say in what state their complements are told, by head."""
    misses: list[Miss]


def match(clause: Clause, lexicon: Lexicon) -> Matched:
    """The rules of the codebook that fire in a sentence, and those whose triggers came to nothing."""
    hits: list[Hit] = []
    misses: list[Miss] = []
    for found in _triggers(clause, lexicon):
        outcome = _try(clause, lexicon, found)
        if isinstance(outcome, Hit):
            hits.append(outcome)
        else:
            misses.append(outcome)
    events = _standing([h for h in hits if h.rule.category is not None], misses)
    operators = {h.head: h for h in _standing([h for h in hits if h.rule.category is None], misses)}
    operators.update({h.head: h for h in events if h.rule.makes is not None})
    return Matched(events, operators, misses)


def _triggers(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    for at, form in enumerate(clause.tree.forms):
        for pattern in lexicon.starting(form):
            words = _phrase(clause.tree, at, pattern)
            if (
                words
                and _tagged(clause, words, pattern)
                and not _compounded(clause.tree, at, lexicon.rules[pattern.rule])
            ):
                yield Found(pattern.rule, words, _head(clause.tree, words, pattern.part), pattern.size)


def _phrase(tree: Tree, at: int, pattern: Pattern) -> tuple[int, ...]:
    """The words of the pattern from here on; empty where one is missing."""
    words = [at]
    for forms in pattern.words[1:]:
        found = _next(tree, words[-1] + 1, forms) or _particle(tree, at, forms)
        if found is None:
            return ()
        words.append(found)
    return tuple(words)


def _next(tree: Tree, start: int, forms: frozenset[str]) -> int | None:
    for at in range(start, min(start + MAX_GAP + 1, len(tree.forms))):
        if tree.forms[at] in forms:
            return at
        if tree.words[at].upos not in _GAP or tree.forms[at] in (",", ";", ":", "(", ")"):
            return None
    return None


def _particle(tree: Tree, verb: int, forms: frozenset[str]) -> int | None:
    """ "CALLED the talks OFF": the particle hangs on the verb wherever it stands."""
    return next((c for c in tree.by_label(verb, "compound:prt") if tree.forms[c] in forms), None)


def _tagged(clause: Clause, words: tuple[int, ...], pattern: Pattern) -> bool:
    """Whether the words are the part of speech that the trigger is."""
    word = clause.tree.words[words[0]]
    if pattern.part is Part.VERB:
        bare = word.label == "amod" and not clause.tree.children[words[0]]  # "the DISPUTED region" tells a state
        return word.upos in _VERB_TAGS and clause.slots.verbal(words[0]) and not bare
    if pattern.part is Part.ADJECTIVE:
        return word.upos in ("ADJ", "VERB", "ADV")
    if len(words) > 1:
        last = clause.tree.words[words[-1]]
        return last.upos not in ("AUX", "ADV") and not (last.upos == "VERB" and last.xpos in _FINITE)
    return word.upos in _NOUN_TAGS or not clause.slots.verbal(words[0])


def _compounded(tree: Tree, at: int, rule: Rule) -> bool:
    """A word behind a hyphen tells a quality ("open-ended", "rebel-held"); a "rebel-signed truce" has its object."""
    if tree.words[at].upos not in _VERB_TAGS or at < 2 or tree.forms[at - 1] != "-":
        return False
    return tree.words[at - 2].upos in ("ADJ", "ADV", "NUM") or not rule.absorb


def _head(tree: Tree, words: tuple[int, ...], part: Part) -> int:
    if part is Part.VERB:
        return words[0]
    inside = set(words)
    return next((w for w in words if tree.words[w].head not in inside), words[0])


def _try(clause: Clause, lexicon: Lexicon, found: Found) -> Hit | Miss:
    rule = lexicon.rules[found.rule]
    for frame in rule.excluded:
        if all(_fillers(clause, lexicon, found, want) for want in frame):
            return Miss(found, rule, "excluded by " + ", ".join(map(_said, frame)))
    best: tuple[int, Words, Words] | None = None if rule.frames else (0, (), ())
    failed = ""
    for frame in rule.frames:
        matched = _frame(clause, lexicon, found, frame)
        if isinstance(matched, Want):
            failed = failed or f"wants {_said(matched)}"
        elif best is None or _closeness(frame) > best[0]:
            best = (_closeness(frame), *matched)
    if best is None:
        return Miss(found, rule, failed)
    absorbed = tuple(w for w in best[1] if w not in found.words)
    return Hit(found, rule, absorbed, _WORD_COUNTS * found.size + best[0], best[2])


def _closeness(frame: Frame) -> int:
    """How closely a frame describes: a condition that names words says more than one that wants a slot filled."""
    return sum(_WORD_COUNTS if set(want.terms) - _BROAD else 1 for want in frame)


def _frame(clause: Clause, lexicon: Lexicon, found: Found, frame: Frame) -> tuple[Words, Words] | Want:
    """The words in absorbing slots that meet the frame, and the rest of their phrases; the first condition not met."""
    rule = lexicon.rules[found.rule]
    absorbed: list[int] = []
    covered: list[int] = []
    for want in frame:
        fillers = _fillers(clause, lexicon, found, want)
        if not fillers:
            return want
        if want.slot in rule.absorb:
            absorbed += [word for words in fillers for word in words[:2]]
            covered += [word for words in fillers for word in words[2:]]
    return tuple(dict.fromkeys(absorbed)), tuple(covered)


def _fillers(clause: Clause, lexicon: Lexicon, found: Found, want: Want) -> list[Words]:
    """The fillers that meet the condition, each with the words by which it does; none: it is not met."""
    fillers = [f for f in clause.slots.fill(found.head, want.slot) if f not in found.words[1:]]
    if not want.terms:
        return [(f,) for f in fillers]
    terms = lexicon.terms(want.terms)
    return [(f, *words) for f in fillers if (words := _accepted(clause, f, terms))]


def _accepted(clause: Clause, at: int, terms: tuple[Terms, ...]) -> Words:
    """The word of the filler's phrase that the terms accept, then those of a phrase of theirs; none: nothing."""
    for some in terms:
        if some.anything:
            return (at,)
        low, high = clause.tree.phrase(at) if some.spread or some.phrases else (at, at)
        for word in range(low, high + 1) if some.spread else (at,):
            if clause.tree.forms[word] in some.single:
                return (word,)
        if some.number and clause.tree.words[at].upos == "NUM":
            return (at,)
        if some.names and not some.names.isdisjoint(_kinds(clause, at)):
            return (at,)
        for phrase in some.phrases:
            for start in range(low, high + 1):
                if words := _stands(clause.tree, start, phrase):
                    return (at, *words)
    return ()


def _kinds(clause: Clause, at: int) -> set[NameType]:
    """The kinds of name that the word is, or has beside it: "President KELLER", "the WESTLAND army"."""
    beside = clause.tree.by_label(at, "flat", "compound", "appos", "nmod:desc")
    return {clause.named[w] for w in (at, *beside) if w in clause.named}


def _stands(tree: Tree, start: int, phrase: tuple[frozenset[str], ...]) -> Words:
    """The words of the phrase that stands here; hyphens inside it are passed over, and it may end beyond the filler."""
    at, words = start, list[int]()
    for forms in phrase:
        if at < len(tree.forms) and tree.forms[at] == "-" and at > start:
            at += 1
        if at >= len(tree.forms) or tree.forms[at] not in forms:
            return ()
        words.append(at)
        at += 1
    return tuple(words)


def _said(want: Want) -> str:
    return f"{want.slot}: {', '.join(want.terms) or 'anything'}"


def _standing(hits: list[Hit], misses: list[Miss]) -> list[Hit]:
    """One hit a trigger: the most closely described wins, and its words are taken."""
    order = sorted(range(len(hits)), key=lambda n: (-hits[n].specific, -hits[n].found.rule, n))
    taken: dict[int, Hit] = {}
    standing: list[Hit] = []
    for number in order:
        hit = hits[number]
        winner = next((taken[w] for w in (*hit.found.words, hit.head) if w in taken), None)
        if winner is not None:
            misses.append(Miss(hit.found, hit.rule, f"{winner.rule.id} describes these words more closely"))
            continue
        standing.append(hit)
        taken.update(dict.fromkeys((*hit.found.words, *hit.absorbed, *hit.covered), hit))
    return sorted(standing, key=lambda h: (h.span(), h.head))
