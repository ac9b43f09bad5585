"""`trucewatch search`: passages and statements by their words."""

from dataclasses import replace

import click

from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import format_option, record_option, scope_options
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.speakers import current_sought, speaker_option, why_nothing
from trucewatch.cli.statements import STATEMENTS
from trucewatch.errors import UsageError
from trucewatch.record.protocols import Reader, Sought
from trucewatch.settings import Settings
from trucewatch.views.rows import HitListRow
from trucewatch.views.search import search as search_view
from trucewatch.views.statements import quoted_at_all, statements

HITS = Layout(
    HitListRow,
    (("Published", 10), ("Outlet", 20), ("Passage", None), ("Page", SHORT_ID)),
    lambda r: (r.date, r.outlet, r.snippet, r.page[:SHORT_ID]),
    "nothing found: try fewer or other words, a prefix (prison*), or wider --since, --until, --as-of or --outlet",
)


@click.command(no_args_is_help=True)
@click.argument("query")
@click.option(
    "--in",
    "place",
    type=click.Choice(["passages", "statements"]),
    help="Look in all that the pages report, or in what is said. [default: passages]",
)
@speaker_option
@record_option
@scope_options
@format_option
@click.pass_obj
def search(settings: Settings, query: str, place: str | None, form: str) -> int:
    """Find passages, or with --in statements what is said, that hold all words of QUERY, best first.

    An exact phrase stands in double quotes inside the query; a word that ends in * stands for all that begin so.
    With --speaker it is looked in that speaker's statements alone.

    \b
    Examples:
      trucewatch search "prisoner exchange" --since 2020-11 --outlet TASS
      trucewatch search '"return of refugees"' --format json
      trucewatch search "peace talks" --in statements --speaker Morvane
    """
    sought = replace(current_sought(), words=query)
    if place == "passages" and sought.speaker is not None:
        raise UsageError("--speaker goes with --in statements: a passage as such has no speaker")
    with store(settings).reader() as reader:
        if place == "statements" or sought.speaker is not None:
            return _in_statements(reader, sought, form)
        rows = search_view(reader, scope_in(reader), query)
    return put_out(rows, HITS, form)


def _in_statements(reader: Reader, sought: Sought, form: str) -> int:
    rows = statements(reader, scope_in(reader), sought)
    empty = ""
    if not rows.rows:
        empty = HITS.empty if quoted_at_all(reader, sought) else why_nothing(reader, sought)
    return put_out(rows, replace(STATEMENTS, empty=empty), form)
