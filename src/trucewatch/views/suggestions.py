"""Names to offer where a speaker was asked for and not found, or is about to be written."""

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from trucewatch.record.folding import fold
from trucewatch.record.protocols import Reader

CONSIDERED = 3000
"""Speakers that are compared, the most quoted ones: a comparison takes some microseconds."""
OFFERED = 3
_CLOSE = 0.7
"""Least likeness of two words, as difflib measures it, that makes one a slip for the other."""
_SHORTEST = 3
"""Letters of a word that is worth completing."""


def most_quoted(reader: Reader) -> tuple[tuple[str, int], ...]:
    """The speakers with most statements, with how many."""
    return tuple(reader.speakers()[:OFFERED])


def near_misses(reader: Reader, written: str) -> tuple[str, ...]:
    """Speakers whose name is nearly what was written, the most quoted first."""
    meant = fold(written)
    found: dict[tuple[str, ...], str] = {}
    for name, _ in reader.speakers()[:CONSIDERED]:
        words = fold(name)
        if words not in found and meant and all(get_close_matches(word, words, 1, _CLOSE) for word in meant):
            found[words] = name
            if len(found) == OFFERED:
                break
    return tuple(found.values())


def completions(reader: Reader, begun: str) -> tuple[str, ...]:
    """What `begun` can be completed to: single words of names, whole names where it holds several words."""
    counts: Counter[str] = Counter()
    for name, statements in reader.speakers():
        for candidate in _candidates(name, whole=" " in begun):
            counts[candidate] += statements
    wanted = " ".join(fold(begun))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return tuple(word for word in ranked if " ".join(fold(word)).startswith(wanted))


def _candidates(name: str, *, whole: bool) -> Iterator[str]:
    if whole:
        yield name
    else:
        yield from (word for word in name.split() if len(word) >= _SHORTEST and word.isalpha())
