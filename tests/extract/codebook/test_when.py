"""When an event is told to be: by its clause, by the page's own day, by the day that the story has come to."""

import pytest

from tests.extract.codebook.pages import event, events_of
from trucewatch.record.mentions import Status

PAGE = "2021-05-12"  # a Wednesday


@pytest.mark.parametrize(
    ("sentence", "words", "date"),
    [
        ("On 3 May 2021 rebels shelled the village of Brody.", "shelled", "2021-05-03"),
        ("Rebels shelled the village of Brody on Tuesday.", "shelled", "2021-05-11"),
        ("The two sides agreed to a ceasefire in November 2020.", "agreed", "2020-11"),
        ("Keller said on Monday that rebels had shelled Brody on 2 May.", "shelled", "2021-05-02"),
        ("The 2019 ceasefire collapsed in March 2021 after an attack.", "collapsed", "2021-03"),
        ("Monitors condemned the attack of 4 May at a meeting on Monday.", "attack", "2021-05-04"),
        ("Since 1 January 2021, Westland has violated the ceasefire 80 times.", "violated", "2021-01-01/2021-05-12"),
        ("The sides will hold talks from 20 May to 3 June in Brody.", "talks", "2021-05-20/2021-06-03"),
        ("The clashes were the worst violation of the 1994 ceasefire.", "violation", None),
        ("The army stopped the war on 3 May, Keller said.", "war", None),
        ("Keller condemned on Monday the Brody war that broke out on 27 September 2020.", "war", "2020-09-27"),
        (
            "He repeated his condemnation of Westland's role in the Brody war that broke out on 2 May.",
            "war",
            "2021-05-02",
        ),
        ("Keller praised a ceasefire agreement that stopped the war on 3 May.", "ceasefire agreement", "2021-05-03"),
        ("Keller praised the truce signed on 3 May.", "truce", "2021-05-03"),
        ("Keller recalled the war that ended on 3 May.", "war", None),
        ("Rebels shelled the village of Brody.", "shelled", None),
        ("If rebels attack Brody on Friday, Westland will respond.", "attack", None),
    ],
)
def test_an_event_has_the_nearest_time_of_its_clause(sentence: str, words: str, date: str | None) -> None:
    found = [e.date for trigger, e in events_of(sentence, PAGE) if words in trigger]
    assert date in found, found


def test_since_says_no_more_than_a_beginning_where_the_page_is_undated() -> None:
    assert event("Since 1 January 2021, Westland has violated the ceasefire 80 times.", "violated").date is None


STORY = """Rebels shelled the village of Brody on Tuesday, the army said.

The army retaliated.

In the evening, an aircraft bombed a bridge near Pell. The attack killed two soldiers.

The two sides have fought over the valley for years. They signed a ceasefire in 2019.

Rebels seized the town in a surprise attack."""


def test_a_story_goes_on_about_the_day_that_it_has_named() -> None:
    found = {trigger: e.date for trigger, e in events_of(STORY, PAGE)}
    assert found["shelled"] == "2021-05-11"
    assert found["retaliated"] == "2021-05-11"
    assert found["bombed"] == "2021-05-11"
    assert found["killed"] == "2021-05-11"


def test_a_story_that_has_turned_to_other_times_dates_nothing_more() -> None:
    found = {trigger: e.date for trigger, e in events_of(STORY, PAGE)}
    assert found["seized"] is None


@pytest.mark.parametrize(
    ("second", "words"),
    [
        ("Rebels had attacked the bridge before.", "attacked"),
        ("The war has killed thousands of people.", "killed"),
        ("Rebels, who seized the bridge, are led by Duran.", "seized"),
        ("The war displaced thousands.", "war"),
        ("Keller accused the rebels of lying.", "accused"),
        ("Rebels attacked the bridge several times last year.", "attacked"),
    ],
)
def test_background_beside_a_dated_story_is_not_of_its_day(second: str, words: str) -> None:
    assert event(f"Rebels shelled Brody on Tuesday. {second}", words, PAGE).date != "2021-05-11"


def test_a_day_long_past_holds_for_its_own_paragraph_only() -> None:
    text = "On 3 May 2019 rebels shelled Brody. The army retaliated.\n\nSoldiers bombed a bridge."
    found = {trigger: e.date for trigger, e in events_of(text, PAGE)}
    assert found == {"shelled": "2019-05-03", "retaliated": "2019-05-03", "bombed": None}


def test_a_meeting_after_which_somebody_spoke_is_of_the_day_of_speaking() -> None:
    text = "Westland wants peace, Foreign Minister Anna Keller said on Monday after talks with Jan Duran."
    assert event(text, "talks", PAGE).date == "2021-05-10"


def test_others_of_a_kind_do_not_lend_their_time_to_those_spoken_of() -> None:
    text = "The clashes were the worst since the 2016 clashes. Keller spoke of the clashes in Brody."
    assert [e.date for trigger, e in events_of(text, PAGE) if trigger.lower() == "clashes"] == [None, "2016", None]


def test_what_is_told_of_again_keeps_its_time() -> None:
    text = "The talks in Brody began on 3 May 2021. Keller praised the talks."
    assert [e.date for trigger, e in events_of(text, PAGE) if "talks" in trigger] == ["2021-05-03"] * 2


# -- times after the page's own day --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "words", "status", "date"),
    [
        ("Rebels shelled Brody on 20 May 2021.", "shelled", Status.HAPPENED, None),
        ("Rebels have seized the town on 3 June 2021.", "seized", Status.HAPPENED, None),
        ("The ceasefire in the valley begins on 20 May 2021.", "ceasefire", Status.PLANNED, "2021-05-20"),
        ("Talks in Brody on 20 May 2021.", "Talks", Status.PLANNED, "2021-05-20"),
        ("Westland will withdraw its troops on 20 May 2021.", "withdraw", Status.PLANNED, "2021-05-20"),
    ],
)
def test_what_is_over_cannot_lie_after_the_page(sentence: str, words: str, status: Status, date: str | None) -> None:
    found = event(sentence, words, PAGE)
    assert (found.status, found.date) == (status, date)


def test_a_page_may_be_dated_by_a_clock_a_day_behind() -> None:
    assert event("Rebels shelled Brody on 13 May 2021.", "shelled", PAGE).date == "2021-05-13"


def test_without_a_day_of_its_own_a_page_forbids_nothing() -> None:
    for published in (None, "2021"):
        found = event("Rebels shelled Brody on 20 May 2021.", "shelled", published)
        assert (found.status, found.date) == (Status.HAPPENED, "2021-05-20")


def test_what_was_agreed_for_a_later_day_is_of_that_day_and_the_agreeing_is_not() -> None:
    text = "The two sides agreed to another round of talks in Brody on 26-27 May 2021."
    found = {trigger: (str(e.status), e.date) for trigger, e in events_of(text, PAGE)}
    assert ("planned", "2021-05-26/2021-05-27") in found.values(), found
    assert all(date is None for status, date in found.values() if status == "happened"), found
