"""Outlets with whose their pages are: own, relayed, copied; and what is examined of many."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from tests.contracts.test_store_copies import DAYS, OTHER, REPORT, fill, page
from tests.store.samples import REGISTER
from trucewatch.record.ids import PageId, content_id
from trucewatch.record.origins import Standing
from trucewatch.record.protocols import Scope, Store
from trucewatch.record.resolved import Origin
from trucewatch.record.reuse import Sourced
from trucewatch.record.world import World
from trucewatch.resolve.origins.corroboration import Corroborations
from trucewatch.store import open_store
from trucewatch.views import sources as module
from trucewatch.views.rows import SourceListRow
from trucewatch.views.sources import sources

LOCAL = "The ferry ran on time all week, for once, and the harbour master thanked his crews at length for it."


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_store(str(tmp_path_factory.mktemp("record") / "record.db"), REGISTER, create=True)


def shown(store: Store, scope: Scope | None = None) -> dict[str | None, SourceListRow]:
    with store.reader() as reader:
        return {row.name: row for row in sources(reader, scope or Scope(), Corroborations(World())).rows}


def test_pages_are_own_relayed_or_copied(store: Store) -> None:
    agency = page(f"Orrin shelled\n{REPORT}", DAYS[0], "Telix")
    credited = page(f"Damage, says {{Telix}}\n{REPORT}", DAYS[1], "Courier")
    silent = page(f"Pump house burns\n{REPORT}\n{LOCAL}", DAYS[1])
    local = page(f"Ferries\n{LOCAL}", DAYS[0])
    fill(store, [silent, local, credited, agency])
    rows = shown(store)
    post, courier, telix = rows["Harbour Post"], rows["Courier"], rows["Telix"]
    assert (post.examined, post.own, post.relayed, post.copied) == (2, 1, 0, 1)
    assert [str(c) for c in post.copied_from] == ["Telix (1)"]
    assert (courier.own, courier.relayed, courier.copied) == (0, 1, 0)
    assert (telix.own, telix.relayed, telix.copied) == (1, 0, 0)
    copied, stood = post.evidence[-2:]
    assert (copied.page, stood.page, stood.outlet) == (silent.page.id, agency.page.id, "Telix")
    assert copied.quote in REPORT
    assert copied.quote == stood.quote


def test_the_first_to_have_a_text_changes_when_an_earlier_page_comes_in(store: Store) -> None:
    early = page(f"Orrin\n{REPORT}", DAYS[1], "Courier")
    late = page(f"Orrin hit\n{REPORT}", DAYS[2])
    fill(store, [late, early])
    assert [c.name for c in shown(store)["Harbour Post"].copied_from] == ["Courier"]
    fill(store, [page(f"First word\n{REPORT}", DAYS[0], "Telix")])
    assert [c.name for c in shown(store)["Harbour Post"].copied_from] == ["Telix"]
    assert shown(store, Scope(as_of=DAYS[2])) == shown(store)


def test_one_text_under_two_dates_is_its_publishers_own(store: Store) -> None:
    fill(store, [page(f"Orrin\n{REPORT}", DAYS[0]), page(f"Orrin, a year on\n{REPORT}", DAYS[3])])
    post = shown(store)["Harbour Post"]
    assert (post.own, post.copied) == (2, 0)


def test_a_quotation_that_two_pages_share_is_no_copy(store: Store) -> None:
    words = f"“{REPORT}”"
    fill(store, [page(f"Mayor speaks\n{words}\n{LOCAL}", DAYS[0], "Courier"), page(f"Mill\n{words}\n{OTHER}", DAYS[1])])
    assert shown(store)["Harbour Post"].copied == 0


def test_of_very_many_pages_a_sample_is_examined(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EXAMINED", 8)
    fill(store, [page(f"Note {n}\n{LOCAL[n:]}", DAYS[n % 4], ("Courier", "Telix")[n % 2]) for n in range(20)])
    sample = shown(store)
    assert sum(row.examined for row in sample.values()) == 8
    assert [row.examined for row in shown(store, Scope(limit=0)).values()] == [10, 10]
    assert shown(store) == sample


def test_without_a_judge_nothing_is_examined(store: Store) -> None:
    fill(store, [page(f"Orrin\n{REPORT}", DAYS[0])])
    with store.reader() as reader:
        [row] = sources(reader, Scope()).rows
    assert (row.pages, row.examined) == (1, 0)


def test_what_the_judge_leaves_out_is_not_examined(store: Store) -> None:
    class Half:
        def standings(self, pages: Collection[PageId], sourced: Sourced) -> dict[PageId, Standing]:
            origin = Origin(content_id("origin", "x"), "Telix", "own")
            return {page: Standing(page, origin) for page in sorted(pages)[:1]}

    one, two = page(f"Orrin\n{REPORT}", DAYS[0]), page(f"Velmar\n{OTHER}", DAYS[0])
    fill(store, [one, replace(two)])
    with store.reader() as reader:
        [row] = sources(reader, Scope(), Half()).rows
    assert (row.pages, row.examined, row.own) == (2, 1, 1)
