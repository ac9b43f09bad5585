"""`trucewatch show decisions`: the log of what reviewers decided."""

from collections.abc import Sequence

import click

from trucewatch.cli.filing import SHORT
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import Choices, format_option, record_option, scope_options
from trucewatch.cli.output import Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.tables import Cell, shortened
from trucewatch.record.kept import DecisionKind, Thing
from trucewatch.record.logged import SoughtDecisions, State
from trucewatch.settings import Settings
from trucewatch.views.decisions import DecisionListRow
from trucewatch.views.decisions import decisions as decisions_view

WORDS = 160
"""Code points of a passage that a table shows."""


def _cells(row: DecisionListRow) -> Sequence[Cell]:
    state = row.state if not row.because else f"{row.state} by {row.because[0][:SHORT]}"
    when = f"{row.at[:10]} {row.at[11:16]}", row.by or "", row.id[:SHORT]
    return when, (row.kind, state), _what(row), row.why


def _what(row: DecisionListRow) -> Cell:
    things = " and ".join(id_[:SHORT] for id_ in row.on)
    quotes = [f"“{shortened(e.quote, WORDS)}”" for e in row.evidence if e.quote]
    moved = [f"now perhaps {row.moved[:SHORT]}"] if row.moved else []
    return (f"{row.thing or ''} {things}".strip(), *map(str, row.fields), *quotes, *moved)


DECISIONS = Layout(
    DecisionListRow,
    (("When, by, id", 16), ("What", 24), ("On", None), ("Why", 26)),
    _cells,
    "no such decisions: `trucewatch decide` and `trucewatch review` make them; widen what is asked for",
)


@click.command()
@click.option("--state", "states", type=Choices(State), multiple=True, help="Only those in this state; repeatable.")
@click.option("--kind", "kinds", type=Choices(DecisionKind), multiple=True, help="Only those of this kind; repeatable.")
@click.option("--thing", "things", type=Choices(Thing), multiple=True, help="Only those on such things; repeatable.")
@click.option("--by", help="Only those by this reviewer.")
@click.option("--on", help="Only those on this page, mention or decision: the first digits of its id.")
@record_option
@scope_options
@format_option
@click.pass_obj
def decisions(settings: Settings, /, form: str, **asked: object) -> int:
    """What reviewers decided, newest first: on what, by whom, when and why, and what has become of it.

    --since and --until narrow by the day of the decision.

    \b
    Examples:
      trucewatch show decisions --by Ada --since 2026-11
      trucewatch show decisions --state orphaned --format json
    """
    sought = SoughtDecisions(**asked)  # type: ignore[arg-type]  # click gives each option its own type
    with store(settings).reader() as reader:
        rows = decisions_view(reader, scope_in(reader), sought)
    return put_out(rows, DECISIONS, form)
