"""Entities across pages: one person under many spellings, never two under one surname; offices, bodies, places."""

from trucewatch.resolve.entities.people import PeopleJoiner
from trucewatch.resolve.entities.places import PlacesByPoint

__all__ = ["PeopleJoiner", "PlacesByPoint"]
