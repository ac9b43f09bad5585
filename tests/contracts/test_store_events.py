"""What every store answers about what happened."""

from dataclasses import replace

import pytest

from tests.store.samples import CALM, EVENTS, SHELLING, TALKS, fill, read
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import EventRow, Found, Scope, SoughtEvents, Store
from trucewatch.record.spans import Range


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store, EVENTS)
    return store


def ask(store: Store, sought: SoughtEvents | None = None, scope: Scope | None = None) -> Found[EventRow]:
    with store.reader() as reader:
        return reader.events(scope or Scope(), sought or SoughtEvents())


def triggers(found: Found[EventRow]) -> list[str]:
    return [row.trigger for row in found.rows]


def test_events_come_by_their_own_date_and_undated_ones_last(filled: Store) -> None:
    assert triggers(ask(filled)) == ["Fired", "shelled", "met", "will meet"], "a page's publication dates no event"


def test_a_row_has_all_that_was_coded(filled: Store) -> None:
    row = ask(filled, SoughtEvents(status=Status.ALLEGED)).rows[0]
    text = SHELLING.data.decode()
    assert (row.page, row.outlet, row.trigger) == (SHELLING.page.id, "Harbour Post", "shelled")
    assert row.sentence == row.event.passage.of(text)
    with filled.writer() as writer:
        assert row.event == read(writer.load([SHELLING.page.id])[0]).events[0]
    assert (row.event.maker, row.event.score) == ("events@1", 0.5)
    assert row.published is not None


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (SoughtEvents(track=Track.VIOLATION), ["Fired", "shelled"]),
        (SoughtEvents(track=Track.CEASEFIRE), []),
        (SoughtEvents(status=Status.PLANNED), ["will meet"]),
        (SoughtEvents(category="CONSULT"), ["met", "will meet"]),
        (SoughtEvents(actor="aron KELER"), ["met"]),
        (SoughtEvents(actor="NRL"), ["shelled"]),
        (SoughtEvents(actor="NRL MIL"), ["shelled"]),
        (SoughtEvents(actor="Norlan"), []),
        (SoughtEvents(actor="Southerners", actor_codes=("SDL",)), ["met"]),
        (SoughtEvents(actor="post"), []),
        (SoughtEvents(actor=""), []),
        (SoughtEvents(actor="%"), []),
        (SoughtEvents(place="velmar"), ["met"]),
        (SoughtEvents(asserted_by="Keller, Anna"), ["shelled"]),
        (SoughtEvents(asserted_by="outlet"), ["met", "will meet"]),
        (SoughtEvents(page=CALM.page.id), ["Fired"]),
        (SoughtEvents(track=Track.MEETING, status=Status.HAPPENED, place="Velmar"), ["met"]),
    ],
)
def test_every_condition_narrows(filled: Store, sought: SoughtEvents, found: list[str]) -> None:
    assert triggers(ask(filled, sought)) == found


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (Scope(until="2031-04"), ["Fired"]),
        (Scope(since="2031-05-20"), ["met"]),
        (Scope(since="2031-05-01", until="2031-05-01"), ["shelled", "met"]),
        (Scope(as_of="2031-05-04"), ["shelled", "met", "will meet"]),
        (Scope(outlets=("telix news agency",)), ["Fired"]),
        (Scope(outlets=("nobody",)), []),
    ],
)
def test_events_keep_to_the_scope(filled: Store, scope: Scope, found: list[str]) -> None:
    assert triggers(ask(filled, scope=scope)) == found


@pytest.mark.parametrize("limit", [1, 3, 4, 5, 0])
def test_a_cut_is_counted(filled: Store, limit: int) -> None:
    found = ask(filled, scope=Scope(limit=limit))
    assert (len(found.rows), found.total) == (min(limit or 4, 4), 4)


def test_putting_replaces_events_and_dropping_forgets_them(filled: Store) -> None:
    with filled.writer() as writer:
        reading = read(writer.load([SHELLING.page.id])[0])
        writer.put([replace(reading, events=reading.events[1:])])
    assert triggers(ask(filled)) == ["Fired", "met", "will meet"]
    with filled.reader() as reader:
        assert reader.reading(SHELLING.page.id) == replace(reading, events=reading.events[1:])
        assert list(reader.check()) == []
    with filled.writer() as writer:
        writer.drop_derived()
    assert ask(filled).total == 0


def test_events_of_another_text_are_refused(filled: Store) -> None:
    fill(filled, [TALKS])
    with filled.writer() as writer:
        talks, shelling = (read(kept) for kept in writer.load([TALKS.page.id, SHELLING.page.id]))
        with pytest.raises(ValueError, match="event of another text"):
            writer.put([replace(talks, events=shelling.events)])


def test_the_digest_tells_events_apart_but_not_how_sure_they_are(filled: Store) -> None:
    digests = []
    with filled.writer() as writer:
        reading = read(writer.load([SHELLING.page.id])[0])
        first, *others = reading.events
        for one in (first, replace(first, score=0.25), replace(first, trigger=Range(15, 20))):
            writer.put([replace(reading, events=(one, *others))])
            with filled.reader() as reader:
                digests.append(reader.digest())
    assert digests[0] == digests[1]
    assert digests[0] != digests[2]
