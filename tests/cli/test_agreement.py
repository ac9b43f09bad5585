"""`trucewatch agreement` from the outside."""

import json
from pathlib import Path

from tests.cli.conftest import Call
from tests.resolve.agreements.texts import ARTICLES, NUMBERED


def test_an_accord_is_printed_with_parties_dates_and_terms(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "accord.txt"
    file.write_text(NUMBERED, "utf-8")
    done = call("agreement", "show", str(file))
    assert done.code == 0
    assert "Signed: 2016-05-03" in done.out
    assert "In force from: 2016-05-04" in done.out
    [line] = [n for n in done.out.splitlines() if n.startswith("4 ")]
    assert line.startswith("4             Osmere and Karland")
    assert line.rstrip().endswith("2016-05-13")


def test_quotes_of_the_json_stand_in_the_file(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "accord.txt"
    file.write_text(ARTICLES, "utf-8")
    found = json.loads(call("agreement", "show", str(file), "--format", "json").out)
    spots = [p["at"] for p in found["provisions"]] + [p["at"] for p in found["parties"]] + [found["signatures"]]
    assert len(found["provisions"]) == 13
    assert all(ARTICLES[s["start"] : s["end"]] == s["quote"] for s in spots)


def test_an_accord_on_a_web_page_is_read(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "accord.html"
    body = "".join(f"<p>{line}</p>" for line in NUMBERED.split("\n\n"))
    file.write_text(f"<html><body><article>{body}</article></body></html>", "utf-8")
    found = json.loads(call("agreement", "show", str(file), "--format", "json").out)
    assert [p["path"] for p in found["provisions"]] == ["1", "2", "3", "4", "5"]


def test_what_is_no_accord_is_refused_with_what_one_is(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text("Three people were hurt when a bus overturned near Ardal on Monday.\n", "utf-8")
    done = call("agreement", "show", str(file))
    assert (done.code, done.out) == (1, "")
    assert "news.txt is no agreement that can be told" in done.err


def test_a_file_that_is_not_there_is_named(call: Call) -> None:
    done = call("agreement", "show", "nowhere.txt")
    assert done.code == 2
    assert "nowhere.txt" in done.err
