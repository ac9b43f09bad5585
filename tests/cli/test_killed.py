"""A reading that is killed, and one that is done again: the record ends the same."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Call

PAGES = 96


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    made.mkdir()
    for n in range(PAGES):
        lines = [f"Patrol number {n} crossed the river Oss on {n % 28 + 1} May 2018, the mission said."]
        lines += [f"It met {n + k} people at post {k}, and will be there again on {k % 27 + 1} June." for k in range(4)]
        (made / f"page-{n:03}.txt").write_text("\n\n".join(lines))
    return made


def start(folder: Path, record: str) -> subprocess.Popen[bytes]:
    code = "from trucewatch.cli import main; main()"
    arguments = [sys.executable, "-c", code, "read", str(folder), "--record", record, "--jobs", "2"]
    environment = {**os.environ, "TRUCEWATCH_ENGINE": "processes"}
    # A group of its own, so that the workers are killed with it.
    return subprocess.Popen(arguments, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)


def readings(record: Path) -> int:
    if not record.exists():
        return 0
    try:
        with closing(sqlite3.connect(record)) as raw:
            return int(raw.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # not made yet


def kill_after(process: subprocess.Popen[bytes], record: Path, pages: int) -> None:
    for _ in range(6_000):
        if readings(record) >= pages or process.poll() is not None:
            break
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_a_killed_reading_is_finished_by_the_next_to_the_same_digest(call: Call, folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "killed.db"
    kill_after(start(folder, str(record)), record, 1)
    held = readings(record)
    assert held < PAGES
    assert call("record", "check", "--record", str(record)).code == 0
    assert call("read", str(folder), "--record", str(record)).code == 0
    call("read", str(folder), "--record", "whole.db")
    digests = {call("record", "digest", "--record", r).out for r in (str(record), "whole.db")}
    assert len(digests) == 1
    assert readings(record) == PAGES


def test_pages_kept_before_the_kill_are_read_even_when_their_files_are_gone(
    call: Call, folder: Path, tmp_path: Path
) -> None:
    record = tmp_path / "killed.db"
    kill_after(start(folder, str(record)), record, 1)
    with closing(sqlite3.connect(record)) as raw:
        kept = int(raw.execute("SELECT count(*) FROM pages").fetchone()[0])
    for file in folder.iterdir():
        file.unlink()
    call("read", str(folder), "--record", str(record))
    assert readings(record) == kept >= 1
