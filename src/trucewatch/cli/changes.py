"""`trucewatch changes`: what became known in a period, and what changed by it."""

from collections.abc import Sequence
from dataclasses import replace

import click

from trucewatch.cli.entities import people_joiner
from trucewatch.cli.events import EVENT_ID, WORDS
from trucewatch.cli.finders import joiner
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import Choices, DateOption, format_option, listing_options, record_option
from trucewatch.cli.origins import corroborations
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.tables import Cell, shortened
from trucewatch.record.protocols import Scope
from trucewatch.settings import Settings
from trucewatch.views.changes import Change, ChangeRow, Means, Period
from trucewatch.views.changes import changes as changes_view

NOTHING = (
    "nothing became known from {first} to {last}: no page that is read was published then, or none that tells anything "
    "new; `trucewatch show pages` lists them with their dates"
)


def _cells(row: ChangeRow) -> Sequence[Cell]:
    kind = row.kind.replace("-", " "), row.what or "", row.id[:EVENT_ID]
    sides = f"{row.before} → {row.after}" if row.before else row.after or ""
    through = row.outlet or "", (row.page or "")[:SHORT_ID]
    return row.day, kind, (shortened(row.subject, WORDS), sides), through


CHANGES = Layout(
    ChangeRow,
    (("Known", 10), ("Kind", 15), ("What", None), ("Through", 19)),
    _cells,
    "",
)


@click.command()
@click.option("--from", "since", type=DateOption(), required=True, help="The first day: 2020-12-10, 2020-12 or 2020.")
@click.option("--to", "until", type=DateOption(), required=True, help="The last day, itself included.")
@click.option("--kind", "kinds", type=Choices(Change), multiple=True, help="Only such changes; repeatable.")
@record_option
@listing_options
@format_option
@click.pass_obj
def changes(settings: Settings, since: str, until: str, kinds: tuple[Change, ...], form: str) -> int:
    """What became known in a period, and what changed: the record as of its last day beside that before its first.

    \b
    Examples:
      trucewatch changes --from 2020-12-10 --to 2020-12-31
      trucewatch changes --from 2020-12 --to 2020-12 --kind event --kind new-event --format json
    """
    period = Period.of(since, until)
    with store(settings).reader() as reader:
        scope = scope_in(reader)
        after = Scope(as_of=period.last)
        means = Means(joiner(reader, after), people_joiner(reader), corroborations(reader))
        rows = changes_view(reader, period, scope, means, kinds)
    empty = NOTHING.format(first=period.first, last=period.last)
    return put_out(rows, replace(CHANGES, empty=empty), form)
