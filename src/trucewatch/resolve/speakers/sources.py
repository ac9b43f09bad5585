"""The words of a source taken apart: which persons they name, or what noun or pronoun stands for the speaker."""

from dataclasses import dataclass, replace
from enum import StrEnum

from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.naming import NameKind
from trucewatch.resolve.speakers.offices import is_office
from trucewatch.resolve.speakers.page import PageView, Token
from trucewatch.resolve.speakers.persons import Person


class SourceKind(StrEnum):
    """What stands for the speaker."""

    PERSONS = "persons"
    PRONOUN = "pronoun"
    OFFICE = "office"
    BODY = "body"
    PLACE = "place"
    DOCUMENT = "document"
    GROUP = "group"
    SEVERAL = "several"
    """Bodies or groups joined by "and"; `parts` holds them."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source taken apart: the words from `first` to `last` without what hangs on them, and their head."""

    kind: SourceKind
    first: int
    last: int
    head: int
    persons: tuple[tuple[int, Person], ...] = ()
    """The persons named and the first word of each mention."""
    definite: bool = False
    parts: tuple["Source", ...] = ()


MAX_WORDS = 80
"""Words of a source that are looked at."""

_MARKS = frozenset(", ( – — ; :".split())
_PRESS = frozenset("media press information communications".split())
_SERVICE = frozenset("centre center service office department bureau".split())
_POSSESSIVE = frozenset({"'s", "’s"})


def take_apart(view: PageView, cast: Cast, span: range) -> Source | None:
    """The source that these words are; None where no word of it can stand for anybody."""
    words = _trimmed([view.tokens[i] for i in span[:MAX_WORDS]])
    if not words:
        return None
    if _is_pronoun(words):
        return Source(SourceKind.PRONOUN, words[0].index, words[0].index, words[0].index)
    words = _without_relative(words)
    if not words:
        return None
    free = _free_persons(view, cast, words)
    if free:
        return _named(words, free)
    return _joined(view, cast, _first_chunk(words))


def _trimmed(words: list[Token]) -> list[Token]:
    while words and (words[0].upos in ("PUNCT", "ADP", "CCONJ", "ADV", "SCONJ")) and len(words) > 1:
        words = words[1:]
    while words and words[-1].upos in ("PUNCT", "ADP", "CCONJ", "AUX", "PART"):
        words = words[:-1]
    return words


def _is_pronoun(words: list[Token]) -> bool:
    head = words[0]
    alone = len(words) == 1 or words[1].upos in ("PUNCT", "ADV", "AUX")
    return (
        alone
        and (head.upos == "PRON" or head.lower in ("he", "she", "they"))
        and head.lower in lexicon.SPEAKING_PRONOUNS
    )


def _without_relative(words: list[Token]) -> list[Token]:
    """Up to ", who ..." or ", which ...": what the clause says of the speaker does not name another."""
    for number, token in enumerate(words):
        if number and token.lower in ("who", "whose", "whom", "which", "where"):
            return _trimmed(words[:number])
    return words


def _free_persons(view: PageView, cast: Cast, words: list[Token]) -> list[tuple[int, Person]]:
    """The persons named who hang on no other word of the source: in "the spokesman of President X, Y" it is Y."""
    start, end = words[0].index, words[-1].index
    bound, free = set[int](), list[tuple[int, Person]]()
    for first, person in cast.persons_in(start, end):
        name = cast.name_at[first]
        joined = view.tokens[first].head in bound and view.tokens[first].label.startswith("conj")
        if joined or not _is_free(view, cast, start, first) or _owns(view, name.last, end):
            bound.update(range(first, name.last + 1))
        else:
            free.append((first, person))
    return free


def _is_free(view: PageView, cast: Cast, start: int, first: int) -> bool:
    """True where nothing but a title stands between the name and the source's start, a comma or "and"."""
    index = first - 1
    while index >= start and _in_title(view.tokens[index]) and index not in cast.persons.at:
        index -= 1
    if index < start or (index in cast.persons.at and index < first - 1):
        return True
    token = view.tokens[index]
    if token.lower in ("of", "for") and index > start and first - index > 1 and is_office(view.tokens[index - 1]):
        # "Secretary of State John Brandt": no office of its own stands between "of" and the name.
        return not any(is_office(view.tokens[i]) for i in range(index + 1, first))
    if token.upos in ("DET", "PRON") and index > start:
        token = view.tokens[index - 1]
    return token.upos not in ("ADP", "PART", "VERB") and token.index not in cast.persons.at


def _in_title(token: Token) -> bool:
    return (token.nominal and token.upos != "NUM") or token.text in _POSSESSIVE or token.text in ("-", "&")


def _owns(view: PageView, last: int, end: int) -> bool:
    """True before a possessive or a noun: "Keller's office", "Keller spokesman Jon Ober"."""
    after = view.token(last + 1) if last < end else None
    if after is None:
        return False
    titled = after.upos == "ADJ" and any(is_office(view.tokens[i]) for i in range(last + 2, min(last + 4, end + 1)))
    return after.text in _POSSESSIVE or after.upos in ("NOUN", "PROPN") or titled


def _named(words: list[Token], free: list[tuple[int, Person]]) -> Source:
    distinct = list({p.number: (f, p) for f, p in reversed(free)}.values())[::-1]
    first, last = distinct[0][0], distinct[-1][0]
    joined = any(t.lower in ("and", "&") and first < t.index < last for t in words)
    chosen = distinct if joined or words[0].sentence == 0 else distinct[:1]
    return Source(SourceKind.PERSONS, words[0].index, words[-1].index, first, tuple(chosen))


