"""Offices under one name for all their titles: "Minister of Foreign Affairs", "Foreign Minister"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from trucewatch.resolve.speakers import lexicon

_WORD = re.compile(r"[^\W_]+(?:-(?:general|president))?")
_OVER = frozenset(
    "former ex then late ousted deposed onetime designate elect nominee candidate incoming predecessor".split()
)
"""Words of those who do not hold the office: not any more, or not yet."""
_BELOW = frozenset("deputy vice assistant under undersecretary".split())
_AFFAIRS = {"affairs": "", "defense": "defence", "external": "foreign", "relations": ""}
_PORTFOLIOS = frozenset("foreign defence interior prime justice finance health economy energy home".split())
_SOLE = frozenset("president king queen emir sultan pope chancellor governor mayor ombudsman".split())
"""Nouns of offices that one person at a time holds, whatever other words there are."""
_LEFT_OUT = frozenset("counterpart leader official figure politician head chief member".split())
"""Nouns that describe and name no office."""
_LINKS = frozenset("of for to at in and with from".split())


@dataclass(frozen=True, slots=True)
class Post:
    """What an office is, without whose it is."""

    name: str
    """"foreign minister", "spokesperson", "commander"."""
    sole: bool
    """Whether one person at a time holds it."""
    held: bool
    """False for "former", "then-", "-designate": the title tells of no holder on the day of the page."""


@lru_cache(maxsize=1 << 14)
def post(title: str) -> Post | None:
    """The office that a title names; None for a rank or a description: "Colonel", "counterpart"."""
    words = _WORD.findall(title.casefold().replace("’s", "").replace("'s", ""))
    head = _head(words)
    if head is None:
        return None
    noun = lexicon.office_head(words[head])
    if noun in _LEFT_OUT or noun in lexicon.RANKS - {"commander"} or noun in lexicon.UNNAMED:
        return None
    before, after = words[:head], words[head + 1 :]
    held = not _OVER & set(words)
    below = next((w for w in before if w in _BELOW), None)
    name = _name(noun, words[head], before, after)
    sole = below is None and (name in _SOLE or name in _STATE_POSTS)
    return Post(f"deputy {name}" if below and noun != "spokesperson" else name, sole, held)


def _head(words: list[str]) -> int | None:
    """The last noun of office before what follows "of"."""
    found = None
    for number, word in enumerate(words):
        if word in _LINKS and found is not None:
            break
        if (word in lexicon.OFFICES or word in lexicon.RANKS) and not (found is not None and word in lexicon.RANKS):
            found = number
    return found


def _name(noun: str, written: str, before: list[str], after: list[str]) -> str:
    telling = [_AFFAIRS.get(lexicon.implied(w), lexicon.implied(w)) for w in (*before, *after[1:4])]
    portfolio = next((w for w in telling if w in _PORTFOLIOS), None)
    if (implied := lexicon.implied(written)) in _PORTFOLIOS:
        portfolio = implied
    if noun == "secretary":
        return _secretary(written, portfolio, before, after)
    if noun == "minister":
        return f"{portfolio} minister" if portfolio else "minister"
    if noun == "speaker":
        return "speaker of parliament"
    return noun


def _secretary(written: str, portfolio: str | None, before: list[str], after: list[str]) -> str:
    if written == "secretary-general" or "general" in after[:1]:
        return "secretary-general"
    if after[:2] == ["of", "state"]:
        return "foreign minister"
    return f"{portfolio} minister" if portfolio else "press secretary" if "press" in before else "secretary"


_STATE_POSTS = frozenset(f"{portfolio} minister" for portfolio in _PORTFOLIOS) | {
    "secretary-general",
    "speaker of parliament",
}
