"""The forms of a lemma: the irregular, the doubled, both spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.inflection import forms_of, plural
from trucewatch.record.codebook import Part


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("attack", "attack attacks attacked attacking"),
        ("deny", "deny denies denied denying"),
        ("agree", "agree agrees agreed agreeing"),
        ("stop", "stop stops stopped stopping"),
        ("withdraw", "withdraw withdraws withdrew withdrawn withdrawing"),
        ("equip", "equip equips equipped equipping"),
        ("travel", "traveled traveling travelled travelling"),
        ("normalise", "normalise normalizes normalised normalizing"),
        ("die", "dies died dying"),
        ("flee", "flees fled fleeing"),
    ],
)
def test_verbs(lemma: str, forms: str) -> None:
    assert set(forms.split()) <= forms_of(lemma, Part.VERB)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("clash", "clash clashes"),
        ("treaty", "treaty treaties"),
        ("man", "man men"),
        ("defence", "defence defenses"),
        ("day", "day days"),
    ],
)
def test_nouns(lemma: str, forms: str) -> None:
    assert set(forms.split()) <= forms_of(lemma, Part.NOUN)


@given(st.text(min_size=1, max_size=30), st.sampled_from(Part))
def test_whatever_stands_in_a_codebook_is_its_own_form_and_few_others(word: str, part: Part) -> None:
    forms = forms_of(word, part)
    assert word in forms
    assert len(forms) <= 20


@pytest.mark.parametrize(
    ("noun", "several"),
    [("rebel", "rebels"), ("press secretary", "press secretaries"), ("coach", "coaches"), ("gunman", "gunmen")],
)
def test_plurals(noun: str, several: str) -> None:
    assert plural(noun) == several
