"""Events as a list: which of them are meant, and their words."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from trucewatch.record.folding import fold
from trucewatch.record.ids import PAGE_DIGITS, PageId, TextId
from trucewatch.record.kept import SHOWN
from trucewatch.record.protocols import EventRow, Found, Scope, SoughtEvents
from trucewatch.store.bulk import CHUNK
from trucewatch.store.counting import total
from trucewatch.store.event_rows import event_from
from trucewatch.store.listing import published
from trucewatch.store.picking import in_order, narrowed
from trucewatch.store.scopes import Condition, Spellings, days_conditions, known_outlets, limited, page_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import event_keys, outlets, pages, readings
from trucewatch.store.tables import events as coded

UNDER_ONE_KEY = 100
"""Events that are looked up under one key, those published first."""
_SHOWN = coded.c.stands.in_([stands.value for stands in SHOWN])
# Nulls told last, not by a term of their own: so the index gives the order, and the first rows are all that is read.
_IN_ORDER = (coded.c.first_day.nulls_last(), coded.c.last_day, pages.c.id, coded.c.position)


def events(connection: Connection, scope: Scope, sought: SoughtEvents, spellings: Spellings) -> Found[EventRow]:
    """Events that are meant, oldest first; undated ones stand last, and are left out where days are asked for."""
    narrow = [_SHOWN, *_conditions(scope, sought)], page_conditions(scope, spellings, known_outlets(connection))
    keys = narrowed(select(coded.c.page, coded.c.position), coded, *narrow)
    first = limited(keys.join(pages, pages.c.number == coded.c.page).order_by(*_IN_ORDER), scope)
    rows = in_order(connection, _shown(), coded, connection.execute(first).all())
    return Found(_with_words(connection, rows), *total(connection, keys, scope, len(rows)))


def told(connection: Connection, keys: Collection[str], scope: Scope, spellings: Spellings) -> list[EventRow]:
    """Events filed under any of these keys, each once, on pages within the scope's as-of day and outlets.

    Of a key under which very many are filed, those that were published first.
    """
    of_page = page_conditions(scope, spellings, known_outlets(connection))
    listed, wanted = list(keys), dict[tuple[int, int], Row[Any]]()
    for start in range(0, len(listed), CHUNK):
        first = _first_filed(listed[start : start + CHUNK], of_page)
        wanted.update(((row.page, row.position), row) for row in connection.execute(first))
    return list(_with_words(connection, in_order(connection, _shown(), coded, list(wanted.values()))))


def _first_filed(keys: Sequence[str], of_page: Sequence[Condition]) -> Select[Any]:
    """The first few rows under each key: what is told on a thousand pages is brought together from these."""
    order = (readings.c.last_day.nulls_last(), pages.c.id, event_keys.c.position)
    turn = func.row_number().over(partition_by=event_keys.c.key, order_by=order).label("turn")
    ranked = select(event_keys.c.page, event_keys.c.position, turn).join(readings, readings.c.page == event_keys.c.page)
    ranked = ranked.join(pages, pages.c.number == event_keys.c.page).where(event_keys.c.key.in_(keys), *of_page)
    filed = ranked.subquery()
    return select(filed.c.page, filed.c.position).where(filed.c.turn <= UNDER_ONE_KEY).distinct()


def event(connection: Connection, prefix: str, scope: Scope, spellings: Spellings) -> list[EventRow]:
    """The events whose id starts with `prefix`, on pages within the scope; their ids start as their pages' do."""
    start = prefix[:PAGE_DIGITS]
    query = _shown().where(pages.c.id >= start, pages.c.id < start + "g")
    query = query.where(*page_conditions(scope, spellings, known_outlets(connection))).order_by(*_IN_ORDER)
    found = connection.execute(query)
    meant = [row for row in found if event_from(row, TextId(row.text)).id(PageId(row.id)).startswith(prefix)]
    return list(_with_words(connection, meant))


def _shown() -> Select[Any]:
    """Events that reviewers let stand, with their pages and outlets."""
    query = select(*coded.c, pages.c.id, readings.c.text, readings.c.published, readings.c.grounds)
    return _on_pages(query.add_columns(outlets.c.name.label("outlet"), readings.c.headline)).where(_SHOWN)


def _on_pages(query: Select[Any]) -> Select[Any]:
    return (
        query.join_from(coded, readings, readings.c.page == coded.c.page)
        .join(pages, pages.c.number == coded.c.page)
        .join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
    )


def _conditions(scope: Scope, sought: SoughtEvents) -> list[Condition]:
    """On rows of `events`: what is told of days within the bounds, of what kind, by whom, where."""
    found = days_conditions(scope, coded.c.first_day, coded.c.last_day)
    exact = (coded.c.track, sought.track), (coded.c.status, sought.status), (coded.c.category, sought.category)
    found += [column == wanted for column, wanted in exact if wanted is not None]
    if sought.page is not None:
        found.append(coded.c.page.in_(select(pages.c.number).where(pages.c.id == sought.page)))
    if sought.actor is not None:
        found.append(or_(*(_words(coded.c.asked, one) for one in (sought.actor, *sought.actor_codes))))
    if sought.place is not None:
        found.append(_words(coded.c.asked_place, sought.place))
    if sought.asserted_by is not None:
        found.append(_words(coded.c.asked_asserter, sought.asserted_by))
    return found


def _words(column: ColumnElement[str], wanted: str) -> Condition:
    """That the column holds all these words; nothing to ask for never widens to all."""
    words = fold(wanted)
    if not words:
        return column.is_(None)
    return and_(*(column.contains(f" {word} ", autoescape=True) for word in words))


def _with_words(connection: Connection, rows: list[Row[Any]]) -> tuple[EventRow, ...]:
    passages = [Slice(row.text, row.passage_start, row.passage_end) for row in rows]
    sentences = cut(connection, passages)
    return tuple(_event_row(row, sentences[p]) for row, p in zip(rows, passages, strict=True))


def _event_row(row: Row[Any], sentence: str) -> EventRow:
    event = event_from(row, TextId(row.text))
    offset = event.passage.start
    return EventRow(
        page=PageId(row.id),
        outlet=row.outlet,
        published=published(row),
        event=event,
        trigger=sentence[event.trigger.start - offset : event.trigger.end - offset],
        sentence=sentence,
        headline=row.headline,
    )
