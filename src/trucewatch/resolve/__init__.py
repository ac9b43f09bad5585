"""Mentions to record: one thing under its many names."""

from trucewatch.resolve.outlets import OutletIndex, resolve_sourcing

__all__ = ["OutletIndex", "resolve_sourcing"]
