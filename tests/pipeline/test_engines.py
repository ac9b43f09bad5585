"""Both engines under one contract: order, equal results, and one bad page that costs only itself."""

from collections.abc import Iterator

import pytest

from tests.pipeline.made_stages import kept, upper_recipe
from trucewatch.pipeline.engines import Engine, InlineEngine, ProcessEngine
from trucewatch.pipeline.engines.processes import Patience
from trucewatch.record.outcomes import Why


@pytest.fixture(params=["inline", "processes"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    made: Engine = InlineEngine(upper_recipe()) if request.param == "inline" else ProcessEngine(upper_recipe, workers=2)
    with made:
        yield made


def headlines(engine: Engine, batches: list[list[str]]) -> list[str | None]:
    pages = [[kept(word.encode()) for word in batch] for batch in batches]
    readings = [reading for batch in engine.run(pages) for reading in batch]
    assert [r.page for r in readings] == [p.page.id for batch in pages for p in batch]
    return [r.article.headline if r.article else str(r.dropped.why) if r.dropped else None for r in readings]


def test_batches_and_pages_keep_their_order(engine: Engine) -> None:
    batches = [[f"page {b}.{p}" for p in range(3)] for b in range(9)]
    assert headlines(engine, batches) == [word for batch in batches for word in batch]


def test_a_page_that_raises_takes_no_other_along(engine: Engine) -> None:
    assert headlines(engine, [["one", "raise now", "two"], ["drop it", "three"]]) == [
        "one",
        Why.CRASHED,
        "two",
        Why.NO_TEXT,
        "three",
    ]


def test_nothing_in_nothing_out(engine: Engine) -> None:
    assert headlines(engine, []) == []


def test_a_page_that_kills_its_worker_is_dropped_and_the_others_are_read() -> None:
    with ProcessEngine(upper_recipe, workers=2) as engine:
        batches = [["one", "two"], ["three", "die here", "four"], ["five"], ["six"], ["seven"], ["eight"]]
        assert headlines(engine, batches) == [
            *("one", "two", "three", Why.CRASHED, "four", "five", "six", "seven", "eight")
        ]


def test_a_page_that_never_ends_is_dropped_and_the_others_are_read() -> None:
    with ProcessEngine(upper_recipe, workers=1, patience=Patience(page_seconds=5)) as engine:
        assert headlines(engine, [["sleep on"], ["one"]]) == [Why.CRASHED, "one"]


def test_no_worker_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="0 workers"):
        ProcessEngine(upper_recipe, workers=0)
