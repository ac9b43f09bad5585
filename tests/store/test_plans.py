"""How a database goes about what is asked most: by an index in its order, and never through a whole table."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from tests.store.samples import EVENTS, REGISTER, SAMPLE, SPEECHES, fill
from trucewatch.record.mentions import Kind, Track
from trucewatch.record.protocols import Reader, Scope, Sought, SoughtEvents
from trucewatch.store import open_store

Asked = list[tuple[str, Any]]


@pytest.fixture
def asked() -> Iterator[Asked]:
    """The statements that are run meanwhile, with their values."""
    found: Asked = []

    def note(connection: Connection, cursor: Any, statement: str, values: Any, context: Any, many: bool) -> None:
        found.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


def plans(path: Path, asked: Asked) -> list[tuple[str, list[str]]]:
    """Each question with how it is gone about."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            (sql, [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)])
            for sql, values in asked
            if sql.startswith("SELECT")
        ]


LISTS: dict[str, Callable[[Reader, Scope], object]] = {
    "times": lambda reader, scope: reader.times(replace(scope, on_calendar=True)),
    "readings": lambda reader, scope: reader.pages(scope),
    "statements": lambda reader, scope: reader.statements(scope, Sought(kind=Kind.DIRECT, speaker="Keller")),
    "events": lambda reader, scope: reader.events(scope, SoughtEvents(track=Track.VIOLATION, place="Orrin")),
}


SCOPES = [Scope(limit=1), Scope("2031-04", "2031-06", "2031-05-04", limit=1)]


@pytest.mark.parametrize("scope", SCOPES, ids=["all", "within days"])
@pytest.mark.parametrize("name", LISTS)
def test_the_first_of_a_list_are_found_in_its_order(tmp_path: Path, name: str, scope: Scope, asked: Asked) -> None:
    path = tmp_path / "record.db"
    store = open_store(str(path), REGISTER, create=True)
    fill(store, (*SAMPLE, *SPEECHES, *EVENTS))
    asked.clear()
    with store.reader() as reader:
        LISTS[name](reader, scope)
    ordered = [(sql, plan) for sql, plan in plans(path, asked) if "ORDER BY" in sql and "LIMIT" in sql]
    assert ordered
    listed, plan = ordered[0]
    assert f"ix_{name}_order" in " ".join(plan), listed
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan, listed


def test_rows_that_are_shown_are_fetched_by_their_keys(tmp_path: Path, asked: Asked) -> None:
    path = tmp_path / "record.db"
    store = open_store(str(path), REGISTER, create=True)
    fill(store, (*SAMPLE, *SPEECHES, *EVENTS))
    asked.clear()
    with store.reader() as reader:
        assert reader.statements(Scope(), Sought()).rows
        assert reader.events(Scope(), SoughtEvents()).rows
        assert reader.pages(Scope())
    for sql, plan in plans(path, asked):
        wide = [
            step for step in plan if step.startswith(("SCAN statements", "SCAN events", "SCAN blocks", "SCAN texts"))
        ]
        assert all("COVERING INDEX" in step for step in wide), (sql, plan)


def test_places_are_counted_off_an_index_in_their_order(tmp_path: Path, asked: Asked) -> None:
    path = tmp_path / "record.db"
    store = open_store(str(path), REGISTER, create=True)
    fill(store, (*SAMPLE, *SPEECHES, *EVENTS))
    asked.clear()
    with store.reader() as reader:
        assert reader.spots(Scope())
    [(counted, plan)] = [(sql, plan) for sql, plan in plans(path, asked) if "GROUP BY" in sql]
    assert plan == ["SEARCH events USING COVERING INDEX ix_events_spot (place>?)"], counted
