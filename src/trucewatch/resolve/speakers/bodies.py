"""The bodies of a page: ministries, armies, agencies, with their short forms and acronyms."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.naming import Named, NameKind
from trucewatch.resolve.speakers.page import PageView, Token
from trucewatch.resolve.speakers.spelling import acronym, fold, initials

REACH = 40
"""Mentions of one kind of body that are looked at on either side of a short form."""

WINDOW = 8
"""Words on either side of a body's name that may describe it."""

_SMALL = frozenset("of the and for in on to a an 's ’s - ’ '".split())
_LINKS = frozenset({"-", "'s", "’s", "&"})
_SINGULAR = {"forces": "force", "authorities": "authority", "guards": "guard"}
"""Heads whose plural stands in names: "Valley Guards", "the guards"."""
_OTHERWISE = {"military": "army", "army": "military", "gov't": "government", "govt": "government"}
_ORDER = frozenset("first former ex acting deputy vice".split())
"""Words of offices that make no fuller name of a body: "the first group"."""
_VAGUE = frozenset({"side", "house", "region", "republic", "website"})
"""Heads too common for "the side" to mean the last one named."""


@dataclass(frozen=True, slots=True)
class Body:
    """One mention of a body in its fullest extent; states stand in `words` as such, whatever their form."""

    first: int
    last: int
    name: str
    head: str
    words: frozenset[str]
    proper: frozenset[str]
    """Those of its words that are names; a capital at a sentence's start makes none."""


class Bodies:
    """Which bodies one page names, and which of them a short form means."""

    def __init__(self, view: PageView, names: Sequence[Named]) -> None:
        self._view = view
        self._by_head: dict[str, list[Body]] = defaultdict(list)
        self._by_letters: dict[str, str] = {}
        self.at: dict[int, Body] = {}
        self._described: dict[str, Counter[str]] = defaultdict(Counter)
        found = [make_body(view, first, last) for first, last in _extents(view, names)]
        for body in found:
            self._by_head[body.head].append(body)
            self.at.update(dict.fromkeys(range(body.first, body.last + 1), body))
            self._learn_letters(body)
        covered = {i for n in names if n.kind is NameKind.BODY for i in range(n.first, n.last + 1)}
        for body in found:
            self._learn_description(body, body.last in covered or body.first in covered)

    def _learn_letters(self, body: Body) -> None:
        """Keeps the acronym that stands in brackets after the name, or that the name's words make."""
        plain = self._view.words(body.first, body.last).split()
        mark, letters = self._view.neighbour(body.last, 1), self._view.neighbour(body.last, 2)
        if mark is not None and letters is not None and mark.text == "(" and (given := acronym(letters.text)):
            self._by_letters.setdefault(given, body.name)
        if len(plain) > 1:
            for made in initials([w for w in plain if w[:1].isupper() or w in _SMALL]):
                if len(made) > 1:
                    self._by_letters.setdefault(made, body.name)

    def fullest(self, first: int, last: int) -> str:
        """The fullest name on the page for the body whose name or short form stands from `first` to `last`."""
        name = self._view.words(first, last)
        letters = acronym(name)
        if letters is not None:
            return self._by_letters.get(letters, name)
        asked = make_body(self._view, first, last)
        if asked.head in _VAGUE:
            return name
        return self._longer(asked) or self._longer(replace_head(asked)) or name

    def _longer(self, asked: Body) -> str | None:
        """The nearest fuller form with the same head, before rather than after."""
        first, mentions = asked.first, self._by_head.get(asked.head, [])
        common = asked.first == asked.last and asked.head in lexicon.ONE_PER_STATE and not asked.proper
        here = bisect_left(mentions, first, key=lambda b: b.first)
        near = [*reversed(mentions[max(0, here - REACH) : here]), *mentions[here : here + REACH]]
        fuller = (b for b in near if b.words > asked.words and len(b.words) <= 12)
        return next((b.name for b in fuller if _adds_name(b, asked) and not (common and self._is_title(b))), None)

    def _is_title(self, body: Body) -> bool:
        """True for a name of its own that no state stands in: "the army" is not the Valley Liberation Army."""
        own = self._view.tokens[body.last].capital and body.last > body.first
        return own and len(body.words) > 2 and not any(w.startswith("=") for w in body.words)

    def spans(self, index: int) -> bool:
        """True for a word inside a body's name, neither its first nor its last."""
        body = self.at.get(index)
        return body is not None and body.first < index < body.last

    def described(self, lemma: str) -> str | None:
        """The one body that the page calls by a common noun: "the rebels" where only one body is called rebel."""
        called = self._described.get(_called(lemma) or lemma, Counter())
        first = called.most_common(2)
        return first[0][0] if len(first) == 1 or (first and first[0][1] > 2 * first[1][1]) else None

    def _learn_description(self, body: Body, named: bool) -> None:
        """Counts what the words beside a body's name call it: "the rebel Westland Front", "the Front's guerrillas"."""
        if not named:
            return
        for index in (*self._beside(body.first, -1), *self._beside(body.last, 1)):
            word = _called(self._view.tokens[index].lemma)
            if word is not None:
                self._described[word][self.fullest_of(body)] += 1

    def _beside(self, index: int, step: int) -> Iterator[int]:
        """The words of the noun phrase on one side of a name: before it modifiers only, after it an apposition too."""
        kinds = ("ADJ", "NOUN", "PROPN") if step < 0 else ("ADJ", "NOUN", "PROPN", "DET", "PART")
        for _ in range(WINDOW):
            token = self._view.neighbour(index, step)
            if token is None or not (token.upos in kinds or token.text in "-(),"):
                return
            index = token.index
            yield index

    def fullest_of(self, body: Body) -> str:
        """The body's name, or what its acronym stands for."""
        letters = acronym(body.name)
        return self._by_letters.get(letters, body.name) if letters else body.name


