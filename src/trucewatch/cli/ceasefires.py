"""`trucewatch show ceasefires`: each once, between whom, brokered by whom, since when, and how it stands."""

from collections.abc import Sequence
from dataclasses import replace

import click

from trucewatch.cli.events import EVENT_ID
from trucewatch.cli.finders import joiner, truce_finder
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import Asked, Choices, Command, format_option, laid_over, record_option, scope_options
from trucewatch.cli.output import Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.registers import no_events
from trucewatch.cli.tables import Cell
from trucewatch.record.truces import TruceState
from trucewatch.settings import Settings
from trucewatch.views.ceasefires import SoughtCeasefires
from trucewatch.views.ceasefires import ceasefires as ceasefires_view
from trucewatch.views.register_rows import CeasefireListRow

STEPS = 6
"""Steps that a table shows, the first and the last of them; JSON and CSV give all."""
_ASKED = Asked("sought-ceasefires", SoughtCeasefires())
NO_SUCH = "no such ceasefires in this record: widen --since, --until, --as-of, --outlet, --party or --state"


def _options(command: Command) -> Command:
    """`--party`, `--state`."""
    about = "Only those that this party made or brokered: words of its name."
    return laid_over(
        command,
        _ASKED.lay,
        [
            ("--party", "party", {"help": about}),
            ("--state", "state", {"type": Choices(TruceState), "help": "Only those that stand so."}),
        ],
    )


def _cells(row: CeasefireListRow) -> Sequence[Cell]:
    when = (f"declared {row.declared}" if row.declared else "(not dated)", f"from {row.from_}" if row.from_ else "")
    steps = [str(step) for step in row.steps]
    if len(steps) > STEPS:
        steps = [*steps[: STEPS // 2], f"... {len(steps) - STEPS} more ...", *steps[-(STEPS // 2) :]]
    who = row.parties or "(not told)", f"brokered by {row.brokered_by}" if row.brokered_by else ""
    told = f"{row.mentions} mentions, {row.pages} pages", row.id[:EVENT_ID]
    stands = row.state, f"{row.breaches} breaches told" if row.breaches else ""
    return (*when, f"to {row.to}" if row.to else ""), (*who, row.agreement or ""), stands, tuple(steps), told


CEASEFIRES = Layout(
    CeasefireListRow,
    (("When", 19), ("Between whom", 26), ("State", 17), ("What is told", None), ("Told", 18)),
    _cells,
    "",
)


@click.command()
@_options
@record_option
@scope_options
@format_option
@click.pass_obj
def ceasefires(settings: Settings, form: str) -> int:
    """The ceasefires: between whom, brokered by whom, from when to when, and how they stand.

    \b
    Examples:
      trucewatch show ceasefires --as-of 2020-12-15
      trucewatch show ceasefires --party Azerbaijan --state violated --format json
    """
    with store(settings).reader() as reader:
        scope = scope_in(reader)
        rows = ceasefires_view(reader, scope, _ASKED.current(), joiner(reader, scope), truce_finder(reader))
        empty = "" if rows.rows else no_events(reader) or NO_SUCH
    return put_out(rows, replace(CEASEFIRES, empty=empty), form)
