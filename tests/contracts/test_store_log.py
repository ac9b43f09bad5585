"""What every store tells of the log of decisions."""

from dataclasses import replace

import pytest

from tests.store.deciding import AT, added, event, file, on, on_pair, statement, undo
from tests.store.samples import CALM, EVENTS, KELLER, SHELLING, SPEECHES, captured, fill, read
from trucewatch.errors import UsageError
from trucewatch.record.ids import PageId
from trucewatch.record.kept import Decision, DecisionKind, Stands, Thing
from trucewatch.record.logged import LoggedRow, SoughtDecisions, State
from trucewatch.record.protocols import Scope, Store
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text

PAGE = SHELLING.page.id
CONFIRM, CORRECT, REJECT, ADD = DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.REJECT, DecisionKind.ADD
MERGE, SPLIT, NOTE = DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.NOTE


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store, (*EVENTS, *SPEECHES))
    return store


def log(store: Store, scope: Scope | None = None, **asked: object) -> tuple[LoggedRow, ...]:
    with store.reader() as reader:
        return reader.log(scope or Scope(), SoughtDecisions(**asked)).rows  # type: ignore[arg-type]


def states(store: Store) -> list[tuple[DecisionKind, State]]:
    return [(row.kind, row.state) for row in log(store)]


def lose(store: Store, *triggers: str) -> None:
    """Read the page anew with a model that does not find these events."""
    with store.writer() as writer:
        reading = read(writer.load([PAGE])[0])
        text = SHELLING.data.decode()
        writer.put([replace(reading, events=tuple(e for e in reading.events if e.trigger.of(text) not in triggers))])


def test_the_newest_comes_first_with_its_passage(filled: Store) -> None:
    met = event(filled, PAGE, "met")
    file(filled, on(NOTE, PAGE, met), on(CORRECT, PAGE, met, date="2031-05-02"))
    newest, oldest = log(filled)
    assert (newest.kind, oldest.kind, oldest.state) == (CORRECT, NOTE, State.APPLIED)
    [evidence] = newest.evidence
    assert (evidence.page, evidence.outlet, evidence.published) == (PAGE, "Harbour Post", "2031-05-04")
    assert (evidence.start, evidence.end, evidence.quote) == (
        met.passage.start,
        met.passage.end,
        "the words of the passage",
    )


def test_what_is_undone_or_overruled_is_listed_and_by_which(filled: Store) -> None:
    met = event(filled, PAGE, "met")
    confirmed, corrected, again = file(
        filled,
        on(CONFIRM, PAGE, met),
        on(CORRECT, PAGE, met, date="2031-05-02"),
        on(CORRECT, PAGE, met, date="2031-05-03", status="alleged"),
    )
    [undone] = file(filled, undo(again))
    rows = {row.id: row for row in log(filled)}
    assert (rows[again.id].state, rows[again.id].because) == (State.UNDONE, (undone.id,))
    assert (rows[confirmed.id].state, rows[confirmed.id].because) == (State.OVERRULED, (corrected.id,))
    assert rows[corrected.id].state is State.APPLIED, "what overruled it is undone"
    file(filled, undo(undone))
    rows = {row.id: row for row in log(filled)}
    assert rows[corrected.id].state is State.OVERRULED
    assert rows[undone.id].state is State.UNDONE


def test_a_chain_of_merges_that_a_split_contradicts_tells_which_decisions_do(filled: Store) -> None:
    calm = CALM.page.id
    one, two = event(filled, PAGE, "shelled").id(PAGE), event(filled, PAGE, "met").id(PAGE)
    three = event(filled, calm, "Fired").id(calm)
    split, first, second = file(
        filled,
        on_pair(SPLIT, one, three, PAGE, calm),
        on_pair(MERGE, one, two, PAGE),
        on_pair(MERGE, two, three, PAGE, calm),
    )
    rows = {row.id: row for row in log(filled)}
    assert rows[split.id].state is State.OVERRULED
    assert set(rows[split.id].because) == {first.id, second.id}
    assert [e.page for e in rows[second.id].evidence] == [PAGE, calm]


