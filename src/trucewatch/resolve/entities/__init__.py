"""Entities across pages: one person under many spellings, never two under one surname; offices, bodies, places."""

from trucewatch.resolve.entities.people import PeopleJoiner

__all__ = ["PeopleJoiner"]
