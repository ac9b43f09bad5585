"""Attributions to statements: who speaks, for whom, to whom, where and when; all inside one page."""

from trucewatch.resolve.speakers.statements import (
    PageLanguage,
    State,
    States,
    known_states,
    resolve_speech,
    resolve_statements,
)

__all__ = ["PageLanguage", "State", "States", "known_states", "resolve_speech", "resolve_statements"]
