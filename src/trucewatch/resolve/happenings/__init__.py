"""Mentions to happenings: which of the things told on several pages are one."""

from trucewatch.resolve.happenings.joining import HappeningJoiner

__all__ = ["HappeningJoiner"]
