"""What every store makes of reviewers' decisions."""

from dataclasses import replace

import pytest

from tests.contracts.conftest import OpenStore
from tests.store.deciding import AT, added, event, file, on, on_pair, statement, undo
from tests.store.samples import CALM, EVENTS, KELLER, RECIPE, SHELLING, SPEECHES, TALKS, captured, fill, finish, read
from trucewatch.errors import UsageError
from trucewatch.record.ids import PageId
from trucewatch.record.joined import Rulings
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.mentions import EventMention, Kind, SaidGrounds, SpeakerGrounds, Status, Track
from trucewatch.record.pages import Given
from trucewatch.record.protocols import Scope, Sought, SoughtEvents, Store
from trucewatch.record.spans import Range

PAGE = SHELLING.page.id
CONFIRM, CORRECT, REJECT, ADD = DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.REJECT, DecisionKind.ADD
MERGE, SPLIT, NOTE = DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.NOTE


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store, (*EVENTS, *SPEECHES))
    return store


def events(store: Store, page: PageId) -> tuple[EventMention, ...]:
    with store.reader() as reader:
        reading = reader.reading(page)
        assert list(reader.check()) == []
    assert reading is not None
    return reading.events


def digest(store: Store) -> str:
    with store.reader() as reader:
        assert list(reader.check()) == []
        return reader.digest()


def said_at_all(store: Store, words: str) -> int:
    with store.reader() as reader:
        return reader.statements(Scope(), Sought(words=words)).total


def test_a_correction_stands_in_for_what_was_found_under_its_id(filled: Store) -> None:
    met = event(filled, PAGE, "met")
    file(
        filled, on(CORRECT, PAGE, met, date="2031-05-02", place="Orrin", actors="Sudland (SDL); Norland army (NRL MIL)")
    )
    corrected = event(filled, PAGE, "met")
    assert corrected.id(PAGE) == met.id(PAGE)
    assert (corrected.date, corrected.place and corrected.place.text) == ("2031-05-02", "Orrin")
    assert corrected.place is not None
    assert corrected.place.latitude is None, "the point was that of another place"
    assert [(p.text, p.code) for p in corrected.actors] == [("Sudland", "SDL"), ("Norland army", "NRL MIL")]
    assert corrected.maker == "reviewer ada"
    assert len(events(filled, PAGE)) == 3


@pytest.mark.parametrize(("kind", "left"), [(CONFIRM, 3), (REJECT, 2), (NOTE, 3)])
def test_a_rejected_mention_is_not_shown_and_others_are(filled: Store, kind: DecisionKind, left: int) -> None:
    before = digest(filled)
    [filed] = file(filled, on(kind, PAGE, event(filled, PAGE, "met")))
    assert len(events(filled, PAGE)) == left
    file(filled, undo(filed))
    assert len(events(filled, PAGE)) == 3
    assert digest(filled) != before, "the log has grown"


def test_an_undo_can_be_undone(filled: Store) -> None:
    [rejected] = file(filled, on(REJECT, PAGE, event(filled, PAGE, "met")))
    [undone] = file(filled, undo(rejected))
    file(filled, undo(undone))
    assert [e.trigger.of(SHELLING.data.decode()) for e in events(filled, PAGE)] == ["shelled", "will meet"]


def test_of_two_decisions_the_later_wins_and_of_corrections_field_by_field(filled: Store) -> None:
    met = event(filled, PAGE, "met")
    file(
        filled,
        on(CORRECT, PAGE, met, date="2031-05-02", status="alleged"),
        on(CORRECT, PAGE, met, date="2031-05-03"),
    )
    now = event(filled, PAGE, "met")
    assert (now.date, now.status) == ("2031-05-03", Status.ALLEGED)
    file(filled, on(REJECT, PAGE, met))
    assert len(events(filled, PAGE)) == 2
    file(filled, on(CONFIRM, PAGE, met))
    assert event(filled, PAGE, "met") == now


