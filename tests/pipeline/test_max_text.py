"""A page with more text than the language model is to read is dropped with its reason, and keeps what it has."""

from dataclasses import replace

import pytest

from tests.pipeline.made_stages import kept
from trucewatch.dossiers.world import load_world
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS
from trucewatch.pipeline import RecipeOptions, reading_recipe, syntax_recipe
from trucewatch.pipeline.engines.base import read_batch
from trucewatch.reading import ReadingOptions
from trucewatch.record.outcomes import Why

pytestmark = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")

LINE = "The minister of Westland said on 3 May 2031 that the ceasefire would hold in the valley.\n\n"
OPTIONS = RecipeOptions(ReadingOptions(), load_world(), max_text=len(LINE) * 3)
SHORT, LONG = kept(LINE.encode() * 2), kept(LINE.encode() * 4)


def test_a_long_page_keeps_its_text_and_times_and_costs_no_other_page() -> None:
    long, short = read_batch(reading_recipe(OPTIONS), [LONG, SHORT])
    assert long.dropped is not None
    assert (long.dropped.stage, long.dropped.why) == ("language", Why.TOO_LARGE)
    assert f"max_text is {OPTIONS.max_text}" in long.dropped.detail
    assert long.text is not None
    assert len(long.times) == 4
    assert (long.statements, long.names) == ((), ())
    assert short.dropped is None
    assert short.statements


def test_its_sentences_are_not_read_either() -> None:
    long, short = read_batch(syntax_recipe(OPTIONS), [LONG, SHORT])
    assert long.dropped is not None
    assert (long.dropped.stage, long.sentences) == ("sentences", ())
    assert short.sentences


def test_another_bound_is_another_recipe() -> None:
    assert reading_recipe(OPTIONS).id != reading_recipe(replace(OPTIONS, max_text=10**6)).id
