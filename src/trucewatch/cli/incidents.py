"""`trucewatch show incidents`: violations and fighting per week and side, recorded and claimed apart."""

from collections.abc import Sequence
from dataclasses import replace

import click

from trucewatch.cli.finders import joiner
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import Asked, Command, format_option, laid_over, record_option, scope_options
from trucewatch.cli.output import Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.registers import no_events
from trucewatch.cli.tables import Cell, shortened
from trucewatch.record.mentions import Track
from trucewatch.settings import Settings
from trucewatch.views.incidents import TRACKS, SoughtIncidents
from trucewatch.views.incidents import incidents as incidents_view
from trucewatch.views.register_rows import IncidentWeekRow

WORDS = 160
"""Code points of a sentence that a table shows; JSON and CSV give all."""
_ASKED = Asked("sought-incidents", SoughtIncidents())
NO_SUCH = "no such incidents in this record: widen --since, --until, --as-of, --outlet, --track or --side"


def _take(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    _ASKED.lay(context, parameter, Track(value) if parameter.name == "track" and value else value)


def _options(command: Command) -> Command:
    """`--track`, `--side`."""
    kinds = click.Choice([track.value for track in TRACKS])
    return laid_over(
        command,
        _take,
        [
            ("--track", "track", {"type": kinds, "help": "Only breaches of a ceasefire, or only other fighting."}),
            ("--side", "side", {"help": "Only what they did: words of a name, or a code such as AZE."}),
        ],
    )


def _cells(row: IncidentWeekRow) -> Sequence[Cell]:
    numbers = f"incidents: {row.incidents}", f"breaches: {row.violations}"
    how = f"recorded: {row.recorded}", f"claimed: {row.claimed}", f"denied: {row.denied}" if row.denied else ""
    first = row.evidence[0]
    told = shortened(first.quote, WORDS), f"told by {', '.join(row.outlets)}" if row.outlets else ""
    return row.week or "(no week told)", row.side or "(not told)", numbers, how, told


INCIDENTS = Layout(
    IncidentWeekRow,
    (("Week from", 14), ("Side", 12), ("Told", 18), ("How", 13), ("The first of them", None)),
    _cells,
    "",
)


@click.command()
@_options
@record_option
@scope_options
@format_option
@click.pass_obj
def incidents(settings: Settings, form: str) -> int:
    """Violations and fighting per week and side: what outlets record, what is only claimed, what is denied.

    \b
    Examples:
      trucewatch show incidents --since 2020-09 --until 2020-12
      trucewatch show incidents --track violation --format csv > violations.csv
    """
    with store(settings).reader() as reader:
        scope = scope_in(reader)
        rows = incidents_view(reader, scope, _ASKED.current(), joiner(reader, scope))
        empty = "" if rows.rows else no_events(reader) or NO_SUCH
    return put_out(rows, replace(INCIDENTS, empty=empty), form)
