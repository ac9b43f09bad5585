"""`trucewatch show event`: every account of one event, why they are held to be one, and what comes near."""

from collections.abc import Sequence

import click

from trucewatch.cli.events import EVENT_ID, WORDS, named
from trucewatch.cli.finders import joiner
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import format_option, record_option, scope_options
from trucewatch.cli.origins import corroborations
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.tables import Cell, shortened
from trucewatch.settings import Settings
from trucewatch.views.event import NEAR_MISS, EventAccountRow
from trucewatch.views.event import event as event_view

REASONS = 4
"""Reasons for a join that a table shows, the weightiest first; JSON and CSV give all."""


def _cells(row: EventAccountRow) -> Sequence[Cell]:
    first, _, last = (row.date or "").partition("/")
    near = "NEAR MISS" if row.part == NEAR_MISS else ""
    when = (near, f"{first}/" if last else first, last, row.precision or "(not dated)", row.track, row.status)
    return (*when, row.mention[:EVENT_ID]), _what(row), _why(row), _through(row)


def _what(row: EventAccountRow) -> Cell:
    to = named(row.recipients)
    who = f"{named(row.actors) or '(not told)'}{f' → {to}' if to else ''}{f' at {row.place}' if row.place else ''}"
    return f"“{row.trigger}”", shortened(row.sentence, WORDS), who, *row.differs


def _why(row: EventAccountRow) -> Cell:
    if row.joined_to is None:
        return "(stands alone)"
    told = sorted(row.why, key=lambda reason: -abs(reason.weight))[:REASONS]
    return f"{row.score:.2f} with {row.joined_to[:EVENT_ID]}", *map(str, told)


def _through(row: EventAccountRow) -> Cell:
    origin = f"{row.origin_how}: {row.origin}" if row.origin else ""
    return (
        f"{row.asserted_by}{f' ({row.party})' if row.party else ''}",
        row.outlet or "",
        f"{row.published or ''} {row.page[:SHORT_ID]}",
        origin,
    )


ACCOUNTS = Layout(
    EventAccountRow,
    (("When", 15), ("What", None), ("Why one", 34), ("Asserted by", 19)),
    _cells,
    "",
)


@click.command()
@click.argument("id_", metavar="ID")
@record_option
@scope_options
@format_option
@click.pass_obj
def event(settings: Settings, id_: str, form: str) -> int:
    """One event by its id, or that of any of its mentions: all accounts, how they differ, and why they are one.

    \b
    Example:
      trucewatch show event 3f9c2a7be1d0
    """
    with store(settings).reader() as reader:
        scope = scope_in(reader)
        rows = event_view(reader, scope, id_, joiner(reader, scope), corroborations(reader))
    return put_out(rows, ACCOUNTS, form)
