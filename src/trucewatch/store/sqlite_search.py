"""Full-text search with FTS5: query spelling, the indexes over blocks and statements, and exact match ranges."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from sqlalchemy import Connection, Float, FromClause, Integer, bindparam, column, text

from trucewatch.record.protocols import Fault
from trucewatch.store.dialect import Indexed, Searched
from trucewatch.store.query import Query, Term

TOKENS = "porter unicode61 remove_diacritics 2"
"""As the migrations that made the indexes have it."""

INDEXES = {Searched.BLOCKS: "block_words", Searched.STATEMENTS: "statement_words"}

SHIFT = 32
"""A row's number in its index: its page's number, then its position in this many bits."""

_OPEN, _CLOSE = "\x01", "\x02"
_UNFIT = re.compile("[\x00\x01\x02\ud800-\udfff]")
"""NUL, our marks, and surrogates, which UTF-8 cannot carry."""


def spelt(query: Query) -> str:
    """The query in FTS5's own syntax; every word is quoted, so none can be an operator."""
    wanted = " AND ".join(_spelt(t) for t in query.terms if not t.excluded)
    unwanted = " OR ".join(_spelt(t) for t in query.terms if t.excluded)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _spelt(term: Term) -> str:
    words = fit(term.words).replace('"', '""')
    return f'"{words}"*' if term.prefix else f'"{words}"'


def fit(words: str) -> str:
    """The words as the index takes them; one character stands for one, so that offsets hold."""
    return _UNFIT.sub(" ", words)


def index(connection: Connection, searched: Searched, rows: Iterable[Indexed]) -> None:
    """Add rows."""
    if entries := _entries(rows):
        name = INDEXES[searched]
        connection.exec_driver_sql(f"INSERT INTO {name}(rowid, words) VALUES (?, ?)", entries)  # noqa: S608


def unindex(connection: Connection, searched: Searched, rows: Iterable[Indexed]) -> None:
    """Take rows out: an index without content of its own must be told the words again."""
    if entries := _entries(rows):
        name = INDEXES[searched]
        connection.exec_driver_sql(f"INSERT INTO {name}({name}, rowid, words) VALUES ('delete', ?, ?)", entries)  # noqa: S608


def _entries(rows: Iterable[Indexed]) -> list[tuple[int, str]]:
    return [(r.page << SHIFT | r.position, fit(r.words)) for r in rows]


def clear(connection: Connection) -> None:
    """Empty the indexes."""
    for name in INDEXES.values():
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('delete-all')")  # noqa: S608


def hits(searched: Searched, query: Query) -> FromClause:
    """The rows that match, with bm25 turned so that higher is better."""
    name = INDEXES[searched]
    found = text(
        f"SELECT rowid >> {SHIFT} AS page, rowid & {(1 << SHIFT) - 1} AS position, -rank AS score "  # noqa: S608
        f"FROM {name} WHERE {name} MATCH :query"
    ).bindparams(bindparam("query", spelt(query)))
    return found.columns(column("page", Integer), column("position", Integer), column("score", Float)).subquery("hits")


def matches(query: Query, words: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
    """Where the query matches in each of these, found by the same tokeniser and stemmer in a table of their own."""
    with closing(sqlite3.connect(":memory:")) as table:
        table.execute(f"CREATE VIRTUAL TABLE found USING fts5(words, tokenize='{TOKENS}')")
        table.executemany("INSERT INTO found(rowid, words) VALUES (?, ?)", enumerate(map(fit, words)))
        marked = table.execute(
            f"SELECT rowid, highlight(found, 0, '{_OPEN}', '{_CLOSE}') FROM found WHERE found MATCH ?",  # noqa: S608
            (spelt(query),),
        )
        ranges = {row: tuple(_ranges(shown)) for row, shown in marked}
    return [ranges.get(row, ()) for row in range(len(words))]


def _ranges(marked: str) -> Iterator[tuple[int, int]]:
    before, *pieces = marked.split(_OPEN)
    at = len(before)
    for piece in pieces:
        inside, _, after = piece.partition(_CLOSE)
        yield at, at + len(inside)
        at += len(inside) + len(after)


def unindexed(connection: Connection) -> Iterator[Fault]:
    """Rows without an entry and entries without a row."""
    for searched, name in INDEXES.items():
        yield from _unmet(connection, searched.value, name)


def _unmet(connection: Connection, table: str, index: str) -> Iterator[Fault]:
    lacking = connection.exec_driver_sql(
        f"SELECT p.id, b.position FROM {table} b JOIN pages p ON p.number = b.page "  # noqa: S608
        f"WHERE (b.page << {SHIFT} | b.position) NOT IN (SELECT id FROM {index}_docsize)"
    )
    for page, position in lacking:
        yield Fault(f"{table} {page} {position}", "cannot be searched: it is missing in the full-text index")
    stray = connection.exec_driver_sql(
        f"SELECT d.id FROM {index}_docsize d LEFT JOIN {table} b ON b.page = d.id >> {SHIFT} "  # noqa: S608
        f"AND b.position = d.id & {(1 << SHIFT) - 1} WHERE b.page IS NULL"
    )
    for (row,) in stray:
        yield Fault(f"{index} {row}", f"is searched, but there is no such row of {table}")
