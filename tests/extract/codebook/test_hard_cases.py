"""What real pages make hard, in sentences of our own.

Here: the outlet's voice inside a speaker's sentence; one incident with two days and two names; events that look real
and are not; several in one clause; one event told as planned, under way and done; blame without actors, names that
judge, words that mean another thing. What is hard of speech, times and pages is tested there; `ELSEWHERE` says where.
"""

import pytest

from tests.conftest import ROOT
from tests.extract.codebook.pages import event, events_of
from trucewatch.dossiers.codebook import load_codebook
from trucewatch.extract import language_model, read_language
from trucewatch.extract.codebook.events import Coders, Passages, read_events
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.extract.codebook.proof import one_paragraph
from trucewatch.record.mentions import EventMention


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(load_codebook())


def coded(lexicon: Lexicon, sentence: str) -> list[tuple[str, EventMention]]:
    """Each event with its trigger's words."""
    text = one_paragraph(sentence)
    page = Passages(text, read_language(language_model(), text, "test"))
    return [(e.trigger.of(sentence), e) for e in read_events(page, lexicon, Coders(), "test")]


@pytest.mark.parametrize(
    ("sentence", "words", "track", "status"),
    [
        ("No provocations against the Northland monitors have been seen.", "provocations", "violation", "denied"),
        ("The steps of the commander made it possible to prevent the escalation.", "escalation", "fighting", "denied"),
        ("They do all they can in order to prevent a ceasefire disruption.", "disruption", "violation", "denied"),
        ("There were no ceasefire violations on Sunday.", "violations", "violation", "denied"),
        ("Keller spoke of the likelihood of a war in the valley.", "war", "fighting", "hypothetical"),
        ("If the rebels attack the town, Westland will respond.", "attack", "fighting", "hypothetical"),
        ("Keller called on Westland to stop the shelling.", "called on", "demand", "called-for"),
        ("The two sides failed to reach an agreement on prisoners.", "agreement", "agreement", "denied"),
        ("Westland accused Eastmark of shelling the village.", "shelling", "fighting", "alleged"),
        ("Eastmark denied that its troops had attacked the convoy.", "attacked", "fighting", "denied"),
        ("Keller hopes that the talks will resume in May.", "talks", "meeting", "called-for"),
        ("Northland peacekeepers would be deployed to the valley.", "deployed", "deployment", "planned"),
        ("The peacekeepers have been deployed along the road.", "deployed", "deployment", "ongoing"),
        ("Peacekeepers were not deployed in the town.", "deployed", "deployment", "denied"),
        ("Westland agreed to withdraw its troops from Brody.", "withdraw", "deployment", "planned"),
        ("Eastmark must withdraw its troops from the valley.", "must", "demand", "called-for"),
        ("The ceasefire has been observed for almost a month.", "observed", "ceasefire", "ongoing"),
        ("More than 900 refugees have returned to the valley.", "returned", "humanitarian", "happened"),
        ("The exchange of prisoners has not yet begun.", "exchange", "humanitarian", "denied"),
        ("Several clashes were reported near the river.", "clashes", "fighting", "alleged"),
        ("The war in the valley is over.", "war", "fighting", "happened"),
        ("Keller warned that the war is not over.", "war", "fighting", "ongoing"),
        ("The shelling of the town has not stopped.", "shelling", "fighting", "ongoing"),
        ("The talks between the two armies have been under way since May.", "talks", "meeting", "ongoing"),
        ("The talks between the two armies were under way in May.", "talks", "meeting", "happened"),
        ("The two countries have been at war since May.", "war", "fighting", "ongoing"),
        ("The two countries were at war in the last century.", "war", "fighting", "happened"),
        ("The rebels accused Westland of preparing an attack.", "attack", "fighting", "alleged"),
        ("The rebels accused Westland of using tanks to shell the village.", "shell", "fighting", "alleged"),
        ("Eastmark alleges that the rebels have not stopped the shelling.", "shelling", "fighting", "alleged"),
        ("Eastmark called on the rebels to stop the shelling.", "shelling", "fighting", "ongoing"),
        ("Keller hopes for peace following years of war.", "war", "fighting", "happened"),
        ("Westland plans steps against the truce signed last week.", "truce signed", "ceasefire", "happened"),
        ("The rebels called a ceasefire on Monday.", "called a ceasefire", "ceasefire", "happened"),
        ("The rebels called for a ceasefire on Monday.", "called for", "demand", "called-for"),
        ("The governor promised free elections in the valley.", "promised", "commitment", "planned"),
    ],
)
def test_what_looks_real_is_told_in_its_state(
    lexicon: Lexicon, sentence: str, words: str, track: str, status: str
) -> None:
    found = coded(lexicon, sentence)
    assert (track, status) in [(str(e.track), str(e.status)) for trigger, e in found if words in trigger], found


