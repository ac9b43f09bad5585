"""Tellings of one undertaking brought together: the same doers, and what they undertake in the same words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from trucewatch.record.folding import fold
from trucewatch.resolve.commitments.candidates import Candidate

_STEM: Final = 5
_LEAST_SHARED: Final = 2
_LEAST_LIKE: Final = 0.3
_DULL: Final = frozenset(
    """will shall would continue continues have been that this with from their them they which into further also every
    effort efforts order make take taken making pledged promised agreed undertaken planned planning committed determined
    going soon possible very more than other about""".split()
)
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


def content(what: str, parties: Iterable[str]) -> frozenset[str]:
    """The beginnings of the words that tell what is undertaken, names of parties left out."""
    named = {word[:_STEM] for party in parties for word in fold(party)}
    words = (word for match in _WORD.finditer(what) for word in fold(match[0]))
    return frozenset(w[:_STEM] for w in words if w not in _DULL and w[:_STEM] not in named)


def grouped(found: Sequence[Candidate]) -> list[list[Candidate]]:
    """The tellings of each undertaking, in order; `found` is in order of publication.

    A telling joins the first group whose first telling it is like, so that no chain of likenesses grows.
    """
    groups: list[list[Candidate]] = []
    heads: list[frozenset[str]] = []
    filed: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in found:
        words = content(one.what, (*one.by, *one.to))
        keys = [(party, word) for party in one.by for word in words]
        near = sorted({index for key in keys for index in filed[key]})
        home = next((i for i in near if _alike(words, heads[i])), None)
        if home is None:
            groups.append([one])
            heads.append(words)
            for key in keys:
                filed[key].append(len(groups) - 1)
        else:
            groups[home].append(one)
    return groups


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return one == other or (shared >= _LEAST_SHARED and shared / len(one | other) >= _LEAST_LIKE)
