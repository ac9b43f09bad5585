"""Words cut from texts, a few texts in memory at a time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from trucewatch.store.deriving import load_strings

TEXTS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Slice:
    """A half-open range of code points in a text."""

    text: str
    start: int
    end: int


def cut(connection: Connection, wanted: Iterable[Slice]) -> dict[Slice, str]:
    """The words of each slice."""
    by_text: dict[str, set[Slice]] = defaultdict(set)
    for piece in wanted:
        by_text[piece.text].add(piece)
    ids: Sequence[str] = sorted(by_text)
    words: dict[Slice, str] = {}
    for start in range(0, len(ids), TEXTS_AT_ONCE):
        for id_, string in load_strings(connection, ids[start : start + TEXTS_AT_ONCE]).items():
            words.update((piece, string[piece.start : piece.end]) for piece in by_text[id_])
    return words