@pytest.mark.parametrize(
    "sentence",
    [
        "The spokesman did not respond to a request for comment.",
        "The minister told reporters, insisting that the roads are open.",
        "The two governments set up a working group on the border.",
        "The militia withdrew to the hills while it regrouped.",
    ],
)
def test_what_only_sounds_like_a_demand_or_a_meeting_is_none(lexicon: Lexicon, sentence: str) -> None:
    assert not {str(e.track) for _, e in coded(lexicon, sentence)} & {"demand", "meeting"}


def test_a_phrase_that_a_trigger_takes_tells_nothing_else(lexicon: Lexicon) -> None:
    found = coded(lexicon, "The rebels agreed on a cessation of hostilities in the valley.")
    assert [(str(e.track), str(e.status)) for _, e in found] == [("ceasefire", "happened")]


def test_several_events_of_one_clause_are_told_apart(lexicon: Lexicon) -> None:
    sentence = "The clashes were the second largest violation of the 1994 ceasefire after the fighting of 2016."
    found = {(trigger, str(e.track)) for trigger, e in coded(lexicon, sentence)}
    assert ("clashes", "fighting") in found
    assert ("fighting", "fighting") in found
    assert any("violation" in trigger and track == "violation" for trigger, track in found)


def test_one_happening_is_told_as_planned_and_as_under_way(lexicon: Lexicon) -> None:
    text = "Keller said that monitors would be sent to the valley. The monitors sent in May guard the road."
    states = [str(e.status) for _, e in coded(lexicon, text) if str(e.track) == "deployment"]
    assert states[0] == "planned"
    assert states[-1] in ("ongoing", "happened")


