"""`trucewatch changes` on made readings: forms, an empty answer, a period that is none."""

import csv
import io
import json

import pytest

from tests.cli.conftest import Call
from tests.store.samples import EVENTS, REGISTER, SAMPLE, fill
from trucewatch.store import open_store


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record that tests ask and leave as it is."""
    path = str(tmp_path_factory.mktemp("changes") / "changes.db")
    fill(open_store(path, REGISTER, create=True), (*SAMPLE, *EVENTS))
    return path


def test_every_form_has_the_same_rows(call: Call, record: str) -> None:
    asked = "changes", "--from", "2031-05", "--to", "2031-06", "--record", record, "--limit", "0"
    rows = json.loads(call(*asked, "--format", "json").out)
    assert rows
    assert all("2031-05-01" <= row["day"] <= "2031-06-30" for row in rows)
    lines = list(csv.DictReader(io.StringIO(call(*asked, "--format", "csv").out)))
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    assert rows[0]["subject"][:20] in call(*asked).out


def test_kinds_narrow_and_a_cut_is_told(call: Call, record: str) -> None:
    asked = "changes", "--from", "2031", "--to", "2031", "--record", record
    rows = json.loads(call(*asked, "--kind", "new-event", "--format", "json").out)
    assert {row["kind"] for row in rows} == {"new-event"}
    done = call(*asked, "--kind", "new-event", "--limit", "1")
    assert "there are more" in done.err


def test_an_empty_period_says_what_to_look_at(call: Call, record: str) -> None:
    done = call("changes", "--from", "1999", "--to", "1999", "--record", record)
    assert (done.code, done.out) == (0, "")
    assert "nothing became known from 1999-01-01 to 1999-12-31" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "2031-05", "--to", "2031-04"), "ends before it begins"),
        (("--from", "2031-13", "--to", "2032"), "is not a date"),
        (("--from", "2031"), "--to"),
    ],
)
def test_a_period_that_is_none_is_refused(call: Call, record: str, words: tuple[str, ...], said: str) -> None:
    done = call("changes", *words, "--record", record)
    assert done.code == 2
    assert said in done.err
