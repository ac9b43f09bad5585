"""What the words of a passage tell of an event beside what it is coded as: its setting, its phase, its round."""

import re

from trucewatch.record.folding import fold

STEM = 6
"""Letters of a word that tell it from others, whatever its ending: Westland and Westlander, truce and truces."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NAME = re.compile(r"[^\W\d_a-z][^\W_]*(?:['’-][^\W_]+)*")
_EDGE = 60
"""Code points on either side of a trigger in which the words of its own clause stand."""

_OFFICES = frozenset(
    folded
    for word in (
        """President Prime Minister Foreign Defence Defense Interior Deputy Vice Secretary General Ministry Army
        Government Council Security United Nations National State Federal Republic Armed Forces Force Parliament
        Spokesman Spokeswoman Spokesperson Colonel Major Captain Lieutenant Commander Chief Ambassador Envoy Special
        Mr Mrs Ms Dr Sir The A An In On At By For And But As After Before Since Following Both Each It He She They We I
        His Her Their Its This That These Those There When While Under With From To Of Or Not No Yes If Also According
        January February March April May June July August September October November December
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday"""
    ).split()
    for folded in fold(word)
)
"""Capitalised words that every conflict's reports share."""

_KINDS_OF_PLACE = frozenset(
    """the a an of in at near town city village region district province area zone valley outskirts outside border line
    conflict territory capital road front post checkpoint and""".split()
)
_DULL = frozenset(
    """that this with from have been were their they them which will would could should about after before into over
    more than also said says told when where there while other between during under since against including
    because january february march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)

BEGUN = re.compile(
    r"\b(?:br(?:oke|eaks?|oken) out|erupt(?:ed|s)?|outbreak|began|begins?|begun|beginning|start(?:ed|s)?|"
    r"resum(?:ed|es)|resumption|launch(?:ed|es)?|flared? up|unleashed)\b",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"\b(?:stop(?:ped|s|ping)?|end(?:ed|s|ing)?|halt(?:ed|s|ing)?|ceas(?:ed|es|ing)|cessation|conclud(?:ed|es|ing)|over)\b",
    re.IGNORECASE,
)
_NIGHT = re.compile(r"\b(?:night|overnight|midnight|dawn|early hours)\b", re.IGNORECASE)
_CALL = re.compile(r"\b(?:phone|telephone|phoned|video ?conference|video link|call with|a call)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|previous|last|new|another|"
    r"[0-9]{1,2}(?:st|nd|rd|th))\s+(?:round|meeting|summit|session|exchange|phase|stage|group|talks|convoy)\b",
    re.IGNORECASE,
)


def stem(word: str) -> str:
    """The beginning of a folded word."""
    return word[:STEM]


def setting(sentence: str) -> frozenset[str]:
    """The beginnings of the names in a sentence, those of offices, months and the like left out."""
    found: set[str] = set()
    for match in _NAME.finditer(sentence):
        alone = match.start() == 0 and not _NAME.match(sentence[match.end() :].lstrip())
        if not alone:
            found.update(stem(word) for word in fold(match.group()) if word not in _OFFICES and len(word) > 2)
    return frozenset(found)


def place_words(place: str) -> frozenset[str]:
    """The beginnings of the words that tell a place from others: all but those for kinds of place."""
    words = fold(place)
    return frozenset(stem(word) for word in words if word not in _KINDS_OF_PLACE) or frozenset(map(stem, words))


def content(sentence: str) -> frozenset[str]:
    """The beginnings of all words of a sentence that carry something, its figures with them."""
    words = (word for match in _WORD.finditer(sentence) for word in fold(match.group()))
    return frozenset(stem(w) for w in words if (len(w) > 3 or w.isdigit()) and w not in _DULL)


def around(sentence: str, start: int, end: int) -> str:
    """The words about a trigger, as far as the clause may go."""
    before = sentence[max(0, start - _EDGE) : start].rpartition(";")[2]
    after = sentence[end : end + _EDGE].partition(";")[0]
    return f"{before}{sentence[start:end]}{after}"


def by_night(words: str) -> bool:
    """Whether it is told to be at night, when one account may count the day before and one the day after."""
    return _NIGHT.search(words) is not None


def is_call(words: str) -> bool:
    """Whether a meeting is told to be by telephone or over a line."""
    return _CALL.search(words) is not None


def round_of(words: str) -> str | None:
    """Which of several it is told to be: "second" for "the second round"."""
    found = _ORDINAL.search(words)
    return found.group(1).lower() if found else None