ELSEWHERE = {
    "whole quoted paragraphs without a speaker": (
        "tests/extract/speech/test_reading.py",
        "test_a_quoted_paragraph_goes_on_from_the_one_before",
    ),
    "speech whose marks were lost": (
        "tests/extract/speech/test_reading.py",
        "test_unmarked_speech_in_the_first_person_is_the_closing_speaker_s",
    ),
    "the nearest name is the wrong one": (
        "tests/resolve/speakers/test_meanings.py",
        "test_a_description_means_the_holder_who_spoke",
    ),
    "days without a year": ("tests/reading/article/test_stamps.py", "test_without_a_year_the_year_is_unknown"),
    "a page without a day, told by its own words": (
        "tests/reading/article/test_published.py",
        "test_the_pages_own_words_complete_the_year",
    ),
    "comments that imitate a report": (
        "tests/reading/plain/test_reader.py",
        "test_a_page_of_comments_has_no_report",
    ),
    "related headlines": ("tests/reading/html/test_roles.py", "test_a_list_under_the_label_of_one_is_related"),
    "a counter behind the date": ("tests/reading/article/test_published.py", "test_a_counter_does_not_hide_the_stamp"),
    "names joined by a no-break space": (
        "tests/extract/places/test_placing.py",
        "test_a_name_joined_by_a_no_break_space_is_the_same_name",
    ),
    "names with a slip of the pen": (
        "tests/resolve/speakers/test_cast.py",
        "test_one_wrong_letter_in_a_long_surname_is_the_same_person",
    ),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_what_is_hard_elsewhere_has_its_test_there(case: str) -> None:
    file, test = ELSEWHERE[case]
    assert f"def {test}(" in (ROOT / file).read_text("utf-8")


# -- the outlet inside a speaker's sentence ------------------------------------------------------------


def test_a_relative_clause_that_is_not_shifted_back_is_the_outlets() -> None:
    text = "Foreign Minister Jan Duran stressed the importance of the captive exchange, which has so far not begun."
    found = event(text, "captive exchange")
    assert (found.asserted_by, str(found.status)) == ("outlet", "denied")


def test_one_that_is_shifted_back_is_the_speakers() -> None:
    text = "Anna Keller said that the ceasefire, which had been signed in May, would hold."
    assert event(text, "signed").asserted_by == "Anna Keller"


def test_one_inside_quotation_marks_is_the_speakers() -> None:
    text = 'Anna Keller said: "We support the captive exchange, which has so far not begun."'
    assert event(text, "exchange").asserted_by == "Anna Keller"


def test_a_speaker_and_the_outlet_may_tell_one_thing_in_two_states() -> None:
    text = (
        "“There is progress in the exchange of prisoners,” "
        "Anna Keller said.\n\nJan Duran spoke of the captive exchange, which has so far not begun."
    )
    told = [(str(e.status), e.asserted_by) for words, e in events_of(text) if "exchange" in words]
    assert told == [("ongoing", "Anna Keller"), ("denied", "outlet")]


# -- one incident with two days and two names ----------------------------------------------------------


def test_one_incident_told_with_two_days_and_two_names_stays_two_accounts() -> None:
    text = (
        "Minister Anna Keller said the only violation was registered on 13 December 2020 near Brody.\n\n"
        "On 11 December 2020, a ceasefire violation occurred near Brody. "
        "Westland declared an anti-terrorist operation in the area."
    )
    found = [(str(e.track), e.date, e.asserted_by) for _, e in events_of(text, "2020-12-30")]
    assert ("violation", "2020-12-13", "Anna Keller") in found
    assert ("violation", "2020-12-11", "outlet") in found
    assert [track for track, _, by in found if by == "Westland"] == ["fighting"]


# -- several events and ranks in one clause ------------------------------------------------------------


def test_ranks_and_years_in_one_clause_go_to_the_events_that_they_are_of() -> None:
    text = "The clashes were the second largest violation of the 1994 ceasefire after the 2016 clashes in the valley."
    found = [(words.lower(), str(e.track), e.date) for words, e in events_of(text, "2020-08-21")]
    assert ("clashes", "fighting", None) in found
    assert ("clashes", "fighting", "2016") in found
    assert [date for words, track, date in found if track == "violation"] == [None]


# -- planned, under way, done --------------------------------------------------------------------------


def test_one_deployment_is_planned_under_way_and_done() -> None:
    text = (
        "Northland monitors would be sent to the valley, Keller said.\n\nThe monitors are stationed along the road. "
        "The first monitors were sent to the valley in May 2020."
    )
    states = [(str(e.status), e.date) for _, e in events_of(text, "2021-01-12") if str(e.track) == "deployment"]
    assert states == [("planned", None), ("ongoing", None), ("happened", "2020-05")]


# -- blame, names that judge, words of another meaning -------------------------------------------------


def test_blame_without_actors_names_nobody() -> None:
    found = event("The village of Brody was shelled again and the truce collapsed.", "shelled")
    assert (str(found.track), found.actors) == ("fighting", ())


def test_the_same_men_under_three_names_are_told_as_the_page_names_them() -> None:
    text = (
        "Volunteers attacked the town of Pell on Monday. The mercenaries shelled Brody. "
        "Jan Duran said that terrorists had attacked a convoy."
    )
    found = [([p.text for p in e.actors], str(e.status), e.asserted_by) for _, e in events_of(text, "2021-01-12")]
    assert found == [
        (["Volunteers"], "happened", "outlet"),
        (["The mercenaries"], "happened", "outlet"),
        (["terrorists"], "alleged", "Jan Duran"),
    ]


def test_a_secession_is_no_withdrawal_of_troops() -> None:
    tracks = {
        str(e.track) for _, e in events_of("The province announced its withdrawal from the federation in May 1988.")
    }
    assert "deployment" not in tracks
    assert "other-political" in tracks
    assert (
        str(event("Westland began the withdrawal of its troops from the valley.", "withdrawal").track) == "deployment"
    )
