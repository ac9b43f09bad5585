"""Sentences with the trees that a parser would give them, written out, so that tests need no model."""

from trucewatch.extract.codebook.events import Passages
from trucewatch.extract.codebook.proof import one_paragraph
from trucewatch.record.language import Language, Sentence, Word
from trucewatch.record.mentions import Name, NameType, Statement
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text


def page(rows: str, names: dict[str, NameType] | None = None, statements: tuple[Statement, ...] = ()) -> Passages:
    """One sentence: a word a line as form, part of speech, tag, head (from 1; 0 is the root), label."""
    words: list[Word] = []
    string = ""
    for line in rows.strip().splitlines():
        form, upos, xpos, head, label = line.split()
        start = len(string) + bool(string)
        string += f" {form}" if string else form
        words.append(
            Word(Range(start, len(string)), form.lower(), upos, xpos, int(head) - 1 if head != "0" else None, label)
        )
    text = one_paragraph(string)
    found = tuple(
        Name(text.id, Range(string.index(words_), string.index(words_) + len(words_)), kind)
        for words_, kind in (names or {}).items()
    )
    return Passages(text, Language((Sentence(tuple(words)),), found, ()), statements)


def words_of(text: Text, at: Range) -> str:
    """The words that a range covers."""
    return at.of(text.string)
