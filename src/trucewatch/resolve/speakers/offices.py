"""The words of an office: what is held, of which state or body, and whether a description can mean it."""

from dataclasses import dataclass

from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.page import PageView, Token
from trucewatch.resolve.speakers.spelling import fold

_OTHER_BODY = 3
"""What it counts against a description that it names another body or place than the office does."""
_FIRST_OF_STATE = frozenset({"leader", "head", "ruler", "chief", "strongman"})
_OTHER_RANK = frozenset({"vice", "prime"})
"""A vice-president is never "the president", nor a prime minister "the minister"."""
_LINKS = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office or description as the page writes it, without article: "Westland army spokesman"."""

    text: str
    head: str
    """The noun under one name for all its forms: "spokesperson"."""
    portfolios: frozenset[str]
    """"foreign", "prime", "deputy" ..."""
    states: frozenset[str]
    others: frozenset[str]
    """Its remaining telling words, folded."""
    names: frozenset[str]
    """Those of them that are written as names."""
    first: int
    noun: int
    last: int
    """Where it stands in the page's row of words: its ends and its noun."""

    def can_mean(self, held: "Office") -> bool:
        """True where this description can stand for a holder of `held`."""
        if not lexicon.can_mean(self.head, held.head) or not _states_agree(self.states, held.states):
            return False
        if self.head in _FIRST_OF_STATE and held.head == "minister" and "prime" not in held.portfolios:
            return False
        if self.head == held.head and (held.portfolios - self.portfolios) & _OTHER_RANK:
            return False
        if self.head == held.head or self.portfolios:
            mine, theirs = self.portfolios, held.portfolios
            return mine <= theirs or (not theirs and mine <= {"foreign", "defence", "interior"})
        return "vice" not in held.portfolios

    def shares_name(self, held: "Office") -> bool:
        """True where both name one body, be it by its letters in one and in full in the other."""
        letters = {"".join(w[0] for w in office.text.split() if w[:1].isupper()).lower() for office in (self, held)}
        short = {n.replace(".", "") for n in self.names | held.names if len(n.replace(".", "")) <= 6}
        return bool(self.names & held.names) or any(n in made for n in short if len(n) > 1 for made in letters)

    def closeness(self, held: "Office") -> int:
        """How much the two have in common beyond what `can_mean` asks."""
        same = 2 * (self.head == held.head) + 2 * bool(self.states & held.states)
        apart = len(held.portfolios - self.portfolios) * (self.head == held.head)
        foreign = self.head == "diplomat" and "foreign" in held.portfolios
        leads = self.head == "leader" and (held.head == "president" or "prime" in held.portfolios)
        if self.names and held.names and not self.shares_name(held) and not self.states & held.states:
            return same - _OTHER_BODY
        return same + len(self.others & held.others) + len(self.portfolios & held.portfolios) + foreign + leads - apart


def _states_agree(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return not mine or not theirs or bool(mine & theirs)


def is_office(token: Token) -> bool:
    """True for a noun that names an office; plurals are groups."""
    if token.upos not in ("NOUN", "PROPN") and not (token.capital and token.lower in lexicon.OFFICES):
        return False
    return token.lower in lexicon.OFFICES or token.lower in lexicon.RANKS


def office_noun(view: PageView, first: int, last: int) -> int | None:
    """The noun that heads a title: the last office noun before a preposition; None where there is none."""
    found = None
    for index in range(first, last + 1):
        token = view.tokens[index]
        if token.upos in ("ADP", "SCONJ") and found is not None:
            break
        if is_office(token):
            found = index
    return found


def make_office(view: PageView, first: int, noun: int, last: int) -> Office:
    """The office that stands from `first` to `last`, its article left out."""
    while first < noun and view.tokens[first].upos in ("DET", "PUNCT", "CCONJ", "PRON", "ADP"):
        first += 1
    words = [view.tokens[i] for i in range(first, last + 1)]
    head = view.tokens[noun]
    portfolios, states, others, names = set[str](), set[str](), set[str](), set[str]()
    for token in words:
        word = lexicon.implied(fold(token.text))
        if token.index < noun and word in lexicon.PORTFOLIOS:
            portfolios.add(word)
        elif token.index < noun + 6 and (state := state_of(view, token)) is not None:
            states.add(state)
        elif token.index != noun and len(word) > 1 and (token.nominal or word in lexicon.PORTFOLIOS):
            others.add(word)
            if token.capital and token.upos == "PROPN" and not is_office(token):
                names.add(word)
    if (extra := lexicon.implied(head.lower)) != head.lower:
        portfolios.add(extra)
    text = view.words(first, last)
    name = lexicon.office_head(head.lower)
    telling = frozenset(portfolios), frozenset(states), frozenset(others), frozenset(names)
    return Office(text, name, *telling, first, noun, last)


def state_of(view: PageView, token: Token) -> str | None:
    """The state that a word means, alone or with the word before it ("South Korean")."""
    if not token.capital or token.text in _LINKS:
        return None
    before = view.neighbour(token.index, -1)
    both = view.states.meant(f"{before.text} {token.text}") if before is not None and before.capital else None
    return both or view.states.meant(token.text)
