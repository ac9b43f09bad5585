"""Dated passages as a list."""

from typing import Any

from sqlalchemy import Connection, Row, Select, select

from trucewatch.record.ids import PageId, TextId
from trucewatch.record.protocols import Scope, TimeRow
from trucewatch.record.texts import Role
from trucewatch.store.listing import published
from trucewatch.store.rows import time_from
from trucewatch.store.scopes import Spellings, interval_conditions, known_outlets, limited, page_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import outlets, pages, readings
from trucewatch.store.tables import times as mentions


def times(connection: Connection, scope: Scope, spellings: Spellings) -> list[TimeRow]:
    """Dated passages within the scope, in order of earliest day; those without one stand last."""
    conditions = page_conditions(scope, spellings, known_outlets(connection))
    conditions += interval_conditions(scope, mentions.c.earliest, mentions.c.latest)
    if scope.on_calendar:
        conditions += [mentions.c.on_calendar, mentions.c.role != Role.DATELINE.value]
    earliest, latest = mentions.c.earliest, mentions.c.latest
    # Nulls told last, not by a term of their own: so the index gives the order, and no more is read than is shown.
    order = (earliest.nulls_last(), latest, pages.c.id, mentions.c.position)
    query = _mentioned().where(*conditions).order_by(*order)
    return _with_words(connection, list(connection.execute(limited(query, scope))))


def _mentioned() -> Select[Any]:
    return (
        select(*mentions.c, pages.c.id, readings.c.text, readings.c.published, readings.c.grounds)
        .add_columns(outlets.c.name.label("outlet"))
        .join_from(mentions, readings, readings.c.page == mentions.c.page)
        .join(pages, pages.c.number == mentions.c.page)
        .join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
    )


def _with_words(connection: Connection, rows: list[Row[Any]]) -> list[TimeRow]:
    passages = [Slice(row.text, row.passage_start, row.passage_end) for row in rows]
    sentences = cut(connection, passages)
    return [_time_row(row, sentences[passage]) for row, passage in zip(rows, passages, strict=True)]


def _time_row(row: Row[Any], sentence: str) -> TimeRow:
    offset = row.passage_start
    return TimeRow(
        page=PageId(row.id),
        outlet=row.outlet,
        published=published(row),
        mention=time_from(row, TextId(row.text)),
        words=sentence[row.start - offset : row.end - offset],
        sentence=sentence,
    )
