"""`trucewatch show events`: who did what to whom, where and when, and who says so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from trucewatch.cli.finders import joiner
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import (
    Asked,
    Choices,
    Command,
    format_option,
    laid_over,
    record_option,
    scope_options,
)
from trucewatch.cli.origins import corroborations
from trucewatch.cli.output import SHORT_ID, Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.tables import Cell, shortened
from trucewatch.dossiers.dossier import parse_dossier
from trucewatch.dossiers.world import load_world
from trucewatch.errors import UsageError
from trucewatch.record.codebook import CATEGORIES
from trucewatch.record.dossier import DossierActor
from trucewatch.record.folding import fold
from trucewatch.record.kept import DocumentKind
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import Reader, SoughtEvents
from trucewatch.record.resolved import EntityKind
from trucewatch.settings import Settings
from trucewatch.views.events import coded_at_all
from trucewatch.views.events import events as events_view
from trucewatch.views.rows import EventListRow, EventParty

WORDS = 240
"""Code points of the sentence that a table shows; JSON and CSV give all."""
EVENT_ID = 12
"""Digits of an event's id in a table: the first eight are those of its page."""
PARTIES = 3
"""Actors or recipients that a table shows."""

_ASKED = Asked("sought-events", SoughtEvents())

NO_EVENTS = (
    "no events in this record: read pages first (trucewatch read pages/), or, where an older version read them, "
    "let this one read them anew (trucewatch record rebuild)"
)
NO_SUCH = (
    "no such events among the {count:,} of this record: widen --since, --until, --as-of, --outlet or what else is "
    "asked for; undated events are left out where --since or --until is given"
)


def _event_options(command: Command) -> Command:
    """`--track`, `--status`, `--category`, `--actor`, `--place`, `--by`."""
    categories = click.Choice(CATEGORIES, case_sensitive=False)
    return laid_over(
        command,
        _ASKED.lay,
        [
            ("--track", "track", {"type": Choices(Track), "help": "Only this part of the peace process."}),
            ("--status", "status", {"type": Choices(Status), "help": "Only what is told in this state."}),
            ("--category", "category", {"type": categories, "help": "Only this PLOVER category."}),
            ("--actor", "actor", {"help": "Only what they did: a name, a country or a code such as AZE."}),
            ("--place", "place", {"help": "Only what is told to be there: words of the place."}),
            ("--by", "asserted_by", {"help": "Only what this speaker says; outlet for the outlets' own voice."}),
        ],
    )


def _event_cells(row: EventListRow) -> Sequence[Cell]:
    first, _, last = (row.date or "").partition("/")
    told = row.status if len(row.statuses) == 1 else f"{row.status} ({len(row.statuses)} states)"
    when = (f"{first}/" if last else first, last, row.precision or "(not dated)", row.track, told)
    return (*when, row.id[:EVENT_ID]), _who(row), _what(row), _through(row)


def _what(row: EventListRow) -> Cell:
    return f"“{row.trigger}”", shortened(row.sentence, WORDS), f"by rule {row.rule}"


def _who(row: EventListRow) -> Cell:
    to = named(row.recipients)
    where = f"at {row.place}" if row.place else ""
    return named(row.actors) or "(not told)", f"→ {to}" if to else "", where


def named(parties: Sequence[EventParty]) -> str:
    """The first few of them."""
    shown = ", ".join(str(p) for p in parties[:PARTIES])
    return f"{shown} and {len(parties) - PARTIES} more" if len(parties) > PARTIES else shown


def _through(row: EventListRow) -> Cell:
    times = f"told {row.mentions} times" if row.mentions > 1 else ""
    origins = f", {row.origins} origin{'s' if row.origins > 1 else ''}" if row.origins else ""
    pages = f"on {row.pages} pages{origins}" if row.pages > 1 else ""
    borne_out = f"confirmed by {', '.join(row.confirmed_by)}" if row.confirmed_by else ""
    return row.asserted_by, row.outlet or "", f"{row.published or ''} {row.page[:SHORT_ID]}", times, pages, borne_out


EVENTS = Layout(
    EventListRow,
    (("When", 15), ("Who, to whom", 24), ("What", None), ("Asserted by", 19)),
    _event_cells,
    "",
)


def _with_codes(reader: Reader, sought: SoughtEvents) -> SoughtEvents:
    """Where the actor is named as the world or a dossier of the record names a state, its code as well.

    A capital or an army acts for its country.
    """
    if sought.actor is None:
        return sought
    name = fold(sought.actor)
    named = [(c.code, (*c.filed_names(), *c.filed_people())) for c in load_world().countries]
    named += [(a.code, (a.name, *a.names, *a.people)) for a in _states(reader) if a.code]
    codes = dict.fromkeys(code for code, words in named if name in {fold(word) for word in words})
    return replace(sought, actor_codes=tuple(codes))


def _states(reader: Reader) -> Iterator[DossierActor]:
    for document in reader.documents(DocumentKind.DOSSIER):
        try:
            actors = parse_dossier(document.body, document.name).actors
        except UsageError:
            continue  # of another version of the program, whose form is no longer read
        yield from (actor for actor in actors if actor.kind is EntityKind.STATE)


def _why_nothing(reader: Reader) -> str:
    count = coded_at_all(reader)
    return NO_SUCH.format(count=count) if count else NO_EVENTS


@click.command()
@_event_options
@click.option("--page", help="Only what this page reports: the first digits of its id.")
@record_option
@scope_options
@format_option
@click.pass_obj
def events(settings: Settings, page: str | None, form: str) -> int:
    """What happened, is planned, alleged, denied or called for: who did what to whom, by the date of the event.

    \b
    Examples:
      trucewatch show events --track violation --since 2020-11 --actor Azerbaijan
      trucewatch show events --track meeting --status planned --format csv > meetings.csv
    """
    with store(settings).reader() as reader:
        sought = _with_codes(reader, _ASKED.current())
        sought = replace(sought, page=reader.page(page).page.id) if page else sought
        scope = scope_in(reader)
        rows = events_view(reader, scope, sought, joiner(reader, scope), corroborations(reader))
        empty = "" if rows.rows else _why_nothing(reader)
    return put_out(rows, replace(EVENTS, empty=empty), form)
