"""`trucewatch search`: passages by their words."""

import click

from trucewatch.cli.options import current_scope, format_option, record_option, scope_options
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.settings import Settings
from trucewatch.views.rows import HitListRow
from trucewatch.views.search import search as search_view

HITS = Layout(
    HitListRow,
    (("Published", 10), ("Outlet", 20), ("Passage", None), ("Page", SHORT_ID)),
    lambda r: (r.date, r.outlet, r.snippet, r.page[:SHORT_ID]),
    "nothing found: try fewer or other words, a prefix (prison*), or wider --since, --until, --as-of or --outlet",
)


@click.command(no_args_is_help=True)
@click.argument("query")
@record_option
@scope_options
@format_option
@click.pass_obj
def search(settings: Settings, query: str, form: str) -> int:
    """Find passages that hold all words of QUERY, best first.

    An exact phrase stands in double quotes inside the query; a word that ends in * stands for all that begin so.

    \b
    Examples:
      trucewatch search "prisoner exchange" --since 2020-11 --outlet TASS
      trucewatch search '"return of refugees"' --format json
    """
    with store(settings).reader() as reader:
        rows = search_view(reader, current_scope(), query)
    return put_out(rows, HITS, form)
