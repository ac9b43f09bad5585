"""Whose page it is and who signed it, by the marks that outlets leave."""

import pytest

from trucewatch.reading.article import describe
from trucewatch.reading.article.bylines import byline_of, signed_by
from trucewatch.reading.plain import read_plain
from trucewatch.record.pages import Given
from trucewatch.record.resolved import Outlet, OutletRegister
from trucewatch.record.texts import Article

HEAD = "Bridge over the Oss is open to lorries again"
LEAD = "The bridge over the Oss was opened to lorries on Monday, the observers said, after eleven weeks."
MORE = "The mayor of Pell said that flour and insulin had been brought across before noon, and that more would follow."
REGISTER = OutletRegister((Outlet("The Highland Lantern", hosts=("lantern.example",)),))


def article(*lines: str, given: Given | None = None) -> Article:
    return describe(read_plain("\n\n".join(lines)), given or Given(), REGISTER).article


@pytest.mark.parametrize(
    ("lines", "outlet", "grounds"),
    [
        ((HEAD, f"PELL, May 16 /OSTNEWS/. {LEAD}", MORE), "OSTNEWS", "dateline"),
        ((HEAD, LEAD, MORE, "© 2018 Jervan Courier. All rights reserved."), "Jervan Courier", "text"),
        ((HEAD, LEAD, MORE, "Get notified of the latest updates from OssPost."), "OssPost", "text"),
        ((HEAD, LEAD, MORE, "Follow Ostrova on Telegram. Only the main things"), "Ostrova", "text"),
        (("Imrel Gazette", HEAD, LEAD, MORE), "Imrel Gazette", "text"),
        (("The Highland Lantern", HEAD, LEAD, MORE), "The Highland Lantern", "text"),
    ],
)
def test_the_marks_of_an_outlet(lines: tuple[str, ...], outlet: str, grounds: str) -> None:
    found = article(*lines)
    assert (found.outlet, found.outlet_grounds) == (outlet, grounds)


def test_given_wins_and_the_address_is_looked_up() -> None:
    assert article(HEAD, LEAD, given=Given(outlet="Meridian")).outlet_grounds == "given"
    hosted = article(HEAD, LEAD, given=Given(address="https://www.lantern.example/a/1"))
    assert (hosted.outlet, hosted.outlet_grounds) == ("The Highland Lantern", "address")
    assert article(HEAD, LEAD, given=Given(address="https://notlantern.example/a/1")).outlet is None
    assert article(HEAD, LEAD, given=Given(address="https://[broken")).outlet is None


def test_a_page_without_marks_has_no_outlet() -> None:
    assert article(HEAD, LEAD, MORE).outlet is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Vera Ostin", "Vera Ostin"),
        ("By Vera Ostin | News | 4 comments", "Vera Ostin"),
        ("By: Vera Ostin and Lev Aranz", "Vera Ostin and Lev Aranz"),
        ("By Leman Aslo - Ostrova:", "Leman Aslo"),
        ("(Reporting by Lev Aranz; editing by Joss Medwin)", "Lev Aranz"),
        ("Vera Ostin 1 minute ago", "Vera Ostin"),
        ("By our own correspondent", "our own correspondent"),
    ],
)
def test_a_signed_line(line: str, name: str) -> None:
    assert byline_of(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "By midday the bridge was open to lorries, the mayor said.",
        "By the end of June all prisoners are to be exchanged",
        "Bridge over the Oss is open",
        "By " + "Ostin " * 60,
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert signed_by(line) is None


@pytest.mark.parametrize("line", ["PUBLISHED :", "(Meridian)".replace("Meridian", "Reuters"), ""])
def test_labels_and_agencies_sign_nothing(line: str) -> None:
    assert byline_of(line) is None


def test_a_bare_name_below_the_headline_signs_the_page() -> None:
    assert article(HEAD, "Mina Aldrou", LEAD, MORE).byline == "Mina Aldrou"
    assert article(HEAD, "Lower Pell", LEAD, MORE).byline is None
