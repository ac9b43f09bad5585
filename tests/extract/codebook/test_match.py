"""Which words a trigger may stand on, in sentences whose trees are given."""

from pathlib import Path

from tests.extract.codebook.books import lexicon
from tests.extract.codebook.trees import page, words_of
from trucewatch.extract.codebook.events import Coders, Passages, read_events

BOOK = """
codebook: small
rules:
  - {rule: close, verb: [end, hit], code: SANCTION, track: agreement}
  - {rule: sign, verb: sign, when: {object: truce}, absorb: object, code: RETREAT, track: ceasefire}
  - {rule: raid, noun: [military strike, air strike], code: ASSAULT, track: fighting}
"""


def triggers(tmp_path: Path, passages: Passages) -> list[str]:
    found = read_events(passages, lexicon(tmp_path, BOOK), Coders(), "test")
    return [words_of(passages.text, e.trigger) for e in found]


def test_a_verb_joined_to_an_adjective_by_a_hyphen_is_no_act(tmp_path: Path) -> None:
    rows = """an DET DT 5 det
open ADJ JJ 4 amod
- PUNCT HYPH 4 punct
ended VERB VBN 5 amod
truce NOUN NN 0 root"""
    assert triggers(tmp_path, page(rows)) == []


DOER = """A DET DT 5 det
rebel NOUN NN 4 compound
- PUNCT HYPH 4 punct
{} VERB VBN 5 amod
truce NOUN NN 0 root"""


def test_a_verb_joined_to_its_doer_by_a_hyphen_tells_a_quality(tmp_path: Path) -> None:
    assert triggers(tmp_path, page(DOER.format("hit"))) == []


def test_a_verb_joined_to_its_doer_is_told_with_its_object(tmp_path: Path) -> None:
    assert triggers(tmp_path, page(DOER.format("signed"))) == ["signed truce"]


def test_a_finite_verb_ends_no_phrase_of_a_noun(tmp_path: Path) -> None:
    rows = """The DET DT 2 det
military NOUN NN 3 nsubj
struck VERB VBD 0 root
Brody PROPN NNP 3 obj"""
    assert triggers(tmp_path, page(rows)) == []


def test_a_phrase_of_a_noun_is_found(tmp_path: Path) -> None:
    rows = """An DET DT 3 det
air NOUN NN 3 compound
strike NOUN NN 4 nsubj
followed VERB VBD 0 root"""
    assert triggers(tmp_path, page(rows)) == ["air strike"]
