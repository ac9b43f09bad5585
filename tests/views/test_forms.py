"""Rows as JSON values and as CSV."""

import ast
import csv
import dataclasses
import inspect
import io
import json

import pytest

from trucewatch.record.ids import PageId
from trucewatch.record.spans import Evidence, Range
from trucewatch.views import entity_rows
from trucewatch.views import rows as rows_module
from trucewatch.views.entity_rows import OfficeListRow, PersonListRow, PlaceListRow
from trucewatch.views.forms import as_dicts, columns, csv_lines
from trucewatch.views.rows import (
    Counted,
    EventListRow,
    HitListRow,
    PageListRow,
    SourceListRow,
    StatementListRow,
    TimelineRow,
)

KINDS = (
    *(TimelineRow, PageListRow, SourceListRow, HitListRow, StatementListRow, PersonListRow, EventListRow),
    OfficeListRow,
    PlaceListRow,
)
PAGE = PageId("0" * 32)
EVIDENCE = Evidence(PAGE, "Harbour Post", None, 3, 12, 'He said: "no"')


def source(name: str | None) -> SourceListRow:
    relays = (Counted("Telix", 2), Counted("Aurora", 1))
    return SourceListRow(name, "press", 2, None, "2031-05-04", relays, (), 2, 1, 1, 0, (), (EVIDENCE, EVIDENCE))


def hit(snippet: str) -> HitListRow:
    return HitListRow("2031-05", None, None, snippet, (Range(0, 2), Range(4, 5)), "paragraph", PAGE, (EVIDENCE,))


def parsed(kind: type, given: list[object]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_lines(kind, given)))))


def test_json_has_every_field_and_null_for_what_is_unknown() -> None:
    [row] = as_dicts([source(None)])
    assert list(row) == [f.name for f in dataclasses.fields(SourceListRow)]
    assert (row["name"], row["first"], row["pages"]) == (None, None, 2)
    assert row["relays"] == [{"name": "Telix", "pages": 2}, {"name": "Aurora", "pages": 1}]
    assert row["evidence"][0] == {
        "page": PAGE,
        "outlet": "Harbour Post",
        "published": None,
        "start": 3,
        "end": 12,
        "quote": 'He said: "no"',
    }
    assert json.loads(json.dumps(row)) == row


@pytest.mark.parametrize("kind", KINDS)
def test_csv_columns_are_the_fields_even_without_rows(kind: type) -> None:
    names = [f.name for f in dataclasses.fields(kind)]
    assert columns(kind) == (*names, "quote")
    assert "".join(csv_lines(kind, [])) == ",".join(columns(kind)) + "\n"


def test_csv_joins_lists_and_spells_evidence() -> None:
    [row] = parsed(SourceListRow, [source(None)])
    assert row["relays"] == "Telix (2); Aurora (1)"
    assert (row["name"], row["relayed_by"], row["pages"]) == ("", "", "2")
    assert row["evidence"] == f"{PAGE}:3-12; {PAGE}:3-12"
    assert row["quote"] == 'He said: "no"; He said: "no"'
    [found] = parsed(HitListRow, [hit("some words")])
    assert found["matches"] == "0-2; 4-5"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1", "\n=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(cell: str) -> None:
    [row] = parsed(HitListRow, [hit(cell)])
    assert row["snippet"][0] == "'"
    assert row["snippet"][1:].strip() == cell.strip()


@pytest.mark.parametrize("cell", ["plain", "a=1", 'say "no", then', "two\nlines", "naïve – «да»", ""])
def test_other_cells_come_back_as_they_were(cell: str) -> None:
    [row] = parsed(HitListRow, [hit(cell)])
    assert row["snippet"] == cell


def test_csv_can_always_be_encoded() -> None:
    assert "\ufffd" in "".join(csv_lines(HitListRow, [hit("half \ud800 a pair")])).encode("utf-8").decode("utf-8")


@pytest.mark.parametrize("kind", [*KINDS, Counted])
def test_every_field_of_a_row_says_what_it_is(kind: type) -> None:
    [tree] = ast.parse(inspect.getsource(kind)).body
    assert isinstance(tree, ast.ClassDef)
    told = {
        field.target.id
        for field, below in zip(tree.body, tree.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    }
    assert told == {f.name for f in dataclasses.fields(kind)}


def test_every_row_type_is_tested_here() -> None:
    modules = (rows_module, entity_rows)
    ends = {n for module in modules for n, _ in inspect.getmembers(module, inspect.isclass) if n.endswith("Row")}
    assert ends == {kind.__name__ for kind in KINDS}
