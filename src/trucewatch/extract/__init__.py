"""Text to mentions: what is said in the reporting, with the place where it says so."""

from trucewatch.extract.dated import dated_passages
from trucewatch.extract.language import language_model, read_language
from trucewatch.extract.model.reader import LanguageModel

__all__ = ["LanguageModel", "dated_passages", "language_model", "read_language"]
