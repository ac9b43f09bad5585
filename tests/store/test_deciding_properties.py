"""Whatever is decided in whatever order: the record is what a replay of its log makes of its pages."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.deciding import added, event, file, on, on_pair, undo
from tests.store.samples import CALM, EVENTS, KELLER, RECIPE, REGISTER, SHELLING, captured, fill, finish, read
from trucewatch.record.ids import PageId
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.mentions import EventMention, Statement
from trucewatch.record.protocols import Store
from trucewatch.record.spans import Range
from trucewatch.store import deriving, open_store, overlaying

Mentions = list[tuple[PageId, EventMention | Statement]]
PAGES = (*EVENTS, KELLER)
CONFIRM, CORRECT, REJECT = DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.REJECT
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "date": st.sampled_from(["2031-05-02", "2031-06", None]),
        "status": st.sampled_from(["denied", "planned"]),
        "actors": st.sampled_from(["Sudland (SDL)", None]),
    },
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "record.db"
    fill(open_store(str(path), REGISTER, create=True), PAGES)
    return path


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty record: copying it is ten times as fast as making one."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    open_store(str(path), REGISTER, create=True)
    return path


@pytest.fixture(scope="module")
def mentions(filled: Path) -> Mentions:
    with open_store(str(filled), REGISTER, create=False).reader() as reader:
        readings = [r for c in PAGES if (r := reader.reading(c.page.id))]
    found: Mentions = [(r.page, event) for r in readings for event in r.events]
    return found + [(r.page, said) for r in readings for said in r.statements]


def one_decision(draw: st.DrawFn, mentions: Mentions, filed: list[Decision]) -> Decision:
    page, mention = draw(st.sampled_from(mentions))
    way = draw(st.sampled_from(["verdict", "correct", "add", "pair", "page", "undo"]))
    if way == "undo" and filed:
        return undo(draw(st.sampled_from(filed)))
    if way == "correct":
        fields = draw(VALUES) if isinstance(mention, EventMention) else {"venue": draw(st.sampled_from(["a", None]))}
        return on(CORRECT, page, mention, **fields) if fields else on(CONFIRM, page, mention)
    if way == "add":
        spot = Range(mention.passage.start, mention.passage.start + draw(st.integers(1, 3)))
        return added(Thing.EVENT, page, mention, spot, track="fighting", category="ASSAULT")
    if way == "pair":
        other_page, other = draw(st.sampled_from(mentions))
        kind = draw(st.sampled_from([DecisionKind.MERGE, DecisionKind.SPLIT]))
        return on_pair(kind, mention.id(page), other.id(other_page), *dict.fromkeys((page, other_page)))
    if way == "page":
        told = (("published", draw(st.sampled_from(["2031-05-20", "2031-07"]))),)
        return Decision(CORRECT, (page,), "ada", "2031-06-01T08:00:00Z", "so", told, thing=Thing.PAGE, pages=(page,))
    return on(draw(st.sampled_from([CONFIRM, REJECT])), page, mention)


def digest(store: Store) -> str:
    with store.reader() as reader:
        assert list(reader.check()) == []
        return reader.digest()


@settings(max_examples=12)
@given(data=st.data())
def test_the_record_is_what_a_replay_of_its_log_makes_of_its_pages(
    data: st.DataObject, filled: Path, empty_file: Path, mentions: Mentions
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(filled, folder)).rename(Path(folder) / "decided.db")
        store = open_store(str(path), REGISTER, create=False)
        filed: list[Decision] = []
        for number in range(data.draw(st.integers(1, 6))):
            decision = one_decision(data.draw, mentions, filed)  # type: ignore[arg-type]
            filed += file(store, replace(decision, why=f"{decision.why} {number}"))
            if data.draw(st.booleans()):
                with store.writer() as writer:
                    finish(writer)
        with store.writer() as writer:
            finish(writer)
        empty = Path(shutil.copy(empty_file, Path(folder) / "replayed.db"))
        assert digest(store) == digest(_replayed(empty, filed, first=data.draw(st.booleans())))


def _replayed(path: Path, log: list[Decision], *, first: bool) -> Store:
    """The same decisions filed before or between the reading of the pages in another order."""
    store = open_store(str(path), REGISTER, create=False)
    with store.writer() as writer:
        writer.keep(PAGES[::-1], RECIPE)
        if not first:
            writer.put([read(kept) for kept in writer.load([KELLER.page.id])])
        for decision in log:
            assert writer.decide(decision) == decision
        finish(writer)
    return store


@pytest.mark.parametrize("where", ["lay_over", "in_force_of"])
def test_a_decision_that_fails_half_way_leaves_no_trace(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    store = open_store(str(shutil.copy(filled, tmp_path)), REGISTER, create=False)
    before = digest(store)
    decision = on(REJECT, SHELLING.page.id, event(store, SHELLING.page.id, "met"))
    with monkeypatch.context() as patch:
        patch.setattr(overlaying, where, _killed)
        with store.writer() as writer, pytest.raises(KeyboardInterrupt):
            writer.decide(decision)
    assert digest(store) == before
    file(store, decision)
    assert digest(store) != before


def test_forgetting_that_fails_half_way_leaves_no_trace(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(shutil.copy(filled, tmp_path)), REGISTER, create=False)
    file(store, on(REJECT, CALM.page.id, event(store, CALM.page.id, "Fired")))
    before = digest(store)
    with monkeypatch.context() as patch:
        patch.setattr(deriving, "sweep", _killed)
        with store.writer() as writer, pytest.raises(KeyboardInterrupt):
            writer.forget(CALM.page.id, "ada", "2031-07-01T00:00:00Z", "asked to")
    assert digest(store) == before


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_two_mentions_of_one_id_share_their_decisions(tmp_path: Path) -> None:
    """A codebook that codes one thing twice: the two cannot be told apart, and neither is lost."""
    store = open_store(str(tmp_path / "record.db"), REGISTER, create=True)
    page = captured("Calm\n#Fired/violation/denied/2031-04-29///#.\npub=2031-06-02")
    fill(store, [page])
    id_ = page.page.id
    fired = event(store, id_, "Fired")
    with store.writer() as writer:
        reading = read(writer.load([id_])[0])
        writer.put([replace(reading, events=(fired, replace(fired, status=fired.status)))])
    file(store, on(CORRECT, id_, fired, date="2031-05-01"))
    with store.reader() as reader:
        found = reader.reading(id_)
        assert found is not None
        assert [e.date for e in found.events] == ["2031-05-01", "2031-05-01"]
        assert list(reader.check()) == []
