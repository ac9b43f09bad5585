"""Who undertook what, and what became of it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.resolve.commitments.telling import FINDER, Rows, found, one, together, told

PLAIN = "#Talks/meeting/happened/2018-05-01#"
"""An event that makes a sentence known, and carries out nothing here."""


def _sentence(words: str) -> Rows:
    """A page on which the sentence is known by some event."""
    return told("2018-05-03", f"{words} {PLAIN} went on.")


@pytest.mark.parametrize(
    ("words", "by", "state"),
    [
        ("Lurenia will open the crossing at Grey Pass.", ("Lurenia",), "pending"),
        ("Dravost pledged to lift the blockade of the road.", ("Lurenia",), "pending"),
        ("Belkara has agreed to release twelve men.", ("Belkara",), "pending"),
        ("Lurenia and Belkara are planning to meet in Aldmoor.", ("Lurenia", "Belkara"), "pending"),
        ("Halvern is working on a new text with both.", ("Halvern",), "in-progress"),
        ("Halverni observers would be deployed along the line, the president said Lurenian", (), ""),
        ("The president said that Halverni observers would be deployed along the line.", ("Halvern",), "pending"),
        ("Belkara continues to clear the road of mines.", ("Belkara",), "in-progress"),
        ("Lurenia and Belkara remain committed to keep the line quiet.", ("Lurenia", "Belkara"), "in-progress"),
    ],
)
def test_who_undertakes_and_how_it_is_told(words: str, by: tuple[str, ...], state: str) -> None:
    rows = found(_sentence(words))
    assert [c.by for c in rows] == ([by] if by else [])
    assert [c.state.value for c in rows] == ([state] if by else [])


@pytest.mark.parametrize(
    "words",
    [
        "Lurenia will not open the crossing.",
        "Lurenia will retaliate.",
        "Belkara vowed to crush the council.",
        "If the guns fall silent, Lurenia would open the crossing.",
        "The war in Belkara will end one day.",
        "Lurenia could release the men.",
        "Snow will keep the pass closed.",
        "Lurenia said the weather would hold.",
        "Lurenia opened the crossing.",
    ],
)
def test_threats_forecasts_conditions_and_deeds_are_no_undertakings(words: str) -> None:
    assert found(_sentence(words)) == []


def test_we_is_the_side_of_the_speaker() -> None:
    commitment = one(told("2018-05-03", "@Zhalen Torqai@Belkara@ We will hand over the lists."))
    assert commitment.by == ("Belkara",)
    assert commitment.evidence[0].quote == "We will hand over the lists."


def test_we_of_a_speaker_who_is_not_known_binds_nobody() -> None:
    assert found(told("2018-05-03", "@a passer-by@@ We will hand over the lists.")) == []


def test_both_sides_are_those_that_the_page_names_together() -> None:
    page = told(
        "2018-05-03",
        f"{PLAIN} between Lurenia and Belkara went on in Aldmoor, the Halverni capital.",
        f"Both sides will exchange lists after {PLAIN}.",
    )
    assert one(page).by == ("Belkara", "Lurenia")


def test_what_a_headline_says_is_one_with_what_the_text_says() -> None:
    [commitment] = found(
        told("2018-05-03", f"Lurenia will open the crossing at Grey Pass to pedestrians after {PLAIN}."),
        told("2018-05-04", f"Dravost promised to open the Grey Pass crossing to pedestrians after {PLAIN}."),
    )
    assert [e.published for e in commitment.evidence] == ["2018-05-03", "2018-05-04"]


def test_what_two_undertake_is_two() -> None:
    page = told(
        "2018-05-03", f"Lurenia will clear the road after {PLAIN}.", f"Belkara will clear the road after {PLAIN}."
    )
    assert [c.by for c in found(page)] == [("Lurenia",), ("Belkara",)]


PROMISE = told("2018-05-03", f"Lurenia and Belkara agreed to exchange all prisoners by 31 July 2018 after {PLAIN}.")
GOES_ON = told(
    "2018-05-20", "@Zhalen Torqai@Belkara@ There is an #exchange/humanitarian/ongoing/2018-05-20# of prisoners."
)
NOT_BEGUN = told("2018-05-20", "The #exchange/humanitarian/denied/2018-05-20/Lurenia# of prisoners has not begun.")
DONE = told("2018-07-09", "Lurenia and Belkara #exchanged/humanitarian/happened/2018-07-09/Lurenia# their prisoners.")
SIDES = told("2018-05-20", f"{PLAIN} between Lurenia and Belkara.")


def test_a_term_is_the_day_that_it_is_due() -> None:
    assert one(PROMISE).due == "2018-07-31"
    assert one(_sentence("Lurenia will continue to keep the road open.")).due is None


@pytest.mark.parametrize(
    ("pages", "state"),
    [
        ((PROMISE,), "pending"),
        ((PROMISE, NOT_BEGUN), "pending"),
        ((PROMISE, DONE), "kept"),
        ((PROMISE, NOT_BEGUN, DONE), "kept"),
    ],
)
def test_the_state_is_what_was_told_last(pages: tuple[Rows, ...], state: str) -> None:
    [commitment] = [c for c in found(*pages) if c.by == ("Lurenia", "Belkara")]
    assert commitment.state.value == state
    assert len(commitment.steps) == len(pages) - 1


def test_progress_that_another_denies_is_contested() -> None:
    page = told(
        "2018-05-20",
        f"{PLAIN} between Lurenia and Belkara went on.",
        "@Zhalen Torqai@Belkara@ There is #progress/humanitarian/ongoing/2018-05-20# with the prisoners.",
        "The prisoner #exchange/humanitarian/denied/2018-05-20# has not yet begun.",
    )
    [commitment] = [c for c in found(PROMISE, page) if c.by == ("Lurenia", "Belkara")]
    assert commitment.state.value == "contested"
    assert {s.told_by for s in commitment.steps} == {"outlet", "Zhalen Torqai"}


def test_what_was_told_before_the_promise_is_no_step() -> None:
    earlier = told("2018-04-01", "Lurenia #released/humanitarian/happened/2018-04-01/Lurenia# prisoners.")
    assert one(PROMISE, earlier).steps == ()


def _truce(*lines: str) -> list[tuple[str, str]]:
    page = told("2018-06-01", f"{PLAIN} between Lurenia and Belkara went on.", *lines)
    return [(c.what, c.state.value) for c in found(page)]


SIGNED = "Lurenia and Belkara #signed a truce/ceasefire/happened/2018-03-24#."


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ((SIGNED,), "in-progress"),
        ((SIGNED, "The truce is #observed/ceasefire/ongoing#."), "kept"),
        ((SIGNED, "A #violation/violation/happened/2018-05-20# was recorded."), "broken"),
        (
            (SIGNED, "@Zhalen Torqai@Belkara@ The other side is guilty of a #breach/violation/alleged/2018-05-20#."),
            "contested",
        ),
        ((SIGNED, "@Luce Amorin@Inland Seas Conference@ We saw a #breach/violation/happened/2018-05-20#."), "broken"),
        ((SIGNED, "No #violation/violation/denied/2018-05-20# was recorded."), "in-progress"),
        ((SIGNED, "A #violation/violation/happened/2018-03-01# was recorded before it."), "in-progress"),
    ],
)
def test_a_truce_is_kept_broken_or_contested(lines: tuple[str, ...], state: str) -> None:
    assert _truce(*lines) == [("ceasefire of 2018-03-24", state)]


def test_truces_of_several_years_stand_apart_and_signing_and_force_are_one() -> None:
    rows = _truce(
        "The #truce/ceasefire/happened/2009# of that year was forgotten.",
        SIGNED,
        "It #took effect/ceasefire/happened/2018-03-25#.",
    )
    assert rows == [("ceasefire of 2009", "in-progress"), ("ceasefire of 2018-03-24", "in-progress")]


def test_the_end_of_a_truce_is_no_other_truce() -> None:
    rows = _truce(SIGNED, "The #truce/ceasefire/ongoing/2018-06-23# expires on 23 June.")
    assert rows == [("ceasefire of 2018-03-24", "in-progress")]


PAGES = (
    PROMISE,
    GOES_ON,
    NOT_BEGUN,
    DONE,
    SIDES,
    told("2018-03-25", SIGNED, "The truce was #observed/ceasefire/ongoing/2018-03-25#."),
    told("2018-05-20", f"{PLAIN} between Lurenia and Belkara.", "A #violation/violation/happened/2018-05-20#."),
    told(None, f"Lurenia will open the crossing at Grey Pass after {PLAIN}."),
)


@given(st.permutations(range(len(PAGES))), st.randoms())
def test_the_order_of_reading_takes_no_part(order: list[int], shuffled: "st.DataObject") -> None:
    rows = together(*(PAGES[i] for i in order))
    for part in (rows.events, rows.statements, rows.times):
        shuffled.shuffle(part)  # type: ignore[attr-defined]
    assert FINDER.commitments(rows.events, rows.statements, rows.times) == found(*PAGES)


@given(st.sets(st.integers(0, len(PAGES) - 1)))
def test_later_pages_leave_the_earlier_commitments_their_ids_and_passages(kept: set[int]) -> None:
    """As of a day, what is told later is not there; what was there then stays when it comes."""
    some = [PAGES[i] for i in sorted(kept)]
    whole = {e for c in found(*PAGES) for e in c.evidence}
    assert {e for c in found(*some) for e in c.evidence} <= whole


@given(st.text(alphabet="Lurenia will to agreed by the,.;\u201c\u201d\u2019 we#pledged keeps", max_size=200))
def test_no_words_make_it_fail(words: str) -> None:
    page = told("2018-05-03", f"@Zhalen Torqai@Belkara@ {words.replace('#', '')} {PLAIN}")
    for commitment in found(page):
        assert commitment.evidence
        assert all(e.quote for e in commitment.evidence)


@pytest.mark.parametrize(
    "words", ["Lurenia will open ", "Lurenia and ", "is working on ", "mapped out steps ", "will "]
)
def test_a_long_sentence_is_read_in_linear_time(words: str) -> None:
    def seconds(times: int) -> float:
        page = told("2018-05-03", f"{words * times}{PLAIN}")
        start = time.perf_counter()
        found(page)
        return time.perf_counter() - start

    assert seconds(2_000) < 12 * seconds(500) + 0.5
