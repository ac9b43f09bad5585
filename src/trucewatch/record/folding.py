"""The key under which the spellings of one name meet."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    dict(zip("øłđðħıəy", "olddhiai", strict=True)) | {"þ": "th", "æ": "ae", "œ": "oe"} | dict.fromkeys("'’ʼ‘`´ʻʿʾ", "")
)
"""Letters that Unicode does not take apart, apostrophes that one page writes and another leaves out, and y, which
transcriptions use where others have i."""

_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"([^\W\d_])\1+")

_REMEMBERED, _SHORT = 8192, 200
"""Names whose folded form is kept at hand, and their longest: the news of a day repeat the same few hundred."""


def fold(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, apostrophes, doubled letters, and with i for y.

    "Sergey", "Sergei" and "SERGÉI" meet, and so do "Hassan" and "Hasan"; no two words of a text become one.
    """
    return _remembered(name) if len(name) <= _SHORT else _folded(name)


def _folded(name: str) -> tuple[str, ...]:
    bare = name.casefold()
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return tuple(_DOUBLED.sub(r"\1", word) for word in _WORD.findall(bare.translate(_LETTERS)))


_remembered = lru_cache(maxsize=_REMEMBERED)(_folded)
