"""Quantities: figures in digits and words with their bounds, what they count and of whom; and what is no count."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.made_language import made, where
from trucewatch.extract.figures import figures
from trucewatch.extract.quantities import quantities, singular
from trucewatch.record.language import Sentence, Word
from trucewatch.record.mentions import Quantity, Relation
from trucewatch.record.spans import Range

EXACT, LEAST, MOST, ABOUT = Relation.EXACT, Relation.AT_LEAST, Relation.AT_MOST, Relation.ABOUT

FIGURES: dict[str, list[tuple[float, Relation]]] = {
    "14 men": [(14, EXACT)],
    "fourteen men": [(14, EXACT)],
    "twenty - one men": [(21, EXACT)],
    "a hundred men": [(100, EXACT)],
    "two hundred and ten men": [(210, EXACT)],
    "two thousand five hundred men": [(2500, EXACT)],
    "3,000 men": [(3000, EXACT)],
    "1 204 men": [(1204, EXACT)],
    "1.2 million men": [(1_200_000, EXACT)],
    "two dozen men": [(24, EXACT)],
    "a couple of men": [(2, EXACT)],
    "at least 14 men": [(14, LEAST)],
    "At least fourteen men": [(14, LEAST)],
    "more than 3,000 men": [(3000, LEAST)],
    "no fewer than 7 men": [(7, LEAST)],
    "over a hundred men": [(100, LEAST)],
    "no more than 7 men": [(7, MOST)],
    "up to 25 men": [(25, MOST)],
    "fewer than ten men": [(10, MOST)],
    "some two dozen men": [(24, ABOUT)],
    "about 2,300 men": [(2300, ABOUT)],
    "an estimated 40 men": [(40, ABOUT)],
    "100 or so men": [(100, ABOUT)],
    "100 or more men": [(100, LEAST)],
    "dozens of men": [(24, LEAST)],
    "tens of thousands of men": [(20_000, LEAST)],
    "hundreds of thousands of men": [(200_000, LEAST)],
    "several hundred men": [(300, ABOUT)],
    "between 10 and 15 men": [(10, LEAST), (15, MOST)],
    "10 to 15 men": [(10, LEAST), (15, MOST)],
    "ten to fifteen thousand men": [(10_000, LEAST), (15_000, MOST)],
    "14 men and 20 women": [(14, EXACT), (20, EXACT)],
    "14 20": [(14, EXACT), (20, EXACT)],
    "men": [],
    "a": [],
    "hundredfold": [],
}


@pytest.mark.parametrize("words", FIGURES)
def test_a_figure_says_its_value_and_bounds(words: str) -> None:
    assert [bound for figure in figures(words.split()) for bound in figure.bounds] == FIGURES[words]


@given(st.integers(1, 999_999_999))
def test_a_number_reads_the_same_however_it_is_grouped(number: int) -> None:
    for written in (str(number), f"{number:,}", f"{number:,}".replace(",", "\u00a0"), f"{number:,}".replace(",", " ")):
        assert [f.bounds for f in figures([*written.split(" "), "men"])] == [((float(number), EXACT),)]


def counted(*sentence: str, within: str | None = None) -> list[Quantity]:
    text, language = made(*sentence)
    at = where(text, within) if within else None
    return [q.quantity for s in language.sentences for q in quantities(text, s, at)]


def test_what_is_counted_and_of_whom() -> None:
    assert counted(
        "At/ADP/2/case least/ADJ/3/nmod 14/NUM/5/nummod Westlander/ADJ/5/amod soldiers/NOUN/6/nsubj died/VERB/0/root"
    ) == [Quantity(14, LEAST, "soldier", "Westlander")]
    assert counted(
        "Ten/NUM/2/nummod violations/NOUN/6/nsubj of/ADP/5/case the/DET/5/det truce/NOUN/2/nmod occurred/VERB/0/root"
    ) == [Quantity(10, EXACT, "violation", "truce")]
    assert counted("Dozens/NOUN/4/nsubj of/ADP/3/case civilians/NOUN/1/nmod fled/VERB/0/root ./PUNCT/4/punct") == [
        Quantity(24, LEAST, "civilian")
    ]


def test_a_prisoner_of_war_is_a_prisoner() -> None:
    assert counted("62/NUM/2/nummod prisoners/NOUN/5/nsubj of/ADP/4/case war/NOUN/2/nmod returned/VERB/0/root") == [
        Quantity(62, EXACT, "prisoner")
    ]


def test_casualties_without_a_noun_are_persons() -> None:
    assert counted(
        "The/DET/2/det attack/NOUN/3/nsubj killed/VERB/0/root 11/NUM/3/obj and/CCONJ/6/cc wounded/VERB/3/conj "
        "20/NUM/8/nummod others/NOUN/6/obj"
    ) == [Quantity(11, EXACT, "person"), Quantity(20, EXACT, "person")]
    assert counted("Three/NUM/2/nummod dead/ADJ/0/root") == [Quantity(3, EXACT, "person")]


def test_of_a_range_both_ends_are_given() -> None:
    assert counted(
        "Between/ADP/2/case 10/NUM/5/nummod and/CCONJ/4/cc 15/NUM/2/conj shells/NOUN/6/nsubj fell/VERB/0/root"
    ) == [Quantity(10, LEAST, "shell"), Quantity(15, MOST, "shell")]


def test_the_particle_of_a_verb_bounds_nothing() -> None:
    assert counted(
        "They/PRON/2/nsubj handed/VERB/0/root over/ADP/2/compound:prt 38/NUM/5/nummod prisoners/NOUN/2/obj"
    ) == [Quantity(38, EXACT, "prisoner")]


def test_only_what_lies_within_is_counted() -> None:
    sentence = (
        "They/PRON/2/nsubj freed/VERB/0/root 38/NUM/4/nummod prisoners/NOUN/2/obj and/CCONJ/6/cc killed/VERB/2/conj "
        "four/NUM/8/nummod men/NOUN/6/obj"
    )
    assert counted(sentence, within="killed four men") == [Quantity(4, EXACT, "man")]
    assert len(counted(sentence)) == 2


NO_COUNTS = [
    "on/ADP/2/case 19/NUM/4/nummod October/PROPN/4/compound Belkara/PROPN/0/root",
    "on/ADP/3/case 12/NUM/3/nummod May/PROPN/0/root",
    "on/ADP/2/case May/PROPN/0/root 12/NUM/2/nummod",
    "for/ADP/3/case 90/NUM/3/nummod days/NOUN/0/root",
    "a/DET/4/det 90/NUM/4/nummod -/PUNCT/2/punct day/NOUN/5/compound truce/NOUN/0/root",
    "under/ADP/2/case Article/PROPN/0/root 5/NUM/2/nummod",
    "$/SYM/0/root 3,000/NUM/1/nummod fines/NOUN/1/dep",
    "5/NUM/2/nummod percent/NOUN/0/root",
    "the/DET/3/det 1994/NUM/3/nummod ceasefire/NOUN/0/root",
    "40/NUM/2/nummod km/NOUN/0/root",
    "the/DET/3/det two/NUM/3/nummod sides/NOUN/0/root",
    "in/ADP/2/case 1994/NUM/0/root",
    "the/DET/5/det 5/NUM/5/nummod +/SYM/4/cc 5/NUM/2/conj commission/NOUN/0/root",
]


@pytest.mark.parametrize("sentence", NO_COUNTS)
def test_dates_lengths_money_and_numbered_things_are_no_counts(sentence: str) -> None:
    assert counted(sentence) == []


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("servicemen", "serviceman"),
        ("women", "woman"),
        ("people", "person"),
        ("children", "child"),
        ("families", "family"),
        ("bodies", "body"),
        ("torches", "torch"),
        ("shells", "shell"),
        ("corpus", "corpus"),
        ("losses", "loss"),
    ],
)
def test_a_unit_stands_in_the_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@given(
    st.lists(
        st.sampled_from("a and of - to two dozens tens hundred thousand million 3 1,000 204 or so over men".split())
    )
)
def test_any_words_are_read_in_order_and_without_overlap(words: list[str]) -> None:
    found = figures(words)
    assert all(0 <= f.first < f.last <= len(words) and f.bounds for f in found)
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_a_line_of_numbers_is_read_in_linear_time() -> None:
    words = ["hundred", "thousand", "1", "204", "and", "tens", "of"] * 20_000
    at = [Range(8 * n, 8 * n + 1) for n in range(len(words))]
    tree = tuple(
        Word(r, w, "NUM", "", n - 1 if n else None, "dep") for n, (r, w) in enumerate(zip(at, words, strict=True))
    )
    text = "".join(w[0].ljust(8) for w in words)
    begun = time.process_time()
    assert figures(words)
    quantities(text, Sentence(tree))
    assert time.process_time() - begun < 10
