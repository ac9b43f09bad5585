"""`show events` over made readings, and what `read` and `rebuild` code events with."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Done
from tests.store.samples import EVENTS, REGISTER, SAMPLE, TALKS, captured, fill
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS
from trucewatch.record.kept import DocumentKind, KeptDocument
from trucewatch.record.protocols import Reader
from trucewatch.store import open_store

needs_model = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")

HOSTILE = captured("Hostile\n#hit\x1b[31m/fighting/happened//\u202eking=X/\x1b[31mhill/#")

CODEBOOK = """\
codebook: valley
rules:
  - rule: valley.parade
    verb: parade
    code: PROTEST
    track: other-political
    examples:
      - Soldiers [paraded] on Monday.
"""


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of pages that tell of events; tests ask it and leave it as it is."""
    path = str(tmp_path_factory.mktemp("coded") / "coded.db")
    fill(open_store(path, REGISTER, create=True), (*SAMPLE, *EVENTS, HOSTILE))
    return path


@pytest.fixture
def ask(call: Call, coded: str) -> Call:
    def asked(*words: str) -> Done:
        return call("show", "events", *words, "--record", coded)

    return asked


def test_a_table_says_what_happened_and_who_says_so(ask: Call) -> None:
    done = ask("--track", "violation", "--since", "2031-05")
    assert done.code == 0
    for shown in ("2031-05-01", "violation", "alleged", "Norland army (NRL", "→ a post", "at Orrin", "“shelled”"):
        assert shown in done.out
    assert "by rule violation.made" in done.out
    assert "Anna Keller" in done.out
    assert "“Fired”" not in done.out


