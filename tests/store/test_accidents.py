"""Full disks, killed processes, copies taken in the middle: nothing is half-written, and the next run finishes."""

import errno
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.samples import RECIPE, REGISTER, SAMPLE, TALKS, captured, fill, finish, read, take
from trucewatch.errors import RecordError, RetryLater, UsageError
from trucewatch.record.pages import Captured
from trucewatch.record.protocols import PageRow, Scope, Writer
from trucewatch.store import open_store
from trucewatch.store.sql import SqlStore
from trucewatch.store.sqlite import Sqlite


def many(count: int) -> list[Captured]:
    """Pages that pack badly, so that they fill space."""
    return [captured(f"Headline {n} of Velmar\nOn [2031-05-03] {hash_words(n)}", f"{n}.txt") for n in range(count)]


def hash_words(number: int) -> str:
    return " ".join(f"{(number * 7919 + k) ** 5:x}" for k in range(120))


def digest(path: Path) -> str:
    with open_store(str(path), REGISTER, create=False).reader() as reader:
        assert list(reader.check()) == []
        return reader.digest()


class Small(Sqlite):
    """A record on a disk of so many pages of SQLite's."""

    pages = 100

    def _connect(self, mode: str, last: str) -> sqlite3.Connection:
        connection = super()._connect(mode, last)
        connection.execute(f"PRAGMA max_page_count = {self.pages}").fetchall()
        return connection


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    open_store(str(path), REGISTER, create=True)
    store = SqlStore(Small(path, 1), REGISTER)
    done: list[Captured] = []
    with store.writer() as writer:
        with pytest.raises(RetryLater, match="the disk is full; nothing was half-written"):
            _until_full(writer, done)
        assert done
        with pytest.raises(RetryLater):
            writer.keep(many(200), RECIPE)
        assert {row.page.id for row in _rows(store)} - {p.page.id for p in done} <= {many(200)[len(done)].page.id}
    assert digest(path)
    fill(open_store(str(path), REGISTER, create=False), many(200))
    other = tmp_path / "other.db"
    fill(open_store(str(other), REGISTER, create=True), many(200))
    assert digest(path) == digest(other), "with room made, the same run completes it"


def _until_full(writer: Writer, done: list[Captured]) -> None:
    for page in many(200):
        take(writer, [page])
        done.append(page)


def _rows(store: SqlStore) -> list[PageRow]:
    with store.reader() as reader:
        return reader.pages(Scope(limit=0))


def test_a_disk_that_fills_while_a_reading_is_put_leaves_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    fill(open_store(str(path), REGISTER, create=True), many(20))
    before = digest(path)
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_count").fetchone()[0]
    small = Small(path, 1)
    small.pages = size
    with SqlStore(small, REGISTER).writer() as writer:
        kept = writer.load([p.page.id for p in many(20)])
        # The new rows come to lie beside the old ones before these are gone.
        grown = [read(k, "recipe-two" * 3000) for k in kept]
        with pytest.raises(RetryLater, match="disk is full"):
            writer.put(grown)
    assert digest(path) == before


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_the_systems_own_word_for_a_full_disk_is_understood(number: int) -> None:
    assert isinstance(Sqlite(Path("k.db"), 1).meaning(OSError(number, "no space")), RetryLater)
    assert Sqlite(Path("k.db"), 1).meaning(OSError(errno.EBADF, "bad")) is None


_WRITE = """
import sys
from tests.store.samples import REGISTER, take
from tests.store.test_accidents import many
from trucewatch.store import open_store

with open_store(sys.argv[1], REGISTER, create=True).writer() as writer:
    for page in many(3000):
        take(writer, [page])
        print("one", flush=True)
"""


