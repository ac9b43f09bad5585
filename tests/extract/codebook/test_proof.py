"""The examples of codebooks: run, and told apart where they fail."""

from pathlib import Path

import pytest

from tests.extract.codebook.books import book
from trucewatch.dossiers.codebook import load_codebook
from trucewatch.extract import language_model, read_language
from trucewatch.extract.codebook.events import Passages
from trucewatch.extract.codebook.explain import explain
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.extract.codebook.proof import one_paragraph, prove
from trucewatch.record.language import Language
from trucewatch.record.texts import Text


def read(text: Text) -> Language:
    return read_language(language_model(), text, "test")


def test_every_example_of_the_shipped_codebook_does_what_it_says() -> None:
    failed = [f"{t.rule.file}:{t.example.line}: {t.fault}" for t in prove(load_codebook(), read) if t.fault]
    assert not failed


@pytest.mark.parametrize(
    ("example", "fault"),
    [
        ("Westland [slept] on Monday.", "does not fire"),
        ("{not: Westland attacked Brody.}", "should not"),
        ("{text: 'Westland [attacked] Brody.', status: planned}", "status is happened, expected planned"),
        ("{text: 'Rebels [attacked] Brody.', actor: Duran}", "actor is Rebels, expected Duran"),
    ],
)
def test_an_example_that_fails_says_how(tmp_path: Path, example: str, fault: str) -> None:
    rule = "rules:\n  - rule: a\n    verb: attack\n    code: ASSAULT\n    track: fighting\n    examples:\n"
    (tried,) = prove(book(tmp_path, f"{rule}      - {example}\n"), read)
    assert tried.fault is not None
    assert fault in tried.fault


def test_an_explanation_has_what_fired_and_what_nearly_did(tmp_path: Path) -> None:
    source = """
rules:
  - {rule: a, verb: attack, code: ASSAULT, track: fighting}
  - {rule: b, verb: attack, when: {object: village}, code: ASSAULT, track: fighting}
"""
    text = one_paragraph("The rebels attacked a convoy.")
    (told,) = explain(Passages(text, read(text)), Lexicon(book(tmp_path, source)))
    assert [f.rule for f in told.fired] == ["a"]
    assert [(n.rule, n.why) for n in told.near] == [("b", "wants object: village")]
