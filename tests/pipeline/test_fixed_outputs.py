"""What is read of a page is the same whatever the engine, the batch, the order and the threads around it."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from trucewatch.dossiers import load_outlets
from trucewatch.dossiers.world import load_world
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS
from trucewatch.pipeline import InlineEngine, ProcessEngine, RecipeOptions, reading_recipe, syntax_recipe
from trucewatch.pipeline.engines.base import read_batch
from trucewatch.reading import ReadingOptions
from trucewatch.record.pages import Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.record.readings import PageReading

pytestmark = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")

OPTIONS = RecipeOptions(ReadingOptions(register=load_outlets()), load_world())


@pytest.fixture(scope="module")
def pages(examples: Path) -> list[KeptPage]:
    kinds = {".html": "text/html", ".txt": "text/plain"}
    found = [path for path in sorted(examples.iterdir()) if path.suffix in kinds][::6]
    data = [(path, path.read_bytes()) for path in found]
    return [KeptPage(Page.of(content, kinds[path.suffix]), content, Given(), path.name) for path, content in data]


@pytest.fixture(scope="module")
def alone(pages: list[KeptPage]) -> list[PageReading]:
    """Each page in a batch of its own, in the calling process."""
    with InlineEngine(reading_recipe(OPTIONS)) as engine:
        return [reading for batch in engine.run([page] for page in pages) for reading in batch]


def test_there_is_something_to_compare(alone: list[PageReading]) -> None:
    assert sum(len(reading.statements) for reading in alone) >= 5
    assert sum(len(reading.names) for reading in alone) >= 20


def test_worker_processes_and_one_batch_of_all_change_nothing(pages: list[KeptPage], alone: list[PageReading]) -> None:
    with ProcessEngine(partial(reading_recipe, OPTIONS), workers=2) as engine:
        halves = [pages[: len(pages) // 2], pages[len(pages) // 2 :]]
        assert [reading for batch in engine.run(halves) for reading in batch] == alone
    recipe = reading_recipe(OPTIONS)
    assert read_batch(recipe, pages) == alone
    assert read_batch(recipe, pages[::-1]) == alone[::-1]


def test_threads_that_share_one_model_change_nothing(pages: list[KeptPage], alone: list[PageReading]) -> None:
    recipe = reading_recipe(OPTIONS)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda page: read_batch(recipe, [page]), pages * 2))
    assert [reading for (reading,) in found] == alone * 2


def test_scores_are_the_same_too_though_no_part_of_equality(pages: list[KeptPage], alone: list[PageReading]) -> None:
    again = read_batch(reading_recipe(OPTIONS), pages)
    assert [[s.attribution.score for s in r.statements] for r in again] == [
        [s.attribution.score for s in r.statements] for r in alone
    ]


def test_sentences_are_the_same_beside_other_pages(pages: list[KeptPage]) -> None:
    recipe = syntax_recipe(OPTIONS)
    single = [reading for page in pages for reading in read_batch(recipe, [page])]
    assert any(reading.sentences for reading in single)
    assert read_batch(recipe, pages) == single
