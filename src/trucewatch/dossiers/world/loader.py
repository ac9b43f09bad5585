"""Reads the tables of countries, regions, organizations, persons and sectors that ship with the package."""

from functools import cache
from importlib.resources import files
from typing import Final

from trucewatch.dossiers.nodes import Node, Source
from trucewatch.record.world import Country, Filed, Organization, Point, PublicPerson, Region, Sector, World

COUNTRY: Final = ("code", "name", "at", "names", "people", "capitals", "seats", "filed", "leaders")
FILED: Final = ("names", "people", "seats")


@cache
def load_world() -> World:
    """The shipped tables, read once a process."""
    return World(
        countries=tuple(_country(n) for n in _table("countries.yaml").items()),
        regions=tuple(_region(n) for n in _table("regions.yaml").items()),
        organizations=tuple(_organization(n) for n in _table("organizations.yaml").items()),
        sectors=tuple(_sector(n) for n in _table("sectors.yaml").items()),
        persons=tuple(_person(n) for n in _table("persons.yaml").items()),
    )


def _table(name: str) -> Node:
    return Source(files("trucewatch.dossiers.world").joinpath(name).read_text("utf-8"), name).root


def point(node: Node) -> Point:
    """A point written as [latitude, longitude]."""
    numbers = [item.number() for item in node.items()]
    if len(numbers) != 2:
        raise node.wrong("write a point as [latitude, longitude] in degrees: [41.5, 44.25]")
    try:
        return Point(*numbers)
    except ValueError as error:
        raise node.wrong(str(error)) from error


def _country(node: Node) -> Country:
    fields = node.fields("a country", COUNTRY, ("code", "name"))
    filed = fields["filed"].fields("what is filed", FILED) if "filed" in fields else None
    return Country(
        code=fields["code"].word(),
        name=fields["name"].word(),
        at=point(fields["at"]) if "at" in fields else None,
        names=fields.words("names"),
        people=fields.words("people"),
        capitals=fields.words("capitals"),
        seats=fields.words("seats"),
        filed=Filed(*(filed.words(part) for part in FILED)) if filed else Filed(),
        leaders=fields.words("leaders"),
    )


def _region(node: Node) -> Region:
    fields = node.fields("a region", ("name", "names", "country", "at"), ("name", "country", "at"))
    return Region(fields["name"].word(), fields["country"].word(), point(fields["at"]), fields.words("names"))


def _organization(node: Node) -> Organization:
    fields = node.fields("an organization", ("code", "sector", "names"), ("code", "names"))
    return Organization(fields.words("names"), fields["code"].word(), fields.word("sector"))


def _person(node: Node) -> PublicPerson:
    fields = node.fields("a person", ("code", "sector", "names"), ("code", "names"))
    return PublicPerson(fields.words("names"), fields["code"].word(), fields.word("sector"))


def _sector(node: Node) -> Sector:
    fields = node.fields("a sector", ("sector", "words"), ("sector", "words"))
    return Sector(fields["sector"].word(), fields.words("words"))
