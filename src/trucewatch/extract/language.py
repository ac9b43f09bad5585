"""A text's reporting read through the language model: sentences, names and attributions."""

from functools import cache
from pathlib import Path

from trucewatch.extract.model.reader import WEIGHTS, LanguageModel
from trucewatch.extract.names import settled
from trucewatch.extract.speech import read_speech
from trucewatch.record.language import Language
from trucewatch.record.mentions import Name
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text


@cache
def language_model(folder: Path | None = None) -> LanguageModel:
    """The model in the folder, or the one that ships with the package; loaded once a process."""
    return LanguageModel(folder or WEIGHTS)


def read_language(model: LanguageModel, text: Text, maker: str) -> Language:
    """What the language of the text's reporting blocks says."""
    found = model.read(text.string, [Range(b.start, b.end) for b in text.reporting()])
    names = tuple(Name(text.id, n.at, n.type, maker) for n in settled(text.string, found.names))
    return Language(found.sentences, names, read_speech(text, found, names, maker))
