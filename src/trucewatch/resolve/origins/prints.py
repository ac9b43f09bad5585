"""Prints: hashes of runs of a page's words, so chosen that pages which share text share some of them.

Of all runs of a page the smallest hashes are kept: whether a run is kept depends on its words and on how long the page
is, never on where it stands. Pages that share text therefore keep the same runs of it, in whatever order they have
them, and a page has a bounded number of prints however long it is.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from heapq import nsmallest

from trucewatch.record.texts import Role, Text

RUN = 4
"""Words in a run: pages on one event share many runs of two or three words, and hardly one of four unless one of them
has the text of the other."""
FEWEST, MOST = 24, 96
ONE_IN = 10
"""Of the runs of a page one in so many is kept, but at least FEWEST, as far as there are so many, and at most MOST."""

_ROLES = frozenset({Role.HEADLINE, Role.DECK, Role.PARAGRAPH})
"""A dateline is the outlet's own, whatever stands behind it."""
_WORD = re.compile(r"[^\W_]+")


def prints_of(text: Text) -> tuple[int, ...]:
    """The prints of a page's reporting: 63 bits, sorted, each once; none where it has fewer words than a run."""
    hashes = set(_hashes(_words(text)))
    return tuple(nsmallest(min(MOST, max(FEWEST, len(hashes) // ONE_IN)), hashes))


def _words(text: Text) -> Iterator[bytes]:
    for block in text.blocks:
        if block.role in _ROLES:
            for match in _WORD.finditer(text.string, block.start, block.end):
                yield match[0].casefold().encode("utf-8", "surrogatepass")


def _hashes(words: Iterator[bytes]) -> Iterator[int]:
    run: list[bytes] = []
    for word in words:
        run.append(word)
        if len(run) == RUN:
            yield int.from_bytes(blake2b(b" ".join(run), digest_size=8).digest(), "big") >> 1
            del run[0]
