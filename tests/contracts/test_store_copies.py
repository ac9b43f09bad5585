"""What every store answers about who shares text with whom."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts.conftest import OpenStore
from tests.store.samples import RECIPE, captured, read
from trucewatch.record.ids import PageId
from trucewatch.record.pages import Captured, Given
from trucewatch.record.protocols import Store
from trucewatch.record.reuse import Sharing
from trucewatch.resolve import prints_of

REPORT = (
    "Shells fell on the lower town of Orrin before dawn, the mayor said. Nobody was hurt, but the pump house burned "
    "down and the mill lost its roof. Engineers of the river authority crossed over at noon to look at the damage."
)
OTHER = (
    "Ministers of both states will meet at Velmar on the lake in the last week of May. They are to speak of the "
    "bridge, of the tolls that it brings in, and of the families who have been parted since the spring flood."
)
FOOTER = "Trade over the river has been closed since the quarrel about the weir began nine years ago in a dry summer."
DAYS = ["2031-05-01", "2031-05-02", "2031-05-03", "2031-05-04"]


def page(body: str, day: str | None, outlet: str = "Harbour Post") -> Captured:
    return captured(body, given=Given(outlet, day))


def fill(store: Store, pages: Sequence[Captured]) -> None:
    with store.writer() as writer:
        for one in pages:
            writer.keep([one], RECIPE)
            (kept,) = writer.load([one.page.id])
            reading = read(kept)
            writer.put([replace(reading, prints=prints_of(reading.text))] if reading.text else [reading])


def shared(store: Store, *pages: Captured) -> dict[PageId, tuple[Sharing, ...]]:
    with store.reader() as reader:
        return dict(reader.sharing([p.page.id for p in pages]))


def test_a_later_page_names_the_one_that_had_its_text_before(store: Store) -> None:
    first, second = page(f"Orrin\n{REPORT}", DAYS[0]), page(f"Damage at Orrin\n{REPORT}", DAYS[1])
    fill(store, [second, first, page(f"Velmar\n{OTHER}", DAYS[0])])
    (found,) = shared(store, second)[second.page.id]
    assert (found.page, found.earlier) == (second.page.id, first.page.id)
    assert found.prints > 10
    assert found.share > 0.8
    assert shared(store, first)[first.page.id] == (), "what came later is nobody's source"


def test_pages_of_one_day_name_each_other_and_undated_ones_come_last(store: Store) -> None:
    same, dated, undated = (page(f"{n}\n{REPORT}", day) for n, day in (("a", DAYS[0]), ("b", DAYS[0]), ("c", None)))
    fill(store, [undated, same, dated])
    found = shared(store, same, dated, undated)
    assert [s.earlier for s in found[same.page.id]] == [dated.page.id]
    assert [s.earlier for s in found[dated.page.id]] == [same.page.id]
    assert {s.earlier for s in found[undated.page.id]} == {same.page.id, dated.page.id}


def test_what_stands_under_every_article_counts_little(store: Store) -> None:
    days = [f"2031-{month:02}-11" for month in range(1, 13)]
    own = [page(f"Note {n}\n{' '.join(f'word{n}x{k}' for k in range(60))}\n{FOOTER}", d) for n, d in enumerate(days)]
    fill(store, own)
    second, last = (shared(store, one)[one.page.id] for one in (own[1], own[-1]))
    assert second[0].share > 0.2
    assert all(s.share < second[0].share for s in last)


def test_the_first_of_many_is_found_among_all_who_print_a_text(store: Store) -> None:
    many = [page(f"Take {n}\n{REPORT}", DAYS[1 + n % 2]) for n in range(40)]
    first = page(f"Orrin\n{REPORT}", DAYS[0])
    fill(store, [*many, first])
    last = max((m for m in many if m.given.published == DAYS[2]), key=lambda m: m.page.id)
    assert first.page.id in {s.earlier for s in shared(store, last)[last.page.id]}


def test_a_page_that_is_not_there_shares_nothing(store: Store) -> None:
    assert shared(store, page(REPORT, DAYS[0])) == {}


def test_a_page_read_anew_with_another_date_takes_its_new_place(store: Store) -> None:
    early, late = page(f"Orrin\n{REPORT}", DAYS[0]), page(f"Take two\n{REPORT}", DAYS[2])
    fill(store, [early, late])
    again = replace(late, given=Given("Harbour Post", DAYS[2], "https://post.example/2"))
    fill(store, [again])
    assert [s.earlier for s in shared(store, late)[late.page.id]] == [early.page.id]


@pytest.mark.parametrize("field", ["text", "published", "outlet", "relays"])
def test_sources_of_a_page_are_what_was_read(store: Store, field: str) -> None:
    one = page(f"Orrin, so {{Telix}}\n{REPORT}", DAYS[0])
    fill(store, [one])
    with store.reader() as reader:
        found = reader.sourced([one.page.id])[one.page.id]
    assert found.outlet is not None
    told = {
        "text": found.text == one.data.decode(),
        "published": (found.published, found.day) == (DAYS[0], DAYS[0]),
        "outlet": found.outlet.name == "Harbour Post",
        "relays": [r.outlet.name for r in found.relays] == ["Telix"],
    }
    assert told[field]


LINES = st.lists(st.sampled_from([REPORT, OTHER, FOOTER, REPORT[:90], OTHER[60:]]), min_size=1, max_size=3)
PAGES = st.lists(st.tuples(LINES, st.sampled_from([*DAYS, None])), min_size=1, max_size=5)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), PAGES)
def test_the_order_of_reading_and_what_comes_later_take_no_part(
    fresh: OpenStore, data: st.DataObject, made: list[tuple[list[str], str | None]]
) -> None:
    pages = list({p.page.id: p for p in (page("\n".join(lines), day) for lines, day in made)}.values())
    whole, reordered, until = fresh(), fresh(), fresh()
    fill(whole, pages)
    fill(reordered, data.draw(st.permutations(pages)))
    assert shared(whole, *pages) == shared(reordered, *pages)
    visible = [p for p in pages if p.given.published and p.given.published <= DAYS[1]]
    fill(until, visible)
    assert shared(until, *visible) == shared(whole, *visible)
