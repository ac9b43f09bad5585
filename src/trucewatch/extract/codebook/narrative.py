"""The day that a story has come to: a report that has named a day goes on about it until another time is named."""

from trucewatch.extract.codebook.match import Clause, Hit
from trucewatch.extract.codebook.tenses import Tense, tense_of
from trucewatch.record.mentions import Status, Track

REACH = 5
"""Sentences that a day holds for after the last that names it."""
RECENT_DAYS = 7
"""A story told within so many days goes on over paragraphs; what is older is background, and keeps to one."""
_DONE = frozenset({Status.HAPPENED, Status.ALLEGED})
_SPOKEN = frozenset({Track.ACCUSATION, Track.DENIAL, Track.DEMAND, Track.COMMITMENT, Track.OTHER_POLITICAL})
"""What is said is said on a day of its own, often later than what it is about."""
_MAIN = frozenset({"obj", "nsubj", "nsubj:pass", "conj", "ccomp", "parataxis", "root"})


class Narrative:
    """The current day while sentences are read in order."""

    def __init__(self) -> None:
        self._day: str | None = None
        self._lasts = False
        self._left = 0
        self._paragraph = -1

    def at(self, paragraph: int) -> str | None:
        """The current day in this paragraph; None where the story has not come to one."""
        if self._left <= 0 or (paragraph != self._paragraph and not self._lasts):
            return None
        return self._day

    def name(self, day: str, paragraph: int, *, lasts: bool) -> None:
        """A happening was dated to this day; it lasts over paragraphs where it is recent."""
        self._day, self._paragraph, self._lasts, self._left = day, paragraph, lasts, REACH + 1

    def leave(self) -> None:
        """Another time was named, or the story turned back."""
        self._left = 0

    def go_on(self) -> None:
        """A sentence ends."""
        self._left -= 1


def is_told_on(clause: Clause, hit: Hit, status: Status) -> bool:
    """Whether an undated event is a step of the story: a new happening in the simple past of a main clause."""
    if status not in _DONE or hit.rule.track in _SPOKEN or hit.rule.lasting:
        return False
    return tense_of(clause, hit) is Tense.PAST and _is_new(clause, hit.head) and _is_main(clause, hit)


def _is_new(clause: Clause, at: int) -> bool:
    """THE war, THIS ceasefire are things known before."""
    if clause.slots.verbal(at):
        return True
    return not any(clause.tree.words[c].upos == "DET" for c in clause.tree.by_label(at, "det", "nmod:poss")) or any(
        clause.tree.forms[c] in ("a", "an", "another", "several", "some") for c in clause.tree.by_label(at, "det")
    )


def _is_main(clause: Clause, hit: Hit) -> bool:
    """Whether nothing on the way to the root sets the event apart: no relative or adverbial clause, no "after"."""
    tree = clause.tree
    start = hit.head
    way = [start, *(head for _, head in tree.above(start))]
    for at in way:
        label = tree.label(at)
        if label == "obl" and tree.case(at) in ("in", "with", "during", "by", "at", "on", ""):
            continue
        if label == "advcl" and tree.words[at].xpos == "VBG":
            continue
        if label not in _MAIN:
            return False
    return True
