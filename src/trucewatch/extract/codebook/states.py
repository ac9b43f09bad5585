"""In what state an event is told: tense first, then whatever stands above it on the way to the sentence's root."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.extract.codebook.match import Clause, Hit
from trucewatch.record.mentions import Status, Track

_OVER = ("clause", "object", "for", "of", "to", "in", "on", "about", "against", "from", "over", "into")
_SMALL = frozenset({"aux", "aux:pass", "advmod", "det", "amod", "mark", "case", "cc:preconj", "cc", "nmod:poss"})
_REAL = (Status.HAPPENED, Status.ONGOING)
_TIED = frozenset("after before during since following amid despite until upon by with without when while as".split())
"""Before a noun they take its event as given, or tie it to another's time."""
_STATES = frozenset({"at", "in", "under"})
"""Before a predicate noun they tell what its subject is in: "AT war", "IN talks", "UNDER attack"."""
_STANDING = frozenset("is are remain remains continue continues stay stays persist persists exist exists".split())
_ORDER = (Status.DENIED, Status.HYPOTHETICAL, Status.CALLED_FOR, Status.PLANNED, Status.ALLEGED, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class State:
    """A status and the word that decided it; None: the tense alone did."""

    status: Status
    word: int | None = None
    announced: Status | None = None
    """What the verb's own auxiliary says: planned for "will", called-for for "must"; denied for "will not"."""


def told_by(clause: Clause, hit: Hit) -> int:
    """The word that tells the event: its own, or the verb of a relative clause that says how far a noun's has come.

    "The exchange, which has not begun": what has not begun is the exchange.
    """
    tree, at = clause.tree, hit.head
    if clause.slots.verbal(at):
        return at
    for verb in tree.by_label(at, "acl:relcl"):
        subjects = tree.by_label(verb, "nsubj", "nsubj:pass")
        relative = any(tree.words[s].xpos in ("WDT", "WP") for s in subjects)
        if relative and clause.slots.carries(verb):
            return verb
    return at


class States:
    """The states of one sentence's events."""

    def __init__(self, clause: Clause, lexicon: Lexicon, operators: Mapping[int, Hit]) -> None:
        self._clause = clause
        self._tree = clause.tree
        self._marks = lexicon.marks
        self._aspect = lexicon.aspect
        self._ending, self._under_way = lexicon.ending, lexicon.under_way
        self._operators = operators
        """Hits whose rule makes something of its complements, by head."""

    def of(self, hit: Hit) -> State:
        """The state that the hit's event is told in."""
        start = hit.head
        state = self._own(hit)
        if hit.rule.status is None and told_by(self._clause, hit) == start:
            state = self._climbed(start, state)
        elif hit.rule.status is not None and (state.status is not Status.DENIED or state.word is None):
            state = State(hit.rule.status, hit.head)
        return replace(state, announced=self._announced(hit))

    def _announced(self, hit: Hit) -> Status | None:
        verbs = [w for w in (hit.head, *hit.absorbed) if self._tree.verbal(w)]
        if not verbs and (carrier := self._clause.slots.supported(hit.head)) is not None:
            verbs = [carrier]
        told = {s for v in verbs[:1] for c in self._tree.by_label(v, "aux", "advmod") for s in self._by_word(c)}
        if Status.PLANNED in told and Status.DENIED in told:
            return Status.DENIED
        return next((s for s in (Status.PLANNED, Status.CALLED_FOR) if s in told), None)

    def _by_word(self, at: int) -> set[Status]:
        return {s for s in _ORDER if self._tree.forms[at] in self._marks[s]}

    def _own(self, hit: Hit) -> State:
        """By the trigger's own small words and the tense of its clause."""
        at, lasting = hit.head, hit.rule.lasting
        if self._clause.slots.verbal(at):
            return self._tense(at, lasting)
        mark = self._mark(at)
        teller = told_by(self._clause, hit)
        if teller != at and (told := self._tense(teller, lasting)).status is not Status.PLANNED:
            return mark if mark and mark.status is Status.DENIED else told
        carriers = [w for w in hit.absorbed if self._tree.verbal(w)] or self._clause.slots.carrier(at)
        if mark and mark.status is not Status.ONGOING:
            return mark
        if carriers and (carriers[0] in hit.absorbed or self._clause.slots.supported(at) is not None):
            return self._tense(carriers[0], lasting)
        first = self._clause.slots.first_joined(at)
        if self._tree.by_label(first, "cop"):
            if self._tree.case(first) in _STATES:
                return self._tense(first, True)
            return mark or State(_REAL[lasting])  # "this is an attack": the saying is now, not the attack
        return mark or self._around(at, lasting)

    def _around(self, at: int, lasting: bool) -> State:
        """A noun takes the tense of the clause it stands in, and nothing of that clause's denials."""
        for child, head in self._tree.above(at):
            if self._tree.case(child) in _TIED:
                break
            if self._tree.verbal(head) or self._tree.by_label(head, "cop"):
                if self._tree.forms[head] in self._ending and self._tree.label(child) in ("nsubj", "nsubj:pass"):
                    return self._ended(head)
                told = self._tense(head, lasting or self._standing(head))
                return told if told.status in (*_REAL, Status.PLANNED) else State(_REAL[lasting])
        return State(_REAL[lasting])

    def _standing(self, head: int) -> bool:
        """Whether the clause tells how things are, not what is done: "there IS progress in the exchange"."""
        forms = self._tree.forms
        if forms[head] in _STANDING or forms[head] in self._under_way:
            return True
        return any(forms[c] in _STANDING for c in self._tree.by_label(head, "cop"))

    def _ended(self, head: int) -> State:
        """What has ended is over; what has not, or must or will, goes on: "the war is NOT over"."""
        told = self._tense(head, False)
        return State(Status.HAPPENED if told.status in _REAL else Status.ONGOING, told.word)

    def _mark(self, at: int) -> State | None:
        """The strongest of the small words on this one."""
        for status in _ORDER:
            for child in self._tree.children[at]:
                small = self._tree.label(child) in _SMALL and self._tree.forms[child + 1 : child + 2] != ["only"]
                if small and self._tree.forms[child] in self._marks[status]:
                    return State(status, child)
        return None

    def _tense(self, at: int, lasting: bool, depth: int = 0) -> State:
        """The state that a verb's own group tells; a joined verb without auxiliaries has those of the first."""
        mark = self._mark(at) or self._denied_argument(at)
        if mark is not None:
            return mark
        tree, word = self._tree, self._tree.words[at]
        helpers = [tree.forms[c] for c in tree.by_label(at, "aux", "aux:pass", "cop")]
        if not helpers and depth < 5 and word.head is not None:
            if word.label == "conj" and word.xpos in ("VB", "VBG", "VBN"):
                return self._tense(word.head, lasting, depth + 1)
            if word.label in ("advcl", "acl", "xcomp") and word.xpos == "VBG" and tree.verbal(word.head):
                return self._tense(word.head, lasting, depth + 1)
            if self._led(at, word.head):
                return self._tense(word.head, True, depth + 1)
        return State(self._by_form(at, helpers, lasting))

    def _led(self, at: int, head: int) -> bool:
        """Whether the verb above only says how far this one has come, or this one has no "to" of its own."""
        word = self._tree.words[at]
        if word.xpos != "VB" or word.label not in ("xcomp", "ccomp") or not self._tree.verbal(head):
            return False
        return self._tree.forms[head] in self._aspect or not self._infinitive(at)

    def _by_form(self, at: int, helpers: list[str], lasting: bool) -> Status:
        if self._infinitive(at):
            return Status.PLANNED
        word = self._tree.words[at]
        perfect = any(h in ("has", "have", "had", "'ve", "having") for h in helpers)
        present = any(h in ("is", "are", "am", "'s", "'re", "'m", "being") for h in helpers) and not perfect
        if word.xpos == "VBG" and (present or any(h in ("has", "have", "'ve") for h in helpers)):
            return Status.ONGOING
        if lasting and (present or word.xpos in ("VBP", "VBZ") or (not helpers and word.xpos == "VBN")):
            return Status.ONGOING
        if lasting and perfect and "had" not in helpers:
            return Status.ONGOING
        return Status.HAPPENED

    def _infinitive(self, at: int) -> bool:
        return any(self._tree.words[c].xpos == "TO" for c in self._tree.by_label(at, "mark"))

    def _denied_argument(self, at: int) -> State | None:
        """ "NO side attacked", "nobody was hurt": the denial stands on the subject or object."""
        for child in self._tree.by_label(at, "nsubj", "nsubj:pass", "obj"):
            if self._tree.forms[child] in ("nobody", "none", "nothing", "neither"):
                return State(Status.DENIED, child)
            for inner in self._tree.by_label(child, "det", "advmod"):
                if self._tree.forms[inner] in ("no", "neither", "not"):
                    return State(Status.DENIED, inner)
        return None

    # -- what stands above -------------------------------------------------------------------------

    def _climbed(self, start: int, state: State) -> State:
        given = self._dated(start)
        for child, head in self._tree.above(start):
            operator = self._operators.get(head)
            if operator is not None and self._governs(operator, child):
                if operator.rule.makes in (None, *_REAL):
                    state, given = self._given(operator, state), True
                elif not given or operator.rule.makes is Status.ALLEGED:
                    state = self._under(operator, state)
            elif not given and self._tree.label(child) == "xcomp" and self._tree.verbal(head):
                above = self._tense(head, False)
                if above.word is not None and above.status not in _REAL:
                    state = self._joined(state, above)
            if self._closed(child):
                return state
        return state

    def _dated(self, at: int) -> bool:
        """Whether a participle on the noun says when it came about: "a truce DECLARED last week" is not to come."""
        tree = self._tree
        planned = self._marks[Status.PLANNED]
        verbs = [v for v in (at, *tree.children[at]) if tree.label(v) == "acl" and tree.words[v].xpos == "VBN"]
        times = [c for v in verbs if tree.forms[v] not in planned for c in tree.children[v]]
        return any(self._clause.slots.timed(c) and tree.case(c) in ("", "on", "in") for c in times)

    def _governs(self, operator: Hit, child: int) -> bool:
        fill = self._clause.slots.fill
        if operator.rule.track is Track.ACCUSATION and self._infinitive(child):
            return False  # one accuses OF something; an infinitive tells what for
        return any(child in fill(operator.head, slot) for slot in operator.rule.over or _OVER)

    def _given(self, operator: Hit, state: State) -> State:
        """Under a word that takes its complement as given; nothing above that but a claim can touch it."""
        negated = self._mark(operator.head)
        if self._tree.forms[operator.head] in self._ending and negated and negated.status is Status.DENIED:
            return State(Status.ONGOING, negated.word)
        real = state.status in _REAL or state.word is not None
        return state if real else State(operator.rule.makes or state.status)

    def _under(self, operator: Hit, state: State) -> State:
        """What the operator makes of the state."""
        made, at = operator.rule.makes or state.status, operator.head
        negated = self._mark(at)
        if negated is not None and negated.status is Status.DENIED:
            return State(Status.HAPPENED if made is Status.DENIED else Status.DENIED, negated.word)
        if operator.rule.track is Track.ACCUSATION and state.status is Status.PLANNED:
            return State(made, at)  # "accused them of preparing an attack": the blame is what is told
        return self._joined(state, State(made, at))

    def _joined(self, inner: State, outer: State) -> State:
        """An outer state over an inner one."""
        if outer.status is Status.DENIED and inner.status is Status.DENIED:
            return State(Status.HAPPENED, outer.word)
        if inner.status is Status.DENIED:
            return inner
        if outer.status is Status.ALLEGED and inner.status not in _REAL and inner.word is not None:
            return inner
        return outer

    def _closed(self, child: int) -> bool:
        """Whether nothing above this word touches what is below: finite clauses that stand by themselves."""
        label = self._tree.label(child)
        if label in ("acl:relcl", "parataxis", "list", "appos"):
            return True
        if label == "advcl":
            return not self._infinitive(child) and self._tree.words[child].xpos != "VBG"
        return label in ("obl", "nmod") and self._tree.case(child) in _TIED
