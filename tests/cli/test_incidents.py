"""`show incidents` on the example pages."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.conftest import ExamplesRead
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS

needs_model = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")


def _rows(call: Call, record: str, *words: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(
        call("show", "incidents", *words, "--record", record, "--format", "json").out
    )
    return rows


@needs_model
def test_what_one_side_tells_and_the_other_denies_is_counted_so(call: Call, examples_read: ExamplesRead) -> None:
    rows = _rows(call, examples_read.record, "--since", "2018-04-02", "--until", "2018-04-08", "--side", "Belkara")
    assert [row["week"] for row in rows] == ["2018-04-02"]
    assert rows[0]["incidents"] >= 1
    assert rows[0]["denied"] >= 1


@needs_model
def test_numbers_agree_and_rest_on_passages(call: Call, examples_read: ExamplesRead) -> None:
    rows = _rows(call, examples_read.record, "--limit", "0")
    assert len({(row["week"], row["side"]) for row in rows}) == len(rows) >= 10
    for row in rows:
        assert row["recorded"] + row["claimed"] == row["incidents"] >= row["violations"]
        assert 1 <= len(row["evidence"]) <= row["mentions"]


@needs_model
def test_what_is_counted_as_of_a_day_rests_on_the_pages_by_then(call: Call, examples_read: ExamplesRead) -> None:
    rows = _rows(call, examples_read.record, "--as-of", "2018-04-30")
    assert rows
    assert all(found["published"] <= "2018-04-30" for row in rows for found in row["evidence"])


@needs_model
def test_a_period_without_any_page_says_what_to_do(call: Call, examples_read: ExamplesRead) -> None:
    done = call("show", "incidents", "--record", examples_read.record, "--since", "1950", "--until", "1951")
    assert (done.code, done.out) == (0, "")
    assert "widen" in done.err


@needs_model
def test_a_table_and_csv_have_the_weeks(call: Call, examples_read: ExamplesRead) -> None:
    table = call("show", "incidents", "--record", examples_read.record, "--track", "violation")
    csv = call("show", "incidents", "--record", examples_read.record, "--track", "violation", "--format", "csv")
    assert csv.out.startswith("week,side,incidents,violations,recorded,claimed,denied,")
    assert "2018-04-09" in table.out
    assert "2018-04-09" in csv.out
