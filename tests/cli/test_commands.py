"""The commands as a user calls them: what they print where, and with which code they end."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.conftest import ExamplesRead


def test_reading_the_examples_counts_every_page(examples_read: ExamplesRead) -> None:
    assert examples_read.code == 3  # one page is in another language, and said to be unread
    assert "WRONG_LANGUAGE" in examples_read.account
    assert "31 pages: 30 added, 1 dropped (1 WRONG_LANGUAGE)" in examples_read.account


def test_results_and_the_account_go_different_ways(call: Call, some: Path) -> None:
    done = call("read", str(some), "--record", "r.db")
    assert (done.code, done.out) == (3, "")
    assert "6 pages: 5 added, 1 dropped (1 WRONG_LANGUAGE)" in done.err


def test_a_second_reading_adds_nothing(call: Call, record: str, examples: Path) -> None:
    call("record", "backup", "r.db", "--record", record)
    before = call("record", "digest", "--record", "r.db").out
    done = call("read", str(examples), "--record", "r.db")
    assert "0 added" in done.err
    assert call("record", "digest", "--record", "r.db").out == before


@pytest.fixture
def some(tmp_path: Path, examples: Path) -> Path:
    """A few of the example pages, one in another language among them: enough where every page is read once more."""
    folder = tmp_path / "some"
    folder.mkdir()
    for kind in ("0[1-5]-*", "19-*"):
        for page in examples.glob(kind):
            if page.is_file():
                shutil.copy(page, folder)
    return folder


def test_both_engines_and_a_rebuilding_make_the_same_record(call: Call, some: Path) -> None:
    read = [call("read", str(some), "--record", "p.db", "--engine", "processes", "--jobs", "2").code]
    read.append(call("read", str(some), "--record", "i.db", "--engine", "inline").code)
    digests = {call("record", "digest", "--record", r).out for r in ("p.db", "i.db")}
    read.append(call("record", "rebuild", "--record", "p.db").code)
    digests.add(call("record", "digest", "--record", "p.db").out)
    assert read == [3, 3, 3]
    assert len(digests) == 1


def test_the_digest_stands_alone_on_its_line(call: Call, record: str) -> None:
    (line,) = call("record", "digest", "--record", record).out.splitlines()
    assert len(line) == 64


def test_a_sound_record_has_no_fault(call: Call, record: str) -> None:
    done = call("record", "check", "--record", record)
    assert (done.code, done.err) == (0, "")
    assert "no fault found" in done.out


@pytest.mark.parametrize("view", ["timeline", "pages", "sources", "statements", "people", "offices", "places"])
def test_every_row_of_a_view_has_evidence_that_can_be_opened(call: Call, record: str, view: str) -> None:
    rows = json.loads(call("show", view, "--record", record, "--format", "json", "--limit", "0").out)
    assert rows
    for row in rows:
        assert row["evidence"]
        assert all(set(e) == {"page", "outlet", "published", "start", "end", "quote"} for e in row["evidence"])


def test_the_timeline_is_in_order_and_within_its_bounds(call: Call, record: str) -> None:
    bounds = ("--since", "2018-06", "--until", "2018-09")
    rows = json.loads(call("show", "timeline", "--record", record, "--format", "json", *bounds).out)
    dated = [row["earliest"] for row in rows if row["earliest"]]
    assert dated == sorted(dated)
    assert all(row["latest"][:10] >= "2018-06-01" and row["earliest"][:10] <= "2018-09-30" for row in rows)


def test_a_dateline_dates_its_page_and_is_no_line_of_the_timeline(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "BRANNET, May 3, 2018 (Meridian) — The two sides met on 2 May and agreed on a truce.\n"
    )
    call("read", "a.txt")
    rows = json.loads(call("show", "timeline", "--format", "json").out)
    assert [row["date"] for row in rows] == ["2018-05-02"]


def test_as_of_a_day_nothing_later_is_known(call: Call, record: str) -> None:
    rows = json.loads(call("show", "pages", "--record", record, "--format", "json", "--as-of", "2018-06-30").out)
    assert rows
    assert all(row["published"] <= "2018-06-30" for row in rows)


def test_csv_has_one_line_a_row_and_a_head(call: Call, record: str) -> None:
    rows = list(csv.reader(io.StringIO(call("show", "sources", "--record", record, "--format", "csv").out)))
    assert rows[0][:3] == ["name", "kind", "pages"]
    assert all(len(row) == len(rows[0]) for row in rows)


def test_a_cut_is_told(call: Call, record: str) -> None:
    done = call("show", "timeline", "--record", record, "--limit", "2")
    assert "2 rows shown, there are more; --limit 0 shows all" in done.err


def test_search_finds_a_passage_by_its_words(call: Call, record: str) -> None:
    rows = json.loads(call("search", "prisoner exchange", "--record", record, "--format", "json").out)
    assert rows
    assert all(any(part in row["snippet"].lower() for part in ("prisoner", "exchang")) for row in rows)


def test_an_empty_answer_says_what_to_do_next(call: Call, record: str) -> None:
    done = call("search", "zanzibar", "--record", record)
    assert (done.code, done.out) == (0, "")
    assert "try fewer or other words" in done.err
    assert "read pages first" in call("show", "pages", "--record", record, "--since", "2030").err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "timeline", "--since", "yesterday"), "'yesterday' is not a date; write 2020, 2020-11 or 2020-11-09"),
        (("show", "timeline", "--since", "2021-02-30"), "'2021-02-30' is not a date"),
        (("read", "nowhere/"), "there is no nowhere"),
        (("read", "x", "--published", "XXXX-05-01"), "leaves a part open"),
        (("analyse",), "Usage: trucewatch analyse"),
        (("analyse", "x", "--jsonl", "y"), "analyse takes either files or --jsonl FILE"),
        (("search", '""', "--record", "RECORD"), "nothing to look for"),
        (("show", "rumours"), "No such command 'rumours'"),
    ],
)
def test_wrong_usage_ends_with_2_and_names_the_value(
    call: Call, record: str, arguments: tuple[str, ...], message: str
) -> None:
    done = call(*(record if word == "RECORD" else word for word in arguments))
    assert done.code == 2
    assert message in done.out + done.err


def test_a_record_that_is_not_there_is_named_with_the_way_out(call: Call) -> None:
    done = call("show", "pages", "--record", "gone.db")
    assert done.code == 1
    assert "gone.db: there is no such record; make it with `trucewatch read`" in done.err
    assert not Path("gone.db").exists()


def test_a_bad_setting_is_named(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUCEWATCH_JOBS", "many")
    done = call("show", "pages")
    assert done.code == 2
    assert "TRUCEWATCH_JOBS: jobs = 'many' is no int" in done.err


def test_given_facts_stand_with_their_grounds(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "A headline of a page here\n\nThe two sides met on Friday and agreed to meet again.\n"
    )
    call("read", "a.txt", "--outlet", "Meridian", "--published", "2018-05-03")
    (row,) = json.loads(call("show", "pages", "--format", "json").out)
    assert (row["outlet"], row["published"], row["grounds"]) == ("Meridian", "2018-05-03", "given")


def test_a_table_of_facts_is_read_and_its_stray_rows_are_named(call: Call, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text("The two sides met in the capital on Friday and agreed to meet again.\n")
    (tmp_path / "m.csv").write_text("file,outlet,published,address\na.txt,Ledger,2018-05-04,\nb.txt,Ledger,,\n")
    done = call("read", "pages", "--meta", "m.csv")
    assert "b.txt" in done.err
    (row,) = json.loads(call("show", "pages", "--format", "json").out)
    assert (row["outlet"], row["published"]) == ("Ledger", "2018-05-04")


def test_pages_that_drive_a_terminal_do_not_reach_it(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The sides met on 3 May 2018 in \x1b[31mthe capital\x1b[0m \u202eto talk of the truce again.\n"
    )
    call("read", "a.txt")
    shown = call("show", "timeline").out + call("search", "capital").out
    assert "the capital" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_completion_scripts_name_the_command(call: Call) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_TRUCEWATCH_COMPLETE" in call("completion", shell).out


def test_a_reader_that_leaves_early_is_no_error(record: str) -> None:
    command = f"{sys.executable} -c 'from trucewatch.cli import main; main()'"
    line = f"{command} show timeline --limit 0 --record {record} | head -1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], capture_output=True, text=True, env=os.environ)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
