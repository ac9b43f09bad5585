"""Raw attributions to reports as a reader sees them: quotes whole, pieces joined, headlines read, kinds told."""

from trucewatch.extract.speech.reading import read_speech

__all__ = ["read_speech"]
