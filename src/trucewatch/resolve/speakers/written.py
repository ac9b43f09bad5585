"""Speakers and persons made out of names alone, where nothing but names and the page's words were handed on."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from trucewatch.record.folding import fold
from trucewatch.record.mentions import Name, NameType, Speaker, SpeakerGrounds, SpeakerType
from trucewatch.record.sightings import SightedOffice, Sighting
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text
from trucewatch.resolve.speakers import lexicon

TOGETHER = " and "
"""Stands between the names of persons to whom one statement is given."""
MOST_PERSONS, MOST_OFFICES, MOST_FORMS = 300, 6, 8
"""Persons of a page that are told of, offices of one person and forms of one name, at most."""
_LONGEST_OFFICE = 160
"""Code points; what stands longer beside a name is a clause."""
_TITLE = 10
"""Words before a name that are looked at for its title."""
_SUFFIX = 3
"""Letters at most that make an adjective of a state's name: "Norland", "Norlandic"."""
_EDGES = " ,;:.()–—“”\"'’"
_ARTICLES = ("the ", "a ", "an ", "The ", "A ", "An ")
_HELD = lexicon.OFFICES | lexicon.RANKS
_BETWEEN = frozenset({"of", "for", "and", "the"})

Folded = tuple[str, ...]
Passage = Callable[[int, int], Range]
"""The sentence around a place."""


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a page: persons and bodies folded, and whatever can have an office, as written."""

    persons: frozenset[Folded]
    bodies: frozenset[Folded]
    holders: tuple[str, ...]
    """Places and organizations, the longest first."""

    @staticmethod
    def of(text: Text, names: Iterable[Name]) -> "Named":
        """The names in a text."""
        by_type: dict[NameType, set[str]] = {kind: set() for kind in NameType}
        for name in names:
            by_type[name.type].add(name.at.of(text.string))
        bodies = by_type[NameType.ORGANIZATION]
        holders = sorted(bodies | by_type[NameType.PLACE], key=lambda name: (-len(name), name))
        return Named(frozenset(map(fold, by_type[NameType.PERSON])), frozenset(map(fold, bodies)), tuple(holders))

    def behind(self, office: str) -> str | None:
        """The place or body that the office names, or makes an adjective of: "Norlandic Foreign Minister"."""
        words = [word.strip(_EDGES) for word in office.split()]
        for holder in self.holders:
            if holder in office or any(_adjective(word, holder) for word in words):
                return holder
        return None


def _adjective(word: str, holder: str) -> bool:
    return len(holder) > _SUFFIX and word.startswith(holder) and len(word) - len(holder) <= _SUFFIX


def written_speaker(name: str, written: str | None, named: Named) -> Speaker:
    """The speaker of this name, for whom the page writes `written` (None where the speech stands without a source).

    What a speaker is follows from the names on the page and from the noun; office and grounds from the words written.
    """
    kind = _kind(name, named)
    office = _office(name, written) if kind is SpeakerType.PERSON and written else None
    about = office or (name if kind in (SpeakerType.OFFICE, SpeakerType.BODY) else None)
    behalf = named.behind(about) if about else None
    return Speaker(name, kind, _grounds(name, written, kind), office, None, None if behalf == name else behalf)


def _kind(name: str, named: Named) -> SpeakerType:
    if all(fold(part) in named.persons for part in name.split(TOGETHER)):
        return SpeakerType.PERSON
    if fold(name) in named.bodies:
        return SpeakerType.BODY
    words = [word.strip(_EDGES).lower() for word in name.split()]
    for word in reversed(_head_phrase(words)):
        if kind := _noun_kind(word):
            return kind
    # A name in capitals that no table knows is a body's, an agency's most often.
    return SpeakerType.BODY if name[:1].isupper() else SpeakerType.GROUP


def _head_phrase(words: list[str]) -> list[str]:
    """The words up to the first "of", "for", "in": "spokesman for the ministry" is a spokesman."""
    cut = next((i for i, w in enumerate(words) if w in ("of", "for", "in", "to", "at", "on") and i), len(words))
    return words[:cut]


def _noun_kind(word: str) -> SpeakerType | None:
    if word in lexicon.BODIES:
        return SpeakerType.BODY
    if word in lexicon.OFFICES and word not in lexicon.UNNAMED:
        return SpeakerType.OFFICE
    if word in lexicon.DOCUMENTS:
        return SpeakerType.DOCUMENT
    singular = word.removesuffix("s")
    return SpeakerType.GROUP if {word, singular} & (lexicon.GROUPS | lexicon.ARMED | lexicon.UNNAMED) else None


def _grounds(name: str, written: str | None, kind: SpeakerType) -> SpeakerGrounds:
    if written is None:
        return SpeakerGrounds.CONTINUED
    meant, said = set(fold(name)) - {"and"}, fold(written)
    if len(said) == 1 and said[0] in lexicon.SPEAKING_PRONOUNS:
        return SpeakerGrounds.PRONOUN
    if kind is not SpeakerType.PERSON:
        return SpeakerGrounds.AS_WRITTEN if meant & set(said) else SpeakerGrounds.TITLE
    if meant <= set(said):
        return SpeakerGrounds.NAMED
    return SpeakerGrounds.SHORT_FORM if meant & set(said) else SpeakerGrounds.TITLE


def _office(name: str, written: str) -> str | None:
    """The office beside the name: before it, or behind a comma."""
    before, found, after = written.partition(name)
    if not found:
        return None
    behind = after if after.lstrip().startswith((",", "(")) else ""
    for beside in (before, behind):
        words = beside.strip(_EDGES)
        words = next((words.removeprefix(a) for a in _ARTICLES if words.startswith(a)), words)
        if len(words) <= _LONGEST_OFFICE and any(w.strip(_EDGES).lower() in _HELD for w in words.split()):
            return words
    return None


def written_sightings(
    text: Text, names: Iterable[Name], named: Named, around: Passage, maker: str
) -> tuple[Sighting, ...]:
    """One sighting for each person named, in the order in which they are first named, with the titles before the names.

    A single word counts for the one person whose full name has it; where that is nobody, or several, it stands alone.
    """
    persons = [n for n in names if n.type is NameType.PERSON and fold(n.at.of(text.string))]
    places: dict[Folded, list[Range]] = {}
    for at, key in zip((n.at for n in persons), _keys([fold(n.at.of(text.string)) for n in persons]), strict=True):
        places.setdefault(key, []).append(at)
    found = (_sighting(text, at, named, around, maker) for at in list(places.values())[:MOST_PERSONS])
    return tuple(sorted(found, key=lambda sighting: sighting.at))


def _keys(folded: list[Folded]) -> Iterator[Folded]:
    """For each name the full name that it means."""
    bearers: dict[str, set[Folded]] = {}
    for words in folded:
        for word in words if len(words) > 1 else ():
            bearers.setdefault(word, set()).add(words)
    for words in folded:
        meant = bearers.get(words[0], set()) if len(words) == 1 else set()
        yield next(iter(meant)) if len(meant) == 1 else words


def _sighting(text: Text, places: list[Range], named: Named, around: Passage, maker: str) -> Sighting:
    forms = Counter(at.of(text.string) for at in places)
    full = max(places, key=lambda at: (len(fold(at.of(text.string))), at.end - at.start, -at.start))
    name = full.of(text.string)
    first = next(at for at in places if at.of(text.string) == name)
    offices: dict[str, SightedOffice] = {}
    for at in places:
        if (title := _title(text.string, around(at.start, at.end), at)) and len(offices) < MOST_OFFICES:
            offices.setdefault(title, SightedOffice(title, named.behind(title), at=around(at.start, at.end)))
    told = tuple(form for form, _ in forms.most_common(MOST_FORMS))
    passage = around(first.start, first.end)
    return Sighting(text.id, name, first, passage, told, tuple(offices.values()), len(places), maker)


def _title(string: str, sentence: Range, name: Range) -> str | None:
    """The words right before the name that make a title, from the first name or office among them."""
    words = string[max(sentence.start, name.start - _LONGEST_OFFICE) : name.start].split()[-_TITLE:]
    start = len(words)
    while start and _in_title(words[start - 1]):
        start -= 1
    while start < len(words) and words[start].lower() in _BETWEEN:
        start += 1
    title = words[start:]
    return " ".join(title) if any(w.lower() in _HELD for w in title) else None


def _in_title(word: str) -> bool:
    low = word.lower()
    known = low in _HELD or low in lexicon.PORTFOLIOS or low in lexicon.BODIES or low in _BETWEEN
    return known or (word[:1].isupper() and word[-1:].isalnum())
