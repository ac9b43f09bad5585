"""A codebook made ready for matching: every trigger and term as the forms that it takes in text."""

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.extract.inflection import forms_of
from trucewatch.record.codebook import ANY, NAMES, NUMBER, Codebook, Part, Rule, Trigger
from trucewatch.record.mentions import NameType, Status

SUPPORT = "support"
"""The class of verbs that carry a noun's event and add none: "held talks", "carried out an attack"."""
CONTROL = "control"
"""The class of verbs whose object acts in the infinitive after it: "urged them to stop"."""
TIMES = "times"
"""The class of words for times: a phrase that one heads fills no slot of a preposition ("on MONDAY")."""
ASPECT = "aspect"
"""The class of verbs that only say how far an infinitive has come: "continued to shell"."""
ENDING = "ending"
"""The class of verbs and adjectives that tell of the end of their subject: "the war is OVER"."""
UNDER_WAY = "under-way"
"""The class of predicates that tell that their subject goes on: "talks are UNDERWAY", "in PROGRESS"."""
MARKS = "marks-"
"""Classes of small words that decide a state by themselves: `marks-denied` holds "not", `marks-planned` "will"."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger's words, each as its forms; the rule is named by its number in the codebook."""

    rule: int
    part: Part
    words: tuple[frozenset[str], ...]
    size: int
    """Words of the trigger as its rule writes it: "cease-fire" is one, however a text parts it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a condition accepts: single words by form, phrases, kinds of name."""

    single: frozenset[str]
    phrases: tuple[tuple[frozenset[str], ...], ...]
    names: frozenset[NameType]
    anything: bool
    number: bool
    spread: bool
    """Every word of a filler's phrase is looked at, not its head alone."""


def spellings(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The phrase as texts write it and words are cut: "cease-fire" also as "cease fire" and "ceasefire"."""
    if not any("-" in word for word in words):
        return (words,)
    parted = tuple(part for word in words for part in word.split("-") if part)
    return words, parted, tuple(word.replace("-", "") for word in words)


class Lexicon:
    """The rules of a codebook by the forms of their triggers; safe to share, never changed."""

    def __init__(self, codebook: Codebook) -> None:
        self.rules: tuple[Rule, ...] = codebook.rules
        self.name = codebook.name
        self.shifts = {(s.status, s.category): s for s in codebook.shifts}
        self._classes = {c.name: c.terms for c in codebook.classes}
        self._forms: dict[str, frozenset[str]] = {}
        self._terms: dict[tuple[str, ...], tuple[Terms, ...]] = {}
        self._starts: dict[str, list[Pattern]] = {}
        self.support, self.control = self._class_forms(SUPPORT), self._class_forms(CONTROL)
        self.times, self.aspect = self._class_forms(TIMES), self._class_forms(ASPECT)
        self.ending, self.under_way = self._class_forms(ENDING), self._class_forms(UNDER_WAY)
        self.marks = {status: self._class_forms(MARKS + status) for status in Status}
        for number, rule in enumerate(codebook.rules):
            for trigger in rule.triggers:
                self._add(number, trigger)
        for rule in codebook.rules:
            for frame in (*rule.frames, *rule.excluded):
                for want in frame:
                    self.terms(want.terms)

    def _add(self, number: int, trigger: Trigger) -> None:
        for words in spellings(trigger.words):
            self._add_spelt(number, trigger, words)

    def _add_spelt(self, number: int, trigger: Trigger, spelt: tuple[str, ...]) -> None:
        first, *rest = spelt
        words = (forms_of(first, trigger.part), *(self._any_form(w) for w in rest))
        if trigger.part is Part.NOUN and len(words) > 1:
            words = (self._any_form(first), *words[1:])
        pattern = Pattern(number, trigger.part, words, len(trigger.words))
        for form in words[0]:
            self._starts.setdefault(form, []).append(pattern)

    def starting(self, form: str) -> list[Pattern]:
        """The triggers that can begin with this form."""
        return self._starts.get(form, [])

    def _class_forms(self, name: str) -> frozenset[str]:
        """The forms of a class's single words; empty where the codebook has no such class."""
        return frozenset(f for term in self._classes.get(name, ()) if " " not in term for f in self._any_form(term))

    def terms(self, terms: tuple[str, ...]) -> tuple[Terms, ...]:
        """What a condition's terms accept: those for the head, then those for the whole phrase."""
        if terms not in self._terms:
            plain = self._compiled([t for t in terms if not t.startswith("~")], False)
            spread = self._compiled([t[1:] for t in terms if t.startswith("~")], True)
            self._terms[terms] = tuple(t for t in (plain, spread) if t)
        return self._terms[terms]

    def _compiled(self, terms: list[str], spread: bool) -> Terms | None:
        if not terms:
            return None
        flat = [*self._flat(terms)]
        kinds = [t for t in flat if t in NAMES]
        words = [v for t in flat if t not in (ANY, NUMBER, *NAMES) for v in spellings(tuple(t.split()))]
        return Terms(
            frozenset(f for w in words if len(w) == 1 for f in self._any_form(w[0])),
            tuple(tuple(self._any_form(x) for x in w) for w in words if len(w) > 1),
            frozenset(n for t in kinds for n in NameType if NAMES[t] in (None, str(n))),
            ANY in flat,
            NUMBER in flat,
            spread,
        )

    def _flat(self, terms: list[str]) -> Iterator[str]:
        for term in terms:
            yield from self._classes[term[1:]] if term.startswith("$") else (term,)

    def _any_form(self, word: str) -> frozenset[str]:
        if word not in self._forms:
            self._forms[word] = frozenset(f for part in Part for f in forms_of(word, part))
        return self._forms[word]
