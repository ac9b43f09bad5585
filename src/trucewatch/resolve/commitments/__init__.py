"""Commitments: who undertook what, and what became of it."""

from trucewatch.resolve.commitments.finder import Commitments

__all__ = ["Commitments"]
