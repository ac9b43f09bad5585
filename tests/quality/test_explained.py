"""Every event that `analyse` codes is found in `codebook explain`, with the rule and the words that made it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.quality.conftest import kept
from trucewatch.dossiers.codebook import load_codebook
from trucewatch.dossiers.outlets import load_outlets
from trucewatch.dossiers.world import load_world
from trucewatch.extract.codebook.explain import explain
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.pipeline import RecipeOptions, coding_recipe
from trucewatch.pipeline.coding_recipe import passages
from trucewatch.pipeline.recipes import Work
from trucewatch.reading import ReadingOptions
from trucewatch.record.mentions import EventMention

OPTIONS = RecipeOptions(ReadingOptions(register=load_outlets()), load_world())


def as_told(event: EventMention) -> EventMention:
    """The event without what is looked up of it: an explanation shows parties, places and figures as written.

    That it tells of a known agreement, or of old news, is marked after coding.
    """
    return replace(event, place=None, actors=(), recipients=(), quantities=(), known=None, background=False)


def works(paths: Iterable[Path]) -> Iterator[Work]:
    recipe = coding_recipe(load_codebook(), OPTIONS)
    return (w for w in recipe.works(kept(path) for path in paths) if w.dropped is None)


def assert_traceable(found: Iterator[Work]) -> int:
    """Each event of each page is explained, and nothing else is; says how many there are."""
    lexicon, count = Lexicon(load_codebook()), 0
    for work in found:
        fired = [one for told in explain(passages(work), lexicon) for one in told.fired if one.event is not None]
        assert [as_told(one.event) for one in fired if one.event] == [as_told(e) for e in work.events]
        assert all(one.rule in {r.id for r in lexicon.rules} and one.trigger for one in fired)
        count += len(fired)
    return count


def test_every_event_of_the_example_pages_is_explained(examples: Path) -> None:
    assert assert_traceable(works(sorted(p for p in examples.iterdir() if p.is_file()))) > 300


def test_every_event_of_the_real_pages_is_explained(seeds: Path) -> None:
    paths = sorted((seeds / "text").glob("*.txt"))
    if not paths:
        pytest.skip("no real pages beside the repository")
    assert assert_traceable(works(paths)) > 10 * len(paths)
