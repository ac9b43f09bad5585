"""Text to mentions: what is said in the reporting, with the place where it says so."""

from trucewatch.extract.dated import dated_passages

__all__ = ["dated_passages"]
