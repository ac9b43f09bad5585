"""`trucewatch show sources`: outlets, and whose their pages are."""

import click

from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import format_option, record_option, scope_options
from trucewatch.cli.origins import corroborations
from trucewatch.cli.output import NOTHING, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.tables import Cell
from trucewatch.settings import Settings
from trucewatch.views.rows import SourceListRow
from trucewatch.views.sources import sources as sources_view


def _whose(row: SourceListRow) -> Cell:
    told = ((row.own, "own"), (row.relayed, "relayed"), (row.copied, "copied"))
    lines = tuple(f"{count} {word}" for count, word in told if count)
    return (*lines, f"of {row.examined} examined") if 0 < row.examined < row.pages else lines


def _from(row: SourceListRow) -> Cell:
    relays = ", ".join(map(str, row.relays))
    return relays, f"copies {', '.join(map(str, row.copied_from))}" if row.copied_from else ""


SOURCES = Layout(
    SourceListRow,
    (
        ("Outlet", 26),
        ("Kind", 12),
        ("Pages", 5),
        ("From, to", 10),
        ("Whose", 15),
        ("From", None),
        ("Relayed by", None),
    ),
    lambda r: (
        r.name or "(not known)",
        r.kind,
        str(r.pages),
        (r.first or "", r.last or "" if r.last != r.first else ""),
        _whose(r),
        _from(r),
        ", ".join(map(str, r.relayed_by)),
    ),
    NOTHING,
)


@click.command()
@record_option
@scope_options
@format_option
@click.pass_obj
def sources(settings: Settings, form: str) -> int:
    """The outlets: how many pages each published, which are its own, whom it relays or copies, and who relays it.

    \b
    Example:
      trucewatch show sources --as-of 2020-12-31
    """
    with store(settings).reader() as reader:
        rows = sources_view(reader, scope_in(reader), corroborations(reader))
    return put_out(rows, SOURCES, form)
