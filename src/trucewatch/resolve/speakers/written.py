"""A speaker made out of a name alone, where nothing but the name and the page's words for it were handed on."""

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.record.folding import fold
from trucewatch.record.mentions import Speaker, SpeakerGrounds, SpeakerType
from trucewatch.resolve.speakers import lexicon

TOGETHER = " and "
"""Stands between the names of persons to whom one statement is given."""
_LONGEST_OFFICE = 160
"""Code points; what stands longer beside a name is a clause."""
_EDGES = " ,;:.()–—"
_ARTICLES = ("the ", "a ", "an ", "The ", "A ", "An ")


@dataclass(frozen=True, slots=True)
class Named:
    """The persons and the bodies that a page names, folded."""

    persons: frozenset[tuple[str, ...]]
    bodies: frozenset[tuple[str, ...]]

    @staticmethod
    def of(persons: Iterable[str], bodies: Iterable[str]) -> "Named":
        """The names as the page writes them, made comparable."""
        return Named(frozenset(map(fold, persons)), frozenset(map(fold, bodies)))


def written_speaker(name: str, written: str | None, named: Named) -> Speaker:
    """The speaker of this name, for whom the page writes `written` (None where the speech stands without a source).

    What a speaker is follows from the names on the page and from the noun; office and grounds from the words written.
    """
    kind = _kind(name, named)
    office = _office(name, written) if kind is SpeakerType.PERSON and written else None
    return Speaker(name, kind, _grounds(name, written, kind), office)


def _kind(name: str, named: Named) -> SpeakerType:
    if all(_is_person(part, named) for part in name.split(TOGETHER)):
        return SpeakerType.PERSON
    if fold(name) in named.bodies:
        return SpeakerType.BODY
    words = [word.strip(_EDGES).lower() for word in name.split()]
    for word in reversed(_head_phrase(words)):
        if kind := _noun_kind(word):
            return kind
    # A name in capitals that no table knows is a body's, an agency's most often.
    return SpeakerType.BODY if name[:1].isupper() else SpeakerType.GROUP


def _is_person(name: str, named: Named) -> bool:
    return fold(name) in named.persons


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
    meant, said = fold(name), fold(written)
    if len(said) == 1 and said[0] in lexicon.SPEAKING_PRONOUNS:
        return SpeakerGrounds.PRONOUN
    if kind is not SpeakerType.PERSON:
        return SpeakerGrounds.AS_WRITTEN if set(said) & set(meant) else SpeakerGrounds.TITLE
    if set(meant) - {"and"} <= set(said):
        return SpeakerGrounds.NAMED
    return SpeakerGrounds.SHORT_FORM if set(said) & (set(meant) - {"and"}) else SpeakerGrounds.TITLE


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


_HELD = lexicon.OFFICES | lexicon.RANKS
