"""`trucewatch show`: the views."""

from collections.abc import Callable
from typing import TypeVar

import click

from trucewatch.cli.ceasefires import ceasefires
from trucewatch.cli.commitments import commitments
from trucewatch.cli.contested import contested
from trucewatch.cli.decisions import decisions
from trucewatch.cli.event import event
from trucewatch.cli.events import events
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.incidents import incidents
from trucewatch.cli.offices import offices
from trucewatch.cli.options import format_option, record_option, scope_options
from trucewatch.cli.origins import corroborations
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.people import people
from trucewatch.cli.places import places
from trucewatch.cli.statements import statements
from trucewatch.cli.tables import Cell
from trucewatch.record.protocols import Reader, Scope
from trucewatch.settings import Settings
from trucewatch.views.pages import pages as pages_view
from trucewatch.views.rows import PageListRow, Rows, SourceListRow, TimelineRow
from trucewatch.views.sources import sources as sources_view
from trucewatch.views.timeline import timeline as timeline_view

R = TypeVar("R")

NOTHING = "nothing to show: widen --since, --until, --as-of or --outlet, or read pages first: trucewatch read pages/"

TIMELINE = Layout(
    TimelineRow,
    (("Date", 21), ("What the page says", None), ("Outlet", 18), ("Published", 10), ("Page", SHORT_ID)),
    lambda r: (r.date or r.value, r.sentence, r.outlet, r.published, r.page[:SHORT_ID]),
    NOTHING,
)
PAGES = Layout(
    PageListRow,
    (("Page", SHORT_ID), ("Published", 10), ("Known by", 10), ("Outlet", 20), ("Headline", None), ("State", 14)),
    lambda r: (r.id[:SHORT_ID], r.published, r.grounds, r.outlet, r.headline, r.state),
    NOTHING,
)


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


@click.group()
def show() -> None:
    """Show what the record holds; every row can be traced to its passage (--format json)."""


show.add_command(events)
show.add_command(commitments)
show.add_command(event)
show.add_command(statements)
show.add_command(people)
show.add_command(places)
show.add_command(offices)
show.add_command(decisions)
show.add_command(ceasefires)
show.add_command(contested)
show.add_command(incidents)


def _answer(settings: Settings, view: Callable[[Reader, Scope], Rows[R]], layout: Layout[R], form: str) -> int:
    with store(settings).reader() as reader:
        rows = view(reader, scope_in(reader))
    return put_out(rows, layout, form)


@show.command()
@record_option
@scope_options
@format_option
@click.pass_obj
def timeline(settings: Settings, form: str) -> int:
    """What happened when, as the pages tell it: dated passages in order.

    \b
    Examples:
      trucewatch show timeline --since 2020-09 --until 2021-02
      trucewatch show timeline --outlet TASS --format csv > timeline.csv
    """
    return _answer(settings, timeline_view, TIMELINE, form)


@show.command()
@record_option
@scope_options
@format_option
@click.pass_obj
def pages(settings: Settings, form: str) -> int:
    """The pages, when they were published and how that is known, and what became of each.

    \b
    Example:
      trucewatch show pages --record karabakh.db
    """
    return _answer(settings, pages_view, PAGES, form)


@show.command()
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
