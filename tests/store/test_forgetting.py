"""A page that is forgotten is gone from the files, and only what a tombstone stands for can go."""

# ruff: noqa: S608 - every statement here is the test's own

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.deciding import event, file, on
from tests.store.samples import CALM, EVENTS, KELLER, REGISTER, captured, fill, take
from trucewatch.errors import RetryLater
from trucewatch.record.ids import PageId
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.pages import Given
from trucewatch.store import open_store
from trucewatch.store.columns import pack, pack_string
from trucewatch.store.sql import SqlStore

SECRET = captured(
    "Zugwang Ombrellino\n@Xylander Quorvath@ (said) «vexillology jamboree».\n"
    "#zigzagged/violation/denied/2031-04-29/Yttrium/Quicksand/#.\npub=2031-06-02",
    "d/kumquat-secret.txt",
    Given("Flibbertigibbet Gazette"),
)
WORDS = ("zugwang", "ombrellino", "quorvath", "vexillolog", "jambore", "zigzag", "yttrium", "quicksand")
TRACES = (*WORDS, "kumquat-secret", "flibbertigibbet", "hush-hush", "sherbet")
GUARD = "kept: rows are only ever added"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def store(path: Path) -> SqlStore:
    made = open_store(str(path), REGISTER, create=True)
    fill(made, (*EVENTS, KELLER))
    fill(made, [SECRET])
    page = SECRET.page.id
    file(
        made,
        on(DecisionKind.CORRECT, page, event(made, page, "zigzagged"), place="Sherbet"),
        Decision(
            DecisionKind.NOTE, (page,), "ada", "2031-06-01T08:00:00Z", "hush-hush", thing=Thing.PAGE, pages=(page,)
        ),
    )
    return made


def forget(store: SqlStore, page: PageId = SECRET.page.id) -> None:
    with store.writer() as writer:
        writer.forget(page, "ada", "2031-07-01T00:00:00Z", "asked to")


def bytes_of(path: Path) -> bytes:
    return b"".join(p.read_bytes().lower() for p in sorted(path.parent.iterdir()))


def test_no_word_of_a_forgotten_page_is_left_in_the_files(store: SqlStore, path: Path) -> None:
    before = bytes_of(path)
    assert [t for t in TRACES if t.encode() not in before] == [], "else this test could not fail"
    packed = [pack(SECRET.data), pack_string(SECRET.data.decode())]
    assert all(p.lower() in before for p in packed)
    forget(store)
    after = bytes_of(path)
    assert [t for t in TRACES if t.encode() in after] == []
    assert not any(p.lower() in after for p in packed)
    with store.reader() as reader:
        assert list(reader.check()) == []


def test_a_reader_at_work_is_told_of_and_the_same_command_ends_the_work(store: SqlStore, path: Path) -> None:
    patient = open_store(str(path), REGISTER, create=False, patience=0.1)
    with store.reader() as reader:
        assert reader.reading(SECRET.page.id) is not None
        with pytest.raises(RetryLater, match="another process still reads"):
            forget(patient)
    forget(patient)
    assert [t for t in TRACES if t.encode() in bytes_of(path)] == []


UNALLOWED = {
    "pages": "DELETE FROM pages",
    "captures": "DELETE FROM captures",
    "given": "DELETE FROM given",
    "decisions": "DELETE FROM decisions",
    "decisions redacted": (
        "UPDATE decisions SET decision = json_object('at', json_extract(decision, '$.at'), "
        "'kind', json_extract(decision, '$.kind'), 'redacted', json('true'))"
    ),
    "decided": "DELETE FROM decided",
    "tombstones": "DELETE FROM tombstones",
    "tombstones changed": "UPDATE tombstones SET reason = ''",
    "documents": "DELETE FROM documents",
}


@pytest.mark.parametrize("name", sorted(set(UNALLOWED) - {"documents"}))
def test_the_guards_let_nothing_go_that_no_tombstone_stands_for(store: SqlStore, path: Path, name: str) -> None:
    page = CALM.page.id
    file(store, on(DecisionKind.REJECT, page, event(store, page, "Fired")))
    forget(store)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match=GUARD):
        connection.execute(UNALLOWED[name])


@pytest.mark.parametrize(
    "change",
    [
        "decision = json_set(decision, '$.why', 'other')",
        "decision = json_object('at', '2020', 'kind', json_extract(decision, '$.kind'), 'redacted', json('true'))",
        "id = 'other'",
        "sequence = sequence + 100",
    ],
)
def test_of_a_decision_on_a_forgotten_page_nothing_can_be_changed_but_to_blank_it(
    store: SqlStore, path: Path, change: str
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO tombstones (page, sha256, at, by, reason) "
            f"SELECT id, sha256, '2031', 'ada', 'asked' FROM pages WHERE id = '{SECRET.page.id}'"
        )
        with pytest.raises(sqlite3.IntegrityError, match=GUARD):
            connection.execute(f"UPDATE decisions SET {change}")


def test_forgotten_bytes_cannot_be_slipped_in_again(store: SqlStore, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT * FROM pages WHERE id = ?", (SECRET.page.id,)).fetchone()
    forget(store)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="forgotten"):
        connection.execute("INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)", row)


def test_a_number_that_is_used_again_brings_nothing_back(store: SqlStore) -> None:
    forget(store)
    with store.writer() as writer:
        take(writer, [captured("New page\n#Fired/violation/denied/2031-04-29///#\npub=2031-06-02")])
    with store.reader() as reader:
        assert list(reader.check()) == []
