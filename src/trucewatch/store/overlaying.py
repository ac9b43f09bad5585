"""Decisions laid over what is derived from pages, when one is filed."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, delete, select

from trucewatch.record.correcting import REVIEWER
from trucewatch.record.dates import Published
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.readings import PageReading
from trucewatch.record.texts import Article, Text
from trucewatch.store.bulk import rows_where
from trucewatch.store.deriving import load_strings
from trucewatch.store.dialect import Dialect, Indexed, Searched
from trucewatch.store.event_rows import event_from
from trucewatch.store.listing import published
from trucewatch.store.log import in_force_of
from trucewatch.store.mention_rows import ranges_from, said_words, statement_from
from trucewatch.store.overlaid import (
    event_key_rows,
    overlaid,
    overlaid_events,
    overlaid_statements,
    said,
    shown_events,
)
from trucewatch.store.sighting_rows import sighting_from, sighting_rows
from trucewatch.store.tables import event_keys, events, pages, readings, sightings, statements


def lay_over(connection: Connection, dialect: Dialect, numbers: Collection[int]) -> None:
    """Make their statements and events, and what counts these, anew from what was found and what is in force."""
    logs = in_force_of(connection, numbers)
    query = select(readings.c.page, readings.c.text, readings.c.recipe, pages.c.id)
    query = query.join(pages, pages.c.number == readings.c.page).where(readings.c.text.is_not(None))
    for row in list(rows_where(connection, query, readings.c.page, set(numbers))):
        found = as_found(connection, row)
        mentions = overlaid(found, logs.get(row.page, ()))
        if text := found.text:
            _take_out(connection, dialect, row.page, text)
            _add(connection, statements, overlaid_statements(row.page, text, mentions))
            _add(connection, events, overlaid_events(row.page, mentions))
            _add(connection, sightings, sighting_rows(row.page, found.sightings, shown_events(mentions)))
            published_on = found.article.published if found.article else None
            _add(connection, event_keys, event_key_rows(row.page, mentions, published_on))
            dialect.index(connection, Searched.STATEMENTS, said(row.page, text, mentions))


def as_found(connection: Connection, row: Row[Any]) -> PageReading:
    """The statements, events and persons that were found on a page, whatever reviewers made of them.

    `row` has the page's number and id, its text and recipe.
    """
    string = load_strings(connection, [row.text])[row.text]
    text = Text(TextId(row.text), PageId(row.id), string, ())
    return PageReading(
        text.page,
        row.recipe,
        text,
        Article(published=_published(connection, row.page)),
        statements=tuple(statement_from(r, text.id) for r in _found(connection, statements, row.page)),
        events=tuple(event_from(r, text.id) for r in _found(connection, events, row.page)),
        sightings=tuple(sighting_from(r, text.id) for r in _found(connection, sightings, row.page)),
    )


def _published(connection: Connection, number: int) -> Published | None:
    query: Select[Any] = select(readings.c.published, readings.c.grounds).where(readings.c.page == number)
    return published(connection.execute(query).one())


def _found(connection: Connection, table: Table, number: int) -> list[Row[Any]]:
    """The rows that a reading has put there: what a reviewer made says so in its maker."""
    rows = connection.execute(select(table).where(table.c.page == number).order_by(table.c.position))
    return [row for row in rows if not row.maker.startswith(REVIEWER)]


def _take_out(connection: Connection, dialect: Dialect, number: int, text: Text) -> None:
    s = statements.c
    rows = connection.execute(select(s.position, s.content).where(s.page == number)).all()
    told = [Indexed(number, row.position, said_words(text.string, ranges_from(row.content))) for row in rows]
    dialect.unindex(connection, Searched.STATEMENTS, told)
    for table in (event_keys, sightings, events, statements):
        connection.execute(delete(table).where(table.c.page == number))


def _add(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)
