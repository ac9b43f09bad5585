"""The clause that reports: the words of a cue's sentence that are not themselves what is said."""

from dataclasses import dataclass

from trucewatch.record.mentions import Attribution
from trucewatch.resolve.speakers.page import PageView, Token

MAX_WORDS = 160
"""Words of one sentence round the cue that are looked at."""


STEPS = 8
"""Words from one word up to the cue in the clause's tree."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words round one attribution's cue."""

    words: tuple[Token, ...]
    """In order, without the words of its contents; empty where it has neither cue nor source."""
    cue: frozenset[int]
    source: frozenset[int]
    verb: Token | None
    """The cue's verb, or its last word where it has no verb."""

    @property
    def last_cue(self) -> int | None:
        """The last word of the cue."""
        return max(self.cue, default=None)


def clause_of(view: PageView, found: Attribution) -> Clause:
    """The reporting clause of an attribution."""
    cue = [view.tokens[i] for r in found.cue for i in view.within(r)]
    source = list(view.within(found.source)) if found.source else []
    anchor = cue[0].index if cue else (source[0] if source else None)
    if anchor is None:
        return Clause((), frozenset(), frozenset(), None)
    span = view.sentences[view.tokens[anchor].sentence]
    start = max(span.start, anchor - MAX_WORDS // 2)
    words = tuple(view.tokens[i] for i in range(start, min(span.stop, anchor + MAX_WORDS // 2)))
    said = [(c.start, c.end) for c in found.content]
    outside = tuple(w for w in words if not any(s <= w.at.start < e for s, e in said))
    verb = next((w for w in cue if w.upos == "VERB"), cue[-1] if cue else None)
    return Clause(outside, frozenset(w.index for w in cue), frozenset(source), verb)


def hangs_on(view: PageView, clause: Clause, index: int) -> bool:
    """True where the tree leads from a word up to the cue past no other verb."""
    here: int | None = index
    for step in range(STEPS):
        if here is None:
            return False
        if here in clause.cue:
            return True
        token = view.tokens[here]
        if step and token.upos in ("VERB", "AUX"):
            return False
        here = token.head
    return False
