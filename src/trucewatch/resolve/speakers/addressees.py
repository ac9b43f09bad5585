"""To whom something was said: "told reporters", "in a letter to the Council", "urged both sides to"."""

from trucewatch.record.mentions import Attribution
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.clause import Clause
from trucewatch.resolve.speakers.page import PageView, Token

_TAKES_OBJECT = frozenset(
    "tell inform ask urge warn remind assure advise notify brief address call exhort implore order instruct invite "
    "press beg summon encourage appeal".split()
)
_TAKES_TO = frozenset(
    "say speak write appeal explain complain announce report suggest propose call talk comment speaking".split()
)
_OCCASIONS = frozenset("conference briefing meeting summit interview rally session forum hearing".split())
_NEVER = frozenset("that it there what how why whether this".split())
_LINKS = frozenset({"-", "'s", "’s", "&"})
MAX_WORDS = 12
"""Words of an addressee that are told."""


def addressee_of(view: PageView, cast: Cast, found: Attribution, clause: Clause, times: frozenset[int]) -> str | None:
    """Who was addressed, under the fullest name that the page gives; None where nobody is."""
    verb = clause.verb
    if verb is None or clause.last_cue is None:
        return None
    start = _object_start(view, clause, verb) or _to_whom(view, clause, verb)
    if start is None or start in times:
        return None
    last = _object_end(view, start, times | clause.source)
    return None if last is None else _told(view, cast, start, last)


def _object_start(view: PageView, clause: Clause, verb: Token) -> int | None:
    """The word after "told" or "urged", "called on" included, where a noun phrase stands there."""
    if verb.lemma not in _TAKES_OBJECT:
        return None
    index = verb.index
    after = view.neighbour(index, 1)
    while after is not None and after.index in clause.cue:
        if after.upos in ("PROPN", "NOUN", "PRON") and index >= verb.index:
            return after.index
        index, after = after.index, view.neighbour(after.index, 1)
    if verb.lemma in ("call", "appeal") and view.tokens[index].lower not in ("on", "upon"):
        return None
    return after.index if after is not None and after.lower not in _NEVER else None


def _to_whom(view: PageView, clause: Clause, verb: Token) -> int | None:
    """The word after "said to", "in a letter to"."""
    for token in clause.words:
        if token.lower != "to" or token.upos != "ADP":
            continue
        before, after = view.neighbour(token.index, -1), view.neighbour(token.index, 1)
        if before is None or after is None:
            continue
        spoken = before.lemma in _TAKES_TO and (before.index in clause.cue or before.lower == "speaking")
        if spoken or before.lemma in ("letter", "message", "address", "speech", "remark", "appeal"):
            return after.index
    return None


def _object_end(view: PageView, start: int, barred: frozenset[int]) -> int | None:
    """The last word of the noun phrase that begins at a word; None where none does."""
    last = None
    index = start
    while (token := view.token(index)) is not None and index - start < MAX_WORDS:
        if token.sentence != view.tokens[start].sentence or index in barred or not _in_phrase(view, token, start):
            break
        if token.nominal or token.upos == "PRON":
            last = index
        index += 1
    return last


def _in_phrase(view: PageView, token: Token, start: int) -> bool:
    if token.upos == "PRON":
        return token.index == start or token.label == "nmod:poss"
    joined = token.lower in ("and", "of") and (after := view.neighbour(token.index, 1)) is not None and _nounlike(after)
    return _nounlike(token) or token.text in _LINKS or joined


def _nounlike(token: Token) -> bool:
    return token.nominal or token.upos == "DET"


def _told(view: PageView, cast: Cast, start: int, last: int) -> str | None:
    """A person under the fullest name; else the phrase without its article; None for pronouns and occasions."""
    persons = cast.persons_in(start, last)
    if persons:
        return " and ".join(dict.fromkeys(p.name for _, p in persons))
    while start < last and view.tokens[start].upos == "DET" and view.tokens[start].lower not in ("both", "all"):
        start += 1
    head = view.tokens[last]
    if view.tokens[start].upos == "PRON" and (start == last or view.tokens[start].label != "nmod:poss"):
        return None
    if head.lemma in _OCCASIONS or head.lower in (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ):
        return None
    if start in cast.bodies.at:
        return cast.bodies.fullest(start, last)
    return view.words(start, last)
