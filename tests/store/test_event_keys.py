"""Events are found under the keys of what is decided: a corrected date of an event or of its page moves them."""

from pathlib import Path

import pytest

from tests.store.deciding import event, file, on, undo
from tests.store.samples import EVENTS, REGISTER, SHELLING, fill, finish
from trucewatch.record.blocking import filed_under
from trucewatch.record.ids import PageId
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.protocols import Scope, Store
from trucewatch.store import open_store

PAGE = SHELLING.page.id


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A record in which events are told."""
    store = open_store(str(tmp_path / "record.db"), REGISTER, create=True)
    fill(store, EVENTS)
    return store


def found(store: Store, key: str) -> list[str]:
    """The triggers of the page's events that are filed under the key; all keys of these lead to them."""
    with store.reader() as reader:
        assert list(reader.check()) == []
        rows = [row for row in reader.told({key}, Scope()) if row.page == PAGE]
        for row in rows:
            for other in filed_under(row.event, row.published):
                assert row in reader.told({other}, Scope())
    return [row.trigger for row in rows]


def of_page(page: PageId, published: str) -> Decision:
    """A correction of the day on which the page was published."""
    told = (("published", published),)
    return Decision(
        DecisionKind.CORRECT, (page,), "ada", "2031-06-01T08:00:00Z", "so", told, thing=Thing.PAGE, pages=(page,)
    )


def test_an_event_whose_date_is_corrected_is_found_under_its_new_day_alone(store: Store) -> None:
    before, after = "day|fighting|2031-05-01|NRL", "day|fighting|2031-05-02|NRL"
    assert (found(store, before), found(store, after)) == (["shelled"], [])
    filed = file(store, on(DecisionKind.CORRECT, PAGE, event(store, PAGE, "shelled"), date="2031-05-02"))
    assert (found(store, before), found(store, after)) == ([], ["shelled"])
    file(store, undo(filed[0]))
    assert (found(store, before), found(store, after)) == (["shelled"], [])


def test_a_date_that_is_taken_away_files_the_event_by_the_day_of_its_page(store: Store) -> None:
    day, news = "day|fighting|2031-05-01|NRL", "news|fighting|ASSAULT|NRL|2031-05-04"
    assert (found(store, day), found(store, news)) == (["shelled"], [])
    file(store, on(DecisionKind.CORRECT, PAGE, event(store, PAGE, "shelled"), date=None))
    assert (found(store, day), found(store, news)) == ([], ["shelled"])


def test_what_is_not_dated_moves_with_the_corrected_day_of_its_page(store: Store) -> None:
    before, after = "news|meeting|CONSULT|-|2031-05-04", "news|meeting|CONSULT|-|2031-05-20"
    assert (found(store, before), found(store, after)) == (["will meet"], [])
    filed = file(store, of_page(PAGE, "2031-05-20"))
    with store.writer() as writer:
        finish(writer)
    assert (found(store, before), found(store, after)) == ([], ["will meet"])
    file(store, undo(filed[0]))
    with store.writer() as writer:
        finish(writer)
    assert (found(store, before), found(store, after)) == (["will meet"], [])


def test_both_corrections_hold_whichever_came_first(store: Store) -> None:
    undated = on(DecisionKind.CORRECT, PAGE, event(store, PAGE, "shelled"), date=None)
    file(store, undated, of_page(PAGE, "2031-05-20"))
    with store.writer() as writer:
        finish(writer)
    assert found(store, "news|fighting|ASSAULT|NRL|2031-05-20") == ["shelled"]
    assert found(store, "news|fighting|ASSAULT|NRL|2031-05-04") == []
