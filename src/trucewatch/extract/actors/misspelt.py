"""Names of countries with one letter wrong, too few or too many: "Amenian", "Ethopia"."""

from collections.abc import Iterable, Iterator
from typing import Final

from trucewatch.extract.actors.known import Known, Sort

SHORTEST: Final = 7
"""Letters; a shorter name is one letter away from too many other words."""
_SORTS: Final = frozenset([Sort.COUNTRY, Sort.PEOPLE, Sort.SEAT])


class NearNames:
    """Names of one word, found by what is left of them when any one letter is taken out."""

    def __init__(self, names: Iterable[tuple[str, Known]]) -> None:
        self._by_rest: dict[str, set[str]] = {}
        self._known: dict[str, Known] = {}
        for key, known in names:
            if len(key) >= SHORTEST and known.sort in _SORTS and key.isalpha():
                self._known.setdefault(key, known)
                for rest in _rests(key):
                    self._by_rest.setdefault(rest, set()).add(key)

    def get(self, word: str) -> Known | None:
        """The one country that a folded word is a letter away from; None where there is none, or more than one.

        A word that is itself a known name is no slip: in a person's name it stands for the person.
        """
        if word in self._known or not SHORTEST - 1 <= len(word) <= 2 * SHORTEST + 4:
            return None
        near = {key for rest in _rests(word) for key in self._by_rest.get(rest, ()) if _one_apart(word, key)}
        found = {self._known[key].code: self._known[key] for key in sorted(near)}
        return next(iter(found.values())) if len(found) == 1 else None


def _rests(word: str) -> Iterator[str]:
    yield word
    for n in range(len(word)):
        yield word[:n] + word[n + 1 :]


def _one_apart(word: str, key: str) -> bool:
    """One letter changed, added, left out, or two neighbours exchanged; the first letter stands."""
    if word[0] != key[0]:
        return False
    if len(word) == len(key):
        wrong = [n for n in range(len(key)) if word[n] != key[n]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return len(wrong) == 1 or (swapped and word[wrong[0]] == key[wrong[1]] and word[wrong[1]] == key[wrong[0]])
    longer, shorter = (word, key) if len(word) > len(key) else (key, word)
    return len(longer) - len(shorter) == 1 and any(rest == shorter for rest in _rests(longer))
