"""The key under which the spellings of one name meet."""

import unicodedata

_LETTERS = str.maketrans(
    dict(zip("øłđðħıəy", "olddhiai", strict=True)) | {"þ": "th", "æ": "ae", "œ": "oe"} | dict.fromkeys("'’ʼ‘`´ʻʿʾ", "")
)
"""Letters that Unicode does not take apart, apostrophes that one page writes and another leaves out, and y, which
transcriptions use where others have i."""


def fold(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, apostrophes, doubled letters, and with i for y.

    "Sergey", "Sergei" and "SERGÉI" meet, and so do "Hassan" and "Hasan"; no two words of a text become one.
    """
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()).translate(_LETTERS)
    kept = "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return tuple(_single(word) for word in kept.split())


def _single(word: str) -> str:
    """The word with each run of one letter as one; figures stay as they are."""
    pairs = zip(word, f" {word}", strict=False)
    return "".join(c for c, before in pairs if c != before or c.isdigit())
