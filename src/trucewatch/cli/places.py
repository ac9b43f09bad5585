"""`trucewatch show places`: where things are told to have happened."""

from collections.abc import Sequence

import click

from trucewatch.cli.entities import place_joiner
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import Choices, format_option, record_option, scope_options
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.people import ITEMS, listed
from trucewatch.cli.tables import Cell
from trucewatch.record.mentions import Track
from trucewatch.settings import Settings
from trucewatch.views.entity_rows import PlaceListRow
from trucewatch.views.places import places as places_view

NOTHING = (
    "no such places: widen --since, --until, --as-of, --outlet or what else is asked for, or read pages first: "
    "trucewatch read pages/"
)


def _cells(row: PlaceListRow) -> Sequence[Cell]:
    point = f"{row.latitude:.2f}, {row.longitude:.2f}" if row.latitude is not None and row.longitude is not None else ""
    other = tuple(name for name in row.names if name != row.name)
    days = (row.first or "", row.last if row.last and row.last != row.first else "")
    tracks = tuple(str(track) for track in row.tracks[:ITEMS])
    return (row.name, row.id[:SHORT_ID]), listed(other), (point, row.precision or ""), str(row.events), tracks, days


PLACES = Layout(
    PlaceListRow,
    (("Place", None), ("Also written", None), ("Where", 13), ("Events", 6), ("Tracks", None), ("From, to", 10)),
    _cells,
    NOTHING,
)


@click.command()
@click.option("--place", help="Only places that one of their names has all these words of.")
@click.option("--track", type=Choices(Track), help="Only events of this part of the peace process.")
@record_option
@scope_options
@format_option
@click.pass_obj
def places(settings: Settings, place: str | None, track: Track | None, form: str) -> int:
    """Where events are told to be, each place under all its names, with how many there are of which track.

    \b
    Examples:
      trucewatch show places --track violation --since 2020-11
      trucewatch show places --place Shusha --format json
    """
    with store(settings).reader() as reader:
        rows = places_view(reader, scope_in(reader), place_joiner(reader), place, track)
    return put_out(rows, PLACES, form)
