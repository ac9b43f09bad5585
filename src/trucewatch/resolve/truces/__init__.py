"""Mentions -> ceasefires: which mentions are of one, when it begins and ends, between whom, and how it stands."""

from trucewatch.resolve.truces.finding import TruceRegister

__all__ = ["TruceRegister"]