def _first_chunk(words: list[Token]) -> list[Token]:
    """Up to the first comma or bracket, beyond which an apposition or another voice begins."""
    for number, token in enumerate(words):
        if number and token.text in _MARKS:
            return words[:number]
    return words


def _joined(view: PageView, cast: Cast, words: list[Token]) -> Source | None:
    """Two sides of an "and" that stands before any preposition, or the one noun phrase that it is."""
    for number, token in enumerate(words):
        if token.upos == "ADP":
            break
        if token.lower in ("and", "&") and 0 < number < len(words) - 1 and not _inside_name(cast, token.index):
            left, right = _noun_phrase(view, cast, words[:number]), _noun_phrase(view, cast, words[number + 1 :])
            if left is not None and right is not None and _one_person(view, left, right):
                return left
            if left is None or right is None or (left.first == left.head and not view.tokens[left.head].nominal):
                break
            return Source(SourceKind.SEVERAL, left.first, right.last, left.head, parts=(left, right))
    return _noun_phrase(view, cast, words)


def _one_person(view: PageView, left: Source, right: Source) -> bool:
    """True for two offices of one holder: "the former mayor and senator" has one article."""
    heads = view.tokens[left.head], view.tokens[right.head]
    before = view.token(right.first - 1)
    own = before is not None and before.upos == "DET"
    both = left.kind in (SourceKind.OFFICE, SourceKind.GROUP) and right.kind is SourceKind.OFFICE
    return both and left.definite and not own and not any(h.lemma != h.lower and h.upos == "NOUN" for h in heads)


def _inside_name(cast: Cast, index: int) -> bool:
    """True for the "and" of "Ministry of Trade and Industry"."""
    return index in cast.name_at or index in cast.bodies.at


def _behind(words: list[Token]) -> list[Token]:
    """The words of the body behind its own press service: "the media centre of the ministry"; else all."""
    of = next((n for n, t in enumerate(words) if t.upos == "ADP"), 0)
    press = of >= 2 and words[of].lower in ("of", "at") and is_press_service(words[of - 2], words[of - 1])
    return words[of + 1 :] if press else words


def is_press_service(before: Token, head: Token) -> bool:
    """True for two words that name the part of a body which speaks to the press: "media centre"."""
    return before.lower in _PRESS and head.lower in _SERVICE


def _noun_phrase(view: PageView, cast: Cast, words: list[Token]) -> Source | None:
    words = _trimmed(_behind(words))
    if not words:
        return None
    definite = words[0].lower in ("the", "this", "that", "both", "his", "her", "its", "their") or _possessed(words)
    if (
        words[0].upos in ("DET", "PRON")
        and len(words) > 1
        and words[0].lower not in ("both", "his", "her", "no", "its", "their")
    ):
        words = words[1:]
    head = _head(cast, words)
    kind = _kind(cast, head, view.sentences[head.sentence].start)
    whole = Source(kind, words[0].index, words[-1].index, head.index, (), definite)
    if kind in (SourceKind.BODY, SourceKind.PLACE):
        return _name_only(cast, whole)
    return whole


def _possessed(words: list[Token]) -> bool:
    return any(t.text in _POSSESSIVE for t in words)


def _head(cast: Cast, words: list[Token]) -> Token:
    """The last noun before the first preposition or participle that does not belong to a body's name."""
    head = None
    for token in words:
        covering = cast.bodies.at.get(token.index)
        inside = covering is not None and covering.first <= words[0].index and token.index <= covering.last
        if head is not None and not inside and (token.upos in ("ADP", "SCONJ") or token.label.startswith("acl")):
            break
        if token.upos in ("NOUN", "PROPN") or head is None:
            head = token
    return head or words[0]


def _kind(cast: Cast, head: Token, first: int) -> SourceKind:
    """What the head stands for; `first` opens its sentence, where a capital letter says nothing."""
    name = cast.name_at.get(head.index)
    if name is not None and name.kind is NameKind.PLACE:
        return SourceKind.PLACE
    body = cast.bodies.at.get(head.index)
    if is_office(head) and not (name is not None and name.kind is NameKind.BODY):
        return SourceKind.OFFICE
    if body is not None and not (head.upos == "NOUN" and head.text.endswith("s") and head.lemma != head.lower):
        return SourceKind.BODY
    if head.lemma in lexicon.DOCUMENTS:
        return SourceKind.DOCUMENT
    if head.capital and head.index > first and head.upos != "ADJ" and head.lemma not in lexicon.GROUPS:
        return SourceKind.BODY
    if head.lemma in lexicon.GROUPS or (name is not None and name.kind is NameKind.PEOPLE) or head.upos == "NOUN":
        return SourceKind.GROUP
    return SourceKind.BODY if head.upos == "PROPN" else SourceKind.GROUP


def _name_only(cast: Cast, source: Source) -> Source:
    """The source cut down to the body's or place's own words, where they do not go beyond it."""
    body, name = cast.bodies.at.get(source.head), cast.name_at.get(source.head)
    if source.kind is SourceKind.PLACE and name is not None:
        return replace(source, first=max(name.first, source.first), last=min(name.last, source.last))
    if body is not None:
        return replace(source, last=min(body.last, source.last))
    return replace(source, last=source.head)