def test_a_correction_does_not_leak_to_the_same_words_elsewhere(store: Store) -> None:
    body = (
        "Calm\n#Fired/violation/denied/2031-04-29///# and #Fired/violation/denied/2031-04-29///#.\n«Go» and\n@A@ «Go»"
    )
    twice = captured(body, "1.txt"), captured(f"{body}\n", "2.txt")
    fill(store, twice)
    one, two = (c.page.id for c in twice)
    file(
        store,
        on(CORRECT, one, event(store, one, "Fired", 1), date="2031-04-30"),
        on(CORRECT, two, statement(store, two, "Go", 0), speaker="Lea Orr"),
    )
    assert [e.date for e in events(store, one)] == ["2031-04-29", "2031-04-30"]
    assert [e.date for e in events(store, two)] == ["2031-04-29", "2031-04-29"]
    with store.reader() as reader:
        names = {
            c.page.id: sorted(s.speaker.name if s.speaker else "" for s in r.statements)
            for c in twice
            if (r := reader.reading(c.page.id))
        }
    assert names == {one: ["", "A"], two: ["A", "Lea Orr"]}


def test_a_corrected_statement_is_found_by_what_it_says_now_and_once(filled: Store) -> None:
    page = KELLER.page.id
    bridge = statement(filled, page, "bridge")
    file(filled, on(CORRECT, page, bridge, speaker="Lea Orr", office="envoy", said_on="2031-04-30", kind="direct"))
    with filled.reader() as reader:
        [row] = reader.statements(Scope(), Sought(speaker="Orr envoy")).rows
        assert reader.statements(Scope(), Sought(words="bridge")).total == 1
        assert "Lea Orr" in [profile.name for profile in reader.profiles(Scope(), Sought())]
        assert reader.statements(Scope(until="2031-04-30"), Sought()).total == 1
    now = row.statement
    assert now.speaker is not None
    assert now.speaker.grounds is SpeakerGrounds.REVIEWED
    assert now.said_on is not None
    assert (now.said_on.value, now.said_on.grounds) == ("2031-04-30", SaidGrounds.REVIEWED)
    assert now.attribution.kind is Kind.DIRECT
    assert now.id(page) == bridge.id(page)
    file(filled, on(REJECT, page, bridge))
    assert said_at_all(filled, "bridge") == 0


def test_what_was_missed_is_added_with_its_words(filled: Store) -> None:
    text = SHELLING.data.decode()
    like = event(filled, PAGE, "shelled")
    post = Range(text.index("a post"), text.index("a post") + 6)
    fields = {"track": "fighting", "category": "assault", "date": "2031-05-01"}
    missed = added(Thing.EVENT, PAGE, like, post, **fields)
    said = added(Thing.STATEMENT, PAGE, like, post, speaker="Lea Orr")
    [filed, _] = file(filled, missed, said)
    new = event(filled, PAGE, "a post")
    assert (new.track, new.category, new.status, new.asserted_by) == (
        Track.FIGHTING,
        "ASSAULT",
        Status.HAPPENED,
        "outlet",
    )
    assert said_at_all(filled, "post") == 1
    file(filled, on(CORRECT, PAGE, new, status="denied"))
    assert event(filled, PAGE, "a post").status is Status.DENIED
    file(filled, on(REJECT, PAGE, new))
    assert len(events(filled, PAGE)) == 3
    file(filled, on(CONFIRM, PAGE, new), undo(filed))
    assert len(events(filled, PAGE)) == 3, "the addition is undone, whatever was decided on it"


