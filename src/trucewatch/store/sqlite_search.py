"""Full-text search with FTS5: query spelling, the index over blocks, and exact match ranges."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from sqlalchemy import Connection, Float, FromClause, Integer, bindparam, column, text

from trucewatch.record.protocols import Fault
from trucewatch.store.dialect import Indexed
from trucewatch.store.query import Query, Term

TOKENS = "porter unicode61 remove_diacritics 2"
"""As the migration that made the index has it."""

SHIFT = 32
"""A block's row in the index: its page's number, then its position in this many bits."""

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


def index(connection: Connection, blocks: Iterable[Indexed]) -> None:
    """Add blocks."""
    rows = _rows(blocks)
    if rows:
        connection.exec_driver_sql("INSERT INTO block_words(rowid, words) VALUES (?, ?)", rows)


def unindex(connection: Connection, blocks: Iterable[Indexed]) -> None:
    """Take blocks out: an index without content of its own must be told the words again."""
    rows = _rows(blocks)
    if rows:
        connection.exec_driver_sql("INSERT INTO block_words(block_words, rowid, words) VALUES ('delete', ?, ?)", rows)


def _rows(blocks: Iterable[Indexed]) -> list[tuple[int, str]]:
    return [(b.page << SHIFT | b.position, fit(b.words)) for b in blocks]


def clear(connection: Connection) -> None:
    """Empty the index."""
    connection.exec_driver_sql("INSERT INTO block_words(block_words) VALUES ('delete-all')")


def hits(query: Query) -> FromClause:
    """The blocks that match, with bm25 turned so that higher is better."""
    found = text(
        f"SELECT rowid >> {SHIFT} AS page, rowid & {(1 << SHIFT) - 1} AS position, -rank AS score "  # noqa: S608
        "FROM block_words WHERE block_words MATCH :query"
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
    """Blocks without an entry and entries without a block."""
    lacking = connection.exec_driver_sql(
        "SELECT p.id, b.position FROM blocks b JOIN pages p ON p.number = b.page "  # noqa: S608
        f"WHERE (b.page << {SHIFT} | b.position) NOT IN (SELECT id FROM block_words_docsize)"
    )
    for page, position in lacking:
        yield Fault(f"blocks {page} {position}", "cannot be searched: it is missing in the full-text index")
    stray = connection.exec_driver_sql(
        f"SELECT d.id FROM block_words_docsize d LEFT JOIN blocks b ON b.page = d.id >> {SHIFT} "  # noqa: S608
        f"AND b.position = d.id & {(1 << SHIFT) - 1} WHERE b.page IS NULL"
    )
    for (row,) in stray:
        yield Fault(f"block_words {row}", "is searched, but there is no such block")