def replace_head(body: Body) -> Body:
    """The body under the other word for its kind: the military may be called the army elsewhere."""
    other = _OTHERWISE.get(body.head, body.head)
    return replace(body, head=other, words=frozenset(other if w == body.head else w for w in body.words))


def make_body(view: PageView, first: int, last: int) -> Body:
    """The body whose words stand from `first` to `last`."""
    words, proper, head = set[str](), set[str](), ""
    for index in range(first, last + 1):
        token = view.tokens[index]
        if token.lower in _SMALL:
            continue
        words.add(key := _key(view, token, first))
        opens = index == view.sentences[token.sentence].start
        if token.capital and (token.upos == "PROPN" or not opens):
            proper.add(key)
        if token.lemma in lexicon.BODIES:
            head = _SINGULAR.get(token.lemma, token.lemma)
    head = head or fold(view.tokens[last].text)
    return Body(first, last, view.words(first, last), head, frozenset(words), frozenset(proper))


def _called(lemma: str) -> str | None:
    """The key under which an armed body's common nouns meet; None for other nouns."""
    if lemma in lexicon.ARMED:
        return "rebel"
    return lemma if lemma in lexicon.GENERIC_BODIES else None


def _adds_name(body: Body, asked: Body) -> bool:
    """True where the fuller form adds a name, a state or a portfolio, no mere adjective."""
    more = body.words - asked.words
    return any(w.startswith("=") or w in body.proper or w in lexicon.PORTFOLIOS - _ORDER for w in more)


def _key(view: PageView, token: Token, first: int) -> str:
    before = view.tokens[token.index - 1] if token.index > first else None
    both = view.states.meant(f"{before.text} {token.text}") if before is not None and token.capital else None
    state = both or (view.states.meant(token.text) if token.capital else None)
    return lexicon.implied(fold(token.lemma if token.upos == "NOUN" else token.text)) if state is None else f"={state}"


def _leads_to_name(token: Token) -> bool:
    """True for what may stand between "of" and a name: "the ministry of the breakaway Westland"."""
    return token.upos == "DET" or (token.nominal and token.lower.isalpha() and token.text.islower())


def _has_body_noun(view: PageView, first: int, last: int) -> bool:
    """True for "Ministry of Trade" as for "Trade Ministry", whose "of" a state may follow."""
    return any(view.tokens[i].lemma in lexicon.BODIES for i in range(first, last + 1))


def _extents(view: PageView, names: Iterable[Named]) -> Iterator[tuple[int, int]]:
    """Where each body's name stands, in order, with the words before it that belong to it."""
    covered = {i: (n.first, n.last) for n in names if n.kind is NameKind.BODY for i in range(n.first, n.last + 1)}
    others = {i for n in names if n.kind is NameKind.PERSON for i in range(n.first, n.last + 1)}
    end = -1
    for token in view.tokens:
        if token.index <= end or not (token.index in covered or _is_body_noun(token)):
            continue
        first, last = covered.get(token.index, (token.index, token.index))
        first = _leftwards(view, first, end, others, named=token.index in covered)
        end = _rightwards(view, last, covered)
        yield first, end


def _is_body_noun(token: Token) -> bool:
    return token.lemma in lexicon.BODIES and token.upos in ("NOUN", "PROPN")


def _leftwards(view: PageView, first: int, end: int, others: set[int], named: bool) -> int:
    while (token := view.neighbour(first, -1)) is not None and token.index > end and token.index not in others:
        fits = (token.nominal and token.upos != "NUM") or token.text in _LINKS
        if named and token.text in ("'s", "’s"):
            break
        if not fits or (named and not token.capital and token.text not in _LINKS):
            break
        first = token.index
    while view.tokens[first].text in _LINKS or (
        named and not view.tokens[first].capital and view.tokens[first].upos == "PART"
    ):
        first += 1
    return first


def _rightwards(view: PageView, last: int, covered: dict[int, tuple[int, int]]) -> int:
    """Past the rest of a noun phrase and an "of" with a name: "the government of Westland"."""
    while (token := view.neighbour(last, 1)) is not None and _is_body_noun(token) and token.index not in covered:
        last = token.index
    of = view.neighbour(last, 1)
    if of is None or of.lower != "of" or (last in covered and not _has_body_noun(view, *covered[last])):
        return last
    start = of.index + 1
    while (token := view.neighbour(start - 1, 1)) is not None and _leads_to_name(token) and start - of.index < 4:
        start += 1
    stop = start
    while (token := view.neighbour(stop - 1, 1)) is not None and token.capital and token.nominal and stop - start < 8:
        stop += 1
    return stop - 1 if stop > start else last
