"""The view of who said what, over pages on which people speak."""

from collections.abc import Iterator

import pytest

from tests.store.samples import KELLER, REGISTER, SAMPLE, SPEECHES, captured, fill
from trucewatch.record.mentions import Kind
from trucewatch.record.protocols import Reader, Scope, Sought
from trucewatch.store import open_store
from trucewatch.views.statements import quoted_at_all, statements
from trucewatch.views.suggestions import completions, most_quoted, near_misses

AGAIN = captured("Again\n@Border Guard@ (said): «Still open»")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    store = open_store(str(tmp_path_factory.mktemp("record") / "k.db"), REGISTER, create=True)
    fill(store, (*SAMPLE, *SPEECHES, AGAIN))
    with store.reader() as opened:
        yield opened


def test_a_row_says_who_spoke_to_whom_where_when_and_through_whom(reader: Reader) -> None:
    row = statements(reader, Scope(), Sought(speaker="Anna Keller", kind=Kind.DIRECT)).rows[0]
    assert (row.speaker, row.office, row.on_behalf) == ("Anna Keller", "Foreign Minister", "Norland")
    assert (row.speaker_type, row.speaker_grounds) == ("person", "named")
    assert (row.kind, row.words) == ("direct", "We will not wait … never again")
    assert (row.addressee, row.venue) == ("Telix", "interview with Telix")
    assert (row.said_on, row.said_grounds, row.published) == ("2031-05-01", "stated", "2031-05-04")
    assert row.via == ("Harbour Post", "HP", "Telix"), "the chain begins with the outlet"
    assert (row.outlet, row.page) == ("Harbour Post", KELLER.page.id)


def test_what_is_not_known_is_said(reader: Reader) -> None:
    asked, nobody = statements(reader, Scope(outlets=("HP",)), Sought()).rows[1:]
    assert (asked.speaker, asked.as_written, asked.said_on) == (None, "he", None)
    assert (asked.via, asked.published) == (("Harbour Post",), "2031-05-04")
    assert (nobody.speaker, nobody.as_written, nobody.speaker_type) == (None, None, None)


def test_every_row_has_evidence_that_slices_back_and_holds_the_words(reader: Reader) -> None:
    texts = {p.page.id: p.data.decode() for p in (*SAMPLE, *SPEECHES, AGAIN)}
    said = statements(reader, Scope(limit=0), Sought()).rows
    assert len(said) == 8
    for row in said:
        [evidence] = row.evidence
        assert all(piece in evidence.quote for piece in row.words.split(" … "))
    found = [row.evidence for row in said]
    assert all(found)
    assert all(texts[e.page][e.start : e.end] == e.quote for evidence in found for e in evidence)


@pytest.mark.parametrize("limit", [1, 7, 8, 9, 0])
def test_a_cut_is_told_with_the_number_of_all(reader: Reader, limit: int) -> None:
    rows = statements(reader, Scope(limit=limit), Sought())
    assert (len(rows.rows), rows.cut, rows.total) == (min(limit or 8, 8), 0 < limit < 8, 8)


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("Kellar", ("ANNA KELER", "Áron Keller")),
        ("Ana Kellr", ("ANNA KELER",)),
        ("Bordr Gard", ("Border Guard",)),
        ("Zanzibar", ()),
        ("", ()),
        ("?", ()),
    ],
)
def test_a_slip_is_answered_with_the_names_that_are_nearly_spelt_so(
    reader: Reader, written: str, offered: tuple[str, ...]
) -> None:
    assert near_misses(reader, written) == offered


def test_names_are_completed_word_by_word_with_the_most_quoted_first(reader: Reader) -> None:
    assert completions(reader, "ke") == ("Keller", "KELER")
    assert completions(reader, "bor") == ("Border",)
    assert completions(reader, "anna ke") == ("ANNA KELER", "Anna Keller")
    assert completions(reader, "zz") == ()
    assert completions(reader, "")[0] == "Border"


def test_the_most_quoted_are_named(reader: Reader) -> None:
    assert most_quoted(reader)[0] == ("Border Guard", 2)
    assert quoted_at_all(reader, Sought(speaker="guard", kind=Kind.MIXED)) == 2
