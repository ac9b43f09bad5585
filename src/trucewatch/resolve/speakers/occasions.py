"""On what occasion something was said: "in an interview with the Courier", "at a joint press conference in Ostrava"."""

from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.clause import Clause, hangs_on
from trucewatch.resolve.speakers.naming import NameKind
from trucewatch.resolve.speakers.page import PageView, Token

_SPEECH = frozenset(
    "interview briefing call conversation statement speech address remark comment letter tweet post message communique "
    "communiqué declaration hearing rally sermon broadcast release op-ed telegram videoconference teleconference "
    "webinar testimony note".split()
)
_GATHERING = frozenset(
    "talk meeting summit session negotiation forum visit ceremony gathering debate conference assembly congress "
    "consultation event parliament symposium commemoration consultation funeral trip tour".split()
)
_PLATFORMS = frozenset(
    "twitter facebook telegram instagram youtube x vkontakte weibo tiktok whatsapp television tv radio".split()
)
_BEFORE = frozenset("in at during after following on via through over from".split())
_INSIDE = frozenset("with in at to of after following during between by for on".split())
_NEEDS_NAME = frozenset("by for on of to".split())
_LINKS = frozenset({"-", "'s", "’s", "'", "’", "&", "+"})
_TWEETED = {"tweet": "Twitter", "tweeted": "Twitter", "retweet": "Twitter"}
_PRESS = frozenset("reporter journalist media press newsman correspondent".split())
_CHAMBERS = frozenset("parliament council assembly congress senate committee duma knesset court".split())
MAX_WORDS = 16
"""Words of an occasion that are told."""


def occasion_in(view: PageView, cast: Cast, clause: Clause, times: frozenset[int]) -> str | None:
    """The occasion that the clause's words name; `times` are words of time expressions, which never belong to it."""
    words = [w for w in clause.words if w.index not in clause.source]
    allowed = frozenset(w.index for w in clause.words) - times
    best: tuple[int, int, str] | None = None
    for token in words:
        rank = _rank(token, clause)
        if rank is None or token.index in times or _names_outlet(cast, token) or not _introduced(view, token, clause):
            continue
        if rank and not hangs_on(view, clause, token.index):
            continue
        said = _told(view, cast, token, allowed, clause.source)
        key = (rank, abs(token.index - (clause.last_cue or token.index)), said)
        best = key if best is None or key < best else best
    return best[2] if best is not None else _by_verb(clause)


def _names_outlet(cast: Cast, token: Token) -> bool:
    """True for the "Post" of a newspaper's name."""
    name = cast.name_at.get(token.index)
    return name is not None and name.kind is NameKind.BODY and token.lower not in _PLATFORMS


def _rank(token: Token, clause: Clause) -> int | None:
    """0 for kinds of speech, 1 for gatherings and platforms; None for other words."""
    if token.upos not in ("NOUN", "PROPN", "VERB") or (token.upos == "VERB" and token.index not in clause.cue):
        return None
    lemma = token.lemma.removesuffix("s")
    if token.upos != "VERB" and (token.lemma in _SPEECH or lemma in _SPEECH):
        return 0
    if token.upos != "VERB" and (token.lemma in _GATHERING or lemma in _GATHERING or token.lower in _PLATFORMS):
        return 1
    return None


def _introduced(view: PageView, token: Token, clause: Clause) -> bool:
    """True where a preposition leads to the noun's phrase, or "told" does: "told a news conference"."""
    first = _phrase_start(view, token)
    before = view.neighbour(first, -1)
    after = view.neighbour(token.index, 1)
    if (
        after is not None
        and after.upos in ("NOUN", "PROPN")
        and after.lemma in _SPEECH | _GATHERING | {"page", "account"}
    ):
        return after.lemma in ("page", "account") and before is not None and before.lower in _BEFORE
    if before is None:
        return False
    if token.lower in _PLATFORMS:
        return before.lower in ("on", "via", "to") and (token.capital or token.lower in ("television", "tv", "radio"))
    told = before.index in clause.cue and before.lemma in ("tell", "address") and token.lemma not in _CHAMBERS
    return before.lower in _BEFORE or told


