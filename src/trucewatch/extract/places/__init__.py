"""Where things happen: places on the map, the right one of a name by what the page is about."""

from trucewatch.extract.places.gazetteer import Gazetteer, gazetteer
from trucewatch.extract.places.placing import PagePlaces, Placer

__all__ = ["Gazetteer", "PagePlaces", "Placer", "gazetteer"]
