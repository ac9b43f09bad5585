"""What fills a rule's slots around one trigger."""

from collections.abc import Callable

from trucewatch.extract.codebook.trees import Tree

_NOUN_BEFORE = ("amod", "compound", "nmod:desc", "nmod:unmarked", "nummod", "det")
_CARRIED = frozenset({"nsubj", "nsubj:pass", "obj"})
_OBLIQUE = frozenset({"obl", "nmod", "advcl", "acl", "xcomp", "ccomp"})


class Slots:
    """The slots of a trigger in its sentence.

    `support` are the forms of verbs that carry a noun's event, `times` those of words that head phrases of time.
    """

    def __init__(self, tree: Tree, support: frozenset[str], times: frozenset[str]) -> None:
        self.tree = tree
        self._times = times
        self._support = support
        self._finders: dict[str, Callable[[int], list[int]]] = {
            "subject": self._subject,
            "object": self._object,
            "indirect": self._indirect,
            "clause": self._clause,
            "owner": self._owner,
            "modifier": self._modifier,
            "carrier": self.carrier,
            "above": self._above,
            "host": self._host,
        }
        self._kept: dict[tuple[int, str], tuple[int, ...]] = {}

    def fill(self, at: int, slot: str) -> tuple[int, ...]:
        """The heads of the phrases in the slot, coordinated ones written out, in order; empty where there is none."""
        head = self.tree.words[at].head
        if slot != "above" and head is not None and self.tree.label(at) in ("aux", "aux:pass"):
            return self.fill(head, slot)  # "Westland MUST withdraw": the verb has what the auxiliary is about
        if (at, slot) not in self._kept:
            find = self._finders.get(slot)
            found = find(at) if find else self._oblique(at, slot)
            joined = found if slot in ("carrier", "above") else [j for f in found for j in self.tree.joined(f)]
            self._kept[at, slot] = tuple(dict.fromkeys(joined))
        return self._kept[at, slot]

    def verbal(self, at: int) -> bool:
        """Whether the trigger acts as a verb here: a noun made of one ("the shelling") does not."""
        word = self.tree.words[at]
        return word.upos in ("VERB", "AUX") and word.label not in ("compound", "nsubj", "obj", "nmod", "nsubj:pass")

    def carrier(self, at: int) -> list[int]:
        """The verb that the noun is subject or object of."""
        tree, first = self.tree, self.first_joined(at)
        above = tree.words[first].head
        if above is None or not tree.verbal(above):
            return []
        return [above] if tree.words[first].label in _CARRIED else []

    def first_joined(self, at: int) -> int:
        """The first member of the coordination that the word is in."""
        steps = 0
        while self.tree.words[at].label == "conj" and (head := self.tree.words[at].head) is not None and steps < 60:
            at, steps = head, steps + 1
        return at

    def carries(self, verb: int) -> bool:
        """Whether the verb adds no event of its own to a noun's: "talks were HELD"."""
        return self.tree.forms[verb] in self._support

    def supported(self, at: int) -> int | None:
        """The carrier where it is a support verb or the noun's predicate: whose subject acts in the noun's event."""
        carriers = self.carrier(at)
        return carriers[0] if carriers and self.carries(carriers[0]) else None

    def _subject(self, at: int) -> list[int]:
        if self.verbal(at):
            return [a for a in self.tree.agents(at) if not self.timed(a)]
        if self.tree.by_label(at, "cop") and (own := self.tree.by_label(at, "nsubj", "csubj")):
            return own
        verb = self.supported(at)
        if verb is None:
            return self._by(at)
        return [a for a in self.tree.agents(verb) if a != self.first_joined(at)]

    def _by(self, at: int) -> list[int]:
        found = self.tree.by_label(at, "nmod", "obl", "obl:agent")
        return [c for c in found if self.tree.case(c) == "by" and not self.timed(c)]

    def _object(self, at: int) -> list[int]:
        if self.verbal(at):
            return self.tree.patients(at)
        return self.tree.by_label(at, "obj") or self._oblique(at, "of")

    def _indirect(self, at: int) -> list[int]:
        return self.tree.by_label(at, "iobj")

    def _clause(self, at: int) -> list[int]:
        """Clauses that complete the trigger, also where the parser hangs them on its object."""
        tree = self.tree
        found = tree.by_label(at, "xcomp", "ccomp", "csubj", "csubj:pass")
        found += [c for c in tree.by_label(at, "advcl", "acl") if self._infinitive(c) or tree.case(c) == "that"]
        for child in tree.by_label(at, "obj", "obl", "iobj", "nmod"):
            found += [c for c in tree.by_label(child, "acl", "advcl") if self._infinitive(c)]
        return found

    def _infinitive(self, at: int) -> bool:
        return any(self.tree.words[c].xpos == "TO" for c in self.tree.by_label(at, "mark"))

    def _owner(self, at: int) -> list[int]:
        return self.tree.by_label(at, "nmod:poss")

    def _modifier(self, at: int) -> list[int]:
        found = [c for c in self.tree.by_label(at, *_NOUN_BEFORE) if c < at]
        inner = [g for c in found for g in self.tree.by_label(c, "compound", "amod") if g < at]
        return sorted({*found, *inner})

    def _above(self, at: int) -> list[int]:
        head = self.tree.words[self.first_joined(at)].head
        return [] if head is None else [head]

    def _host(self, at: int) -> list[int]:
        """The subject of the clause that the noun stands in."""
        tree = self.tree
        for child, head in tree.above(at):
            if tree.verbal(head):
                return [a for a in tree.agents(head) if a not in (child, at)]
        return []

    def _oblique(self, at: int, preposition: str) -> list[int]:
        """Phrases and clauses that the preposition begins; a noun also has those of the verb that carries it."""
        tree = self.tree
        homes = [at]
        if not self.verbal(at):
            homes += self.carrier(at)[:1]
        else:  # a phrase after an object often hangs on the object
            homes += tree.by_label(at, "obj")[:1]
        return [
            child
            for home in homes
            for child in tree.children[home]
            if child != at and self._begun_by(child, preposition)
        ]

    def _begun_by(self, child: int, preposition: str) -> bool:
        tree = self.tree
        if tree.label(child).partition(":")[0] not in _OBLIQUE or tree.case(child) != preposition:
            return False
        return not self.timed(child)

    def timed(self, at: int) -> bool:
        """Whether the word heads a phrase of time: "on MONDAY", "by 24 April"."""
        tree = self.tree
        if tree.words[at].upos != "NUM":
            return tree.forms[at] in self._times
        month = any(tree.forms[c] in self._times for c in tree.children[at])
        return month or tree.label(at) not in ("nsubj", "nsubj:pass", "obj", "conj")
