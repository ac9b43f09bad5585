"""The best hits, looked up a few at a time."""

import pytest

from tests.store.samples import REGISTER, captured, fill
from trucewatch.record.pages import Given
from trucewatch.record.protocols import HitRow, Scope, Store
from trucewatch.store import open_store, ranking

DAYS = [f"2031-05-{day:02}" for day in range(1, 13)]
SCOPES = {
    "all": Scope(),
    "with what is no reporting": Scope(chrome=True),
    "within days": Scope("2031-05-03", "2031-05-09"),
    "as of a day": Scope(as_of="2031-05-05"),
    "of an outlet": Scope(outlets=("telix",)),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Pages whose passages are alike, so that many scores are the same, and whose best hits are no reporting."""
    made = open_store(str(tmp_path_factory.mktemp("record") / "record.db"), REGISTER, create=True)
    pages = [
        captured(
            f"Ferry log {number}\n~Ferry\nThe ferry ran {'and ran ' * (number % 3)}on time.\nThe ferry stood still.",
            given=Given(("Telix", "Harbour Post")[number % 2], day),
        )
        for number, day in enumerate(DAYS)
    ]
    fill(made, pages)
    return made


def asked(store: Store, scope: Scope, limit: int) -> list[HitRow]:
    with store.reader() as reader:
        return reader.search(
            "ferry", Scope(scope.since, scope.until, scope.as_of, scope.outlets, limit=limit, chrome=scope.chrome)
        )


@pytest.mark.parametrize("first", [1, 5, 1000])
@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
def test_parts_make_up_one_list_by_score_then_page_and_place(
    store: Store, scope: Scope, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "FIRST", first)
    whole = asked(store, scope, 0)
    assert whole == sorted(whole, key=lambda hit: (-hit.score, hit.page, hit.block.start))
    pages = sum((scope.since or "") <= day <= min(scope.until or "~", scope.as_of or "~") for day in DAYS)
    pages //= 2 if scope.outlets else 1
    assert len(whole) == pages * (4 if scope.chrome else 3)
    for limit in (1, 2, 7, len(whole), len(whole) + 1):
        assert asked(store, scope, limit) == whole[:limit]
