"""The offices that stand beside a person's name: titles before it, appositions before and after it."""

from collections.abc import Callable

from trucewatch.resolve.speakers.lexicon import RANKS
from trucewatch.resolve.speakers.offices import Office, is_office, make_office, office_noun
from trucewatch.resolve.speakers.page import PageView, Token

REACH = 30
"""Words from a name to the far end of its apposition."""

_JOINERS = frozenset({"-", "–", "'s", "’s", "'", "’", "&", "/"})
_ATTRIBUTIVE = frozenset({"visiting", "acting", "outgoing", "incoming", "retired", "appointed", "designate", "elected"})

_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december morning afternoon evening night noon midnight today yesterday tonight "
    "tomorrow day week month year same last next earlier later".split()
)
"""Words of time that may stand before a title and are no part of it: "on Sunday morning President Keller"."""
_OCCASIONS = frozenset({"on", "during", "after", "before", "since", "until", "amid"})
_SPANS = frozenset({"the", "more", "nearly", "almost", "over"})

IsPerson = Callable[[int], bool]


def offices_of(view: PageView, first: int, last: int, is_person: IsPerson) -> list[Office]:
    """The offices that the words around the name from `first` to `last` give: a title, and an apposition."""
    title = _title_before(view, first, is_person)
    after = _apposition_after(view, last, is_person)
    before = _apposition_before(view, first, is_person) if after is None and _is_rank(view, title) else None
    return [office for office in (title, after, before) if office is not None]


def _is_rank(view: PageView, title: Office | None) -> bool:
    """True where no title stands before the name, or a rank alone."""
    return title is None or all(view.tokens[i].lower in RANKS for i in range(title.first, title.last + 1))


def _title_before(view: PageView, first: int, is_person: IsPerson) -> Office | None:
    """ "Westland Foreign Minister" before "Anna Keller"; its last word is the office, or a rank stands between."""
    start = first
    while (token := view.neighbour(start, -1)) is not None and _in_title(token) and first - start < REACH:
        after = view.tokens[start]
        if token.upos == "NOUN" and not token.capital and token.lemma != token.lower and after.capital:
            break
        if is_person(token.index) and after.text not in ("'s", "’s") and after.upos != "NOUN":
            break
        start -= 1
    if start == first:
        return None
    if not is_office(view.tokens[first - 1]):
        return _title_with_of(view, start, first)
    noun = office_noun(view, _after_and(view, start, first - 1), first - 1)
    return None if noun is None else make_office(view, _after_and(view, start, first - 1), noun, first - 1)


def _title_with_of(view: PageView, start: int, first: int) -> Office | None:
    """ "Minister of Trade" before a name: the words from `start` to the name follow an office and "of"."""
    link, noun = view.neighbour(start, -1), view.neighbour(start, -2)
    if link is None or noun is None or link.lower not in ("of", "for") or not is_office(noun):
        return None
    begin = noun.index
    while (token := view.neighbour(begin, -1)) is not None and _in_title(token) and first - begin < REACH:
        begin = token.index
    return make_office(view, _after_and(view, begin, noun.index), noun.index, first - 1)


def _in_title(token: Token) -> bool:
    if token.text in _JOINERS or token.lower in _ATTRIBUTIVE:
        return True
    return (token.nominal and token.upos != "NUM") or token.lower == "and"


def _after_and(view: PageView, start: int, last: int) -> int:
    """Where the title begins: an "and" joins two offices of one person, or ends what went before."""
    for index in range(start, last):
        if view.tokens[index].lower == "and" and not (index > start and is_office(view.tokens[index - 1])):
            start = index + 1
    while start < last and view.tokens[start].lower in _JOINERS | _TIMES | {"and", "visiting"}:
        start += 1
    return start


