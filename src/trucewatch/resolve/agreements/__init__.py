"""Agreements from their own texts: provisions, parties, dates, and who undertakes what by when."""

from trucewatch.resolve.agreements.reading import read_agreement

__all__ = ["read_agreement"]
