"""The best way to read all units of a page together: Viterbi over places, linear in the number of units."""

from collections.abc import Sequence
from typing import Final

from trucewatch.reading.plain.looks import Look
from trucewatch.reading.plain.scores import emissions
from trucewatch.reading.plain.weighing import Place

TOP, HEADLINE, DECK, META, CAPTION, BODY, SUBHEAD, INSERT, TAIL, COMMENTS, THREAD = Place

STARTS: Final[dict[Place, float]] = {
    TOP: 0.0,
    HEADLINE: 0.5,
    META: -0.5,
    CAPTION: -1.0,
    BODY: -1.5,
    INSERT: -3.0,
    THREAD: -0.5,
    TAIL: -4.0,
}

MOVES: Final[dict[Place, dict[Place, float]]] = {
    # Before the headline; a page may also begin its report without one.
    TOP: {TOP: 0.0, HEADLINE: 0.5, BODY: -2.0, META: -1.0, CAPTION: -2.0, THREAD: -3.0, TAIL: -5.0},
    # A headline stands once: nothing after it leads back to TOP or HEADLINE.
    HEADLINE: {DECK: 0.5, META: 0.0, CAPTION: 0.0, BODY: 0.0, INSERT: -0.5, TAIL: -3.0, THREAD: -4.0},
    DECK: {DECK: -1.5, META: 0.0, CAPTION: 0.0, BODY: 0.0, INSERT: -0.5, TAIL: -3.0, THREAD: -4.0},
    META: {META: 0.0, DECK: -0.5, CAPTION: 0.0, BODY: 0.0, INSERT: -0.5, SUBHEAD: -2.0, TAIL: -0.5, THREAD: -1.0},
    CAPTION: {CAPTION: 0.0, DECK: -2.5, META: 0.0, BODY: 0.0, INSERT: -0.5, SUBHEAD: -1.5, TAIL: -1.0, THREAD: -1.0},
    # A heading inside the report must be followed by report; a list of headlines is not.
    BODY: {BODY: 0.5, SUBHEAD: -1.0, META: -1.5, CAPTION: -0.5, INSERT: -1.5, TAIL: -0.5, THREAD: 0.0},
    SUBHEAD: {BODY: 0.0, SUBHEAD: -3.0, CAPTION: -1.5, INSERT: -3.0, TAIL: -7.0, THREAD: -7.0, META: -4.0},
    INSERT: {INSERT: 0.0, BODY: -0.5, SUBHEAD: -2.0, META: -0.5, CAPTION: -0.5, DECK: -2.5, TAIL: -0.5, THREAD: 0.0},
    # The report has ended: coming back takes several paragraphs that read as one.
    TAIL: {TAIL: 0.0, THREAD: -0.5, BODY: -7.0, META: -8.0, CAPTION: -7.0},
    # Comments are prose like the report: only their heading leads in, and hardly anything leads back.
    THREAD: {COMMENTS: 0.5, THREAD: -1.0, TAIL: -0.5, BODY: -10.0},
    COMMENTS: {COMMENTS: 0.5, THREAD: 0.0, TAIL: -1.0, BODY: -10.0},
}
ENDS: Final[dict[Place, float]] = {SUBHEAD: -6.0, TOP: -1.0}

_NEVER: Final = float("-inf")
_INTO: Final[tuple[tuple[tuple[int, float], ...], ...]] = tuple(
    tuple((int(a), moves[b]) for a, moves in MOVES.items() if b in moves) for b in Place
)


def places_of(looks: Sequence[Look]) -> list[Place]:
    """One place for each unit, the best together."""
    if not looks:
        return []
    backs, last = _forward(looks)
    best = max(range(len(Place)), key=lambda p: last[p] + ENDS.get(Place(p), 0.0))
    path = [best]
    for back in reversed(backs):
        path.append(back[path[-1]])
    return [Place(p) for p in reversed(path)]


def _forward(looks: Sequence[Look]) -> tuple[list[list[int]], list[float]]:
    gains = emissions(looks[0])
    score = [STARTS.get(p, _NEVER) + gains[p] for p in Place]
    backs: list[list[int]] = []
    for look in looks[1:]:
        gains = emissions(look)
        back: list[int] = []
        following: list[float] = []
        for place, sources in enumerate(_INTO):
            best, origin = _NEVER, 0
            for source, move in sources:
                if score[source] + move >= best:  # of equals the later place: the headline stood before
                    best, origin = score[source] + move, source
            following.append(best + gains[place])
            back.append(origin)
        score = following
        backs.append(back)
    return backs, score
