"""`show statements`, `show people` and `search --in statements`, over a record of made readings."""

import csv
import io
import json
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from tests.cli.conftest import Call, Done
from tests.store.samples import REGISTER, SAMPLE, SPEECHES, TALKS, captured, fill
from trucewatch.cli.main import cli
from trucewatch.store import open_store


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of pages on which people speak; tests ask it and leave it as it is."""
    path = str(tmp_path_factory.mktemp("spoken") / "spoken.db")
    hostile = captured("Hostile\n@Mad\x1b[31m Max/\u202eking/@ (said): «red \x1b[31m words»")
    fill(open_store(path, REGISTER, create=True), (*SAMPLE, *SPEECHES, hostile))
    return path


@pytest.fixture
def ask(call: Call, spoken: str) -> Call:
    def asked(*words: str) -> Done:
        return call(*words, "--record", spoken)

    return asked


def test_a_table_of_statements_says_who_spoke_and_how_it_came_here(ask: Call) -> None:
    done = ask("show", "statements", "--speaker", "keller", "--kind", "direct")
    assert done.code == 0
    for shown in ("2031-05-01", "direct", "Anna Keller", "Foreign Minister", "for Norland", "to Telix, interview with"):
        assert shown in done.out
    assert "“We will not wait … never again”" in done.out
    assert "Harbour Post ← HP ←" in done.out
    assert "ANNA KELER" not in done.out, "she speaks indirectly"


@pytest.mark.parametrize("width", ["80", "100", "120"])
def test_a_table_keeps_to_the_width(ask: Call, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for view in ("statements", "people"):
        lines = ask("show", view).out.splitlines()
        assert len(lines) > 8
        assert max(map(len, lines)) <= int(width)


def test_a_speaker_left_open_is_shown_as_such(ask: Call) -> None:
    done = ask("show", "statements", "--outlet", "harbour post")
    assert "(not resolved)" in done.out
    assert "“he”" in done.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--since", "2031-06"), {"the road at Orrin opens", "It is open", "I know of no road"}),
        (("--until", "2031-05-01"), {"We will not wait … never again"}),
        (("--venue", "INTERVIEW"), {"We will not wait … never again"}),
        (("--addressee", "telix"), {"We will not wait … never again"}),
        (("--kind", "indirect", "--speaker", "Keler"), {"the road at Orrin opens"}),
        (("--as-of", "2031-05-04", "--kind", "indirect"), {"the bridge is open"}),
    ],
)
def test_what_is_asked_for_narrows_the_rows(ask: Call, arguments: tuple[str, ...], words: set[str]) -> None:
    rows = json.loads(ask("show", "statements", *arguments, "--format", "json").out)
    assert {row["words"] for row in rows} == words


def test_one_page_s_statements_are_asked_for_by_its_id(ask: Call) -> None:
    rows = json.loads(ask("show", "statements", "--format", "json").out)
    page = next(row["page"] for row in rows if row["speaker"] == "Border Guard")
    of_page = json.loads(ask("show", "statements", "--page", page[:8], "--format", "json").out)
    assert [row for row in rows if row["page"] == page] == of_page
    assert ask("show", "statements", "--page", "xyz").code == 2


@pytest.mark.parametrize("view", ["statements", "people"])
def test_every_row_has_evidence_and_csv_has_a_line_for_each(ask: Call, view: str) -> None:
    rows = json.loads(ask("show", view, "--format", "json").out)
    assert rows
    for row in rows:
        assert row["evidence"]
        assert all(set(e) == {"page", "outlet", "published", "start", "end", "quote"} for e in row["evidence"])
    lines = list(csv.reader(io.StringIO(ask("show", view, "--format", "csv").out)))
    assert len(lines) == len(rows) + 1
    assert lines[0][-2:] == ["evidence", "quote"]


def test_people_are_shown_with_offices_and_other_spellings(ask: Call) -> None:
    done = ask("show", "people", "--speaker", "anna")
    assert "Anna Keller" in done.out
    assert "Foreign Minister" in done.out
    assert "ANNA KELER" in done.out
    rows = json.loads(ask("show", "people", "--type", "body", "--format", "json").out)
    assert [row["name"] for row in rows] == ["Border Guard"]


def test_a_cut_is_told_with_what_is_left_out(ask: Call) -> None:
    assert "2 rows shown, there are 6 more; --limit 0 shows all" in ask("show", "statements", "--limit", "2").err
    assert "1 rows shown, there are 4 more" in ask("show", "people", "--limit", "1").err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--speaker", "Kellar"), "no statements by 'Kellar'; did you mean ANNA KELER or Áron Keller? most quoted: "),
        (("--speaker", "Zanzibar"), "no statements by 'Zanzibar'; most quoted: ANNA KELER (1)"),
        (("--speaker", "Keller", "--since", "2040"), "no such statements by 'Keller', who has 3 in this record: widen"),
        (("--since", "2040"), "no such statements: widen --since"),
    ],
)
def test_an_empty_answer_says_what_to_do_next(ask: Call, arguments: tuple[str, ...], says: str) -> None:
    done = ask("show", "statements", *arguments)
    assert (done.code, done.out) == (0, "")
    assert says in done.err
    assert says in ask("show", "people", *arguments).err


def test_a_record_without_statements_says_how_to_get_them(call: Call, tmp_path: Path) -> None:
    fill(open_store(str(tmp_path / "k.db"), REGISTER, create=True), [TALKS])
    for view in ("statements", "people"):
        assert "trucewatch record rebuild" in call("show", view, "--record", "k.db").err


def test_a_search_in_statements_looks_at_what_is_said(ask: Call) -> None:
    rows = json.loads(ask("search", "open", "--in", "statements", "--format", "json").out)
    assert {row["words"] for row in rows} == {"the bridge is open", "the road at Orrin opens", "It is open"}
    assert "It is open" in ask("search", "open", "--speaker", "guard").out
    assert ask("search", "waits", "--in", "statements", "--speaker", "guard").out == ""
    assert "Keller waits" in ask("search", "waits").out, "a headline is a passage"


def test_a_search_that_finds_nothing_said_tells_words_from_speakers(ask: Call) -> None:
    assert "try fewer or other words" in ask("search", "zanzibar", "--speaker", "guard").err
    assert "did you mean Border Guard?" in ask("search", "open", "--speaker", "gaurd").err
    wrong = ask("search", "open", "--in", "passages", "--speaker", "guard")
    assert (wrong.code, "--speaker goes with --in statements" in wrong.err) == (2, True)


def test_statements_that_drive_a_terminal_do_not_reach_it(ask: Call) -> None:
    for words in (("show", "statements"), ("show", "people"), ("search", "red", "--in", "statements")):
        done = ask(*words)
        assert "Mad" in done.out
        assert not {"\x1b", "\u202e"} & set(done.out + done.err)
    assert "\x1b" not in ask("show", "statements", "--speaker", "\x1b[31m max x").err


def test_a_shell_completes_the_names_of_speakers(spoken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def offered(words: list[str], begun: str) -> list[str]:
        shell = ShellComplete(cli, {}, "trucewatch", "_TRUCEWATCH_COMPLETE")
        return [item.value for item in shell.get_completions(words, begun)]

    monkeypatch.chdir(tmp_path)
    named = ["show", "statements", "--record", spoken, "--speaker"]
    assert offered(named, "ke") == ["Keller", "KELER"]
    assert offered(["search", "open", "--record", spoken, "--speaker"], "gua") == ["Guard"]
    assert offered(["show", "people", "--speaker"], "ke") == [], "there is no record here"
    monkeypatch.setenv("TRUCEWATCH_RECORD", spoken)
    assert offered(["show", "people", "--speaker"], "ke") == ["Keller", "KELER"]
    assert "statements" in offered(["show"], "")
    assert isinstance(cli, click.Group)
