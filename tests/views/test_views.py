"""The views over a record of the sample pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.samples import EMPTY, REGISTER, SAMPLE, TALKS, TRUCE, UNDATED, captured, fill
from trucewatch.errors import UsageError
from trucewatch.record.pages import Captured, Given
from trucewatch.record.protocols import Reader, Scope
from trucewatch.record.spans import Evidence
from trucewatch.store import open_store
from trucewatch.views.pages import pages
from trucewatch.views.rows import Counted, HitListRow, PageListRow, SourceListRow, TimelineRow
from trucewatch.views.search import SNIPPET, search, window
from trucewatch.views.sources import sources
from trucewatch.views.timeline import timeline


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    yield from _reader(tmp_path, SAMPLE)


def _reader(folder: Path, captures: tuple[Captured, ...]) -> Iterator[Reader]:
    store = open_store(str(folder / "k.db"), REGISTER, create=True)
    fill(store, captures)
    with store.reader() as opened:
        yield opened


Row = TimelineRow | PageListRow | SourceListRow | HitListRow


def test_every_row_of_every_view_has_evidence_that_slices_back(reader: Reader) -> None:
    scope = Scope(limit=0)
    found: list[Row] = [*timeline(reader, scope).rows, *pages(reader, scope).rows, *sources(reader, scope).rows]
    found += search(reader, scope, "truce").rows
    texts = {c.page.id: c.data.decode() for c in SAMPLE}
    assert len(found) == 4 + 4 + 3 + 2
    for row in found:
        assert row.evidence
        for e in row.evidence:
            assert texts[e.page][e.start : e.end] == e.quote


def test_the_timeline_is_in_order_of_days_with_the_undatable_last(reader: Reader) -> None:
    rows = timeline(reader, Scope()).rows
    assert [(r.date, r.precision) for r in rows] == [
        ("2031-04-30", "day"),
        ("2031-05", "month"),
        ("2031-05-03", "day"),
        (None, "day"),
    ]
    first = rows[0]
    sentence = "The truce of [2031-04-30] holds since [2031-05]."
    start = TRUCE.data.decode().index(sentence)
    assert (first.outlet, first.published, first.page) == ("Telix", "2031-05-02", TRUCE.page.id)
    assert (first.words, first.sentence, first.value, first.type) == ("2031-04-30", sentence, "2031-04-30", "DATE")
    whole = Evidence(TRUCE.page.id, "Telix", "2031-05-02", start, start + len(sentence), sentence)
    assert first.evidence == (whole,)
    assert rows[-1].value == "XXXX-12-13"


def test_the_timeline_leaves_out_what_stands_on_no_calendar(tmp_path: Path) -> None:
    body = "Vague\n[P3D] and [PXD] and [PRESENT_REF] and [XXXX-XX-XX] and [XXXX-WXX-1] and [T21:00]\n[2031]"
    for reader in _reader(tmp_path, (captured(body),)):
        assert [r.date for r in timeline(reader, Scope()).rows] == ["2031"]
        assert timeline(reader, Scope(since="2032")).rows == ()


def test_a_sentence_that_names_one_date_twice_is_one_row_at_the_finer_precision(tmp_path: Path) -> None:
    body = "Guns\nOn [2031-05-03] at [2031-05-03T21:30], again [2031-05-03].\nOn [2031-05-03] too.\nIn [2031-05]."
    for reader in _reader(tmp_path, (captured(body),)):
        rows = timeline(reader, Scope()).rows
        assert [(r.date, r.precision) for r in rows] == [
            ("2031-05", "month"),
            ("2031-05-03", "time"),
            ("2031-05-03", "day"),
        ]
        for limit in (1, 2):
            cut = timeline(reader, Scope(limit=limit))
            assert (len(cut.rows), cut.cut) == (limit, True)
        assert timeline(reader, Scope(limit=3)).cut is False


def test_a_timeline_of_many_repetitions_still_fills_its_limit(tmp_path: Path) -> None:
    same = " ".join(["[2031-05-03]"] * 40)
    for reader in _reader(tmp_path, (captured(f"Guns\n{same}\n[2031-06-01]\n[2031-07-01]"),)):
        rows = timeline(reader, Scope(limit=2))
        assert [r.date for r in rows.rows] == ["2031-05-03", "2031-06-01"]
        assert rows.cut


def test_the_list_of_pages_says_what_became_of_each(reader: Reader) -> None:
    rows = {r.id: r for r in pages(reader, Scope()).rows}
    talks, empty = rows[TALKS.page.id], rows[EMPTY.page.id]
    assert (talks.state, talks.detail, talks.times) == ("read", None, 1)
    assert (talks.outlet, talks.published, talks.grounds) == ("Harbour Post", "2031-05-04", "stamp")
    assert (talks.headline, talks.language, talks.locators) == ("Talks resume in Velmar", "en", ("a/talks.txt",))
    assert talks.evidence[0].quote == "Talks resume in Velmar"
    assert (empty.state, empty.detail, empty.times) == ("EMPTY", "no line", 0)
    assert empty.evidence == (Evidence(EMPTY.page.id, None, None, 0, 0, ""),)
    assert rows[UNDATED.page.id].published is None


def test_a_page_that_waits_to_be_read_is_unread(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "k.db"), REGISTER, create=True)
    with store.writer() as writer:
        writer.keep([TALKS], "any")
    with store.reader() as opened:
        assert [r.state for r in pages(opened, Scope()).rows] == ["unread"]


def test_sources_say_who_relays_whom(reader: Reader) -> None:
    rows = {r.name: r for r in sources(reader, Scope()).rows}
    assert rows["Harbour Post"].relays == (Counted("Telix", 1),)
    assert rows["Harbour Post"].evidence[0].quote == "Telix"
    assert rows["Telix"].relayed_by == (Counted("Harbour Post", 1),)
    assert rows[None].pages == 2


def test_an_outlet_whose_one_page_has_no_text_is_shown_with_that_page(tmp_path: Path) -> None:
    blank = captured(" ", "blank.txt", Given("HP"))
    for reader in _reader(tmp_path, (blank,)):
        [row] = sources(reader, Scope()).rows
        assert row.evidence == (Evidence(blank.page.id, None, None, 0, 0, ""),)


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 0])
def test_a_cut_is_told(reader: Reader, limit: int) -> None:
    rows = pages(reader, Scope(limit=limit))
    assert len(rows.rows) == min(limit or 4, 4)
    assert rows.cut is (0 < limit < 4)


def test_a_hit_shows_what_matched_and_where_it_stands(reader: Reader) -> None:
    [row] = search(reader, Scope(), "velmar").rows
    assert (row.snippet, row.role, row.headline) == ("Talks resume in Velmar", "headline", "Talks resume in Velmar")
    assert [at.of(row.snippet) for at in row.matches] == ["Velmar"]
    assert (row.date, row.outlet, row.page) == ("2031-05-04", "Harbour Post", TALKS.page.id)


def test_a_long_passage_is_cut_around_the_match_with_exact_evidence(tmp_path: Path) -> None:
    body = "Long\n" + "before " * 90 + "velmar " + "after " * 20 + "Velmar's " + "rest " * 90
    for reader in _reader(tmp_path, (captured(body),)):
        [row] = search(reader, Scope(), "velmar").rows
        [evidence] = row.evidence
        assert body[evidence.start : evidence.end] == evidence.quote
        assert row.snippet == f"…{evidence.quote}…"
        assert len(evidence.quote) <= SNIPPET
        assert evidence.quote.startswith("before ")
        assert not evidence.quote.endswith(" ")
        assert [at.of(row.snippet) for at in row.matches] == ["velmar", "Velmar"]


@pytest.mark.parametrize("match", [(0, 5), (500, 505), (990, 1000), (0, 1000), (100, 900), (0, 0)])
@pytest.mark.parametrize("words", ["x" * 1000, ("word " * 200), " " * 999 + "x"])
def test_a_window_is_never_empty_or_outside(words: str, match: tuple[int, int]) -> None:
    shown = window(words, match)
    assert 0 <= shown.start < shown.end <= len(words)
    assert shown.end - shown.start <= SNIPPET
    assert shown.start <= match[0] < shown.end


def test_an_empty_search_is_refused(reader: Reader) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        search(reader, Scope(), "  ")
