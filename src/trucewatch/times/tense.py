"""Whether the words around an expression tell of the past or of what is to come."""

from enum import Enum
from typing import Final

from trucewatch.times.lexicon import CLASS
from trucewatch.times.tokens import Tokens


class Tense(Enum):
    """The direction that the words near an expression give it."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


_FUTURE: Final = frozenset(
    "will ll shall would wo expected scheduled due expects expect hopes could should must might upcoming forthcoming "
    "deadline payable effective expires begins starts opens resumes ends meets arrives closes matures maturing "
    "redeemable slated proposed tentative ahead until till".split()
)
"""Words that tell of what is to come by themselves."""
_INTENT: Final = frozenset(
    "going set plan plans planned planning hope intends intend aims ready prepares preparing invited agreed agree "
    "pledged promised vowed decided likely about is are wants threatened ordered urged".split()
)
"""Words that do before "to" or "for"."""
_PASSIVE: Final = {"be": Tense.FUTURE, "is": Tense.UNKNOWN, "are": Tense.UNKNOWN}
"""What a participle tells after a form of "be" that is not past."""
_PAST: Final = frozenset(
    "said was were had did has have been told met held began came took left went made broke fell rose sent saw won "
    "lost became got gave found kept put ran brought thought spoke wrote drew grew knew led paid sold stood struck "
    "swore threw understood withdrew bought built caught chose dealt drove fought flew hit shot spent spread stole "
    "taught wounded since ago says sank beat bore cut read heard felt showed quit hurt".split()
)
_NOT_PAST: Final = frozenset(
    "need united speed feed indeed hundred seed exceed proceed succeed bed red unprecedented based".split()
)
_REACH: Final = 16
_FINAL: Final = frozenset((CLASS["FINAL"], CLASS["BREAK"]))
_STOP: Final = CLASS["STOP"]
_TELLING: Final = frozenset(CLASS[name] for name in ("OTHER", "UNTIL", "SINCE", "AHEAD", "ABOUT"))
"""Classes whose words can tell a tense; months, figures and marks are stepped over."""


def tense(tokens: Tokens, first: int, last: int) -> Tense:
    """The tense of the nearest verb before the expression in its sentence, else of the nearest after it."""
    if tokens.word(first - 1) in ("by", "until", "till") and tokens.word(first - 2) != "had":
        return Tense.FUTURE
    before = _look(tokens, range(first - 1, max(-1, first - 1 - _REACH), -1), backwards=True)
    if before is not Tense.UNKNOWN:
        return before
    return _look(tokens, range(last, min(len(tokens.words), last + _REACH)), backwards=False)


def _look(tokens: Tokens, places: range, *, backwards: bool) -> Tense:
    classes = tokens.classes
    for at in places:
        kind = classes[at]
        if kind in _FINAL or (kind == _STOP and ends_sentence(tokens, at)):
            return Tense.UNKNOWN
        if kind not in _TELLING:
            continue
        found = _tense_of(tokens, at)
        if found is not Tense.UNKNOWN:
            return found
    return Tense.UNKNOWN


def _tense_of(tokens: Tokens, at: int) -> Tense:
    word = tokens.word(at)
    if word in _FUTURE:
        return Tense.PAST if _had_been(tokens, at) else Tense.FUTURE
    if word in _INTENT and tokens.word(at + 1) in ("to", "for"):
        return Tense.PAST if _had_been(tokens, at) else Tense.FUTURE
    if word in _PAST or (len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST):
        return _PASSIVE.get(_verb_before(tokens, at), Tense.PAST)
    return Tense.UNKNOWN


def _verb_before(tokens: Tokens, at: int) -> str:
    """The word before a participle, an adverb between them left out: will be formally held."""
    word = tokens.word(at - 1)
    return tokens.word(at - 2) if word.endswith("ly") else word


def _had_been(tokens: Tokens, at: int) -> bool:
    """Had been due to ..., was scheduled ... but: the plan itself is past where it is told in the past perfect."""
    return tokens.word(at - 1) == "been" and tokens.word(at - 2) == "had"


def ends_sentence(tokens: Tokens, at: int) -> bool:
    """True where the full stop at this token ends a sentence; the stop of an abbreviation does not."""
    word = tokens.words[at - 1] if at else ""
    after = tokens.words[at + 1] if at + 1 < len(tokens.words) else "\n"
    if len(word) == 1 and word.isalpha():
        return False
    if tokens.classes[at - 1 : at] in _ABBREVIATED and after[0].isdigit():
        return False
    return not after[0].islower() and not (len(word) <= 3 and word.istitle() and word in _TITLES)


_ABBREVIATED: Final = frozenset(CLASS[name] for name in ("SHORTMONTH", "SHORTDAY"))
_TITLES: Final = frozenset(
    ("Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Lt", "Maj", "Sgt", "St", "Inc", "Co", "Sen", "Rep", "Gov")
)
