"""What is kept can only be added to, by whatever way a row is reached."""

# ruff: noqa: S608 - every statement here is the test's own

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.samples import EMPTY, REGISTER, TALKS
from trucewatch.record.kept import Decision, DecisionKind, DocumentKind, KeptDocument, Thing
from trucewatch.store import open_store
from trucewatch.store.sqlite import Sqlite
from trucewatch.store.tables import KEPT


@pytest.fixture
def full(record: Path) -> Path:
    with open_store(str(record), REGISTER, create=False).writer() as writer:
        note = Decision(DecisionKind.NOTE, (TALKS.page.id,), "ada", "2031-05-06T07:08:09Z", "seen")
        writer.decide(replace(note, thing=Thing.PAGE, pages=(TALKS.page.id,)))
        writer.forget(EMPTY.page.id, "ada", "2031-05-06T07:08:09Z", "asked to")
        writer.keep_document(KeptDocument(DocumentKind.DOSSIER, "velmar", "parties: []\n"))
    return record


@pytest.mark.parametrize("table", [t.name for t in KEPT])
def test_a_kept_row_can_be_neither_changed_nor_deleted(full: Path, table: str) -> None:
    with closing(sqlite3.connect(full)) as connection:
        [(count,)] = connection.execute(f"SELECT count(*) FROM {table}")
        assert count > 0
        column = connection.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchall()[-1][0]
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match=f"{table} are kept"):
                connection.execute(statement)
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,)


@pytest.mark.parametrize("table", [t.name for t in KEPT])
def test_the_stores_own_connections_cannot_replace_a_kept_row(full: Path, table: str) -> None:
    with Sqlite(full, 1).writing().connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} are kept"):
            raw.execute(f"REPLACE INTO {table} SELECT * FROM {table}")


def test_a_reader_cannot_write(record: Path) -> None:
    with Sqlite(record, 1).reading().connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            raw.execute("DELETE FROM times")


def test_what_is_kept_is_on_disk_when_the_call_returns(record: Path) -> None:
    """FULL (2): every commit waits for the write-ahead log, so that a power cut loses nothing that was kept."""
    with Sqlite(record, 1).writing().connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
