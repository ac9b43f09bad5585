"""One sentence's tree, asked for what a rule's slots need: logical subjects and objects, shared and moved ones too.

Sentences are bounded by the language model (200 words), coordinations here: what a sentence costs is bounded as well.
"""

from collections.abc import Iterator
from itertools import islice

from trucewatch.record.language import Sentence, Word

MAX_JOINED = 50
"""Members of one coordination that are looked at: "forty villages, towns and ..."."""
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_OUTSIDE = frozenset(
    """conj cc punct acl acl:relcl advcl parataxis appos case mark cop aux aux:pass dep list discourse vocative nsubj
    nsubj:pass""".split()
)
"""What hangs on a noun and is no part of the phrase that names an actor."""
_OBJECT_CONTROL = frozenset({"of", "from", "for", "into", "against"})
VERBAL = frozenset({"VERB", "AUX"})


class Tree:
    """A sentence with its words' children and lower-case forms."""

    __slots__ = ("children", "control", "forms", "text", "words")

    def __init__(self, sentence: Sentence, text: str, control: frozenset[str]) -> None:
        self.text = text
        self.control = control
        """Forms of verbs whose object acts in the infinitive after it: "urged them to stop"."""
        self.words = sentence.words
        self.forms = [w.at.of(text).lower() for w in sentence.words]
        self.children: list[list[int]] = [[] for _ in self.words]
        for number, word in enumerate(self.words):
            if word.head is not None:
                self.children[word.head].append(number)

    def label(self, at: int) -> str:
        """The word's relation to its head."""
        return self.words[at].label

    def head(self, at: int) -> Word | None:
        """The word that this one hangs on."""
        above = self.words[at].head
        return None if above is None else self.words[above]

    def by_label(self, at: int, *labels: str) -> list[int]:
        """The word's children with one of these relations, in order."""
        return [c for c in self.children[at] if self.words[c].label in labels]

    def above(self, at: int) -> Iterator[tuple[int, int]]:
        """Each step up to the root: a word and its head. Ends on a tree that is none."""
        seen = 0
        while (head := self.words[at].head) is not None and seen < len(self.words):
            yield at, head
            at, seen = head, seen + 1

    def verbal(self, at: int) -> bool:
        """Whether the word is a verb by its part of speech."""
        return self.words[at].upos in VERBAL

    def joined(self, at: int) -> list[int]:
        """The word and what is coordinated with it, at most `MAX_JOINED`."""
        return list(islice(self._joined(at), MAX_JOINED))

    def _joined(self, at: int) -> Iterator[int]:
        waiting = [at]
        while waiting:
            one = waiting.pop(0)
            yield one
            waiting += [c for c in self.children[one] if self.words[c].label == "conj"]

    def case(self, at: int) -> str:
        """The preposition before the word, of a coordination before its first member; empty where there is none."""
        for child in self.children[at]:
            word = self.words[child]
            # Of "out of the treaty", "of" says what it was left.
            if word.label in ("case", "mark") and word.upos in ("ADP", "SCONJ") and self.forms[child] != "out":
                return self.forms[child]
            if word.label == "case" and self.forms[child] == "following":
                return "following"  # a preposition, tagged as the verb it was
        first = self.words[at].head
        if self.words[at].label == "conj" and first is not None and self.words[first].label != "conj":
            return self.case(first)
        return ""

    def phrase(self, at: int) -> tuple[int, int]:
        """First and last word of the phrase that the word heads, without clauses and coordinated members."""
        low = high = at
        waiting = [c for c in self.children[at] if self.words[c].label not in _OUTSIDE]
        while waiting:
            one = waiting.pop()
            low, high = min(low, one), max(high, one)
            waiting += [c for c in self.children[one] if self.words[c].label not in (_OUTSIDE - {"case", "conj", "cc"})]
        return low, high

    # -- verbs -------------------------------------------------------------------------------------

    def passive(self, at: int) -> bool:
        """Whether the verb is told from the side of what it is done to."""
        if self.by_label(at, "aux:pass", "nsubj:pass", "csubj:pass"):
            return True
        word = self.words[at]
        if word.xpos != "VBN" or self.by_label(at, "aux", "nsubj"):
            return False
        if word.label == "conj" and word.head is not None and self.verbal(word.head):
            return self.passive(word.head)
        return word.label in ("acl", "acl:relcl", "advcl", "amod", "root", "xcomp", "dep", "parataxis")

    def agents(self, at: int) -> list[int]:
        """Who does what the verb says, wherever the sentence has put them."""
        if not self.passive(at):
            return self.surface_subjects(at)
        found = self.by_label(at, "obl:agent")
        return found[:1] or [c for c in self.by_label(at, "obl", "nmod") if self.case(c) == "by"][:1]

    def patients(self, at: int) -> list[int]:
        """Whom or what it is done to."""
        if self.passive(at):
            return self.surface_subjects(at)
        if found := self.by_label(at, "obj") or self.by_label(at, "iobj") or self._counted(at):
            return [self._antecedent(at, one) for one in found[-1:]]
        return self._moved_object(at)

    def _counted(self, at: int) -> list[int]:
        """ "Freed AT LEAST forty men": no phrase of place, though a parser may read one."""
        obliques = self.by_label(at, "obl")
        return [
            c for c in obliques if self.case(c) in ("at", "up") and not self._counts(c).isdisjoint(("least", "most"))
        ]

    def _counts(self, at: int) -> set[str]:
        return set(self.forms[self.phrase(at)[0] : at])

    def _moved_object(self, at: int) -> list[int]:
        """The object of "the deal they signed", and the one that coordinated verbs share."""
        word = self.words[at]
        relative = any(self.words[c].xpos in _RELATIVE for c in self.children[at])
        if word.label == "acl:relcl" and word.head is not None and self.by_label(at, "nsubj") and not relative:
            return [word.head]
        for other in self.by_label(at, "conj"):
            if other - at <= 3 and self.verbal(other) and (found := self.by_label(other, "obj")):
                return found[:1]
        return []

    def surface_subjects(self, at: int, depth: int = 0) -> list[int]:
        """The grammatical subject: the verb's own, or the one it shares, is controlled by, or modifies."""
        own = [c for c in self.children[at] if self.words[c].label in _SUBJECTS]
        if own:
            return [self._antecedent(at, own[0])]
        above = self.words[at].head
        if above is None or depth > 10:
            return []
        return self._borrowed(at, above, depth + 1)

    def _borrowed(self, at: int, above: int, depth: int) -> list[int]:
        label = self.words[at].label
        verbal = self.verbal(above) or self.words[above].upos == "ADJ"
        if label == "conj":
            return self.surface_subjects(above, depth) if verbal else []
        if label in ("xcomp", "ccomp") and verbal:
            return self.by_label(above, "obj", "iobj")[:1] or self.surface_subjects(above, depth)
        if label in ("acl", "acl:relcl", "amod") and not verbal:
            return self._of_noun(at, above, depth)
        if label in ("acl", "advcl") and verbal:
            controlled = self.case(at) in _OBJECT_CONTROL and self.by_label(above, "obj")
            return controlled or self.surface_subjects(above, depth)
        return []

    def _of_noun(self, at: int, noun: int, depth: int) -> list[int]:
        """ "Forces SHELLING the town": the noun; "a decision TO WITHDRAW": whose decision it is."""
        marked = self.words[at].xpos == "VB" or any(self.words[c].label == "mark" for c in self.children[at])
        if not marked:
            return [noun]
        if self.words[noun].label in ("obj", "obl") and self.case(at) in _OBJECT_CONTROL:
            return [noun]
        if owner := self.by_label(noun, "nmod:poss"):
            return owner[:1]
        above = self.words[noun].head
        if above is None or not self.verbal(above):
            return []
        if self.words[noun].label == "obj" and (self.words[noun].upos == "PROPN" or self.forms[above] in self.control):
            return [noun]
        return self.agents(above) if depth < 10 else []

    def _antecedent(self, verb: int, argument: int) -> int:
        """What a relative pronoun stands for."""
        above = self.words[verb].head
        if self.words[argument].xpos in _RELATIVE and self.words[verb].label == "acl:relcl" and above is not None:
            return above
        return argument
