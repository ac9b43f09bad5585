"""What reviewers decide on the command line, and what comes of it."""

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from trucewatch.record.protocols import Scope, Sought
from trucewatch.record.resolved import OutletRegister
from trucewatch.store import open_store

PAGE = "120d52f5"
"""The first digits of an example page's id."""
BY = ("--by", "Ada", "--why", "compared with the page")


@pytest.fixture
def decided(record: str, tmp_path: Path) -> str:
    """A record of the example pages to decide on."""
    return str(shutil.copy(record, tmp_path / "decided.db"))


def rows(call: Call, record: str, *arguments: str) -> list[dict[str, Any]]:
    done = call("show", *arguments, "--record", record, "--format", "json", "--limit", "0")
    assert done.code == 0
    found: list[dict[str, Any]] = json.loads(done.out)
    return found


def decision(call: Call, record: str, *arguments: str) -> str:
    """Files a decision; its id."""
    done = call("decide", *arguments, *BY, "--record", record)
    assert done.code == 0, done.err
    return done.out.rpartition("decision ")[2].split(";")[0]


def test_a_rejected_statement_is_gone_until_that_is_undone(call: Call, decided: str) -> None:
    before = rows(call, decided, "statements", "--page", PAGE)
    filed = decision(call, decided, "reject", before[0]["id"][:14])
    assert [r["id"] for r in rows(call, decided, "statements", "--page", PAGE)] == [r["id"] for r in before[1:]]
    decision(call, decided, "undo", filed[:12])
    assert rows(call, decided, "statements", "--page", PAGE) == before
    log = rows(call, decided, "decisions")
    assert [(r["kind"], r["state"], r["by"]) for r in log] == [("undo", "applied", "Ada"), ("reject", "undone", "Ada")]
    assert log[1]["because"] == [log[0]["id"]]
    assert log[1]["evidence"] == before[0]["evidence"]


def test_a_correction_shows_at_once_and_says_how_to_take_it_back(call: Call, decided: str) -> None:
    one = rows(call, decided, "statements", "--page", PAGE)[0]
    told = ("--set", "speaker=Lea Orr", "--set", "on-behalf=Norland", "--set", "venue=", "--record", decided)
    done = call("decide", "correct", one["id"], *told, *BY)
    assert done.out.startswith(
        f"corrected statement {one['id'][:12]}: speaker = Lea Orr, behalf = Norland, venue = not"
    )
    assert "to take it back: trucewatch decide undo " in done.out
    now = next(r for r in rows(call, decided, "statements", "--page", PAGE) if r["id"] == one["id"])
    assert (now["speaker"], now["on_behalf"], now["stands"], now["speaker_grounds"]) == (
        "Lea Orr",
        "Norland",
        "corrected",
        "reviewed",
    )
    assert call("record", "check", "--record", decided).code == 0


def test_what_was_missed_is_added_by_its_words(call: Call, decided: str) -> None:
    quoted = ("--kind", "event", "--quote", "Guns fall  silent", "--set", "track=ceasefire", "--set", "category=agree")
    filed = decision(call, decided, "add", PAGE, *quoted)
    [row] = rows(call, decided, "decisions", "--on", PAGE)
    assert (row["id"], row["words"], row["thing"], row["state"]) == (filed, "Guns fall silent", "event", "applied")
    [evidence] = row["evidence"]
    assert "Guns fall silent" in evidence["quote"]
    at = f"{evidence['start']}:{evidence['start'] + 4}"
    decision(call, decided, "add", PAGE, "--kind", "statement", "--at", at, "--set", "speaker=Lea Orr")
    [said] = [r for r in rows(call, decided, "statements", "--page", PAGE) if r["stands"] == "added"]
    assert (said["words"], said["speaker"], said["kind"]) == ("Guns", "Lea Orr", "direct")


