"""What the model finds in one text: sentences of words, names, attributions; all ranges count in that text."""

from dataclasses import dataclass

from trucewatch.record.language import Sentence
from trucewatch.record.mentions import NameType
from trucewatch.record.spans import Range


@dataclass(frozen=True, slots=True)
class FoundName:
    """A named mention and how sure the model is of it, 0 to 1."""

    at: Range
    type: NameType
    score: float


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """Source, cue and content of one report; a cue or content in pieces has several ranges, in order.

    `source` is empty where none is named. `score` is how sure the model is of the link from cue to content, 0 to 1.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float


@dataclass(frozen=True, slots=True)
class FoundContent:
    """Words that read as somebody's report though no cue takes them, and how sure the model is of them, 0 to 1."""

    at: Range
    score: float


@dataclass(frozen=True, slots=True)
class Analysed:
    """All that the model finds in one text."""

    sentences: tuple[Sentence, ...]
    names: tuple[FoundName, ...]
    attributions: tuple[FoundAttribution, ...]
    unclaimed: tuple[FoundContent, ...] = ()
