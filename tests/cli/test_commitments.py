"""`trucewatch show commitments` from the outside, on the example pages."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Call


def _rows(call: Call, record: str, *words: str) -> list[Any]:
    done = call("show", "commitments", *words, "--record", record, "--format", "json", "--limit", "0")
    assert done.code == 0
    rows = json.loads(done.out)
    assert isinstance(rows, list)
    return rows


def test_truces_and_promises_of_the_example_pages(call: Call, record: str) -> None:
    rows = {row["what"]: row for row in _rows(call, record)}
    assert rows["Aldmoor Statement"]["state"] == "broken"
    assert rows["Aldmoor Statement"]["by"] == "Lurenia and Belkara"
    [handed] = [row for what, row in rows.items() if "hand over to the mission" in what]
    assert (handed["by"], handed["state"], handed["due"]) == ("Lurenia", "pending", "2018-04-15")


def test_what_is_told_later_is_not_known_before(call: Call, record: str) -> None:
    before = _rows(call, record, "--as-of", "2018-04-01")
    assert before
    assert all(e["published"] <= "2018-04-01" for row in before for e in row["evidence"])
    assert all(s["evidence"][0]["published"] <= "2018-04-01" for row in before for s in row["steps"])
    [truce] = [row for row in before if row["what"] == "Aldmoor Statement"]
    assert truce["state"] != "broken"


def test_filters_narrow_and_silence_is_counted_from_the_day_asked_for(call: Call, record: str) -> None:
    everything = _rows(call, record, "--as-of", "2018-12-31")
    broken = _rows(call, record, "--as-of", "2018-12-31", "--state", "broken", "--by", "Lurenia")
    assert [row for row in everything if row["state"] == "broken"] == broken
    silent = _rows(call, record, "--as-of", "2018-12-31", "--silent-for", "60d")
    assert silent
    assert all(row["last"] <= "2018-11-01" and row["state"] != "kept" for row in silent)


@pytest.mark.parametrize("days", ["soon", "-3d", "30m"])
def test_a_silence_that_is_no_number_of_days_is_refused(call: Call, record: str, days: str) -> None:
    done = call("show", "commitments", f"--silent-for={days}", "--record", record)
    assert done.code == 2
    assert "write 30d" in done.err


def test_the_table_says_who_what_and_where_it_stands(call: Call, record: str) -> None:
    done = call("show", "commitments", "--record", record, "--state", "broken")
    assert done.code == 0
    assert "Aldmoor Statement" in done.out
    assert "PAM" in done.out
