"""`trucewatch show offices`: who held which office when."""

from collections.abc import Sequence

import click

from trucewatch.cli.entities import people_joiner
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import format_option, record_option, scope_options
from trucewatch.cli.output import Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.people import MENTION_ID, listed
from trucewatch.cli.tables import Cell
from trucewatch.settings import Settings
from trucewatch.views.entity_rows import OfficeListRow
from trucewatch.views.offices import offices as offices_view

NOTHING = (
    "no such offices: widen --since, --until, --as-of or what else is asked for; offices come from pages that give "
    "one to a person (trucewatch read pages/) and from a dossier (trucewatch read pages/ --dossier NAME-or-FILE)"
)


def _cells(row: OfficeListRow) -> Sequence[Cell]:
    days = (row.since or "?", row.until or ("" if row.grounds == "dossier" else "?"))
    grounds = row.grounds, f"{row.pages} page{'s' if row.pages > 1 else ''}"
    return (row.office, f"of {row.of}"), (row.holder, row.id[:MENTION_ID]), days, grounds, listed(row.titles)


OFFICES = Layout(
    OfficeListRow,
    (("Office", None), ("Holder", None), ("From, to", 10), ("Known by", 9), ("As pages write it", None)),
    _cells,
    NOTHING,
)


@click.command()
@click.option("--office", help="Only these offices: words of what the office is, or of its titles.")
@click.option("--of", help="Only the offices of this state or body: words of its name.")
@click.option("--holder", help="Only those that this person held: words of any spelling of the name.")
@record_option
@scope_options
@format_option
@click.pass_obj
def offices(settings: Settings, office: str | None, of: str | None, holder: str | None, form: str) -> int:
    """Who held which office when, as pages and the dossier tell it; a change of holder is a row of its own.

    \b
    Examples:
      trucewatch show offices --of Armenia
      trucewatch show offices --office "foreign minister" --since 2020
    """
    with store(settings).reader() as reader:
        rows = offices_view(reader, scope_in(reader), people_joiner(reader), (office, of, holder))
    return put_out(rows, OFFICES, form)
