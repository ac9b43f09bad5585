"""One content, one digest: whatever the order, the batches, or what stopped the run in between."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts.conftest import OpenStore
from tests.store.samples import RECIPE, captured, finish, read
from trucewatch.record.pages import Captured, Given
from trucewatch.record.protocols import Store

BODIES = (
    "Talks open\nOn [2031-05-03] {Telix} said so.",
    "Truce\nsince [2031-05] it holds",
    "Truce\nsince [2031-05] it holds!",
    "@Ann Orr/envoy/@ (said): «We wait [2031-05-03]» and «hope»",
    "",
)

PAGES = st.builds(
    captured,
    st.sampled_from(BODIES),
    st.sampled_from(["a.txt", "b.txt", "c.txt"]),
    st.builds(Given, st.sampled_from([None, "HP", "Aurora"]), st.sampled_from([None, "2031-06", "2031-05-09"])),
)
ONCE = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def run(store: Store, batches: list[list[Captured]], hold: bool) -> str:
    """Keep the batches; put readings at once, or, where `hold`, all at the end and in reverse."""
    with store.writer() as writer:
        held = []
        for batch in batches:
            readings = [read(k) for k in writer.load(writer.keep(batch, RECIPE).stale)]
            if hold:
                held.append(readings)
            else:
                writer.put(readings)
        for readings in reversed(held):
            writer.put(readings)
        finish(writer)
    with store.reader() as reader:
        assert list(reader.check()) == []
        return reader.digest()


@ONCE
@given(st.lists(PAGES, max_size=7), st.data())
def test_order_and_batches_do_not_change_the_digest(
    fresh: OpenStore, pages: list[Captured], data: st.DataObject
) -> None:
    expected = run(fresh(), [pages], hold=False)
    shuffled = data.draw(st.permutations(pages))
    size = data.draw(st.integers(1, 4))
    batches = [shuffled[i : i + size] for i in range(0, len(shuffled), size)]
    assert run(fresh(), batches, data.draw(st.booleans())) == expected


@ONCE
@given(st.lists(PAGES, max_size=5))
def test_putting_twice_is_putting_once(fresh: OpenStore, pages: list[Captured]) -> None:
    store = fresh()
    once = run(store, [pages], hold=False)
    with store.writer() as writer:
        again = [read(k) for k in writer.load(sorted({p.page.id for p in pages}))]
        writer.put(again)
        writer.put(again + again)
    with store.reader() as reader:
        assert reader.digest() == once
        assert list(reader.check()) == []


@ONCE
@given(st.lists(PAGES, max_size=5))
def test_the_derived_dropped_and_read_again_is_the_same(fresh: OpenStore, pages: list[Captured]) -> None:
    store = fresh()
    once = run(store, [pages], hold=False)
    with store.writer() as writer:
        writer.drop_derived()
        finish(writer)
    with store.reader() as reader:
        assert reader.digest() == once
