"""When an event is told to be: the time expression of its own clause."""

import re
from bisect import bisect_left

from trucewatch.extract.codebook.match import Clause, Hit
from trucewatch.record.language import Sentence
from trucewatch.record.mentions import Status, TimeMention
from trucewatch.record.texts import Role
from trucewatch.record.times import Timex, TimexType

_PREFIX = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", re.ASCII)
_APART = frozenset("after before since following until despite amid ahead from of for".split())
"""Before an event's noun they set it at another time than its clause, or say nothing of its time."""
_UNDATED = frozenset({Status.CALLED_FOR, Status.HYPOTHETICAL})


class Calendar:
    """The dated expressions of a text, by place."""

    def __init__(self, times: tuple[TimeMention, ...]) -> None:
        dated = (TimexType.DATE, TimexType.TIME)
        self._times = sorted(
            (m.timex for m in times if m.role is not Role.DATELINE and m.timex.type in dated), key=lambda t: t.start
        )
        self._starts = [t.start for t in self._times]
        self._told: dict[tuple[str, str], str] = {}
        """The last date of each kind of event under each word, for "the clashes" that are told of again."""

    def date(self, sentence: Sentence, clause: Clause, hit: Hit, status: Status) -> str | None:
        """The event's day or days as an ISO prefix, or two joined by "/"; None where the text does not say."""
        if status in _UNDATED:
            return None
        found = self._own(sentence, clause, hit)
        key = (str(hit.rule.track), clause.tree.forms[hit.head].removesuffix("s"))
        if found is not None:
            self._told[key] = found
        elif status is not Status.PLANNED and _known(clause, hit.head):
            return self._told.get(key)
        return found

    def _own(self, sentence: Sentence, clause: Clause, hit: Hit) -> str | None:
        dated = [(home, value) for home, timex in self._homes(sentence, clause) if (value := _iso(timex))]
        own = {*hit.found.words, *hit.absorbed, *clause.slots.carrier(hit.head)}
        for homes in (own, _clause_of(clause, hit)):
            found = [value for home, value in dated if homes & home]
            if found:
                return found[0]
        return None

    def _homes(self, sentence: Sentence, clause: Clause) -> list[tuple[set[int], Timex]]:
        """Each time of the sentence with the words that it may tell of: those above it as far as the next verb."""
        out = []
        for timex in self._times[bisect_left(self._starts, sentence.at.start) :]:
            if timex.start >= sentence.at.end:
                break
            word = next((n for n, w in enumerate(sentence.words) if w.at.end > timex.start), None)
            if word is not None:
                out.append((_as_far_as_a_verb(clause, word), timex))
        return out


def _known(clause: Clause, at: int) -> bool:
    """Whether the noun speaks of something told before: THE talks, THESE attacks."""
    return any(clause.tree.forms[c] in ("the", "this", "these", "those") for c in clause.tree.by_label(at, "det"))


def _as_far_as_a_verb(clause: Clause, word: int) -> set[int]:
    found: set[int] = set()
    for number, (_, head) in enumerate(clause.tree.above(word)):
        found.add(head)
        if clause.tree.verbal(head) or number > 3:
            break
    return found


def _clause_of(clause: Clause, hit: Hit) -> set[int]:
    """The verb of the event's clause with those joined to it; none where the clause only ties the event's time."""
    tree, at = clause.tree, hit.head
    if not clause.slots.verbal(at):
        for child, head in tree.above(at):
            if tree.case(child) in _APART or tree.label(child) in ("acl:relcl", "acl", "appos"):
                return set()
            at = head
            if tree.verbal(head):
                break
    steps = 0
    while tree.label(at) == "conj" and (first := tree.words[at].head) is not None and steps < 10:
        at, steps = first, steps + 1
    return {w for w in tree.joined(at) if tree.verbal(w)}


def _iso(timex: Timex) -> str | None:
    """The day, month or year; for weeks, seasons and the like the days they span."""
    value = timex.value.partition("T")[0]
    if _PREFIX.fullmatch(value):
        return value
    if timex.earliest and timex.latest and timex.on_calendar:
        first, last = timex.earliest[:10], timex.latest[:10]
        return first if first == last else f"{first}/{last}"
    return None
