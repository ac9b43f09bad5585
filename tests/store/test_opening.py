"""Addresses of records, and files that are no record, a damaged one, or one of another version."""

import json
import multiprocessing
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.store.samples import RECIPE, REGISTER, SAMPLE, TALKS, fill, finish
from trucewatch.errors import RecordError, RetryLater, UsageError
from trucewatch.record.protocols import Scope, Sought
from trucewatch.store import open_store, schema, sqlite
from trucewatch.store.columns import unpack_string
from trucewatch.store.tables import DERIVED, KEPT, metadata


def test_a_path_and_both_urls_name_the_same_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    fill(open_store("k.db", REGISTER, create=True), SAMPLE)
    for url in ("k.db", "./k.db", "sqlite:///k.db", f"sqlite:///{tmp_path}/k.db", str(tmp_path / "k.db")):
        with open_store(url, REGISTER, create=False).reader() as reader:
            assert len(reader.pages(Scope())) == len(SAMPLE)
    assert [p.name for p in tmp_path.iterdir()] == ["k.db"], "no log is left behind, and no other file was made"


@pytest.mark.parametrize("name", ["with space.db", "100%.db", "a?b=c.db", "a#b.db", "naïve.db", "-k.db", "x:y.db"])
def test_any_file_name_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    fill(open_store(name, REGISTER, create=True), [TALKS])
    assert [p.name for p in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("postgresql://user:secret@db.example/record", "PostgreSQL cannot hold a record yet"),
        ("postgres://db.example/record", "PostgreSQL"),
        ("postgresql+psycopg://db.example/record", "PostgreSQL"),
        ("mysql://db.example/record", "mysql is no kind of record"),
        ("sqlite://", "needs a file"),
        ("sqlite:///", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        (":memory:", "names no file"),
        ("", "names no file"),
        ("a\0b", "names no file"),
    ],
)
def test_an_address_that_names_no_record_is_refused(url: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        open_store(url, REGISTER, create=True)
    assert "secret" not in str(caught.value)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        open_store(str(tmp_path), REGISTER, create=True)


def test_a_missing_record_is_made_only_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    with pytest.raises(RecordError, match="no such record"):
        open_store(str(path), REGISTER, create=False)
    assert not path.exists()
    with pytest.raises(RecordError, match="cannot be opened"):
        open_store(str(tmp_path / "nowhere" / "k.db"), REGISTER, create=True)
    open_store(str(path), REGISTER, create=True)
    open_store(str(path), REGISTER, create=False)


def test_an_empty_file_becomes_a_record_only_where_asked(tmp_path: Path) -> None:
    """What a process killed just after it made the file leaves behind."""
    path = tmp_path / "k.db"
    path.touch()
    with pytest.raises(RecordError, match="holds no record yet"):
        open_store(str(path), REGISTER, create=False)
    fill(open_store(str(path), REGISTER, create=True), SAMPLE)


@pytest.mark.parametrize("content", [b"my notes\n" * 900, b"\x00" * 5000, b"SQLite format 3\0" + b"x" * 9000])
@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes, create: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"notes\.txt: is (not a record|damaged)"):
        open_store(str(path), REGISTER, create=create)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE pages(title)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="not a record of Trucewatch"):
        open_store(str(path), REGISTER, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [f"{int(schema.NEWEST) + 1:04}", "0999", "abcdef", "00010"])
@pytest.mark.parametrize("create", [True, False])
def test_a_record_of_a_newer_version_is_refused_naming_both(record: Path, version: str, create: bool) -> None:
    _set_version(record, version)
    before = record.read_bytes()
    with pytest.raises(RecordError) as caught:
        open_store(str(record), REGISTER, create=create)
    assert version in str(caught.value)
    assert schema.NEWEST in str(caught.value)
    assert "newer Trucewatch" in str(caught.value)
    assert record.read_bytes() == before


def _set_version(path: Path, version: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_a_migration_killed_in_the_middle_leaves_no_half_made_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "k.db"

    class Dying(sqlite3.Connection):
        def cursor(self, *args: object, **kwargs: object) -> sqlite3.Cursor:  # type: ignore[override]
            return super().cursor(DyingCursor)

    class DyingCursor(sqlite3.Cursor):
        def execute(self, sql: str, *args: object) -> sqlite3.Cursor:  # type: ignore[override]
            if "CREATE TABLE times" in sql:
                raise KeyboardInterrupt
            return super().execute(sql, *args)  # type: ignore[arg-type]

    connect = sqlite3.connect
    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Dying, **k))
        with pytest.raises(KeyboardInterrupt):
            open_store(str(path), REGISTER, create=True)
    with closing(connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    fill(open_store(str(path), REGISTER, create=True), SAMPLE)


def test_the_newest_version_is_that_of_the_last_migration() -> None:
    steps = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    assert steps.get_heads() == [schema.NEWEST]
    assert [s.revision for s in steps.walk_revisions()][-1] == "0001"


def test_the_migrations_make_the_tables_that_the_code_uses(record: Path) -> None:
    engine = sqlite.Sqlite(record, 1).reading()
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: not str(name).startswith(("block_words", "statement_words"))},
        )
        assert compare_metadata(context, metadata) == []


