"""One outlet under its spellings, and who relays whom."""

import pytest

from trucewatch.record.ids import PageId
from trucewatch.record.resolved import Outlet, OutletKind, OutletRegister
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Relay
from trucewatch.resolve import OutletIndex, resolve_sourcing

PAGE = PageId("0" * 32)
REGISTER = OutletRegister(
    (
        Outlet("Meridian", OutletKind.AGENCY, ("Meridian Wire",), ("meridian.example",)),
        Outlet("The Ledger", OutletKind.PRESS, (), ("ledger.example",)),
    )
)
INDEX = OutletIndex(REGISTER)


@pytest.mark.parametrize(
    "written",
    [
        "Meridian",
        "MERIDIAN",
        "/Meridian/",
        "the Meridian news agency",
        "Meridian Wire",
        "Meridian  agency.",
        "meridian.example",
    ],
)
def test_spellings_of_a_known_outlet_meet(written: str) -> None:
    assert INDEX.named(written) == Outlet("Meridian", OutletKind.AGENCY)


def test_a_nationality_before_a_known_name_is_seen_through() -> None:
    assert INDEX.named("the Lurenian Ledger newspaper").name == "The Ledger"


@pytest.mark.parametrize(("written", "name"), [("The Morning Post", "Morning Post"), ("Vesti newspaper", "Vesti")])
def test_an_unknown_outlet_keeps_its_name_without_what_pages_put_around_it(written: str, name: str) -> None:
    assert INDEX.named(written) == Outlet(name)


def test_an_unknown_outlet_is_one_however_it_is_put() -> None:
    assert INDEX.named("the Morning Post daily").id == INDEX.named("Morning Post").id


def test_a_name_of_generic_words_alone_stays() -> None:
    assert INDEX.named("The Agency").name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.ledger.example/2018/x", "The Ledger"),
        ("https://notledger.example/", None),
        ("https://ledger.example.org/", None),
        ("not an address", None),
        ("http://[::1", None),
    ],
)
def test_an_address_means_its_host_and_no_other(address: str, name: str | None) -> None:
    found = INDEX.at(address)
    assert (found.name if found else None) == name


def test_the_page_s_own_word_goes_before_its_address() -> None:
    sourcing = resolve_sourcing(PAGE, Article(outlet="Meridian", address="https://ledger.example/a"), INDEX)
    assert sourcing.outlet is not None
    assert sourcing.outlet.name == "Meridian"


def test_relays_keep_the_words_and_the_place_of_their_cue() -> None:
    article = Article(outlet="The Ledger", relays=(Relay("Meridian Wire", Range(5, 26)),))
    (relayed,) = resolve_sourcing(PAGE, article, INDEX).relayed
    assert (relayed.outlet.name, relayed.as_written, relayed.at) == ("Meridian", "Meridian Wire", Range(5, 26))


def test_an_outlet_does_not_relay_itself() -> None:
    article = Article(outlet="Meridian", relays=(Relay("the Meridian agency", None),))
    assert resolve_sourcing(PAGE, article, INDEX).relayed == ()