def test_what_a_newer_model_finds_as_well_is_shown_once(filled: Store) -> None:
    page = KELLER.page.id
    nobody = statement(filled, page, "Nobody")
    with filled.writer() as writer:
        reading = read(writer.load([page])[0])
        writer.put([replace(reading, statements=reading.statements[:-1])])
    words = nobody.attribution.content[0]
    file(filled, added(Thing.STATEMENT, page, nobody, words, speaker="Lea Orr"))
    with filled.writer() as writer:
        bare = replace(nobody, attribution=replace(nobody.attribution, cue=()))
        writer.put([replace(reading, statements=(*reading.statements[:-1], bare))])
    assert said_at_all(filled, "Nobody") == 1
    assert (statement(filled, page, "Nobody").speaker or nobody).name == "Lea Orr"  # type: ignore[union-attr]


def test_decisions_hold_when_pages_are_read_anew_or_the_record_is_rebuilt(filled: Store) -> None:
    text = SHELLING.data.decode()
    post = Range(text.index("a post"), text.index("a post") + 6)
    met = event(filled, PAGE, "met")
    fields = {"track": "fighting", "category": "ASSAULT"}
    file(
        filled,
        on(CORRECT, PAGE, met, date="2031-05-02"),
        on(REJECT, PAGE, event(filled, PAGE, "shelled")),
        added(Thing.EVENT, PAGE, event(filled, PAGE, "shelled"), post, **fields),
        on(CONFIRM, CALM.page.id, event(filled, CALM.page.id, "Fired")),
        on(CORRECT, KELLER.page.id, statement(filled, KELLER.page.id, "bridge"), venue="a bridge"),
    )
    before, shown = digest(filled), events(filled, PAGE)
    assert len(shown) == 3
    with filled.writer() as writer:
        writer.put([read(kept) for kept in writer.load([PAGE, KELLER.page.id])])
    assert (digest(filled), events(filled, PAGE)) == (before, shown)
    with filled.writer() as writer:
        writer.drop_derived()
        finish(writer)
    assert (digest(filled), events(filled, PAGE)) == (before, shown)


def test_the_order_of_reading_and_deciding_leaves_one_digest(fresh: OpenStore) -> None:
    early, late = fresh(), fresh()
    fill(early, EVENTS)
    decision = on(CORRECT, PAGE, event(early, PAGE, "met"), date="2031-05-02")
    reject = on(REJECT, CALM.page.id, event(early, CALM.page.id, "Fired"))
    filed = file(early, decision, reject)
    with late.writer() as writer:
        writer.keep(EVENTS[::-1], "recipe-one")
    file(late, *filed)
    with late.writer() as writer:
        finish(writer)
    assert digest(early) == digest(late)


def test_keys_follow_what_is_shown(filled: Store) -> None:
    """A corrected date files the event under another key, and what is put aside is filed nowhere."""
    met = event(filled, PAGE, "met")
    file(filled, on(CORRECT, PAGE, met, date="2031-05-02"), on(REJECT, PAGE, event(filled, PAGE, "shelled")))
    with filled.reader() as reader:
        assert list(reader.check()) == []
        found = [
            row.trigger for row in reader.events(Scope(since="2031-05-02", until="2031-05-02"), SoughtEvents()).rows
        ]
    assert found == ["met"]


def test_times_only_grow_even_if_the_clock_is_set_back(filled: Store) -> None:
    met = event(filled, PAGE, "met")
    late = replace(on(CONFIRM, PAGE, met), at="2031-06-05T10:00:00.5Z")
    early = replace(on(REJECT, PAGE, met), at="2031-06-01T10:00:00Z")
    filed = file(filled, late, early)
    assert [d.at for d in filed] == ["2031-06-05T10:00:00.5Z", "2031-06-05T10:00:00.500001Z"]
    assert len(events(filled, PAGE)) == 2, "what is filed later wins"


def test_nothing_is_decided_on_a_page_that_is_not_kept(filled: Store) -> None:
    met = event(filled, PAGE, "met")
    with filled.writer() as writer:
        with pytest.raises(UsageError, match="is not kept"):
            writer.decide(on(REJECT, TALKS.page.id, met))
        with pytest.raises(UsageError, match="not in the log"):
            writer.decide(undo(on(REJECT, PAGE, met)))
    with filled.reader() as reader:
        assert reader.decisions() == []


