"""Mentions to record: one thing under its many names."""

from trucewatch.resolve.entities import PeopleJoiner, PlacesByPoint
from trucewatch.resolve.origins.prints import prints_of
from trucewatch.resolve.outlets import OutletIndex, resolve_sourcing
from trucewatch.resolve.speakers import PageLanguage, State, States, known_states, resolve_speech

__all__ = [
    "OutletIndex",
    "PageLanguage",
    "PeopleJoiner",
    "PlacesByPoint",
    "State",
    "States",
    "known_states",
    "prints_of",
    "resolve_sourcing",
    "resolve_speech",
]
