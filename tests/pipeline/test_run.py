"""Runs into a real record: one counted outcome for every item, nothing added twice, a killed run finished."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pipeline.made_stages import upper_recipe
from trucewatch.pipeline import InlineEngine, ReadRun
from trucewatch.pipeline.run import BATCH_BYTES, BATCH_PAGES, Item, batches
from trucewatch.record.outcomes import Dropped, Skipped, Tally, Why
from trucewatch.record.pages import Captured, Given
from trucewatch.record.protocols import Store
from trucewatch.record.resolved import OutletRegister
from trucewatch.store import open_store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "record.db"), OutletRegister(), create=True)


def captured(word: str, place: str | None = None, given: Given | None = None) -> Captured:
    return Captured(word, place or f"{word}.txt", "text/plain", word.encode(), given or Given())


def run(store: Store, items: list[Item]) -> tuple[Tally, ReadRun]:
    with InlineEngine(upper_recipe()) as engine, store.writer() as writer:
        made = ReadRun(writer, engine)
        return made.read(items), made


def digest(store: Store) -> str:
    with store.reader() as reader:
        return reader.digest()


items = st.lists(
    st.one_of(
        st.sampled_from(["one", "two", "three", "drop four", "raise five"]).map(captured),
        st.builds(Dropped, st.text(max_size=5), st.just("sources"), st.sampled_from(list(Why))),
        st.builds(Skipped, st.text(max_size=5), st.just("a picture")),
    ),
    max_size=20,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=items)
def test_every_item_ends_in_one_outcome(tmp_path: Path, items: list[Item]) -> None:
    where = tmp_path / "again.db"
    for left in tmp_path.glob("again.db*"):
        left.unlink()
    tally, made = run(open_store(str(where), OutletRegister(), create=True), items)
    assert tally.pages + tally.skipped == len(items)
    assert tally.added + tally.renewed + tally.unchanged + tally.dropped == tally.pages
    assert sum(tally.reasons.values()) == tally.dropped == len(made.account.dropped)


def test_a_second_run_adds_nothing(store: Store) -> None:
    pages: list[Item] = [captured("one"), captured("two"), captured("drop it")]
    run(store, pages)
    before = digest(store)
    tally, _ = run(store, pages)
    assert (tally.added, tally.renewed, tally.unchanged) == (0, 0, 3)
    assert digest(store) == before


def test_a_page_met_twice_in_one_run_is_read_once(store: Store) -> None:
    tally, _ = run(store, [captured("one"), captured("one", "elsewhere.txt")])
    assert (tally.added, tally.unchanged) == (1, 1)


def test_the_digest_does_not_depend_on_order(tmp_path: Path) -> None:
    words = [f"page {n}" for n in range(70)]
    digests = set()
    for number, order in enumerate((words, words[::-1])):
        made = open_store(str(tmp_path / f"{number}.db"), OutletRegister(), create=True)
        run(made, [captured(word) for word in order])
        digests.add(digest(made))
    assert len(digests) == 1


def test_what_is_given_later_is_read_anew(store: Store) -> None:
    run(store, [captured("one")])
    tally, _ = run(store, [captured("one", given=Given(published="2018-05-03"))])
    assert (tally.added, tally.renewed) == (0, 1)


def test_a_page_met_again_with_more_given_is_counted_once_and_ends_with_all_that_is_given(store: Store) -> None:
    both = [captured("one"), captured("one", "again.txt", Given(published="2018-05-03"))]
    tally, _ = run(store, [*both])
    assert (tally.pages, tally.added, tally.renewed, tally.unchanged) == (2, 1, 0, 1)
    with store.writer() as writer:
        assert writer.unread(upper_recipe().id) == []


def test_pages_kept_by_a_killed_run_are_finished_by_the_next(store: Store) -> None:
    with store.writer() as writer:
        writer.keep([captured("one"), captured("two")], upper_recipe().id)
    tally, _ = run(store, [])
    assert tally.renewed == 2
    with store.writer() as writer:
        assert writer.unread(upper_recipe().id) == []


def test_a_drop_is_named_by_where_the_page_was_found(store: Store) -> None:
    _, made = run(store, [captured("drop it", "folder/drop.txt")])
    assert [(d.item, d.stage, d.why) for d in made.account.dropped] == [("folder/drop.txt", "upper", Why.NO_TEXT)]


@given(st.lists(st.integers(0, BATCH_BYTES // 2), max_size=200))
def test_batches_are_bounded_and_lose_nothing(sizes: list[int]) -> None:
    made: Iterator[list[int]] = batches(sizes, lambda n: n)
    found = list(made)
    assert [n for batch in found for n in batch] == sizes
    assert all(len(batch) <= BATCH_PAGES and sum(batch[:-1]) < BATCH_BYTES for batch in found)


def test_what_the_record_was_told_to_forget_is_dropped_with_what_it_was_told(store: Store) -> None:
    one, two = captured("one"), captured("two")
    run(store, [one, two])
    with store.writer() as writer:
        writer.forget(one.page.id, "ada", "2031-07-01T00:00:00Z", "asked to")
    tally, made = run(store, [one, two, captured("one", "elsewhere.txt")])
    assert (tally.pages, tally.unchanged, tally.dropped, tally.reasons) == (3, 1, 2, {"FORGOTTEN": 2})
    assert [d.item for d in made.account.dropped] == ["one.txt", "elsewhere.txt"]
    assert {(d.stage, d.detail) for d in made.account.dropped} == {
        ("record", "forgotten on 2031-07-01 by ada: asked to")
    }


def test_pages_are_read_again_on_demand(store: Store) -> None:
    one, two = captured("one"), captured("two")
    run(store, [one, two])
    with InlineEngine(upper_recipe()) as engine, store.writer() as writer:
        tally = ReadRun(writer, engine).read_again([one.page.id])
    assert (tally.pages, tally.renewed) == (1, 1)
