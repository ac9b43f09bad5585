"""Acts that go without words are no reports; neither are scraps."""

from dataclasses import replace

import pytest

from tests.extract.speech.test_reading import found, page, parsed
from trucewatch.extract.model.types import Analysed
from trucewatch.extract.speech import read_speech
from trucewatch.record.language import Sentence

SCRAP = "Keller:nsubj:2 accused:root:0 to:mark:2"


def kept(text: str, source: str, cue: str, content: str, tree: str = "") -> list[str]:
    sentences = (parsed(text, tree),) if tree else ()
    analysed = Analysed(sentences, (), found(text, (source, cue, [content])), ())
    return [a.content[0].of(text) for a in read_speech(page(text), analysed, (), "test")]


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Keller and Ober", "discussed", "the truce in the valley"),
        ("Both sides", "agreed to", "a pause of three days"),
        ("Keller", "praised", "the work of the monitors"),
        ("The envoys", "met on", "the exchange"),
        ("Westland", "refused", "any talks"),
    ],
)
def test_an_act_without_words_is_no_report(source: str, cue: str, content: str) -> None:
    assert kept(f"{source} {cue} {content}.", source, cue, content) == []


@pytest.mark.parametrize(
    ("cue", "between", "content"),
    [
        ("agreed", " that ", "the line would hold"),
        ("said", " ", "they had agreed to a pause"),
        ("demanded", " ", "an end to the shelling"),
    ],
)
def test_what_is_said_of_an_act_is_kept(cue: str, between: str, content: str) -> None:
    assert kept(f"Keller {cue}{between}{content}.", "Keller", cue, content) == [content]


def test_quoted_words_are_a_report_whatever_the_verb() -> None:
    assert kept('Keller praised the monitors as "brave and fair".', "Keller", "praised", "brave and fair") == [
        "brave and fair"
    ]


def test_a_scrap_is_no_report() -> None:
    text = "Keller accused to"
    tree = parsed(text, SCRAP)
    words = (*tree.words[:2], replace(tree.words[2], upos="PART"))
    analysed = Analysed((Sentence(words),), (), found(text, ("Keller", "accused", ["to"])), ())
    assert read_speech(page(text), analysed, (), "test") == ()
