"""`trucewatch show people`: persons, offices and bodies, joined across pages."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import click

from trucewatch.cli.entities import people_joiner
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import format_option, record_option, scope_options
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.speakers import current_sought, speaker_option, type_option, why_nothing
from trucewatch.cli.tables import Cell, shortened
from trucewatch.settings import Settings
from trucewatch.views.entity_rows import NamesJoined, PersonListRow
from trucewatch.views.people import people as people_view

ITEMS = 4
"""Offices or spellings that a table shows."""
MENTION_ID = SHORT_ID + 4
"""Digits of a mention's id in a table: its page's, and as many again as tell it from others there."""


def person_cells(row: PersonListRow, *, why: bool) -> Sequence[Cell]:
    """What a table shows of a row."""
    days = (row.first or "", row.last if row.last and row.last != row.first else "")
    named = listed(tuple(word for word in row.spellings if word != row.name))
    behalf = f"for {', '.join(row.on_behalf)}" if row.on_behalf and not row.offices else ""
    quoted = str(row.statements), f"of {row.pages}"
    told = (*(_told("joined", j) for j in row.joined), *(_told("near", j) for j in row.near)) if why else ()
    offices = (*listed([office.title for office in row.offices]), behalf)
    return (row.name, row.id[:MENTION_ID]), quoted, offices, (*named, *told), days


def _told(what: str, join: NamesJoined) -> str:
    return f"{what}: {join}"


def listed(items: Sequence[str]) -> tuple[str, ...]:
    """The first few, and how many more there are."""
    shown = tuple(shortened(item, 60) for item in items[:ITEMS])
    return (*shown, f"and {len(items) - ITEMS} more") if len(items) > ITEMS else shown


PEOPLE = Layout(
    PersonListRow,
    (("Who", None), ("Quoted", 7), ("Offices", None), ("Also written", None), ("From, to", 10)),
    partial(person_cells, why=False),
    "",
)


@click.command()
@speaker_option
@type_option
@click.option("--id", "id_", help="Only the one of this id, or of its first digits, with all its passages.")
@click.option("--why", is_flag=True, help="Also why the names are of one, and what came near and was not joined.")
@record_option
@scope_options
@format_option
@click.pass_obj
def people(settings: Settings, id_: str | None, why: bool, form: str) -> int:
    """Who is named and quoted across pages: persons under all spellings, offices and bodies under all names.

    \b
    Examples:
      trucewatch show people --since 2020-09
      trucewatch show people --speaker minister --why
    """
    with store(settings).reader() as reader:
        rows = people_view(reader, scope_in(reader), current_sought(), people_joiner(reader), id_)
        empty = "" if rows.rows else why_nothing(reader, current_sought())
    return put_out(rows, replace(PEOPLE, cells=partial(person_cells, why=why), empty=empty), form)