def test_a_page_s_corrected_day_counts_at_once(call: Call, decided: str) -> None:
    [before] = [r for r in rows(call, decided, "pages") if r["id"].startswith(PAGE)]
    told = ("--set", "published=2031-01-02", "--set", "outlet=Zulu")
    done = call("decide", "correct", PAGE, *told, *BY, "--record", decided)
    assert "1 read anew" in done.err
    [now] = [r for r in rows(call, decided, "pages", "--outlet", "Zulu") if r["id"].startswith(PAGE)]
    assert (now["published"], now["grounds"]) == ("2031-01-02", "given")
    assert not [r for r in rows(call, decided, "pages", "--as-of", "2030") if r["id"].startswith(PAGE)]
    filed = done.out.rpartition("decision ")[2].split(";")[0]
    decision(call, decided, "undo", filed)
    [after] = [r for r in rows(call, decided, "pages") if r["id"].startswith(PAGE)]
    assert after == before


def test_merges_splits_and_notes_are_kept(call: Call, decided: str) -> None:
    one, two = (r["id"] for r in rows(call, decided, "statements", "--page", PAGE)[:2])
    decision(call, decided, "merge", one, two)
    decision(call, decided, "split", one, two)
    noted = decision(call, decided, "note", PAGE)
    decision(call, decided, "note", noted)
    decision(call, decided, "note", one)
    log = rows(call, decided, "decisions")
    assert [(r["kind"], r["thing"], r["state"]) for r in log] == [
        ("note", "statement", "applied"),
        ("note", "decision", "applied"),
        ("note", "page", "applied"),
        ("split", "person", "applied"),
        ("merge", "person", "overruled"),
    ]
    assert all(r["evidence"] for r in log)


def _persons(call: Call, record: str, *narrowed: str) -> dict[str, dict[str, Any]]:
    return {r["id"]: r for r in rows(call, record, "people", "--type", "person", *narrowed)}


def test_a_merge_of_persons_joins_all_that_is_shown_under_their_ids(call: Call, decided: str) -> None:
    before = _persons(call, decided)
    one, other = sorted((r for r in before.values() if r["pages"] > 1), key=lambda r: (-r["pages"], r["id"]))[:2]
    filed = decision(call, decided, "merge", one["id"], other["id"])
    after = _persons(call, decided)
    gone = before.keys() - after.keys()
    assert len(gone) == 1, "the two are one, under the id of the earlier mention"
    assert gone < {one["id"], other["id"]}
    [both] = (r for r in after.values() if r["id"] in (one["id"], other["id"]))
    assert both["statements"] == one["statements"] + other["statements"]
    assert both["pages"] >= max(one["pages"], other["pages"]) > 1
    assert {*both["spellings"]} >= {*one["spellings"], *other["spellings"]}
    told = [(e["page"], e["start"]) for e in both["evidence"]]
    assert all((e["page"], e["start"]) in told for e in (*one["evidence"], *other["evidence"]))
    decision(call, decided, "undo", filed)
    assert _persons(call, decided) == before


def test_a_merge_of_persons_is_known_as_of_the_day_that_both_its_pages_are(call: Call, decided: str) -> None:
    days = {r["id"]: r["published"] for r in rows(call, decided, "pages")}
    first = {
        id_: min((days[e["page"]] or "9") for e in row["evidence"] if e["page"].startswith(id_[:8]))
        for id_, row in _persons(call, decided).items()
    }
    early, late = (
        min(first, key=lambda id_: (first[id_], id_)),
        max(first, key=lambda id_: (first[id_] < "9", first[id_], id_)),
    )
    assert first[early] < first[late] < "9"
    soon = ("--as-of", first[early])
    before = _persons(call, decided, *soon)
    decision(call, decided, "merge", early, late)
    assert _persons(call, decided, *soon) == before
    assert late not in _persons(call, decided, "--as-of", first[late])


