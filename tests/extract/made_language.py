"""Language of sentences written out by hand, so that tests of what reads trees need no model."""

from collections.abc import Mapping, Sequence

from trucewatch.record.ids import TextId
from trucewatch.record.language import Language, Sentence, Word
from trucewatch.record.mentions import Name, NameType
from trucewatch.record.spans import Range

_NO_BLANK_BEFORE = frozenset([".", ",", ";", ":", "!", "?", ")", "%", "'s", "-"])
_NO_BLANK_AFTER = frozenset(["(", "$", "-"])


def made(*sentences: str, names: Mapping[str, NameType] | None = None) -> tuple[str, Language]:
    """A text and its language from sentences of words "form/UPOS/head/label", heads counted from 1, 0 the root.

    A "_" in a form is a blank of a word that has one. Every occurrence of one of `names` is a name of its type.
    """
    text, made_sentences = "", []
    for number, written in enumerate(sentences):
        text += " " if number else ""
        words = []
        rows = [item.rsplit("/", 3) for item in written.split()]
        for n, (form, upos, head, label) in enumerate(rows):
            blank = n and form not in _NO_BLANK_BEFORE and rows[n - 1][0] not in _NO_BLANK_AFTER
            text += " " if blank else ""
            at = Range(len(text), len(text) + len(form))
            text += form.replace("_", " ")
            words.append(Word(at, form.lower(), upos, "", int(head) - 1 if head != "0" else None, label))
        made_sentences.append(Sentence(tuple(words)))
    return text, Language(tuple(made_sentences), tuple(_names(text, names or {})), ())


def _names(text: str, names: Mapping[str, NameType]) -> Sequence[Name]:
    found = [Name(TextId("t"), at, kind) for words, kind in names.items() for at in _all(text, words)]
    return sorted(found, key=lambda name: (name.at.start, -name.at.end))


def _all(text: str, words: str) -> list[Range]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Range(at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def where(text: str, words: str, number: int = 0) -> Range:
    """The range of these words, the one of this number where they stand more than once."""
    return _all(text, words)[number]