def test_what_is_no_longer_found_is_orphaned_and_offered_where_one_thing_stands_there_now(filled: Store) -> None:
    met = event(filled, PAGE, "met")
    file(filled, on(CORRECT, PAGE, met, date="2031-05-02"))
    lose(filled, "met")
    [row] = log(filled)
    assert (row.state, row.moved) == (State.ORPHANED, None)
    assert row.evidence[0].quote == "the words of the passage"
    with filled.writer() as writer:
        reading = read(writer.load([PAGE])[0])
        other = replace(met, rule="meeting.newer")
        writer.put([replace(reading, events=(reading.events[0], other))])
    [row] = log(filled)
    assert (row.state, row.moved) == (State.ORPHANED, other.id(PAGE))
    assert event(filled, PAGE, "met").date == "2031-05", "offered, and not applied"
    with filled.writer() as writer:
        writer.put([replace(reading, events=(other, replace(met, rule="meeting.another")))])
    assert log(filled)[0].moved is None, "two things stand there"
    with filled.writer() as writer:
        writer.put([reading])
    assert log(filled)[0].state is State.APPLIED


def test_what_moved_with_a_new_text_is_looked_for_by_its_words(store: Store) -> None:
    body = "Calm\n#Fired/violation/denied/2031-04-29///#.\npub=2031-06-02"
    page = captured(body, "1.txt")
    fill(store, [page])
    id_ = page.page.id
    fired = event(store, id_, "Fired")
    passage = body.split("\n")[1]
    file(store, replace(on(REJECT, id_, fired), words=passage))
    shifted = f"A line that the cleaner once left out\n{body}"
    with store.writer() as writer:
        reading = read(writer.load([id_])[0])
        text = Text.of(id_, shifted, ())
        by = len(shifted) - len(body)
        there = replace(
            fired,
            text=text.id,
            trigger=Range(fired.trigger.start + by, fired.trigger.end + by),
            passage=Range(fired.passage.start + by, fired.passage.end + by),
        )
        writer.put([replace(reading, text=text, times=(), names=(), statements=(), sourcing=None, events=(there,))])
    [row] = log(store)
    assert (row.state, row.moved) == (State.ORPHANED, there.id(id_))


def test_an_addition_to_another_text_is_orphaned(filled: Store) -> None:
    like = event(filled, PAGE, "shelled")
    spot = Range(like.trigger.end, like.trigger.end + 3)
    file(filled, added(Thing.EVENT, PAGE, like, spot, track="fighting", category="ASSAULT"))
    assert states(filled) == [(ADD, State.APPLIED)]
    with filled.writer() as writer:
        reading = read(writer.load([PAGE])[0])
        text = Text.of(PAGE, "Another text", ())
        writer.put([replace(reading, text=text, times=(), names=(), statements=(), sourcing=None, events=())])
    assert states(filled) == [(ADD, State.ORPHANED)]


def test_what_is_not_read_or_not_since_waits(filled: Store) -> None:
    page = Decision(CORRECT, (PAGE,), "ada", AT, "so", (("outlet", "Zulu"),), None, Thing.PAGE, (PAGE,))
    file(filled, on(REJECT, PAGE, event(filled, PAGE, "met")), page)
    assert states(filled) == [(CORRECT, State.WAITING), (REJECT, State.APPLIED)]
    with filled.writer() as writer:
        writer.put([read(writer.load([PAGE])[0])])
    assert states(filled) == [(CORRECT, State.APPLIED), (REJECT, State.APPLIED)]
    with filled.writer() as writer:
        writer.drop_derived()
    assert states(filled) == [(CORRECT, State.WAITING), (REJECT, State.WAITING)]