WRONG = {
    "nobody": (["reject", PAGE, "--why", "b"], "who decides?"),
    "no reason": (["note", PAGE, "--by", "a", "--why", " "], "why? say so"),
    "no id": (["reject", "xyz", *BY], "is no id"),
    "too few digits": (["reject", PAGE, *BY], "several ids start with"),
    "no field": (["correct", "STATEMENT", "--set", "colour=red", *BY], "there is no field 'colour' to set"),
    "no value": (["correct", "STATEMENT", "--set", "kind", *BY], "write FIELD=VALUE"),
    "no such word": (["correct", "STATEMENT", "--set", "kind=loud", *BY], "'loud' is none of direct, indirect, mixed"),
    "no date": (["correct", "STATEMENT", "--set", "said_on=2031-02-30", *BY], "is not a date"),
    "ends before it begins": (["correct", "STATEMENT", "--set", "said_on=2031-02/2031-01", *BY], "ends before"),
    "twice": (["correct", "STATEMENT", "--set", "venue=a", "--set", "venue=b", *BY], "is set twice"),
    "nothing": (["correct", "STATEMENT", *BY], "nothing to correct"),
    "nothing of a page": (["correct", PAGE, *BY], "of a page outlet, published, address can be set"),
    "no field of a page": (["correct", PAGE, "--set", "headline=x", *BY], "a page has no field 'headline'"),
    "no value of a page": (["correct", PAGE, "--set", "outlet=", *BY], "give a value"),
    "no day of a page": (["correct", PAGE, "--set", "published=soon", *BY], "is not a date"),
    "itself": (["merge", "STATEMENT", "STATEMENT", *BY], "one and the same"),
    "no decision": (["undo", "abcdef", *BY], "no decision's id starts with"),
    "no quotation": (["add", PAGE, "--kind", "statement", *BY], "name the words with --quote"),
    "no such words": (["add", PAGE, "--kind", "statement", "--quote", "zqx", *BY], "does not have the words"),
    "words twice": (["add", PAGE, "--kind", "statement", "--quote", "the", *BY], "name one of them with --at"),
    "no words": (["add", PAGE, "--kind", "statement", "--quote", " ", *BY], "no words"),
    "beyond the end": (["add", PAGE, "--kind", "statement", "--at", "1:99999999", *BY], "write START:END"),
    "no track": (["add", PAGE, "--kind", "event", "--at", "340:344", *BY], "track: an event that is added needs it"),
}


@pytest.fixture(scope="module")
def untouched(record: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record that no command should change."""
    return str(shutil.copy(record, tmp_path_factory.mktemp("untouched")))


@pytest.fixture(scope="module")
def statement(untouched: str) -> str:
    """The id of a statement."""
    with open_store(untouched, OutletRegister(), create=False).reader() as reader:
        [row] = reader.statements(Scope(limit=1), Sought()).rows
    return row.statement.id(row.page)


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_decided_is_refused_with_what_would_do(
    call: Call, untouched: str, statement: str, name: str
) -> None:
    arguments, says = WRONG[name]
    done = call("decide", *(statement if a == "STATEMENT" else a for a in arguments), "--record", untouched)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert rows(call, untouched, "decisions") == []


def test_the_reviewer_can_be_a_setting(call: Call, decided: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUCEWATCH_REVIEWER", "Bert")
    assert call("decide", "note", PAGE, "--why", "seen", "--record", decided).code == 0
    assert [r["by"] for r in rows(call, decided, "decisions")] == ["Bert"]


def test_a_forgotten_page_is_gone_and_stays_so(call: Call, decided: str, examples: Path) -> None:
    erased = call("record", "forget", PAGE, "--reason", "asked to", "--by", "Ada", "--yes", "--record", decided)
    assert erased.code == 0
    assert "by Ada: asked to" in erased.out
    assert not [r for r in rows(call, decided, "pages") if r["id"].startswith(PAGE)]
    for arguments in (
        ["decide", "note", PAGE, *BY],
        ["record", "forget", PAGE, "--reason", "x", "--by", "Ada", "--yes"],
    ):
        refused = call(*arguments, "--record", decided)
        assert refused.code == 2
        assert "forgotten on" in refused.err
    again = call("read", str(next(examples.glob("01-*"))), "--record", decided)
    assert again.code == 1
    assert "FORGOTTEN (record): forgotten on" in again.err
    assert b"guns fall" not in Path(decided).read_bytes().lower()


@pytest.mark.parametrize(("answer", "left"), [("n\n", 1), ("y\n", 0), ("", 1)])
def test_forgetting_asks_first(
    call: Call, decided: str, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    call("record", "forget", PAGE, "--reason", "asked to", "--by", "Ada", "--record", decided)
    assert len([r for r in rows(call, decided, "pages") if r["id"].startswith(PAGE)]) == left
