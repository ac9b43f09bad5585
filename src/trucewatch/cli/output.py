"""Rows of a view on standard output: a table to read, JSON or CSV to process."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import click

from trucewatch.cli.tables import Cell, print_table
from trucewatch.views.forms import as_dicts, csv_lines
from trucewatch.views.rows import Rows

R = TypeVar("R")

NOTHING = "nothing to show: widen --since, --until, --as-of or --outlet, or read pages first: trucewatch read pages/"

SHORT_ID = 8
"""Digits of an id in a table; other commands take them as they stand."""


@dataclass(frozen=True, slots=True)
class Layout(Generic[R]):
    """How rows of one type stand in a table, and what to say where there are none."""

    kind: type[R]
    columns: Sequence[tuple[str, int | None]]
    """Titles, each with its width, or None to share what is left."""
    cells: Callable[[R], Sequence[Cell]]
    empty: str
    """What to do next, where there is nothing to show."""


def put_out(rows: Rows[R], layout: Layout[R], form: str) -> int:
    """Print the rows in the form asked for; the exit code. A cut, or an empty answer, is told on standard error."""
    if form == "json":
        click.echo(json.dumps(as_dicts(rows.rows), ensure_ascii=False, indent=1))
    elif form == "csv":
        for line in csv_lines(layout.kind, rows.rows):
            click.echo(line, nl=False)
    elif rows.rows:
        print_table(layout.columns, [layout.cells(row) for row in rows.rows])
    if not rows.rows:
        click.echo(layout.empty, err=True)
    if rows.cut and rows.matching is not None:
        at_least = "" if rows.counted else "more than "
        click.echo(
            f"{len(rows.rows)} events shown of {at_least}{rows.matching:,} mentions; --limit 0 shows all", err=True
        )
    elif rows.cut:
        click.echo(f"{len(rows.rows)} rows shown, there are {_more(rows)}; --limit 0 shows all", err=True)
    return 0


def _more(rows: Rows[R]) -> str:
    if rows.total is None:
        return "more"
    left = f"{rows.total - len(rows.rows):,} more"
    return left if rows.counted else f"more than {left}"