def _apposition_before(view: PageView, first: int, is_person: IsPerson) -> Office | None:
    """ "the ministry's spokesman, Jon Ober"; a rank may stand between comma and name."""
    comma = first - 1
    while (rank := view.neighbour(comma + 1, -1)) is not None and is_office(rank) and first - comma < 4:
        comma -= 1
    mark = view.neighbour(comma + 1, -1)
    if mark is None or mark.text != ",":
        return None
    start = comma
    while (token := view.neighbour(start, -1)) is not None and _in_phrase(token) and comma - start < REACH:
        start -= 1
    noun = _first_office(view, start, comma - 1)
    if noun is None or any(is_person(i) for i in range(noun + 1, min(noun + 2, comma))):
        return None
    begin = noun
    while begin > start and _in_title(view.tokens[begin - 1]) and view.tokens[begin - 1].lower != "and":
        begin -= 1
    return make_office(view, _after_and(view, begin, noun), noun, comma - 1)


def _apposition_after(view: PageView, last: int, is_person: IsPerson) -> Office | None:
    """ ", spokeswoman for the Westland army," or ", who was appointed as foreign minister" after a name."""
    mark = view.neighbour(last, 1)
    if mark is None or mark.text not in (",", "(", "–", "—"):
        return None
    start = _past_relative(view, mark.index + 1)
    if start is None:
        return None
    end = start
    while (token := view.token(end)) is not None and _in_phrase(token) and end - start < REACH:
        if token.sentence != mark.sentence:
            break
        end += 1
    noun = office_noun(view, start, end - 1) if end > start else None
    if noun is None or not all(_before_noun(view.tokens[i]) for i in range(start, noun)):
        return None
    if any(is_person(i) for i in range(start, noun)) or (noun + 1 < end and is_person(noun + 1)):
        return None
    return make_office(view, start, noun, _last_word(view, noun, end - 1))


def _past_relative(view: PageView, start: int) -> int | None:
    """The word after "who is", "who was appointed as"; `start` where no relative clause begins there."""
    token = view.token(start)
    if token is None or token.lower != "who":
        return start
    for index in range(start + 1, start + 6):
        there = view.neighbour(index - 1, 1)
        if there is None or there.upos not in ("AUX", "VERB", "ADV", "ADP"):
            return index if there is not None else None
        if there.lower in ("heads", "leads", "met", "said", "told", "visited"):
            return None
    return None


def _before_noun(token: Token) -> bool:
    return _in_title(token) or token.upos in ("DET", "PRON", "NUM") or token.label in ("amod", "compound")


def _in_phrase(token: Token) -> bool:
    """True inside a noun phrase with its prepositions, false at a verb, a comma or a clause."""
    if token.text in _JOINERS or token.lower in _ATTRIBUTIVE or token.label.startswith(("amod", "compound")):
        return token.text != ","
    return (
        token.upos in ("ADJ", "NOUN", "PROPN", "NUM", "ADP", "DET", "PART", "CCONJ", "X") or token.label == "nmod:poss"
    )


def _is_occasion(view: PageView, index: int) -> bool:
    """True for the "on" of "on Thursday", the "at" of "at a meeting", the "for" of "for the past three years"."""
    token, after = view.tokens[index], view.neighbour(index, 1)
    if token.upos not in ("ADP", "SCONJ") or after is None:
        return False
    if token.lower == "for":
        past = view.neighbour(index, 2)
        return after.upos == "NUM" or (after.lower in _SPANS and past is not None and past.lower in ("past", "last"))
    topic = token.lower == "on" and after.lower not in _TIMES and after.upos != "NUM"
    return (token.lower in _OCCASIONS and not topic) or (token.lower == "at" and after.lower in ("a", "an"))


def _first_office(view: PageView, start: int, last: int) -> int | None:
    """The first office noun that is not itself before another noun."""
    for index in range(start, last + 1):
        after = view.token(index + 1) if index < last else None
        owner = after is not None and after.text in ("'s", "’s")
        if (
            is_office(view.tokens[index])
            and not owner
            and not (after is not None and after.nominal and is_office(after))
        ):
            return index
    return None


def _last_word(view: PageView, noun: int, end: int) -> int:
    """The office's last word: when and on what occasion its holder spoke is no part of it."""
    end = next((i - 1 for i in range(noun + 1, end + 1) if _is_occasion(view, i)), end)
    while end > noun and view.tokens[end].upos in ("ADP", "CCONJ", "DET", "PART"):
        end -= 1
    return end
