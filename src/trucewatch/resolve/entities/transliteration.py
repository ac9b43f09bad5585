"""What the usual transcriptions of one word share, and how far two words are apart.

Two measures. The *skeleton* is what careful transcriptions of one name have in common: "Torosyan" and "Torosian".
The *sound* is what loose ones have in common too: "Torkhay" and "Torqai", "Mohammed" and "Muhammad". Two names of one
sound are often two people, so that sound alone joins nobody.
"""

import re
from functools import lru_cache

from trucewatch.resolve.speakers.spelling import fold
from trucewatch.resolve.speakers.spelling import skeleton as plain_skeleton

_GROUPS = (
    "abdul abdel abdol abdal",
    "pyotr petr piotr",
    "fyodor fedor feodor",
    "semyon semen",
    "artyom artem",
    "dmitri dimitri dimitry",
    "mikhail michail",
    "yusuf yousef yusif",
    "gamal jamal djamal",
    "nikolai nicolai nikolay",
    "viktor victor",
    "eduard edward edvard",
    "filipp philip filip",
    "stepan stephan",
)
"""Transcriptions of one given name that no rule below brings together; none of them is another language's form."""
_ONES = {plain_skeleton(word): plain_skeleton(group.split()[0]) for group in _GROUPS for word in group.split()}

_BARE_R = re.compile(r"(?<=[bcdfgkptv])r$")
"""The end of "Aleksandr" and "Petr", which others write with a vowel."""

_OFF = re.compile(r"(?<=..[^aeiou])([eo])f$")
"""The end of "Petroff" and "Sergeeff", which is the older way to write "Petrov"."""

_SHORT = 3
"""Letters of a word that has to be spelt alike."""

_SOUNDS = (
    ("tsch", "C"),
    ("tch", "C"),
    ("sch", "S"),
    ("dzh", "J"),
    ("dj", "J"),
    ("zh", "J"),
    ("kh", "K"),
    ("gh", "K"),
    ("ch", "C"),
    ("sh", "S"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ts", "z"),
    ("tz", "z"),
    ("ou", "o"),
    ("oo", "o"),
    ("ee", "i"),
)
_LETTERS = str.maketrans({"q": "K", "k": "K", "h": "K", "g": "K", "w": "v", "x": "Ks", "c": "K", "u": "o", "y": "i"})
_SOFT_C = re.compile(r"c(?=[eiy])")
_FIRST_J = re.compile(r"^[jiy](?=[aeiouy])")
_BETWEEN = re.compile(r"(?<=[a-zA-Z])j")
_DIPHTHONG = re.compile(r"[aei]i+|i[aeo]|iu")
_MUTE_H = re.compile(r"h(?![aeiouy])")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeio")
_NEAR = frozenset({("a", "e"), ("e", "a"), ("e", "i"), ("i", "e")})


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What careful transcriptions of a word share."""
    bare = plain_skeleton(word)
    if len(word) <= _SHORT:
        return fold(word)  # "Jan" and "Ian", "Li" and "Ly": too little is left to tell them by
    if bare.startswith("ie") and len(bare) > 3:
        bare = bare[1:]  # "Yevgeny" and "Evgeny"
    return _ONES.get(bare) or _OFF.sub(r"\1v", _BARE_R.sub("er", bare))


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """What loose transcriptions of a word share, with the vowels that they do not agree on left in place."""
    bare = _ONES.get(plain_skeleton(word)) or fold(word)
    bare = _FIRST_J.sub("J", _SOFT_C.sub("J", bare.replace("-", "")))
    for letters, one in _SOUNDS:
        bare = bare.replace(letters, one)
    bare = _BARE_R.sub("er", _BETWEEN.sub("i", _MUTE_H.sub("", bare)).translate(_LETTERS))
    bare = _DIPHTHONG.sub("e", _DOUBLED.sub(r"\1", bare))
    return bare[:-1] + "v" if bare.endswith("f") else bare


@lru_cache(maxsize=1 << 16)
def frame(word: str) -> str:
    """A word's sound with all open vowels alike: words of different frames never sound alike."""
    return "".join("a" if c in "aei" else c for c in sound(word))


def sounds_like(one: str, other: str) -> bool:
    """True where loose transcription can make one word of the other; short words say too little."""
    a, b = sound(one), sound(other)
    if frame(one) != frame(other) or sum(c not in _VOWELS for c in a) < 2:
        return False
    return all(x == y or (x, y) in _NEAR for x, y in zip(a, b, strict=True))
