"""A text's syntax: sentences of words with lemmas, parts of speech and trees (Universal Dependencies)."""

from dataclasses import dataclass

from trucewatch.record.mentions import Attribution, Name
from trucewatch.record.spans import Range


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. `head` is the index of its head in the sentence, None for the sentence's root."""

    at: Range
    lemma: str
    upos: str
    xpos: str
    head: int | None
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, in order; never empty."""

    words: tuple[Word, ...]

    @property
    def at(self) -> Range:
        """From the first word to the last."""
        return Range(self.words[0].at.start, self.words[-1].at.end)


@dataclass(frozen=True, slots=True)
class Language:
    """What the language of one text's reporting says: its sentences, names and attributions, each in order."""

    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]
