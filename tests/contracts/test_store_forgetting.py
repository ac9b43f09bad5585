"""What every store does when it is told to forget a page."""

import pytest

from tests.contracts.conftest import OpenStore
from tests.store.deciding import event, file, on, on_pair, undo
from tests.store.samples import CALM, EMPTY, EVENTS, KELLER, RECIPE, SAMPLE, SHELLING, fill, finish
from trucewatch.errors import UsageError
from trucewatch.record.ids import PageId
from trucewatch.record.joined import NO_RULINGS
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.pages import Captured
from trucewatch.record.protocols import Scope, Sought, SoughtEvents, Store

PAGE = SHELLING.page.id
WHEN = "2031-07-01T00:00:00Z"


def forget(store: Store, page: PageId = PAGE) -> None:
    with store.writer() as writer:
        writer.forget(page, "ada", WHEN, "asked to")


def digest(store: Store) -> str:
    with store.reader() as reader:
        assert list(reader.check()) == []
        return reader.digest()


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store, (*EVENTS, KELLER, *SAMPLE))
    return store


def test_all_that_came_of_the_page_is_gone_and_all_else_stays(filled: Store, fresh: OpenStore) -> None:
    forget(filled)
    with filled.reader() as reader:
        assert PAGE not in [row.page.id for row in reader.pages(Scope())]
        assert reader.reading(PAGE) is None
        assert reader.search("Guns", Scope()) == []
        assert [row.trigger for row in reader.events(Scope(), SoughtEvents()).rows] == ["Fired"]
        assert reader.statements(Scope(), Sought(words="bridge")).total == 1
        [left] = reader.tombstones()
        with pytest.raises(UsageError, match="forgotten on 2031-07-01 by ada: asked to"):
            reader.page(PAGE[:12])
    assert (left.page, left.by, left.at, left.reason) == (PAGE, "ada", WHEN, "asked to")
    other = fresh()
    fill(other, (*SAMPLE, SHELLING, KELLER, CALM))
    forget(other)
    assert digest(other) == digest(filled)
    with filled.writer() as writer:
        writer.drop_derived()
        finish(writer)
    assert digest(other) == digest(filled)


def test_the_same_bytes_are_refused_under_whatever_name_and_kind(filled: Store) -> None:
    forget(filled)
    before = digest(filled)
    again = Captured("x", "elsewhere.html", "text/html", SHELLING.data)
    with filled.writer() as writer:
        kept = writer.keep([SHELLING, CALM, again], RECIPE)
    assert dict(kept.forgotten) == dict.fromkeys((PAGE, again.page.id), "forgotten on 2031-07-01 by ada: asked to")
    assert (kept.stale, kept.new) == ((), frozenset())
    assert digest(filled) == before


def test_the_same_bytes_read_as_another_kind_go_with_it(filled: Store) -> None:
    other = Captured("x", "shelling.html", "text/html", SHELLING.data)
    fill(filled, [other])
    forget(filled)
    with filled.reader() as reader:
        assert {t.page for t in reader.tombstones()} == {PAGE, other.page.id}
        assert reader.reading(other.page.id) is None


def test_a_text_that_another_page_has_stays_with_that_page(filled: Store) -> None:
    twin = Captured("x", "calm.html", "text/html", CALM.data)
    fill(filled, [twin])
    with filled.reader() as reader:
        before = reader.reading(KELLER.page.id)
    forget(filled)
    with filled.reader() as reader:
        assert reader.reading(KELLER.page.id) == before
        assert reader.reading(twin.page.id) is not None


def test_decisions_on_it_keep_kind_id_and_time_alone(filled: Store) -> None:
    calm = CALM.page.id
    shelled, fired = event(filled, PAGE, "shelled"), event(filled, calm, "Fired")
    pair = shelled.id(PAGE), fired.id(calm)
    rejected, merged, kept = file(
        filled,
        on(DecisionKind.REJECT, PAGE, shelled),
        on_pair(DecisionKind.MERGE, *pair, PAGE, calm),
        on(DecisionKind.REJECT, calm, fired),
    )
    [undone] = file(filled, undo(rejected))
    [note] = file(filled, Decision(DecisionKind.NOTE, (undone.id,), "ada", WHEN, "of the guns", thing=Thing.DECISION))
    with filled.writer() as writer:
        assert writer.forget(PAGE, "ada", WHEN, "asked to").decisions == 4
    with filled.reader() as reader:
        assert reader.decisions() == [kept]
        assert reader.rulings(Scope()) == NO_RULINGS
        assert reader.events(Scope(), SoughtEvents()).total == 0
        assert list(reader.check()) == []
    with filled.writer() as writer:
        for decision in (on(DecisionKind.CONFIRM, PAGE, shelled), undo(merged), undo(note)):
            with pytest.raises(UsageError, match="forgotten"):
                writer.decide(decision)


def test_forgetting_twice_changes_nothing_and_what_was_never_kept_cannot_be_forgotten(filled: Store) -> None:
    forget(filled)
    before = digest(filled)
    with filled.writer() as writer:
        again = writer.forget(PAGE, "bert", "2032-01-01T00:00:00Z", "again")
        with pytest.raises(UsageError, match="is not kept"):
            writer.forget(PageId("0" * 32), "ada", WHEN, "asked to")
    assert again.pages[0].by == "ada"
    assert digest(filled) == before


def test_a_page_without_a_reading_can_be_forgotten(filled: Store) -> None:
    with filled.writer() as writer:
        writer.drop_derived()
    forget(filled, EMPTY.page.id)
    with filled.writer() as writer:
        assert EMPTY.page.id not in writer.unread(RECIPE)