def _first_version(path: Path, newest: Path) -> None:
    """A record of version 1, made by its own migration, with all that it can hold of the record `newest`."""
    with closing(sqlite.Sqlite(path, 1).writing().connect()) as connection, connection.begin():
        schema.migrate(connection, to="0001")
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute("ATTACH ? AS newest", (str(newest),))
        names = [t.name for t in (*KEPT, *reversed(DERIVED)) if t.name not in ("names", "statements", "events")]
        for name in names:
            old.execute(f"INSERT INTO {name} SELECT * FROM newest.{name}")  # noqa: S608 - the store's own names
        rows = old.execute("SELECT page, position, start, end, text FROM blocks JOIN readings USING (page)").fetchall()
        strings = {
            id_: unpack_string(data, size) for id_, size, data in old.execute("SELECT id, size, data FROM texts")
        }
        entries = [(page << 32 | at, strings[text][start:end]) for page, at, start, end, text in rows]
        old.executemany("INSERT INTO block_words(rowid, words) VALUES (?, ?)", entries)


def test_a_record_of_the_first_version_is_brought_up_and_read_anew(tmp_path: Path) -> None:
    newest, path = tmp_path / "newest.db", tmp_path / "first.db"
    fill(open_store(str(newest), REGISTER, create=True), SAMPLE)
    _first_version(path, newest)
    with closing(sqlite3.connect(path)) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert old.execute("SELECT 1 FROM sqlite_schema WHERE name = 'statements'").fetchall() == []
    store = open_store(str(path), REGISTER, create=False)
    with store.reader() as reader:
        assert list(reader.check()) == []
        assert len(reader.pages(Scope())) == len(SAMPLE)
        assert len(reader.search("velmar", Scope())) == 1
        assert reader.statements(Scope(), Sought()).total == 0
    with store.writer() as writer:
        assert writer.unread("recipe-two") == sorted(c.page.id for c in SAMPLE)
        finish(writer, "recipe-two")
    with open_store(str(newest), REGISTER, create=False).writer() as writer:
        finish(writer, "recipe-two")
    with store.reader() as reader, open_store(str(newest), REGISTER, create=False).reader() as other:
        assert list(reader.check()) == []
        assert reader.statements(Scope(), Sought()).total == 1
        assert reader.digest() == other.digest()


def _make(path: str) -> None:
    fill(open_store(path, REGISTER, create=True), SAMPLE)


def test_two_processes_that_make_one_record_at_once_make_one(tmp_path: Path) -> None:
    path = str(tmp_path / "k.db")
    spawn = multiprocessing.get_context("spawn")
    makers = [spawn.Process(target=_make, args=(path,)) for _ in range(2)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert [m.exitcode for m in makers] == [0, 0]
    with open_store(path, REGISTER, create=False).reader() as reader:
        assert list(reader.check()) == []
        assert len(reader.pages(Scope())) == len(SAMPLE)


@pytest.fixture
def guarded(sample_file: Path) -> Iterator[Path]:
    """A record in a folder that other users can reach, which pytest's own are not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(shutil.copy(sample_file, folder))
        path.chmod(0o444)
        yield path
        Path(folder).chmod(0o755)


@pytest.mark.parametrize("folder_mode", [0o777, 0o555])
def test_a_file_that_may_only_be_read_is_read_and_writers_are_refused(guarded: Path, folder_mode: int) -> None:
    with open_store(str(guarded), REGISTER, create=False).reader() as reader:
        digest = reader.digest()
    guarded.parent.chmod(folder_mode)
    told = _as_another_user(lambda: [_read_only(guarded), _refusal(guarded)])
    assert told[0] == f"0 faults, {digest}"
    assert re.search("cannot be (written|opened)", told[1])


def _read_only(path: Path) -> str:
    with open_store(str(path), REGISTER, create=False).reader() as reader:
        return f"{len(list(reader.check()))} faults, {reader.digest()}"


def _refusal(path: Path) -> str:
    try:
        with open_store(str(path), REGISTER, create=True).writer() as writer:
            writer.drop_derived()
    except RecordError as error:
        return str(error)
    return "written all the same"


def _as_another_user(act: Callable[[], list[str]]) -> list[str]:
    """What `act` gives in a child process that is not root, whom no permission stops."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            told = act()
        except BaseException as error:  # noqa: BLE001 - the child must end here, whatever happens
            told = [repr(error)]
        os.write(writing, json.dumps(told).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = json.load(pipe)
    os.waitpid(child, 0)
    return list(told)


def test_a_record_that_another_process_writes_is_refused_after_waiting(record: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(record)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == "held\n"
        store = open_store(str(record), REGISTER, create=True, patience=0.2)
        with pytest.raises(RetryLater, match="another process is writing"), store.writer():
            pass
        with store.reader() as reader:
            assert len(reader.pages(Scope())) == len(SAMPLE), "readers do not wait for writers"
    finally:
        holder.communicate("go\n", timeout=30)
    with store.writer() as writer:
        assert writer.unread(RECIPE) == []


_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM times")
print("held", flush=True)
sys.stdin.readline()
"""


def test_a_writer_that_had_to_give_up_can_try_again(record: Path) -> None:
    store = open_store(str(record), REGISTER, create=False, patience=0.1)
    with store.writer() as writer:
        other = sqlite3.connect(record, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RetryLater):
            writer.drop_derived()
        other.execute("ROLLBACK")
        other.close()
        writer.drop_derived()
        assert len(writer.unread(RECIPE)) == len(SAMPLE)
