"""Mentions and statements -> accounts that differ, lined up."""

from trucewatch.resolve.contests.finding import ContestRegister

__all__ = ["ContestRegister"]
