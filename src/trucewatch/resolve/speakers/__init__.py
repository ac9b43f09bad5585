"""Attributions to statements: who speaks, for whom, to whom, where and when; all inside one page."""

from trucewatch.resolve.speakers.statements import PageLanguage, resolve_statements

__all__ = ["PageLanguage", "resolve_statements"]
