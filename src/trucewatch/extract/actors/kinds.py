"""What a phrase that no table names is, by its own words: an organization of a kind, several states, another world."""

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.actors.tokens import Token

_WIDE: Final = frozenset(
    "world international global african european asian arab islamic american pan regional joint trilateral "
    "quadripartite multinational transnational".split()
)
_GOVERNMENTS: Final = frozenset(
    "organization organisation union court tribunal bank fund agency council conference community league commission "
    "secretariat mission force parliament alliance committee".split()
)
_PRIVATE: Final = frozenset("association federation watch forum campaign movement network society foundation".split())
_PEACEKEEPING: Final = frozenset("peacekeeper peacekeepers peacekeeping".split())


def unnamed_kind(words: Sequence[Token]) -> str | None:
    """IGO or NGO for a name in capitals that says so ("Inland Seas Conference", "World Water Forum"); else None."""
    named = [w.key for w in words if w.plain[0].isupper()]
    if not _WIDE.intersection(named):
        return None
    if _PRIVATE.intersection(named):
        return "NGO"
    return "IGO" if _GOVERNMENTS.intersection(named) else None


def keeps_peace(words: Sequence[Token]) -> bool:
    """Whether these are peacekeepers of nobody in particular."""
    return any(w.key in _PEACEKEEPING for w in words)


_TOGETHER: Final = frozenset(
    "both each either neither sides parties ministers presidents premiers leaders countries states governments nations "
    "counterparts armies neighbours neighbors belligerents".split()
)
_HELD: Final = frozenset("prisoner prisoners detainee detainees hostage hostages captive captives pow pows".split())
"""People who are where they do not belong: the place says nothing of whose they are."""
_ELSEWHERE: Final = frozenset(
    "european western eastern arab african asian american islamic muslim international regional foreign global world "
    "latin scandinavian nordic balkan caucasian gulf allied".split()
)


def beyond_one_country(words: Sequence[Token]) -> bool:
    """Whether the phrase means several states, or none that the page's places say: both sides, European leaders."""
    return any(w.key in _TOGETHER or w.key in _ELSEWHERE or w.key in _HELD for w in words)