@pytest.mark.parametrize("width", ["80", "120"])
def test_a_table_keeps_to_the_width_and_drives_no_terminal(
    ask: Call, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    done = ask()
    assert max(map(len, done.out.splitlines())) <= int(width)
    assert not {"\x1b", "\u202e"} & set(done.out)


@pytest.mark.parametrize(
    ("arguments", "triggers"),
    [
        (("--status", "denied"), ["Fired"]),
        (("--category", "consult", "--since", "2031"), ["met"]),
        (("--actor", "Áron Keller"), ["met"]),
        (("--place", "velmar"), ["met"]),
        (("--by", "keller"), ["shelled"]),
        (("--outlet", "telix"), ["Fired"]),
    ],
)
def test_what_is_asked_for_narrows_the_rows(ask: Call, arguments: tuple[str, ...], triggers: list[str]) -> None:
    rows = json.loads(ask(*arguments, "--format", "json").out)
    assert [row["trigger"] for row in rows] == triggers
    page = rows[0]["page"]
    assert {row["page"] for row in json.loads(ask("--page", page[:9], "--format", "json").out)} == {page}


def test_a_country_is_asked_for_by_its_name_where_its_capital_acts(call: Call, tmp_path: Path) -> None:
    page = captured("Talks\n#met/meeting/happened//the delegation=NOR GOV//# and #left/meeting/happened//Norn//#")
    fill(open_store(str(tmp_path / "k.db"), REGISTER, create=True), [page])
    for name in ("Norway", "norwegian", "NOR"):
        rows = json.loads(call("show", "events", "--actor", name, "--record", "k.db", "--format", "json").out)
        assert [row["trigger"] for row in rows] == ["met"]


def test_a_state_of_the_dossier_is_asked_for_by_its_name_too(call: Call, tmp_path: Path) -> None:
    page = captured("Talks\n#met/meeting/happened//the delegation=VLM GOV//# and #left/meeting/happened//Norn//#")
    store = open_store(str(tmp_path / "k.db"), REGISTER, create=True)
    fill(store, [page])
    assert call("show", "events", "--actor", "Velmar", "--record", "k.db").out == ""
    state = "name: valley\ntitle: Valley\nactors:\n  - {name: Velmar, kind: state, code: VLM}\n"
    with store.writer() as writer:
        for body in (state, "name: valley\nan older form: yes\n"):
            writer.keep_document(KeptDocument(DocumentKind.DOSSIER, "valley", body))
    rows = json.loads(call("show", "events", "--actor", "velmar", "--record", "k.db", "--format", "json").out)
    assert [row["trigger"] for row in rows] == ["met"]


def test_every_row_has_evidence_and_csv_has_a_line_for_each(ask: Call) -> None:
    rows = json.loads(ask("--format", "json").out)
    assert len(rows) == 5
    assert all(row["evidence"][0]["quote"] == row["sentence"] for row in rows)
    lines = list(csv.reader(io.StringIO(ask("--format", "csv").out)))
    assert len(lines) == len(rows) + 1
    assert lines[0][-2:] == ["evidence", "quote"]


def test_an_empty_answer_says_what_to_do_next(ask: Call, call: Call, tmp_path: Path) -> None:
    done = ask("--since", "2040")
    assert (done.code, done.out) == (0, "")
    assert "no such events among the 5 of this record: widen --since" in done.err
    fill(open_store(str(tmp_path / "k.db"), REGISTER, create=True), [TALKS])
    assert "trucewatch record rebuild" in call("show", "events", "--record", "k.db").err
    assert "2 events shown of 5 mentions" in ask("--limit", "2").err


def _documents(reader: Reader, kind: DocumentKind) -> list[str]:
    return [document.name for document in reader.documents(kind)]


@needs_model
def test_codebook_and_dossier_code_what_is_read_and_are_kept(call: Call, tmp_path: Path) -> None:
    (tmp_path / "valley.yaml").write_text(CODEBOOK, "utf-8")
    sentence = "Soldiers of Westland paraded in the streets of Orvanik on Monday and the minister watched them."
    (tmp_path / "page.txt").write_text(f"Parade in the valley\n\n{sentence}\n", "utf-8")
    read = call("read", "page.txt", "--record", "k.db", "--codebook", "valley.yaml", "--dossier", "menderal")
    assert read.code == 0, read.err
    assert {e["rule"] for e in json.loads(call("show", "events", "--record", "k.db", "--format", "json").out)} == {
        "valley.parade"
    }
    with open_store("k.db", REGISTER, create=False).reader() as reader:
        [book] = reader.documents(DocumentKind.CODEBOOK)
        assert (book.name, book.body) == ("valley", f"--- # valley.yaml\n{CODEBOOK}")
        assert _documents(reader, DocumentKind.DOSSIER) == ["menderal"]
    assert call("record", "rebuild", "--record", "k.db", "--codebook", "valley.yaml").code == 0
    assert call("record", "rebuild", "--record", "k.db", "--codebook", "shipped").code == 0
    with open_store("k.db", REGISTER, create=False).reader() as reader:
        assert len(_documents(reader, DocumentKind.CODEBOOK)) == 2, "the same version is kept once"
        assert list(reader.check()) == []


def test_a_fault_in_a_codebook_or_dossier_is_told_before_a_record_is_made(call: Call, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("A line.\n", "utf-8")
    (tmp_path / "bad.yaml").write_text("codebook: bad\nrulez: []\n", "utf-8")
    wrong = call("read", "page.txt", "--record", "k.db", "--codebook", "bad.yaml")
    assert (wrong.code, "bad.yaml:2" in wrong.err) == (2, True)
    assert call("read", "page.txt", "--record", "k.db", "--dossier", "nowhere").code == 2
    assert not (tmp_path / "k.db").exists()


def test_an_event_is_found_by_the_id_of_any_mention_and_errors_say_what_to_do(call: Call, coded: str) -> None:
    rows = json.loads(call("show", "events", "--record", coded, "--format", "json").out)
    for row in rows:
        accounts = json.loads(call("show", "event", row["id"], "--record", coded, "--format", "json").out)
        assert {account["event"] for account in accounts} == {row["id"]}
        assert sum(account["part"] == "mention" for account in accounts) == row["mentions"]
    unknown = call("show", "event", "0123456789ab", "--record", coded)
    assert (unknown.code, "`trucewatch show events` lists them" in unknown.err) == (2, True)
    assert "is no event's id" in call("show", "event", "zz", "--record", coded).err