def _phrase_start(view: PageView, noun: Token) -> int:
    """The first word of the noun's phrase, article and possessive included."""
    index = noun.index
    while (token := view.neighbour(index, -1)) is not None and noun.index - index < MAX_WORDS:
        attributive = token.label.startswith(("amod", "compound")) or token.text in _LINKS
        if not (token.nominal or attributive or token.upos == "DET" or token.label == "nmod:poss"):
            break
        if token.upos == "PUNCT" and token.text not in _LINKS:
            break
        index = token.index
        if token.upos == "DET":
            break
    return index


def _told(view: PageView, cast: Cast, noun: Token, allowed: frozenset[int], source: frozenset[int]) -> str:
    """The occasion as a reader would name it: without article, with those it was held with and where."""
    first = _phrase_start(view, noun)
    while first < noun.index and (
        view.tokens[first].upos in ("DET", "PRON", "PUNCT") or _is_filler(view.tokens[first])
    ):
        first += 1
    parts, last = [view.words(first, noun.index)], noun.index
    while (found := _with(view, cast, last, allowed, source)) is not None and last - first < MAX_WORDS:
        said, last = found
        parts.append(said)
    return " ".join(parts)


def _is_filler(token: Token) -> bool:
    return token.lower in ("separate", "recent", "earlier", "same", "latest", "own", "’s", "'s")


def _with(
    view: PageView, cast: Cast, last: int, allowed: frozenset[int], source: frozenset[int]
) -> tuple[str, int] | None:
    """The next "with N", "in N" after a word, and its last word; a person stands under the fullest name."""
    link = view.neighbour(last, 1)
    if link is None or link.lower not in _INSIDE or link.index not in allowed:
        return None
    first = end = link.index + 1
    if first not in source:
        # "after the clashes Prime Minister Keller said": the source begins inside what looks like one phrase.
        allowed -= source
    while (token := view.neighbour(end - 1, 1)) is not None and token.index in allowed and end - first < MAX_WORDS:
        if not (token.nominal or token.upos in ("DET", "PART") or token.text in _LINKS or _modifies(token)):
            break
        end += 1
    while first < end and view.tokens[first].upos in ("DET", "PRON"):
        first += 1
    while end > first and not view.tokens[end - 1].nominal:
        end -= 1
    if first == end or (link.lower in _NEEDS_NAME and not any(view.tokens[i].capital for i in range(first, end))):
        return None
    person = _person(view, cast, range(first, end))
    said = person or view.words(first, end - 1)
    return f"{link.lower} {said}", end - 1 if person is None else _past_apposition(view, cast, end)


def _modifies(token: Token) -> bool:
    return token.label in ("nmod:poss", "amod")


def _person(view: PageView, cast: Cast, span: range) -> str | None:
    """The person named in the words, or in an apposition right after them."""
    inside = cast.persons_in(span.start, span.stop - 1)
    if inside:
        return " and ".join(dict.fromkeys(p.name for _, p in inside))
    mark = view.token(span.stop)
    after = cast.persons.at.get(span.stop + 1) if mark is not None and mark.text == "," else None
    head = view.tokens[span.stop - 1].lemma
    return after.name if after is not None and head in lexicon.OFFICES else None


def _past_apposition(view: PageView, cast: Cast, end: int) -> int:
    mark, name = view.token(end), cast.name_at.get(end + 1)
    return (
        name.last
        if mark is not None and mark.text == "," and name is not None and end + 1 in cast.persons.at
        else end - 1
    )


def _by_verb(clause: Clause) -> str | None:
    return next((_TWEETED[w.lower] for w in clause.words if w.index in clause.cue and w.lower in _TWEETED), None)


def by_addressee(addressee: str | None, verb: Token | None) -> str | None:
    """What "told reporters" and "told parliament" say of the occasion."""
    if addressee is None or verb is None or verb.lemma not in ("tell", "inform", "say", "speak", "address"):
        return None
    words = addressee.lower().split()
    if words[-1].removesuffix("s") in _PRESS or words[0].removesuffix("s") in _PRESS:
        return "remarks to reporters"
    return f"address to {addressee}" if words[-1] in _CHAMBERS else None


def is_bare(occasion: str) -> bool:
    """True for an occasion that only names its kind: "interview"."""
    return " " not in occasion


def same_kind(bare: str, fuller: str) -> bool:
    """True where a bare "interview" can be the fuller occasion."""
    return bare.lower().removesuffix("s") in {w.lower().removesuffix("s") for w in fuller.split()}
