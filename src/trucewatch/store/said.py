"""Statements as a list: which of them are meant, and their words."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, or_, select

from trucewatch.record.folding import fold
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.kept import SHOWN, Stands
from trucewatch.record.protocols import Found, Scope, Sought, StatementRow
from trucewatch.record.spans import Range
from trucewatch.store.counting import total
from trucewatch.store.dialect import Dialect, Searched
from trucewatch.store.listing import published
from trucewatch.store.mention_rows import statement_from
from trucewatch.store.picking import in_order, narrowed
from trucewatch.store.query import parse_query
from trucewatch.store.scopes import Condition, Spellings, days_conditions, known_outlets, limited, page_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import outlets, pages, readings
from trucewatch.store.tables import statements as said

FIRST_DAY = said.c.first_day
"""The first day that a statement can have been said; where that is not told, that its page can have been published."""
LAST_DAY = said.c.last_day
# Nulls told last, not by a term of their own: so the index gives the order, and the first rows are all that is read.
IN_ORDER = (FIRST_DAY.nulls_last(), LAST_DAY, pages.c.id, said.c.position)


def statements(
    connection: Connection, dialect: Dialect, scope: Scope, sought: Sought, spellings: Spellings
) -> Found[StatementRow]:
    """Statements that are meant, oldest first, or best first where words are looked for."""
    narrow = conditions(scope, sought), page_conditions(scope, spellings, known_outlets(connection))
    keys = narrowed(select(said.c.page, said.c.position), said, *narrow)
    order: tuple[Any, ...] = IN_ORDER
    if sought.words is not None:
        hits = dialect.hits(Searched.STATEMENTS, parse_query(sought.words))
        keys = keys.join(hits, (hits.c.page == said.c.page) & (hits.c.position == said.c.position))
        order = (hits.c.score.desc(), *order)
    first = limited(keys.join(pages, pages.c.number == said.c.page).order_by(*order), scope)
    rows = in_order(connection, _whole(), said, connection.execute(first).all())
    return Found(_with_words(connection, rows), *total(connection, keys, scope, len(rows)))


def _whole() -> Select[Any]:
    query = on_pages(select(*said.c, pages.c.id, readings.c.text, readings.c.published, readings.c.grounds))
    return query.add_columns(outlets.c.name.label("outlet"))


def on_pages(query: Select[Any]) -> Select[Any]:
    """The query over statements with their readings, pages and outlets."""
    return (
        query.join_from(said, readings, readings.c.page == said.c.page)
        .join(pages, pages.c.number == said.c.page)
        .join(outlets, outlets.c.id == readings.c.outlet, isouter=True)
    )


def conditions(scope: Scope, sought: Sought) -> list[Condition]:
    """On rows of `statements` and `readings`: what was said within the bounds, by whom, how, where and to whom."""
    found = days_conditions(scope, FIRST_DAY, LAST_DAY)
    found.append(said.c.stands.in_(SHOWN))
    if sought.speaker is not None:
        found.append(or_(_asked(sought.speaker), *_joined(sought)))
    if sought.kind is not None:
        found.append(said.c.kind == sought.kind.value)
    if sought.page is not None:
        found.append(said.c.page.in_(select(pages.c.number).where(pages.c.id == sought.page)))
    if sought.types:
        found.append(said.c.speaker_type.in_([kind.value for kind in sought.types]))
    for column, wanted in ((said.c.venue, sought.venue), (said.c.addressee, sought.addressee)):
        if wanted is not None:
            found.append(column.icontains(wanted.strip(), autoescape=True))
    return found


def _asked(speaker: str) -> Condition:
    """That all these words stand for the speaker; nothing to ask for never widens to all."""
    words = fold(speaker)
    return and_(*(said.c.asked.contains(f" {w} ", autoescape=True) for w in words)) if words else said.c.asked.is_(None)


def _joined(sought: Sought) -> Iterator[Condition]:
    """That the statement is of a profile that is the speaker's under another spelling, or by office on its day."""
    if sought.profiles:
        yield said.c.profile.in_(sought.profiles)
    by_profile: dict[int, list[PageId]] = defaultdict(list)
    for profile, page in sought.profile_pages:
        by_profile[profile].append(page)
    for profile, places in by_profile.items():
        numbers = select(pages.c.number).where(pages.c.id.in_(places))
        yield and_(said.c.profile == profile, said.c.page.in_(numbers))


def _with_words(connection: Connection, rows: list[Row[Any]]) -> tuple[StatementRow, ...]:
    passages = [Slice(row.text, row.passage_start, row.passage_end) for row in rows]
    sentences = cut(connection, passages)
    return tuple(_statement_row(row, sentences[p]) for row, p in zip(rows, passages, strict=True))


def _statement_row(row: Row[Any], sentence: str) -> StatementRow:
    statement = statement_from(row, TextId(row.text))
    found, offset = statement.attribution, statement.passage.start

    def words(at: Range) -> str:
        return sentence[at.start - offset : at.end - offset]

    return StatementRow(
        page=PageId(row.id),
        outlet=row.outlet,
        published=published(row),
        statement=statement,
        words=tuple(words(at) for at in found.content),
        source=words(found.source) if found.source else None,
        sentence=sentence,
        stands=Stands(row.stands),
    )
