"""What real pages make hard, in sentences of our own: events that look real and are not, several in one clause."""

import pytest

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
    ],
)
def test_what_looks_real_is_told_in_its_state(
    lexicon: Lexicon, sentence: str, words: str, track: str, status: str
) -> None:
    found = coded(lexicon, sentence)
    assert (track, status) in [(str(e.track), str(e.status)) for trigger, e in found if words in trigger], found


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
