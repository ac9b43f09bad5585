"""Places: the dossier, tables and towns; the right one of a name; and no place where the words are a person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.made_language import made, where
from trucewatch.dossiers.world import load_world
from trucewatch.extract.actors import ActorCoder
from trucewatch.extract.places import PagePlaces, Placer, gazetteer
from trucewatch.record.dossier import Dossier, DossierPlace, PlaceName
from trucewatch.record.language import Language
from trucewatch.record.mentions import EventPlace, NameType
from trucewatch.record.spans import Range
from trucewatch.record.world import Point

WORLD = load_world()
CODER = ActorCoder(WORLD)
PLACER = Placer(gazetteer(), WORLD)
PLACE, PERSON = NameType.PLACE, NameType.PERSON


def _places(text: str, language: Language, dossier: Dossier | None = None) -> PagePlaces:
    coder, placer = (ActorCoder(WORLD, dossier), Placer(gazetteer(), WORLD, dossier)) if dossier else (CODER, PLACER)
    return placer.page(coder.page(text, language))


def _flat(words: str, names: dict[str, NameType]) -> tuple[str, Language]:
    rows = words.split()
    return made(" ".join(f"{w}/NOUN/{min(n, 1)}/dep" for n, w in enumerate(rows)), names=names)


def place(words: str, at: str, names: dict[str, NameType], number: int = 0) -> EventPlace | None:
    text, language = _flat(words, names)
    return _places(text, language).place(where(text, at, number))


def test_a_country_and_a_region_lie_at_a_point_of_theirs_with_the_precision_said() -> None:
    country = place("Shells fell in Chad yesterday", "Chad", {"Chad": PLACE})
    region = place("Shells fell in Darfur yesterday", "in Darfur", {"Darfur": PLACE})
    assert country is not None
    assert region is not None
    assert (country.text, country.precision) == ("Chad", "country")
    assert (region.text, region.latitude, region.precision) == ("Darfur", 13.5, "region")


def test_a_town_is_exact_and_its_province_is_not() -> None:
    town = place("Shells fell near Goma in Congo", "near Goma", {"Goma": PLACE})
    province = place("Shells fell in Kharkiv region of Ukraine", "in Kharkiv region", {"Kharkiv": PLACE})
    assert town is not None
    assert province is not None
    assert (town.precision, round(town.latitude or 0, 1)) == ("exact", -1.7)
    assert (province.text, province.precision, round(province.latitude or 0)) == ("Kharkiv region", "region", 50)


@pytest.mark.parametrize(
    ("beside", "latitude"),
    [("Syria", 32.9), ("Lebanon", 34.4), ("France", None)],
)
def test_of_towns_with_one_name_the_page_s_country_decides(beside: str, latitude: float | None) -> None:
    """There is a Tripoli in Lebanon and one in Libya; without either on the page the larger one is meant."""
    found = place(f"Talks in Tripoli after the visit to {beside}", "Tripoli", {"Tripoli": PLACE, beside: PLACE})
    assert found is not None
    expected = 34.4 if latitude == 34.4 else 32.9
    assert round(found.latitude or 0, 1) == expected


def test_a_village_of_the_same_name_on_another_continent_is_left_out() -> None:
    found = place("Rebels took Unity in Chad", "Unity", {"Unity": PLACE, "Chad": PLACE})
    assert found == EventPlace("Unity", None, None, None)


def test_a_village_that_no_map_has_keeps_its_name() -> None:
    found = place("Shells fell on the village of Khomezh Gadun in Chad", "Khomezh Gadun", {"Khomezh Gadun": PLACE})
    assert found == EventPlace("Khomezh Gadun", None, None, None)


def test_a_name_that_the_model_gives_to_a_person_is_no_place() -> None:
    names = {"Florence Alba": PERSON, "Florence": PERSON}
    assert place("The police beat Florence Alba", "Florence", names) is None


def test_a_place_s_name_that_is_a_person_s_on_this_page_is_no_place_where_nothing_marks_it() -> None:
    names = {"Mara Victoria": PERSON}
    text = "Mara Victoria spoke and then Victoria left"
    assert place(text, "Victoria", names, 1) is None
    marked = place("The march went through Victoria in Seychelles", "Victoria", {"Victoria": PLACE})
    assert marked is not None
    assert marked.precision == "exact"


def test_a_body_or_a_plain_word_is_no_place() -> None:
    assert place("Aid came from NATO at night", "NATO", {"NATO": PLACE}) is None
    assert place("Shots fell at One in the night", "One", {"One": PLACE}) is None


def test_the_dossier_goes_first_under_all_its_names() -> None:
    pella = DossierPlace("Pell", (PlaceName("Pella", "xx"),), Point(10.5, 20.25), "WLD")
    chad = DossierPlace("Chad", (), Point(1.0, 2.0), "WLD")
    hidden = DossierPlace("Goma", (), None, "WLD")
    dossier = Dossier("d", "D", places=(pella, chad, hidden))
    text, language = _flat("Shells fell on Pella and Chad and Goma", {"Pella": PLACE, "Chad": PLACE, "Goma": PLACE})
    page = _places(text, language, dossier)
    assert page.place(where(text, "Pella")) == EventPlace("Pella", 10.5, 20.25, "exact")
    assert page.place(where(text, "Chad")) == EventPlace("Chad", 1.0, 2.0, "exact")
    assert page.place(where(text, "Goma")) == EventPlace("Goma", None, None, None)


def test_a_name_cut_by_the_range_is_taken_whole() -> None:
    found = place("Shells fell in Nagorno-Karabakh at dawn", "Nagorno", {"Nagorno-Karabakh": PLACE})
    assert found is not None
    assert (found.text, found.precision) == ("Nagorno-Karabakh", "region")
    cut = place("Shells fell in Nagorno-Karabakh at dawn", "in Nagorno-Karabakh", {"Nagorno": PLACE})
    assert cut == found


def test_a_name_joined_by_a_no_break_space_is_the_same_name() -> None:
    dossier = Dossier("d", "D", places=(DossierPlace("Upper Tarn", (), Point(1.0, 2.0), "WLD"),))
    text, language = _flat("Shells fell on Upper Tarn", {"Upper Tarn": PLACE})
    joined = text.replace("Upper Tarn", "Upper\u00a0Tarn")
    assert _places(joined, language, dossier).place(where(text, "Upper Tarn")) == EventPlace(
        "Upper Tarn", 1, 2, "exact"
    )


def test_a_place_that_nothing_marks_is_read_off_its_capitals() -> None:
    found = place("Shells fell in the northern town of Goma at dawn", "in the northern town of Goma", {})
    assert found is not None
    assert (found.text, found.precision) == ("Goma", "exact")
    assert place("Shells fell in the night", "in the night", {}) is None


WORDS = [
    "Goma",
    "Chad",
    "Kharkiv",
    "region",
    "of",
    "Darfur",
    "Mara",
    "Victoria",
    "in",
    "the",
    "One",
    "Nagorno-Karabakh",
]


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    st.dictionaries(st.sampled_from(WORDS), st.sampled_from(NameType), max_size=5),
    st.data(),
)
def test_any_range_is_a_place_on_the_map_or_none(
    words: list[str], names: dict[str, NameType], data: st.DataObject
) -> None:
    text, language = _flat(" ".join(words), names)
    start = data.draw(st.integers(0, len(text) - 1))
    found = _places(text, language).place(Range(start, data.draw(st.integers(start + 1, len(text)))))
    if found is not None and found.latitude is not None and found.longitude is not None:
        assert -90 <= found.latitude <= 90
        assert -180 <= found.longitude <= 180
        assert found.precision in ("exact", "region", "country")
    assert found is None or found.text
