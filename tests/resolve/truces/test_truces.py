"""Ceasefires out of mentions: which are one, between whom, by whom brokered, and how they stand."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.made_events import WORLD, told
from trucewatch.record.dossier import Dossier, KnownAgreement
from trucewatch.record.happenings import Happening, mention_of
from trucewatch.record.mentions import Party, Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.record.truces import StepKind, Truce, TruceState
from trucewatch.resolve.truces import TruceRegister

SIGNED = told(
    "On May 9, Westmark, Norland and Sudland signed a statement on a complete ceasefire in Orrin from May 10.",
    "signed",
    Track.CEASEFIRE,
    "2031-05-09",
    actors=(Party("Westmark, Norland and Sudland"),),
)
BEGAN = told(
    "The Westhaven-brokered ceasefire between Norland and Sudland in Orrin took effect on May 10.",
    "took effect",
    Track.CEASEFIRE,
    "2031-05-10",
    page="two",
)
KEPT = told(
    "Norland says the ceasefire in Orrin with Sudland has been observed for a month.",
    "has been observed",
    Track.CEASEFIRE,
    page="two",
    at=400,
    by="Ada Quell",
)
BREACH = told("On June 2 a shell hit Orrin, Norland told Sudland.", "hit", Track.VIOLATION, "2031-06-02", at=300)
OLD = told(
    "It was the gravest violation of the 2009 ceasefire between Norland and Sudland in Orrin.",
    "2009 ceasefire",
    Track.CEASEFIRE,
    "2009",
    page="two",
    at=700,
)
OLD_BREACH = told(OLD.sentence, "violation", Track.VIOLATION, page="two", at=700)
ELSEWHERE = told(
    "A ceasefire between the Larch Front and Estmark began on May 10 in Pell.",
    "began",
    Track.CEASEFIRE,
    "2031-05-10",
    page="far",
)
ALL = (SIGNED, BEGAN, KEPT, BREACH, OLD, OLD_BREACH, ELSEWHERE)


def found(
    rows: Sequence[EventRow], around: Sequence[EventRow] = (), today: str = "2031-06-20", dossier: Dossier | None = None
) -> list[Truce]:
    return TruceRegister(WORLD, dossier).truces([Happening((row,)) for row in rows], around, today)


def test_what_two_pages_tell_of_one_ceasefire_is_one_and_what_is_old_or_elsewhere_stands_apart() -> None:
    old, one, far = found(ALL)
    assert [s.row for s in one.steps] == [SIGNED, BEGAN, BREACH, KEPT]
    assert (one.declared, one.begins, one.ends) == ("2031-05-09", "2031-05-10", None)
    assert [s.row for s in old.steps] == [OLD, OLD_BREACH]
    assert [s.row for s in far.steps] == [ELSEWHERE]


def test_the_parties_are_those_who_fight_and_the_third_that_signs_stands_for_it() -> None:
    old, one, far = found(ALL)
    assert (one.parties, one.brokers) == (("Norland", "Sudland"), ("Westmark",))
    assert (old.parties, old.brokers) == (("Norland", "Sudland"), ())
    assert far.parties == ("Estmark", "Larch Front")


def test_a_state_that_is_only_named_beside_a_ceasefire_is_no_party_to_it() -> None:
    hosted = told(
        "The ceasefire began on May 10, Estmark told guests in Westhaven.", "began", Track.CEASEFIRE, "2031-05-10"
    )
    [truce] = found([hosted])
    assert truce.parties == ()


def test_a_breach_is_of_the_ceasefire_that_its_sentence_dates_or_else_of_the_last_by_its_day() -> None:
    old, one, _ = found(ALL)
    assert (old.breaches, one.breaches) == (1, 1)
    assert (old.state, one.state) == (TruceState.VIOLATED, TruceState.VIOLATED)


@pytest.mark.parametrize(
    ("sentence", "brokers"),
    [
        ("A Westhaven-brokered ceasefire began on May 10.", ("Westmark",)),
        ("The ceasefire brokered by Westmark and Estmark began on May 10.", ("Estmark", "Westmark")),
        ("A ceasefire mediated by the Lakes Union on Monday began on May 10.", ("Lakes Union",)),
        ("A ceasefire mediated by LU envoys began on May 10.", ("Lakes Union",)),
        ("Westmark brokered a ceasefire that began on May 10.", ("Westmark",)),
        ("With active Estmarker mediation a ceasefire began on May 10.", ("Estmark",)),
        ("Under the auspices of the Lakes Union a ceasefire began on May 10.", ("Lakes Union",)),
        ("A ceasefire brokered by President Ada Quell began on May 10.", ("Westmark",)),
        ("The ceasefire, condemned by Westmark, began on May 10.", ()),
    ],
)
def test_who_brokered_it_is_read_off_the_sentence(sentence: str, brokers: tuple[str, ...]) -> None:
    [truce] = found([told(sentence, "began", Track.CEASEFIRE, "2031-05-10")])
    assert truce.brokers == brokers


@pytest.mark.parametrize(
    ("sentence", "trigger", "status", "today", "state", "ends"),
    [
        (
            "A 90-day ceasefire began on May 10.",
            "began",
            Status.HAPPENED,
            "2031-06-20",
            TruceState.IN_FORCE,
            "2031-08-07",
        ),
        (
            "A 90-day ceasefire began on May 10.",
            "began",
            Status.HAPPENED,
            "2031-09-01",
            TruceState.EXPIRED,
            "2031-08-07",
        ),
        (
            "A ceasefire for 72 hours began on May 10.",
            "began",
            Status.HAPPENED,
            "2031-05-11",
            TruceState.IN_FORCE,
            "2031-05-12",
        ),
        (
            "The ceasefire that was agreed begins on May 10.",
            "begins",
            Status.PLANNED,
            "2031-05-08",
            TruceState.AGREED,
            None,
        ),
        (
            "Norland offers a ceasefire from July 1.",
            "ceasefire",
            Status.PLANNED,
            "2031-06-20",
            TruceState.PROPOSED,
            None,
        ),
    ],
)
def test_how_it_stands_is_as_of_a_day(
    sentence: str, trigger: str, status: Status, today: str, state: TruceState, ends: str | None
) -> None:
    date = "2031-07-01" if "July" in sentence else "2031-05-10"
    [truce] = found(
        [told(sentence, trigger, Track.CEASEFIRE, date, status=status, published="2031-05-05")], today=today
    )
    assert (truce.state, truce.ends) == (state, ends)


def test_one_that_collapsed_is_ended_and_one_that_was_prolonged_is_extended() -> None:
    ended = told("The ceasefire collapsed on June 1.", "collapsed", Track.CEASEFIRE, "2031-06-01", page="two", at=900)
    longer = told("The truce was extended on June 1.", "extended", Track.CEASEFIRE, "2031-06-01", page="two", at=900)
    assert [t.state for t in found([BEGAN, ended])] == [TruceState.ENDED]
    assert [t.state for t in found([BEGAN, longer])] == [TruceState.EXTENDED]


def test_a_call_for_a_ceasefire_and_breaches_without_one_make_none() -> None:
    wish = told(
        "Estmark urged a ceasefire on May 3.", "ceasefire", Track.CEASEFIRE, "2031-05-03", status=Status.CALLED_FOR
    )
    assert found([wish, BREACH]) == []


def test_the_day_of_talk_about_a_ceasefire_is_not_its_day() -> None:
    talk = told(
        "On June 7 the ministers praised the truce.", "truce", Track.CEASEFIRE, "2031-06-07", page="two", at=900
    )
    [truce] = found([BEGAN, talk])
    assert (truce.declared, truce.begins) == (None, "2031-05-10")
    [alone] = found([talk])
    assert (alone.declared, alone.begins) == (None, None)


def test_a_dossier_gives_what_no_page_tells() -> None:
    known = KnownAgreement(
        "Orrin Accord", parties=("Norland", "Sudland"), guarantors=("Estmark",), signed="2031-05-09", until="2031-12-31"
    )
    [truce] = found([SIGNED, KEPT, BEGAN], dossier=Dossier("orrin", "Orrin", agreements=(known,)))
    assert (truce.known, truce.ends, truce.parties) == ("Orrin Accord", "2031-12-31", ("Norland", "Sudland"))
    assert truce.brokers == ("Estmark", "Westmark")


@settings(max_examples=30)
@given(st.permutations(ALL))
def test_the_order_of_reading_takes_no_part(rows: list[EventRow]) -> None:
    assert found(rows) == found(ALL)


@settings(max_examples=30)
@given(st.sets(st.sampled_from(ALL), min_size=1))
def test_no_mention_stands_in_two_ceasefires_and_every_step_is_of_what_was_told(rows: set[EventRow]) -> None:
    truces = found(sorted(rows, key=mention_of))
    steps = [step.row for truce in truces for step in truce.steps]
    assert len(steps) == len(set(steps)) <= len(rows)
    assert set(steps) <= rows
    assert all(any(s.kind is not StepKind.VIOLATED for s in truce.steps) for truce in truces)


def test_ten_thousand_breaches_in_one_week_are_one_ceasefire() -> None:
    breaches = [
        told(BREACH.sentence, "hit", Track.VIOLATION, f"2031-06-{1 + n % 7:02d}", page=f"page {n}")
        for n in range(10_000)
    ]
    [truce] = found([SIGNED, BEGAN, *breaches])
    assert truce.breaches == 10_000
