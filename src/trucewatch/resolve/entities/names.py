"""Names of persons taken apart, and how much two of them speak for one bearer."""

import re
from dataclasses import dataclass
from functools import lru_cache

from trucewatch.record.joined import Reason
from trucewatch.resolve.entities.transliteration import skeleton, sounds_like
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.spelling import one_edit

LONGEST = 8
"""Words of a name that are compared; what is longer is a list."""

_PARTICLES = frozenset("al el ul bin ibn bint ben von van der den de da di do dos del la le ould wa e y".split())
_SUFFIXES = {"jr": "junior", "jnr": "junior", "sr": "senior", "snr": "senior", "ii": "second", "iii": "third"}
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_WORD = re.compile(r"[^\W_](?:[\w'’ʼʻ`´‘]*[^\W_])?\.?")
_TITLES = lexicon.OFFICES | lexicon.RANKS | lexicon.HONOURS | lexicon.BODIES | lexicon.PORTFOLIOS


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name without titles and particles: its words as transcriptions share them."""

    words: tuple[str, ...]
    """Skeletons in order, a letter for an initial; the surname last, as most pages write it. May be empty."""
    plain: tuple[str, ...]
    """The same words as the page writes them, folded in case alone."""
    suffix: str | None = None

    @property
    def surname(self) -> str:
        """The last word."""
        return self.words[-1] if self.words else ""

    @property
    def given(self) -> str:
        """The first word of two or more."""
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def bare(self) -> bool:
        """True for a single word."""
        return len(self.words) == 1

    @property
    def initial(self) -> bool:
        """True where the given name is a letter alone."""
        return len(self.words) > 1 and len(self.words[0]) == 1


@lru_cache(maxsize=1 << 16)
def person_name(written: str) -> PersonName:
    """The name taken apart: "Gen. Mohammed bin Salman al-Saud Jr" has three words and a suffix."""
    found = _apart(written)
    suffix = next((_SUFFIXES[w] for w in found[1:] if w in _SUFFIXES), None)
    words = [w for w in found if w not in _SUFFIXES] or found
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    kept = [
        w for n, w in enumerate(words) if w not in _PARTICLES or (n == 0 and len(words) > 1 and w not in ("al", "el"))
    ]
    plain = tuple((kept or words)[:LONGEST])
    return PersonName(tuple(w if len(w) == 1 else skeleton(w) for w in plain), plain, suffix)


def _apart(written: str) -> list[str]:
    words: list[str] = []
    for piece in written.casefold().replace("-", " ").replace("‑", " ").split()[: 2 * LONGEST]:
        if _INITIALS.fullmatch(piece) and (len(piece) == 2 or piece.count(".") > 1):
            words += [letter for letter in piece if letter != "."]
        else:
            words += [word.rstrip(".") for word in _WORD.findall(piece)]
    return words


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two names speak for one bearer, from 0 to 1, and in which way they do."""

    way: str
    """same, inside, order, initial, bare or sound."""
    score: float
    detail: str

    @property
    def reason(self) -> Reason:
        """The likeness as a reason."""
        return Reason("spelling", self.detail, self.score)


def likeness(a: PersonName, b: PersonName) -> Likeness | None:
    """What speaks for one bearer of two names; None where the names themselves speak against it."""
    if not a.words or not b.words or (a.suffix and b.suffix and a.suffix != b.suffix):
        return None
    if a.words == b.words:
        told = "one spelling" if a.plain == b.plain else "transcriptions of one name"
        return Likeness("same", 1.0 if a.plain == b.plain else 0.97, told)
    if a.bare or b.bare:
        return _bare(a, b)
    if sorted(a.words) == sorted(b.words):
        return Likeness("order", 0.8, "the same words in another order")
    return _full(a, b)


def _bare(a: PersonName, b: PersonName) -> Likeness | None:
    short, long = (a, b) if a.bare else (b, a)
    if long.bare:
        alike = sounds_like(a.plain[0], b.plain[0])
        return Likeness("sound", 0.4, "a surname of one sound") if alike else None
    if short.surname == long.surname:
        return Likeness("bare", 0.6, "the surname alone")
    if len(short.surname) > 1 and short.surname == long.given:
        return Likeness("bare", 0.5, "one of the names alone")
    return (
        Likeness("bare", 0.4, "a surname of one sound alone") if sounds_like(short.plain[0], long.plain[-1]) else None
    )


def _full(a: PersonName, b: PersonName) -> Likeness | None:
    if not _middles_agree(a, b):
        return None
    surname, given = _surnames(a, b), _givens(a, b)
    if surname == "same" and given == "same":
        return Likeness("inside", 0.93, "one name within the other")
    if surname == "same" and given == "initial":
        return Likeness("initial", 0.72, "the surname and an initial")
    if given == "same" and surname is None:
        within = set(a.words) < set(b.words) or set(b.words) < set(a.words)
        return Likeness("inside", 0.8, "one name within the other, with another last word") if within else None
    if surname is None or given is None or given == "initial":
        return None
    return _alike(surname, given)


def _alike(surname: str, given: str) -> Likeness:
    if "slip" in (surname, given):
        return Likeness("sound", 0.66, "one letter apart")
    told = "the surname" if given == "same" else "the given name" if surname == "same" else "both names"
    score = 0.74 if "same" in (surname, given) else 0.62
    return Likeness("sound", score, f"{told} alike in sound, not in spelling")


def _surnames(a: PersonName, b: PersonName) -> str | None:
    if a.surname == b.surname:
        return "same"
    if sounds_like(a.plain[-1], b.plain[-1]):
        return "sound"
    return "slip" if min(len(a.surname), len(b.surname)) >= 6 and one_edit(a.surname, b.surname) else None


def _givens(a: PersonName, b: PersonName) -> str | None:
    short, long = sorted((a.given, b.given), key=len)
    if short == long:
        return "same"
    if len(short) == 1:
        return "initial" if long.startswith(short) or a.plain[0][0] == b.plain[0][0] else None
    if sounds_like(a.plain[0], b.plain[0]):
        return "sound"
    return "slip" if len(short) >= 5 and a.surname == b.surname and one_edit(short, long) and _slip(a, b) else None


def _slip(a: PersonName, b: PersonName) -> bool:
    """A letter left out or doubled is a slip of the pen; another letter makes another name: "Marina", "Marine"."""
    return (
        abs(len(a.plain[0]) - len(b.plain[0])) == 1
        and a.plain[0][:2] == b.plain[0][:2]
        and a.plain[0][-2:] == b.plain[0][-2:]
    )


def _middles_agree(a: PersonName, b: PersonName) -> bool:
    """False for two patronymics or middle initials that cannot be one."""
    few, many = sorted((a.words[1:-1], b.words[1:-1]), key=len)
    return all(_one_middle(one, other) for one, other in zip(few, many, strict=False))


def _one_middle(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
