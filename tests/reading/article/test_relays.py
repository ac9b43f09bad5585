"""Whom a page passes on: cues of many kinds, and bodies, states and persons that speak for themselves."""

import pytest

from trucewatch.reading.article.agencies import is_agency_credit, spellings
from trucewatch.reading.article.relays import find_relays
from trucewatch.record.resolved import Outlet, OutletRegister

REGISTER = OutletRegister((Outlet("Meridian", aliases=("Meridian News Agency",)),))
NAMES = spellings(REGISTER)


def relays(words: str, own: str | None = None, names: frozenset[str] = NAMES) -> list[str]:
    return [relay.name for relay in find_relays([(0, words)], names, own)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The bridge is open, the minister said, Belpress reports.", "Belpress"),
        ("The bridge is open, the Ostrova news agency reported on Friday.", "Ostrova"),
        ("“It is open,” reported news agency MNA.", "MNA"),
        ("The bridge is open, Reuters reported.", "Reuters"),
        ("He told Reuters that the bridge was open.", "Reuters"),
        ("The envoy told Meridian on Monday that lists had been handed over.", "Meridian"),
        ("He said so in an interview with the Halvern daily Dravost Post.", "Dravost Post"),
        ("In an interview with the Lurenian Kurier newspaper the minister was asked about July.", "Kurier"),
        ("The bridge is open, according to the Ostrova news agency.", "Ostrova"),
        ("Meridian quoted the mayor as saying that the bridge was open.", "Meridian"),
        ("The bridge is open, as reported by Belpress.", "Belpress"),
        ("He spoke to Oss Radio before the meeting.", "Oss Radio"),
        ("PELL (Reuters) – The bridge is open.", "Reuters"),
        ("The spokesman told Belkara One, and nobody else.", "Belkara One"),
        ("The bridge is open, according to Lurenian state television.", "Lurenian state television"),
    ],
)
def test_a_source_is_found_with_its_cue(words: str, name: str) -> None:
    assert relays(words) == [name]
    (relay,) = find_relays([(100, words)], NAMES, None)
    assert relay.at is not None
    assert name in words[relay.at.start - 100 : relay.at.end - 100]


@pytest.mark.parametrize(
    "words",
    [
        "The Defence Ministry reported two violations, and Imrel reported none.",
        "Aldmoor and Dravost reported few details of the conversation.",
        "According to the Ministry of Foreign Affairs, the bridge is open.",
        "Korvath told Torqai that the bridge was open. Torqai said nothing.",
        "The United Nations reports that a million people have fled.",
        "The minister said on Monday that the bridge was open.",
        "In an interview with Lorne the mediator wept. Lorne did not.",
    ],
)
def test_those_who_speak_for_themselves_are_no_relays(words: str) -> None:
    assert relays(words) == []


def test_a_short_form_in_brackets_is_no_relay() -> None:
    names = NAMES | {"isc"}
    assert relays("He went with the envoys of the Inland Seas Conference (ISC) to the bridge.", names=names) == []
    assert relays("PELL (ISC) – The bridge is open.", names=names) == ["ISC"]


def test_an_outlet_does_not_relay_itself() -> None:
    assert relays("The bridge is open, the minister said, Meridian reports.", own="Meridian") == []
    assert relays("He told the Meridian News Agency that it was open.", own="Meridian") == []


def test_a_name_counts_once_and_in_its_longest_form() -> None:
    words = (
        "He told Anadolu Agency that the bridge was open. Anadolu reported that it was shut. Reuters reported neither."
    )
    assert relays(words) == ["Anadolu Agency", "Reuters"]


@pytest.mark.parametrize("line", ["The Associated Press", "(Xinhua)", "Source: Reuters", "AP, AFP and Reuters"])
def test_credits_at_the_end(line: str) -> None:
    assert is_agency_credit(line)


@pytest.mark.parametrize("line", ["The minister", "Reuters reported on Monday", "", "Politics"])
def test_what_is_no_credit(line: str) -> None:
    assert not is_agency_credit(line)
