"""The names of a page with their kinds mended: a model's kind for one mention gives way to what the page shows."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from trucewatch.record.mentions import NameType
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.page import PageView, Token
from trucewatch.resolve.speakers.spelling import acronym, fold


class NameKind(StrEnum):
    """What a name stands for here; a people is no person."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    PEOPLE = "people"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Named:
    """One name in the page's row of words, both ends included; without article, title and possessive."""

    first: int
    last: int
    text: str
    kind: NameKind

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(fold(w) for w in self.text.split())


_KINDS = {
    NameType.PERSON: NameKind.PERSON,
    NameType.ORGANIZATION: NameKind.BODY,
    NameType.PLACE: NameKind.PLACE,
    NameType.EVENT: NameKind.EVENT,
}
_TITLES = lexicon.OFFICES | lexicon.RANKS | lexicon.HONOURS | lexicon.PORTFOLIOS
_HELD = (lexicon.OFFICES - {"general", "major", "member", "no."}) | {"minister", "secretary-general"}
_HELD |= {r for r in lexicon.RANKS if r.endswith(".")}
_IN_NAMES = frozenset("sheikh imam sultan emir prince king bishop pope".split())
"""Titles that are names too where another name stands before them."""
_MEDIA = frozenset("news times post tv television radio press daily agency herald tribune gazette ministry".split())
_OF_PLACES = frozenset(
    "minister president army parliament king queen ministry ambassador police embassy premier".split()
)
_JOINT = frozenset("coalition alliance group movement militia front party rebels insurgents militants".split())
SURE = 5
"""Votes of a mention whose neighbours leave no doubt."""
MOST_UNTAGGED = 4
"""Words that a name goes on for where the model tagged none."""
MAX_WORDS = 20
"""Words of one name; what is longer is no name."""


def named_mentions(view: PageView) -> tuple[Named, ...]:
    """The page's names in order; none overlaps another."""
    found = list(_rejoined(view, list(_without_overlap(_trimmed(view)))))
    sure = [_holds_office(view, n) for n in found]
    found = [replace(n, kind=NameKind.PLACE if s else _kind(view, n)) for n, s in zip(found, sure, strict=True)]
    armed = [_heads_armed(view, n) for n in found]
    found = [replace(n, kind=NameKind.BODY) if a else n for n, a in zip(found, armed, strict=True)]
    found = _voted(found, [s or a for s, a in zip(sure, armed, strict=True)])
    found = sorted([*found, *_untagged_persons(view, found)], key=lambda n: n.first)
    return tuple(_surnames_are_persons(view, found))


def _trimmed(view: PageView) -> Iterator[Named]:
    for name in view.page.language.names:
        span = view.within(name.at)
        first, last = span.start, span.stop - 1
        while first < last and _is_outer(view.tokens[first], name.type):
            first += 1
        while first < last and _is_rest(view, last, name.type):
            last -= 1
        if name.type is NameType.PERSON:
            last = next((i - 1 for i in range(first + 1, last) if view.tokens[i].lower in ("of", "from")), last)
        start = _after_title(view, first, last)
        if name.type is NameType.PERSON and all(view.tokens[i].lower in _TITLES for i in range(start, last + 1)):
            continue
        kind = _KINDS[name.type] if start == first else NameKind.PERSON
        if start <= last < start + MAX_WORDS and any(c.isalnum() for c in view.tokens[last].text):
            yield Named(start, last, view.words(start, last), kind)


def _is_rest(view: PageView, last: int, kind: NameType) -> bool:
    """True for a possessive at a name's end, and for the "Foreign" of a minister who follows."""
    token, after = view.tokens[last], view.neighbour(last, 1)
    portfolio = token.lower in lexicon.PORTFOLIOS and after is not None and after.lemma in lexicon.OFFICES
    trailing = kind is NameType.ORGANIZATION and (token.lower == "of" or _is_trailing(view, last))
    return trailing or token.upos in ("PART", "PUNCT") or (kind is NameType.PERSON and portfolio)


def _is_trailing(view: PageView, last: int) -> bool:
    """True for the "breakaway" of a name cut at "Ministry of Trade of breakaway"."""
    before = view.neighbour(last, -1)
    return (
        view.tokens[last].lower.isalpha()
        and view.tokens[last].text.islower()
        and before is not None
        and (before.lower == "of")
    )


def _after_title(view: PageView, first: int, last: int) -> int:
    """Past a title that was taken into the name ("President Anna Keller"); past the end where all is title."""
    if view.tokens[last].lemma in lexicon.BODIES:
        return first
    held = [i for i in range(first, last + 1) if view.tokens[i].lemma in _HELD or view.tokens[i].lower in _HELD]
    titles = [i for i in held if i == first or view.tokens[i].lower not in _IN_NAMES]
    if not titles:
        return first
    rest = view.tokens[titles[-1] + 1 : last + 1]
    plain = all((t.capital and t.upos == "PROPN") or t.text in ("-", "al", "el", "de", "bin") for t in rest)
    return titles[-1] + 1 if plain else first


def _is_outer(token: Token, kind: NameType) -> bool:
    if token.upos in ("DET", "PUNCT", "ADP"):
        return True
    return kind is NameType.PERSON and (token.lemma in _TITLES or token.lower in _TITLES)


def _without_overlap(names: Iterator[Named]) -> Iterator[Named]:
    end = -1
    for name in sorted(names, key=lambda n: (n.first, -n.last)):
        if name.first > end:
            yield name
            end = name.last