def test_of_what_a_forgotten_page_took_along_kind_and_time_are_left(filled: Store) -> None:
    [filed] = file(filled, on(REJECT, PAGE, event(filled, PAGE, "met")))
    with filled.writer() as writer:
        writer.forget(PAGE, "ada", AT, "asked to")
    [row] = log(filled)
    assert row == LoggedRow(filed.id, REJECT, filed.at, None, State.REDACTED)
    assert log(filled, Scope(as_of="2031-12-31")) == ()


def test_every_condition_narrows(filled: Store) -> None:
    calm = CALM.page.id
    met = event(filled, PAGE, "met")
    bridge = statement(filled, KELLER.page.id, "bridge")
    one, two, three = file(
        filled,
        on(REJECT, PAGE, met),
        replace(on(CONFIRM, calm, event(filled, calm, "Fired")), by="Bert", at="2031-06-03T00:00:00Z"),
        replace(on(CORRECT, KELLER.page.id, bridge, venue="a bridge"), at="2031-06-05T23:59:59.9Z"),
    )
    asked: dict[str, tuple[Scope, dict[str, object], list[Decision]]] = {
        "all": (Scope(), {}, [three, two, one]),
        "limit": (Scope(limit=1), {}, [three]),
        "state": (Scope(), {"states": (State.ORPHANED,)}, []),
        "states": (Scope(limit=2), {"states": (State.ORPHANED, State.APPLIED)}, [three, two]),
        "kind": (Scope(), {"kinds": (REJECT, CORRECT)}, [three, one]),
        "thing": (Scope(), {"things": (Thing.STATEMENT,)}, [three]),
        "by": (Scope(), {"by": "BERT"}, [two]),
        "page": (Scope(), {"on": PAGE[:8]}, [one]),
        "mention": (Scope(), {"on": met.id(PAGE).upper()}, [one]),
        "since": (Scope(since="2031-06-02"), {}, [three, two]),
        "until": (Scope(until="2031-06-05"), {}, [three, two, one]),
        "until the day before": (Scope(until="2031-06-04"), {}, [two, one]),
        "as of": (Scope(as_of="2031-05-04"), {}, [three, one]),
        "outlet": (Scope(outlets=("HP",)), {}, [three, one]),
        "nobody's": (Scope(outlets=("nobody",)), {}, []),
    }
    found = {name: [row.id for row in log(filled, scope, **sought)] for name, (scope, sought, _) in asked.items()}
    assert found == {name: [d.id for d in due] for name, (_, _, due) in asked.items()}
    with filled.reader() as reader:
        assert reader.log(Scope(limit=1), SoughtDecisions()).total == 3
        assert reader.log(Scope(limit=1), SoughtDecisions(states=(State.APPLIED,))).total == 3


def test_a_mention_is_found_by_the_first_digits_of_its_id(filled: Store) -> None:
    met, bridge = event(filled, PAGE, "met"), statement(filled, KELLER.page.id, "bridge")
    file(filled, on(CORRECT, PAGE, met, date="2031-05-02"))
    with filled.reader() as reader:
        row = reader.mention(met.id(PAGE)[:14].upper())
        assert (row.thing, row.words, row.stands, row.page) == (Thing.EVENT, "met", Stands.CORRECTED, PAGE)
        assert row.event is not None
        assert row.event.date == "2031-05-02"
        assert row.outlet == "Harbour Post"
        said = reader.mention(bridge.id(KELLER.page.id))
        assert (said.thing, said.statement, said.words) == (Thing.STATEMENT, bridge, "the bridge is open")
        with pytest.raises(UsageError, match="several ids start with"):
            reader.mention(PAGE[:8])
        with pytest.raises(UsageError, match="no event, statement or person"):
            reader.mention(PageId("0" * 32))
        for odd in ("", "xyz", "0" * 33):
            with pytest.raises(UsageError, match="is no id"):
                reader.mention(odd)