def test_a_decision_on_what_a_newer_model_does_not_find_changes_nothing_and_is_kept(filled: Store) -> None:
    met = event(filled, PAGE, "met")
    decision = on(CORRECT, PAGE, met, date="2031-05-02")
    [filed] = file(filled, decision)
    with filled.writer() as writer:
        reading = read(writer.load([PAGE])[0])
        writer.put([replace(reading, events=tuple(e for e in reading.events if e != met))])
    assert len(events(filled, PAGE)) == 2
    with filled.writer() as writer:
        writer.put([reading])
    assert event(filled, PAGE, "met").date == "2031-05-02", "found again, it is corrected again"
    with filled.reader() as reader:
        assert reader.decisions() == [filed]


def test_rulings_apply_where_all_that_they_speak_of_is_known(filled: Store) -> None:
    calm = CALM.page.id
    one, two = event(filled, PAGE, "shelled").id(PAGE), event(filled, calm, "Fired").id(calm)
    three = event(filled, PAGE, "met").id(PAGE)
    filed = file(filled, on_pair(MERGE, two, one, PAGE, calm), on_pair(SPLIT, one, three, PAGE))
    pairs = Rulings(((min(one, two), max(one, two)),), ((min(one, three), max(one, three)),))
    with filled.reader() as reader:
        assert reader.rulings(Scope()) == pairs
        assert reader.rulings(Scope(as_of="2031-05-04")) == replace(pairs, together=())
        assert reader.rulings(Scope(as_of="2031-05-03")) == Rulings()
        assert reader.rulings(Scope(outlets=("nobody",))) == pairs, "what is one hangs on no choice of outlets"
    file(filled, undo(filed[0]))
    with filled.reader() as reader:
        assert reader.rulings(Scope()) == replace(pairs, together=())


def test_a_decision_filed_twice_is_one(filled: Store) -> None:
    decision = on(REJECT, PAGE, event(filled, PAGE, "met"))
    file(filled, decision)
    with filled.writer() as writer:
        assert writer.decide(decision) is None
    with filled.reader() as reader:
        assert reader.decisions() == [decision]


def on_page(page: PageId, **fields: str | None) -> Decision:
    return Decision(CORRECT, (page,), "ada", AT, "stamped so", tuple(fields.items()), None, Thing.PAGE, (page,))


def test_a_reviewer_s_word_on_a_page_counts_above_all_that_was_given(filled: Store) -> None:
    before = digest(filled)
    [filed] = file(filled, on_page(PAGE, outlet="Zulu", published="2031-07-01"))
    with filled.writer() as writer:
        assert writer.unread(RECIPE) == [PAGE]
        assert writer.keep([SHELLING], RECIPE).stale == (PAGE,)
        assert writer.load([PAGE])[0].given == Given("Zulu", "2031-07-01")
        finish(writer)
        assert writer.unread(RECIPE) == []
    with filled.reader() as reader:
        [row] = reader.pages(Scope(outlets=("Zulu",)))
        assert row.published is not None
        assert row.published.value == "2031-07-01"
        assert "shelled" not in [r.trigger for r in reader.events(Scope(as_of="2031-06-30"), SoughtEvents()).rows]
        assert list(reader.check()) == []
    file(filled, undo(filed))
    with filled.writer() as writer:
        assert writer.load([PAGE])[0].given == Given("HP")
        finish(writer)
    with filled.reader() as reader:
        assert [r.page.id for r in reader.pages(Scope(as_of="2031-05-04"))].count(PAGE) == 1
    assert digest(filled) != before


def test_a_corrected_page_stays_corrected_when_the_record_is_rebuilt(filled: Store) -> None:
    file(filled, on_page(PAGE, published="2031-07-01"))
    with filled.writer() as writer:
        finish(writer)
    before = digest(filled)
    with filled.writer() as writer:
        writer.drop_derived()
        finish(writer)
    assert digest(filled) == before
