"""Word pieces of words: the encoder's vocabulary, applied to each word by itself.

The longest piece that fits is taken from the left, as the encoder was trained: lower case, accents taken off, signs and
Chinese characters alone.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

MOST: Final = 6
"""Pieces kept of one word; an address or a scrambled word costs no more."""
UNKNOWN: Final = 100
FIRST: Final = 101
LAST: Final = 102
_LONGEST = 60
"""Code points of a word that are looked at."""
_KEPT = 20_000
"""Words whose pieces are remembered: a page repeats most of its words."""
_MOST_BYTES = 18
"""Code points of the longest piece in the vocabulary."""


class Pieces:
    """The vocabulary; safe to share between threads."""

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text(encoding="utf-8").splitlines()
        self._numbers = {piece: number for number, piece in enumerate(lines)}
        self._of_word = lru_cache(_KEPT)(self._pieces)

    def each(self, words: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """The pieces of each word: at least one, at most MOST."""
        return tuple(map(self._of_word, words))

    def of(self, words: Sequence[str]) -> list[list[int]]:
        """The same as lists."""
        return [list(self._of_word(word)) for word in words]

    def _pieces(self, word: str) -> tuple[int, ...]:
        found = [number for part in _parts(word[:_LONGEST]) for number in self._fit(part)]
        return tuple(found[:MOST]) or (UNKNOWN,)

    def _fit(self, part: str) -> list[int]:
        out: list[int] = []
        start = 0
        while start < len(part):
            lead = "##" if start else ""
            for end in range(min(len(part), start + _MOST_BYTES), start, -1):
                number = self._numbers.get(lead + part[start:end])
                if number is not None:
                    break
            else:
                return [UNKNOWN]
            out.append(number)
            start = end
        return out


def _parts(word: str) -> Iterator[str]:
    """Lower-case stretches without accents, blanks and control signs; a sign is a part of its own."""
    stretch = ""
    plain = unicodedata.normalize("NFD", word).lower()
    for sign in plain:
        kind = unicodedata.category(sign)
        if kind == "Mn":
            continue
        if kind[0] in "CZ" or sign == "\ufffd":
            if kind[0] == "Z" and stretch:
                yield stretch
                stretch = ""
            continue
        if kind[0] == "P" or (sign.isascii() and not sign.isalnum()) or _is_chinese(sign):
            if stretch:
                yield stretch
            yield sign
            stretch = ""
        else:
            stretch += sign
    if stretch:
        yield stretch


def _is_chinese(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" or "\u3400" <= sign <= "\u4dbf" or "\uf900" <= sign <= "\ufaff"
