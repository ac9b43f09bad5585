"""Lemmas as rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.model.lemmas import apply_rule, rule_of

CASES = {
    "Talks": "talk", "went": "go", "NATO": "NATO", "PRESIDENT": "President", "signed": "sign", "n't": "not",
    "The": "the", "Armies": "army", "envoy": "envoy", "Orel": "Orel",
}  # fmt: skip


@pytest.mark.parametrize(("form", "lemma"), CASES.items())
def test_a_rule_gives_back_the_lemma_it_was_made_of(form: str, lemma: str) -> None:
    assert apply_rule(form, rule_of(form, lemma)) == lemma


def test_a_rule_serves_words_it_was_not_made_of() -> None:
    assert apply_rule("shelled", rule_of("walked", "walk")) == "shell"
    assert apply_rule("Cities", rule_of("parties", "party")) == "city"


@given(st.text(min_size=1, max_size=12), st.sampled_from([rule_of(f, lem) for f, lem in CASES.items()]))
def test_a_lemma_is_never_empty(form: str, rule: str) -> None:
    assert apply_rule(form, rule)