@pytest.mark.parametrize("after", [0, 3, 17])
def test_a_killed_process_leaves_a_sound_record_that_the_next_one_completes(
    tmp_path: Path, root: Path, after: int
) -> None:
    path, whole = tmp_path / "k.db", tmp_path / "whole.db"
    child = subprocess.Popen([sys.executable, "-c", _WRITE, str(path)], cwd=root, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    while not path.exists() and child.poll() is None:
        time.sleep(0.005)
    for _ in range(after):
        assert child.stdout.readline() == "one\n"
    time.sleep(0.003 * after)
    child.kill()  # SIGKILL: no handler, no goodbye
    child.communicate()
    assert child.returncode == -9

    store = open_store(str(path), REGISTER, create=True)
    with store.reader() as reader:
        assert list(reader.check()) == []
        assert len(reader.pages(Scope(limit=0))) >= after
    with store.writer() as writer:
        take(writer, many(40))
        finish(writer)
    with open_store(str(whole), REGISTER, create=True).writer() as writer:
        take(writer, many(max(40, len(_rows(store)))))
    assert digest(path) == digest(whole)


def test_a_copy_taken_while_another_writes_is_a_record_in_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    store = open_store(str(path), REGISTER, create=True)
    fill(store, many(5))
    stop, written = threading.Event(), threading.Semaphore(0)

    def write() -> None:
        with open_store(str(path), REGISTER, create=False).writer() as writer:
            for page in many(4000)[5:]:
                if stop.is_set():
                    return
                take(writer, [page])
                written.release()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        counts = []
        for number in range(4):
            assert written.acquire(timeout=30)
            copy = tmp_path / f"copy-{number}.db"
            store.backup(str(copy))
            assert digest(copy)
            counts.append(len(_rows(open_store(str(copy), REGISTER, create=False))))
    finally:
        stop.set()
        writer.join()
    assert counts == sorted(counts)
    assert counts[-1] > counts[0], "it was written all the while"
    assert sorted(p.name for p in tmp_path.glob("*copy*")) == [f"copy-{n}.db" for n in range(4)]


def test_a_copy_is_the_same_record(record: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    open_store(str(record), REGISTER, create=False).backup(str(copy))
    assert digest(copy) == digest(record)
    fill(open_store(str(copy), REGISTER, create=False), many(2))
    assert digest(copy) != digest(record)


def test_a_copy_never_replaces_a_file(record: Path, tmp_path: Path) -> None:
    store = open_store(str(record), REGISTER, create=False)
    there = tmp_path / "there.db"
    there.write_text("mine")
    for target in (there, record, tmp_path):
        with pytest.raises(UsageError, match="is there already"):
            store.backup(str(target))
    with pytest.raises(UsageError, match="no folder"):
        store.backup(str(tmp_path / "nowhere" / "copy.db"))
    assert there.read_text() == "mine"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["record.db", "there.db"]


def test_a_copy_that_fails_leaves_nothing(record: Path, tmp_path: Path) -> None:
    store = open_store(str(record), REGISTER, create=False)
    record.write_bytes(record.read_bytes()[:9000])
    with pytest.raises(RecordError, match="damaged"):
        store.backup(str(tmp_path / "copy.db"))
    assert sorted(p.name for p in tmp_path.iterdir() if "copy" in p.name) == []


def test_what_the_caller_does_inside_is_not_taken_for_the_records_failure(record: Path) -> None:
    store = open_store(str(record), REGISTER, create=False)
    with pytest.raises(OSError, match="no room for the table"), store.reader():
        raise OSError(errno.ENOSPC, "no room for the table")
    with pytest.raises(OSError, match="no room for the log"), store.writer():
        raise OSError(errno.ENOSPC, "no room for the log")


def test_a_second_run_over_known_pages_writes_nothing(record: Path) -> None:
    before = record.read_bytes()
    with open_store(str(record), REGISTER, create=False).writer() as writer:
        assert writer.keep(SAMPLE, RECIPE).stale == ()
        assert writer.load([TALKS.page.id])
    assert record.read_bytes() == before
