"""Accords from their own texts: every provision, who is bound by it, to whom and by when."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.resolve.agreements.texts import ARTICLES, NUMBERED, PARTS, UNNUMBERED
from trucewatch.record.agreements import AgreementText, DueGrounds, PartyRole
from trucewatch.resolve.agreements import read_agreement
from trucewatch.times import find_times


def _read(text: str) -> AgreementText:
    found = read_agreement(text, find_times(text, None))
    assert found is not None
    return found


def _bound(text: str) -> list[tuple[str, str, str, str | None]]:
    """Path, by whom, to whom and by when of every undertaking."""
    return [
        (p.path, " and ".join(u.by), " and ".join(u.to), u.due.day if u.due else None)
        for p in _read(text).provisions
        for u in p.undertakings
    ]


LAYOUTS = {
    "numbered": (NUMBERED, ["1", "2", "3", "4", "5"]),
    "articles": (
        ARTICLES,
        ["1", "1.1", "1.2", "1.2.a", "1.2.b", "1.2.c", "2", "2.1", "2.2", "3", "4", "annex A 1", "annex A 2"],
    ),
    "parts": (
        PARTS,
        ["I", "I.1", "I.1.a", "I.1.b", "I.1.c", "II", "II.2", "II.2.a", "II.2.a.i", "II.2.a.ii", "III"],
    ),
    "without numbers": (UNNUMBERED, ["paragraph 1", "paragraph 2", "paragraph 3"]),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_provision_is_found_once_and_in_order(layout: str) -> None:
    text, paths = LAYOUTS[layout]
    assert [p.path for p in _read(text).provisions] == paths


@pytest.mark.parametrize("layout", LAYOUTS)
def test_ranges_are_exact_and_provisions_do_not_overlap(layout: str) -> None:
    text, _ = LAYOUTS[layout]
    last = 0
    for provision in _read(text).provisions:
        assert last <= provision.at.start
        last = provision.at.end
        assert provision.number is None or provision.number.strip("-") in provision.at.of(text)
        if provision.words is not None:
            assert provision.words.of(text) == provision.words.of(text).strip()
            assert provision.words.end == provision.at.end
        for undertaking in provision.undertakings:
            assert provision.at.start <= undertaking.at.start <= undertaking.at.end <= provision.at.end


def test_what_a_numbered_statement_binds_to() -> None:
    assert _bound(NUMBERED) == [
        ("1", "Osmere and Karland", "", None),
        ("1", "Osmere and Karland", "", None),
        ("2", "Karland", "Osmere", "2016-05-20"),
        ("3", "Norvian Federation", "", None),
        ("4", "Osmere and Karland", "", "2016-05-13"),
        ("5", "Karland", "Osmere", "2016-07-01"),
    ]


def test_what_articles_bind_to() -> None:
    both = "Tavia and Tavian People's Front"
    assert _bound(ARTICLES) == [
        ("1.1", both, "", "2011-06-02"),
        ("1.2.a", both, "", "2011-06-15"),
        ("1.2.b", both, "", None),
        ("1.2.c", both, "", None),
        ("2.1", "Tavian People's Front", "", "2011-06-10"),
        ("2.2", "Tavia", "Tavian People's Front", "2011-06-01"),
        ("3", "Orrin", "", None),
        ("4", both, "", "2011-06-01"),
        ("annex A 1", both, "", "2011-07-19"),
    ]


def test_what_parts_bind_to() -> None:
    assert _bound(PARTS) == [
        ("I.1.a", "Harn", "", "2018-07-01"),
        ("I.1.b", "Mirian Council", "", "2018-08-09"),
        ("I.1.c", "Harn and Mirian Council", "", None),
        ("II.2.a", "Harn and Mirian Council", "", "2018-06-15"),
    ]


def test_what_paragraphs_without_numbers_bind_to() -> None:
    assert _bound(UNNUMBERED) == [
        ("paragraph 1", "Oskar Brigade", "", "2014-03-02"),
        ("paragraph 2", "Velden Authority", "", None),
        ("paragraph 3", "Velden Authority and Oskar Brigade", "", None),
    ]


def test_parties_guarantors_mediators_and_witnesses() -> None:
    found = _read(ARTICLES)
    assert found.of_role(PartyRole.PARTY) == ("Tavia", "Tavian People's Front")
    assert found.of_role(PartyRole.GUARANTOR) == ("Orrin",)
    assert found.of_role(PartyRole.MEDIATOR) == ("Orrin",)
    assert found.of_role(PartyRole.WITNESS) == ("Grand Duchy of Melk",)


def test_who_signs_for_whom() -> None:
    assert {p.name: p.signed_by for p in _read(NUMBERED).parties} == {
        "Osmere": "I. Talvik",
        "Karland": "N. Brodin",
        "Norvian Federation": "V. Helmar",
    }
    assert {p.name: p.signed_by for p in _read(ARTICLES).parties if p.signed_by} == {
        "Tavia": "Edan Vorr",
        "Tavian People's Front": "Mira Sool",
    }


@pytest.mark.parametrize(
    ("text", "signed", "in_force", "place"),
    [
        (NUMBERED, "2016-05-03", "2016-05-04", None),
        (ARTICLES, "2011-05-20", "2011-06-01", "Lisk"),
        (PARTS, "2018-06-09", "2018-06-09", "Dell"),
        (UNNUMBERED, "2014-02-20", None, "Sarn"),
    ],
)
def test_days_of_signing_and_of_force(text: str, signed: str, in_force: str | None, place: str | None) -> None:
    found = _read(text)
    assert found.signed is not None
    assert found.signed.day == signed
    assert (found.in_force.day if found.in_force else None) == in_force
    assert found.place == place


def test_signatures_are_no_part_of_the_last_provision() -> None:
    found = _read(ARTICLES)
    assert found.signatures is not None
    assert found.signatures.of(ARTICLES).startswith("Done at Lisk")
    assert [p.words.of(ARTICLES)[-12:] for p in found.provisions if p.words and p.path == "4"] == ["1 June 2011."]


def _accord(*provisions: str) -> str:
    head = "Agreement between the Republic of Osmere and the Republic of Karland\n\n"
    return head + "\n".join(provisions) + "\n\nDone at Ardal on 3 May 2016\n"


def test_a_number_that_stands_twice_makes_two_provisions_and_a_doubt() -> None:
    found = _read(_accord("1. Osmere shall open the road.", "1. Karland shall open the bridge.", "2. They shall meet."))
    assert [p.path for p in found.provisions] == ["1", "1#2", "2"]
    assert found.doubts == ("number 1 stands twice",)


def test_a_number_that_is_missing_is_told() -> None:
    found = _read(_accord("1. Osmere shall open the road.", "4. Karland shall open the bridge."))
    assert [p.path for p in found.provisions] == ["1", "4"]
    assert found.doubts == ("no number stands between 1 and 4",)


def test_a_deadline_before_the_signature_is_kept_and_told() -> None:
    found = _read(_accord("1. Osmere shall open the road by 1 March 2016.", "2. Karland shall open the bridge."))
    assert found.provisions[0].undertakings[0].due is not None
    assert found.provisions[0].undertakings[0].due.day == "2016-03-01"
    assert found.doubts == ("the deadline of 1, 2016-03-01, is before the signature, 2016-05-03",)


def test_a_commitment_to_continue_has_no_term() -> None:
    found = _read(_accord("1. Osmere shall continue to watch the road.", "2. Karland shall leave by 9 May 2016."))
    [lasting, timed] = [p.undertakings[0] for p in found.provisions]
    assert (lasting.lasting, lasting.due) == (True, None)
    assert (timed.lasting, timed.due.day if timed.due else None) == (False, "2016-05-09")


@pytest.mark.parametrize(
    ("term", "day"),
    [
        ("within ten days of signing", "2016-05-13"),
        ("within twenty-one days of signature", "2016-05-24"),
        ("within a dozen days after signing", "2016-05-15"),
        ("within seventy-two (72) hours of the signature", "2016-05-06"),
        ("not later than two months after the signing", "2016-07-03"),
        ("no later than 9 May 2016", "2016-05-09"),
        ("before the end of June 2016", "2016-06-30"),
    ],
)
def test_terms_in_words_and_figures(term: str, day: str) -> None:
    found = _read(_accord(f"1. Osmere shall open the road {term}.", "2. Karland shall open the bridge."))
    [undertaking] = found.provisions[0].undertakings
    assert undertaking.due is not None
    assert undertaking.due.day == day


@pytest.mark.parametrize("term", ["within ten days of the last withdrawal", "within five working days of signing"])
def test_a_term_that_cannot_be_counted_stays_open(term: str) -> None:
    found = _read(_accord(f"1. Osmere shall open the road {term}.", "2. Karland shall open the bridge."))
    [undertaking] = found.provisions[0].undertakings
    assert undertaking.due is not None
    assert (undertaking.due.day, undertaking.due.grounds) == (None, DueGrounds.OPEN)


def test_a_year_or_a_date_at_the_head_of_a_line_is_no_number() -> None:
    found = _read(_accord("1. Osmere shall open the road by", "2017. It shall stay open from", "4 May on.", "2. Meet."))
    assert [p.path for p in found.provisions] == ["1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Three people were hurt when a bus overturned near Ardal on Monday.",
        "Shopping\n1. Bread\n2. Salt\n",
        "Talks on an agreement went on in Lisk.\n\nNobody would say what had been discussed.",
    ],
)
def test_what_is_no_accord_is_none(text: str) -> None:
    assert read_agreement(text, find_times(text, None)) is None


@given(st.text(alphabet="1.2(a)ivX \nArticle Annex shall by Osmere,:;-\u2014", max_size=300))
def test_no_text_makes_it_fail(tail: str) -> None:
    text = f"Agreement\n{tail}"
    found = read_agreement(text, find_times(text, None))
    if found is not None:
        paths = [p.path for p in found.provisions]
        assert len(set(paths)) == len(paths)
        assert all(p.at.end <= len(text) for p in found.provisions)


@pytest.mark.parametrize(
    "line",
    [
        "1. The Republic of Osmere shall meet.\n",
        "President of Osmere A B C D E F, ",
        "For the Republic of Osmere Karland\n",
        "(a) (i) 1.1 (a) shall\n",
        "within ten ten ten ten ",
        "A of B of C and the ",
    ],
)
def test_a_long_text_is_read_in_linear_time(line: str) -> None:
    def seconds(times: int) -> float:
        text = "Agreement between the Republic of Osmere and the Republic of Karland\n" + line * times
        start = time.perf_counter()
        read_agreement(text, ())
        return time.perf_counter() - start

    assert seconds(8_000) < 12 * seconds(2_000) + 0.5