def _rejoined(view: PageView, names: list[Named]) -> Iterator[Named]:
    """Persons side by side without a word between are one person whose name was cut."""
    waiting: Named | None = None
    for name in names:
        persons = waiting is not None and waiting.kind is name.kind is NameKind.PERSON
        if waiting is not None and persons and name.first == waiting.last + 1 and _one_line(view, waiting, name):
            waiting = replace(waiting, last=name.last, text=view.words(waiting.first, name.last))
            continue
        if waiting is not None:
            yield waiting
        waiting = name
    if waiting is not None:
        yield waiting


def _one_line(view: PageView, one: Named, other: Named) -> bool:
    a, b = view.tokens[one.last], view.tokens[other.first]
    return a.sentence == b.sentence and b.capital and "\n" not in view.text[a.at.end : b.at.start]


def _kind(view: PageView, name: Named) -> NameKind:
    """The kind that the name's own words give it, else the model's."""
    last = view.tokens[name.last]
    if (kind := _of_state(view, name.text)) is not None:
        return kind
    if name.kind is NameKind.EVENT:
        return name.kind
    after = view.neighbour(name.last, 1)
    if last.lemma in lexicon.BODIES or last.lower in _MEDIA:
        return NameKind.BODY
    if name.kind is NameKind.PERSON and after is not None and after.lower in _MEDIA and after.upos == "NOUN":
        return NameKind.BODY
    if name.kind is NameKind.PERSON and name.first == name.last:
        return _lone_person(view, name)
    return name.kind


def _of_state(view: PageView, text: str) -> NameKind | None:
    if view.states.seated(text):
        return NameKind.PLACE
    if not text[:1].isupper() or view.states.meant(text) is None:
        return None
    return NameKind.PLACE if view.states.named(text) else NameKind.PEOPLE


def _lone_person(view: PageView, name: Named) -> NameKind:
    """Persons take no article and are no acronyms: "the Kremlin" is a body, "the Westlanders" a people."""
    before, after = view.neighbour(name.first, -1), view.neighbour(name.last, 1)
    if acronym(name.text) == name.text and not (
        before is not None and before.text.isupper() and before.upos != "PUNCT"
    ):
        return NameKind.BODY
    if before is not None and before.lower == "the" and not (after is not None and after.nominal):
        return NameKind.PEOPLE if name.text.endswith("s") else NameKind.BODY
    return name.kind


def _holds_office(view: PageView, name: Named) -> bool:
    """True for a single word taken for a person that has a minister or an army of its own: it is a place.

    "Westland's army", "Westland Foreign Minister": persons have spokesmen and lawyers, no ministers.
    """
    if name.kind is not NameKind.PERSON or name.first != name.last:
        return False
    index = name.last
    for _ in range(4):
        token = view.neighbour(index, 1)
        if token is None:
            return False
        index = token.index
        if token.lemma in _OF_PLACES:
            return True
        if token.text not in ("'s", "’s") and token.lower not in lexicon.PORTFOLIOS:
            return False
    return False


def _heads_armed(view: PageView, name: Named) -> bool:
    """True for a single word taken for a person right before "rebel coalition" and the like: it is the body."""
    if name.kind is not NameKind.PERSON or name.first != name.last or view.tokens[name.last].label == "nmod:poss":
        return False
    one, two = view.neighbour(name.last, 1), view.neighbour(name.last, 2)
    armed = one is not None and one.lemma in lexicon.ARMED and one.lower == one.lemma
    return armed and two is not None and two.lower in _JOINT


def _voted(names: list[Named], sure: list[bool]) -> list[Named]:
    """Each name with the kind that most mentions of the same words have, the first where they tie."""
    votes: dict[tuple[str, ...], Counter[NameKind]] = defaultdict(Counter)
    for name, certain in zip(names, sure, strict=True):
        votes[name.words][name.kind] += SURE if certain else 1
    winner = {words: count.most_common(1)[0][0] for words, count in votes.items()}
    return [replace(n, kind=winner[n.words]) for n in names]


def _untagged_persons(view: PageView, names: list[Named]) -> Iterator[Named]:
    """Capitalised words right after an office or title that no name covers: "spokesman Jon Ober"."""
    taken = {i for n in names for i in range(n.first, n.last + 1)}
    for token in view.tokens:
        before = view.neighbour(token.index, -1)
        if before is None or before.index in taken or not _begins_person(view, token, before, taken):
            continue
        last, most = token.index, token.index + MOST_UNTAGGED
        while last < most and (after := view.neighbour(last, 1)) is not None and _goes_on(view, after, taken):
            last = after.index
        taken.update(range(token.index, last + 1))
        yield Named(token.index, last, view.words(token.index, last), NameKind.PERSON)


def _begins_person(view: PageView, token: Token, before: Token, taken: set[int]) -> bool:
    title = before.lemma in lexicon.OFFICES or before.lower in lexicon.RANKS or before.lower in lexicon.HONOURS
    return title and _goes_on(view, token, taken)


def _goes_on(view: PageView, token: Token, taken: set[int]) -> bool:
    if token.upos != "PROPN" or not token.capital or token.index in taken:
        return False
    return token.lemma not in _TITLES and token.lemma not in lexicon.BODIES and _of_state(view, token.text) is None


def _surnames_are_persons(view: PageView, names: list[Named]) -> Iterator[Named]:
    """A single word that ends a person's full name, or a body's that begins one, is that person."""
    surnames = {n.words[-1] for n in names if n.kind is NameKind.PERSON and len(n.words) > 1}
    given = {n.words[0] for n in names if n.kind is NameKind.PERSON and len(n.words) > 1}
    for name in names:
        lone = name.first == name.last and name.kind in (NameKind.BODY, NameKind.PLACE)
        of_person = name.words[-1] in surnames or (name.kind is NameKind.BODY and name.words[-1] in given)
        known = lone and of_person and _of_state(view, name.text) is None
        yield replace(name, kind=NameKind.PERSON) if known else name
