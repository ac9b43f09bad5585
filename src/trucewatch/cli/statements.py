"""`trucewatch show statements`: who said what."""

from collections.abc import Sequence
from dataclasses import replace

import click

from trucewatch.cli.entities import people_joiner
from trucewatch.cli.filing import SHORT as MENTION_ID
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import format_option, record_option, scope_options
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.speakers import current_sought, speaker_option, statement_options, why_nothing
from trucewatch.cli.tables import Cell, shortened
from trucewatch.record.kept import Stands
from trucewatch.record.mentions import Kind
from trucewatch.settings import Settings
from trucewatch.views.rows import StatementListRow
from trucewatch.views.statements import statements as statements_view

WORDS = 500
"""Code points of what was said that a table shows; JSON and CSV give all."""
_MARKS = frozenset('"“”„«»')


def _statement_cells(row: StatementListRow) -> Sequence[Cell]:
    first, _, last = (row.said_on or "").partition("/")
    return (f"{first}/" if last else first, last, row.kind), _who(row), _what(row), _through(row)


def _who(row: StatementListRow) -> Cell:
    if row.speaker is None:
        return "(not resolved)", f"“{shortened(row.as_written, 60)}”" if row.as_written else ""
    place = row.office or (row.organization if row.organization != row.speaker else None) or ""
    behalf = row.on_behalf if row.on_behalf and row.on_behalf not in (place, row.speaker, row.organization) else ""
    holder = f"held by {row.held_by}" if row.held_by else ""
    return row.speaker, place, f"for {behalf}" if behalf else "", holder


def _what(row: StatementListRow) -> Cell:
    said = shortened(row.words, WORDS)
    told = [f"to {row.addressee}" if row.addressee else "", row.venue or ""]
    marked = row.kind == Kind.DIRECT and not _MARKS & set(said)
    return f"“{said}”" if marked else said, ", ".join(t for t in told if t)


def _through(row: StatementListRow) -> Cell:
    stands = "" if row.stands == Stands.FOUND else row.stands
    return " ← ".join(row.via), f"{row.published or ''} {row.page[:SHORT_ID]}", row.id[:MENTION_ID], stands


STATEMENTS = Layout(
    StatementListRow,
    (("Said", 11), ("Who", 20), ("What", None), ("Through", 19)),
    _statement_cells,
    "",
)


@click.command()
@speaker_option
@statement_options
@click.option("--page", help="Only what this page reports: the first digits of its id.")
@record_option
@scope_options
@format_option
@click.pass_obj
def statements(settings: Settings, page: str | None, form: str) -> int:
    """Who said what: direct, indirect and mixed speech with its speaker, by the day it was said, or else published.

    \b
    Examples:
      trucewatch show statements --speaker Morvane --since 2018-10 --kind direct
      trucewatch show statements --format csv > statements.csv
    """
    sought = current_sought()
    with store(settings).reader() as reader:
        sought = replace(sought, page=reader.page(page).page.id) if page else sought
        rows = statements_view(reader, scope_in(reader), sought, people_joiner(reader))
        empty = "" if rows.rows else why_nothing(reader, sought)
    return put_out(rows, replace(STATEMENTS, empty=empty), form)
