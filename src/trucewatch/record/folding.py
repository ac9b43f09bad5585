"""The keys under which the spellings of one name meet, and of one word."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    dict(zip("øłđðħıə", "olddhia", strict=True)) | {"þ": "th", "æ": "ae", "œ": "oe"} | dict.fromkeys("'’ʼ‘`´ʻʿʾ", "")
)
"""Letters that Unicode does not take apart, and apostrophes that one page writes and another leaves out."""

_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"([^\W\d_])\1+")


def unmarked(words: str) -> str:
    """The words without accents and other marks on letters."""
    if words.isascii():
        return words
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


def bare(words: str) -> str:
    """The words without case, accents and apostrophes, each letter one of the plain alphabet where it has one there."""
    plain = words if words.isascii() else unicodedata.normalize("NFKD", words)
    return unmarked(plain.casefold()).translate(_LETTERS)


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, apostrophes, doubled letters, and with i for y.

    "Sergey", "Sergei" and "SERGÉI" meet, and so do "Hassan" and "Hasan"; no two words of a text become one.
    Transcriptions use y where others have i.
    """
    return tuple(_DOUBLED.sub(r"\1", word) for word in _WORD.findall(bare(name).replace("y", "i")))
