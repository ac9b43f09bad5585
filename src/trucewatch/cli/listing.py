"""`trucewatch show timeline` and `show pages`: what a record holds, in the order of days."""

from collections.abc import Callable
from typing import TypeVar

import click

from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import format_option, record_option, scope_options
from trucewatch.cli.output import NOTHING, SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.record.protocols import Reader, Scope
from trucewatch.settings import Settings
from trucewatch.views.pages import pages as pages_view
from trucewatch.views.rows import PageListRow, Rows, TimelineRow
from trucewatch.views.timeline import timeline as timeline_view

R = TypeVar("R")

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


def _answer(settings: Settings, view: Callable[[Reader, Scope], Rows[R]], layout: Layout[R], form: str) -> int:
    with store(settings).reader() as reader:
        rows = view(reader, scope_in(reader))
    return put_out(rows, layout, form)


@click.command()
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


@click.command()
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
