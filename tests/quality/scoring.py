"""How near the statements read on a page come to those annotated by hand.

A statement is found where its words and the annotated ones overlap with F1 of at least a half; pairs are made one to
one, the best first. Then its speaker and its kind are looked at. A statement annotated as optional is one that careful
readers may judge either way: missing it is no fault, and finding it neither.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from trucewatch.record.mentions import Statement

ENOUGH = 0.5
"""Least overlap, as F1 over code points, at which two contents are the same statement."""
SILENT = frozenset("a an the of for in and s".split())
COMMON = frozenset(
    "authorities council defence defense deputy foreign government head minister ministry mission office "
    "observers official officials president prime spokesman spokeswoman".split()
)
"""Words that say what somebody is, and not who: alone they make no two names one."""

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One statement as far as it is compared: where its words stand, how they are given, and whose they are."""

    pieces: tuple[Piece, ...]
    kind: str
    speakers: tuple[str | None, ...]
    """Every name that is right, the best first; None where it is right to leave the speaker open."""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted, on one page or on many."""

    gold: int = 0
    read: int = 0
    found: int = 0
    speaker: int = 0
    kind: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.gold + other.gold,
            self.read + other.read,
            self.found + other.found,
            self.speaker + other.speaker,
            self.kind + other.kind,
        )

    def figures(self) -> dict[str, float]:
        """F1 of the statements, then of those with the right speaker, and kind; 1 where there is nothing to find."""
        both = self.gold + self.read
        right = {"found": self.found, "with speaker": self.speaker, "with kind": self.kind}
        return {name: 2 * count / both if both else 1.0 for name, count in right.items()}


def annotated(statements: Sequence[dict[str, Any]], text: str) -> list[Told]:
    """The annotated statements in their places; raises ValueError for words that the text does not hold there.

    They are listed in the order of the text. One that is reported inside another's words (`nested`) is looked for from
    where these begin, any other from where the last one that is not nested ends: so the same words may come twice.
    """
    told, begin, end = [], 0, 0
    for statement in statements:
        nested = statement.get("nested", False)
        pieces = _placed(statement["content"], text, begin if nested else end)
        if not nested:
            begin, end = pieces[0][0], pieces[-1][1]
        speakers = (statement["speaker"], *statement.get("also", ()))
        told.append(Told(pieces, statement["kind"], speakers, statement.get("optional", False)))
    return told


def _placed(content: Sequence[str], text: str, since: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for words in content:
        start = text.find(words, pieces[-1][1] if pieces else since)
        if start < 0:
            raise ValueError(f"the text does not hold {words!r} after {since}")
        pieces.append((start, start + len(words)))
    return tuple(pieces)


def read(statements: Iterable[Statement]) -> list[Told]:
    """The statements that the recipe reads."""
    return [
        Told(
            tuple((piece.start, piece.end) for piece in statement.attribution.content),
            str(statement.attribution.kind),
            (statement.speaker.name if statement.speaker else None,),
        )
        for statement in statements
    ]


def overlap(one: Told, other: Told) -> float:
    """F1 of the code points that both cover."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one.pieces for b in other.pieces)
    return 2 * shared / sum(end - start for start, end in (*one.pieces, *other.pieces))


def pairs(gold: Sequence[Told], found: Sequence[Told]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, greedily by overlap; of equal ones first what is not optional, then in order."""
    scored = sorted(
        (-score, statement.optional, i, j)
        for i, statement in enumerate(gold)
        for j, other in enumerate(found)
        if (score := overlap(statement, other)) >= ENOUGH
    )
    taken: list[tuple[int, int]] = []
    left, right = set(range(len(gold))), set(range(len(found)))
    for _, _, i, j in scored:
        if i in left and j in right:
            taken.append((i, j))
            left.remove(i)
            right.remove(j)
    return taken


def same_speaker(right: Sequence[str | None], given: str | None) -> bool:
    """Whether the name given is a right one, or a fuller or shorter form of it that says more than an office."""
    return any(_same(name, given) for name in right)


def _same(name: str | None, given: str | None) -> bool:
    if name is None or given is None:
        return name is given
    one, other = _words(name), _words(given)
    return one == other or ((one <= other or other <= one) and bool((one & other) - COMMON))


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - SILENT


def tally(gold: Sequence[Told], found: Sequence[Told]) -> Tally:
    """The counts of one page."""
    joined = pairs(gold, found)
    counted = [(gold[i], found[j]) for i, j in joined if not gold[i].optional]
    return Tally(
        gold=sum(not statement.optional for statement in gold),
        read=len(found) - (len(joined) - len(counted)),
        found=len(counted),
        speaker=sum(same_speaker(g.speakers, f.speakers[0]) for g, f in counted),
        kind=sum(g.kind == f.kind for g, f in counted),
    )


def faults(gold: Sequence[Told], found: Sequence[Told], text: str) -> list[str]:
    """What is missed, false or wrong on one page, a line each, in the order of the text."""
    joined = dict(pairs(gold, found))
    lines = [
        (statement.pieces[0], f"missed: {_shown(statement, text)}")
        for i, statement in enumerate(gold)
        if i not in joined and not statement.optional
    ]
    lines += [
        (statement.pieces[0], f"false: {_shown(statement, text)}")
        for j, statement in enumerate(found)
        if j not in joined.values()
    ]
    for i, j in joined.items():
        if gold[i].optional:
            continue
        if not same_speaker(gold[i].speakers, found[j].speakers[0]):
            lines.append((gold[i].pieces[0], f"speaker {found[j].speakers[0]!r}, not {_shown(gold[i], text)}"))
        if gold[i].kind != found[j].kind:
            lines.append((gold[i].pieces[0], f"kind {found[j].kind}, not {_shown(gold[i], text)}"))
    return [line for _, line in sorted(lines)]


def _shown(statement: Told, text: str) -> str:
    words = " ... ".join(text[start:end] for start, end in statement.pieces)
    return f"{statement.speakers[0]} ({statement.kind}): {words[:100]}"
