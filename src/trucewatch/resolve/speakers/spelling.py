"""Spellings of one name: folded forms, transliteration's variants, one letter's difference, initials."""

import re
from functools import lru_cache

from trucewatch.record.folding import bare

_ARTICLE = re.compile(r"^(?:al|el|ul|as|an|ad|at|ash)-(?=..)")
_VARIANTS = (
    ("kh", "h"),
    ("gh", "g"),
    ("dj", "j"),
    ("dzh", "j"),
    ("ph", "f"),
    ("ck", "k"),
    ("tz", "ts"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("-", ""),
)
_DOUBLED = re.compile(r"(.)\1+")
LONGEST = 60
"""Letters of a word that are compared; what is longer is no name."""


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """The word without case, accents and apostrophes."""
    return bare(word[:LONGEST])


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """What the usual transliterations of one name share: "Ayvazian" and "Aivazian" have one skeleton."""
    bones = _ARTICLE.sub("", fold(word))
    for one, other in _VARIANTS:
        bones = bones.replace(one, other)
    return _DOUBLED.sub(r"\1", bones)


def one_edit(a: str, b: str) -> bool:
    """True where one letter added, left out, changed or two swapped make one word the other."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return a == b
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        swapped = a[start : start + 2] == b[start : start + 2][::-1]
        return a[start + 1 :] == b[start + 1 :] or (swapped and a[start + 2 :] == b[start + 2 :])
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[start + 1 :] == shorter[start:]


def shortened(word: str) -> frozenset[str]:
    """The word and all forms of it with one letter left out; words one letter apart share one of them."""
    return frozenset({word, *(word[:i] + word[i + 1 :] for i in range(len(word)))})


_SMALL = frozenset("of the and for in on to de la le du des y e und der".split())


def initials(words: list[str]) -> frozenset[str]:
    """The acronyms that a name's words make, with its small words and without them."""
    letters = [p[0] for w in words for p in w.split("-") if p and p[0].isalnum() and w.lower() not in _SMALL]
    every = [w[0] for w in words if w[:1].isalnum()]
    return frozenset({"".join(letters).upper(), "".join(every).upper()})


def acronym(word: str) -> str | None:
    """The letters of an acronym such as "OX", "O.X." or "OXo"; None where the word is none."""
    bare = word.replace(".", "").replace("-", "")
    capitals = sum(c.isupper() for c in bare)
    if capitals >= 2 and len(bare) <= 10 and bare[:1].isupper() and len(bare) - capitals <= 1 and bare.isalnum():
        return bare.upper()
    return None
