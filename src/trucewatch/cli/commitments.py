"""`trucewatch show commitments`: who undertook what, and is it kept."""

import re
from collections.abc import Sequence
from typing import Any

import click

from trucewatch.cli.in_force import in_force, scope_in
from trucewatch.cli.options import Asked, Choices, Command, format_option, laid_over, record_option, scope_options
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.tables import Cell, shortened
from trucewatch.dossiers.world import load_world
from trucewatch.errors import UsageError
from trucewatch.record.protocols import Reader
from trucewatch.record.resolved import CommitmentState
from trucewatch.resolve.commitments import Commitments
from trucewatch.settings import Settings
from trucewatch.views.commitments import CommitmentRow, SoughtCommitments
from trucewatch.views.commitments import commitments as commitments_view

WORDS = 200
"""Code points of an undertaking or a sentence that a table shows."""
STEPS = 4
"""Steps that a table shows, the latest; JSON and CSV give all."""

_ASKED = Asked("sought-commitments", SoughtCommitments())


class DaysOption(click.ParamType[int]):
    """A number of days: 30d, or 30."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; a usage error where it is none."""
        found = re.fullmatch(r"([0-9]{1,5})d?", str(value).strip())
        if found is None:
            self.fail(f"{value!r} is no number of days; write 30d", param, ctx)
        return int(found[1])


def _commitment_options(command: Command) -> Command:
    """`--by`, `--state`, `--silent-for`."""
    silent = "Only what is not kept and of which nothing was told for so many days, such as 30d."
    return laid_over(
        command,
        _ASKED.lay,
        [
            ("--by", "by", {"help": "Only what they undertook: a name."}),
            ("--state", "state", {"type": Choices(CommitmentState), "help": "Only what stands so."}),
            ("--silent-for", "silent_for", {"type": DaysOption(), "metavar": "DAYS", "help": silent}),
        ],
    )


def _cells(row: CommitmentRow) -> Sequence[Cell]:
    first = row.evidence[0]
    told = f"{first.outlet or ''} {first.published or ''}".strip(), first.page[:SHORT_ID]
    steps = tuple(map(str, row.steps[-STEPS:]))
    by = row.by or "(not told)", f"→ {row.to}" if row.to else ""
    state = row.state, f"PAM {row.pam}", f"due {row.due}" if row.due else ""
    return by, (shortened(row.what, WORDS), f"“{shortened(first.quote, WORDS)}”"), (*state, *steps), told


COMMITMENTS = Layout(
    CommitmentRow,
    (("By, to", 22), ("What", None), ("Stands, since", 32), ("Told by", 18)),
    _cells,
    "no such commitments: widen --since, --until, --as-of, --outlet or what else is asked for, or read pages first "
    "(trucewatch read pages/)",
)


def finder(reader: Reader) -> Commitments:
    """What finds commitments, by the dossier in force where it can be read."""
    chosen = in_force(reader).dossier
    try:
        dossier = chosen.dossier().dossier if chosen else None
    except UsageError:
        dossier = None  # of another version of the program, whose form is no longer read
    return Commitments(load_world(), dossier)


@click.command()
@_commitment_options
@record_option
@scope_options
@format_option
@click.pass_obj
def commitments(settings: Settings, form: str) -> int:
    """What was undertaken, by whom, by when, and whether it is pending, in progress, kept, broken or contested.

    \b
    Examples:
      trucewatch show commitments --as-of 2020-12-15
      trucewatch show commitments --as-of 2020-12-15 --silent-for 30d
      trucewatch show commitments --by Lurenia --state broken
    """
    with store(settings).reader() as reader:
        rows = commitments_view(reader, scope_in(reader), _ASKED.current(), finder(reader))
    return put_out(rows, COMMITMENTS, form)
