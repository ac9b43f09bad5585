"""The view of what happened, over pages that tell of events."""

from collections.abc import Iterator

import pytest

from tests.store.samples import EVENTS, REGISTER, SAMPLE, SHELLING, fill
from trucewatch.record.mentions import Track
from trucewatch.record.protocols import Reader, Scope, SoughtEvents
from trucewatch.store import open_store
from trucewatch.views.events import coded_at_all, events


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    store = open_store(str(tmp_path_factory.mktemp("record") / "k.db"), REGISTER, create=True)
    fill(store, (*SAMPLE, *EVENTS))
    with store.reader() as opened:
        yield opened


def test_a_row_says_who_did_what_to_whom_where_and_when_and_who_says_so(reader: Reader) -> None:
    row = events(reader, Scope(), SoughtEvents(actor="Norland army")).rows[0]
    assert (row.date, row.precision, row.trigger) == ("2031-05-01", "day", "shelled")
    assert (row.track, row.status, row.status_words) == ("violation", "alleged", "shelled")
    assert (row.category, row.mode, row.context) == ("ASSAULT", None, "military")
    assert [str(p) for p in (*row.actors, *row.recipients)] == ["Norland army (NRL MIL)", "a post"]
    assert (row.place, row.latitude, row.longitude, row.place_precision) == ("Orrin", 41.5, 44.25, "exact")
    assert [str(q) for q in row.quantities] == ["at least 40 shell of the army"]
    assert (row.asserted_by, row.rule) == ("Anna Keller", "violation.made")
    assert (row.outlet, row.published, row.page) == ("Harbour Post", "2031-05-04", SHELLING.page.id)


def test_what_is_not_known_is_said(reader: Reader) -> None:
    row = events(reader, Scope(limit=0), SoughtEvents(track=Track.MEETING)).rows[-1]
    assert (row.date, row.precision, row.place, row.latitude, row.status_words) == (None, None, None, None, None)
    assert row.asserted_by == "outlet"


def test_every_row_has_evidence_that_slices_back_and_holds_the_trigger(reader: Reader) -> None:
    texts = {p.page.id: p.data.decode() for p in EVENTS}
    rows = events(reader, Scope(limit=0), SoughtEvents()).rows
    assert len(rows) == 4
    for row in rows:
        [evidence] = row.evidence
        assert texts[evidence.page][evidence.start : evidence.end] == evidence.quote == row.sentence
        assert row.trigger in row.sentence


@pytest.mark.parametrize("limit", [1, 3, 4, 5, 0])
def test_a_cut_is_told_with_the_number_of_all(reader: Reader, limit: int) -> None:
    rows = events(reader, Scope(limit=limit), SoughtEvents())
    assert (len(rows.rows), rows.cut, rows.matching) == (min(limit or 4, 4), 0 < limit < 4, 4)
    assert coded_at_all(reader) == 4
