"""`trucewatch read`: pages into the record."""

from pathlib import Path

import click

from trucewatch.cli.coding import Named, coding_options, named_coding
from trucewatch.cli.engine import engine
from trucewatch.cli.in_force import InForce, in_force
from trucewatch.cli.options import DateOption, reading_options, record_option
from trucewatch.cli.parts import limits, store
from trucewatch.cli.progress import counting, report
from trucewatch.cli.tables import printable
from trucewatch.errors import RecordError
from trucewatch.pipeline import ReadRun
from trucewatch.record.outcomes import Tally
from trucewatch.record.pages import Given
from trucewatch.settings import Settings
from trucewatch.sources import SourceOptions, capture, count, load_meta


@click.command(no_args_is_help=True)
@click.argument("pages", nargs=-1, required=True, metavar="FILE-or-FOLDER...")
@record_option
@click.option("--outlet", help="Who published these pages.")
@click.option("--published", type=DateOption(), help="When they were published.")
@click.option("--meta", type=click.Path(path_type=Path), help="CSV with columns file, outlet, published, address.")
@coding_options
@reading_options
@click.pass_obj
def read(
    settings: Settings,
    pages: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    meta: Path | None,
) -> int:
    """Read pages into the record: HTML, plain text and Markdown, folders and archives of them, JSON Lines.

    Reading the same pages again adds nothing. A page that cannot be used is listed with its reason; the others go on.

    \b
    Examples:
      trucewatch read pages/ more.zip --record karabakh.db
      trucewatch read saved.html --outlet "The Daily Example" --published 2020-11-10
      trucewatch read scraped/ --meta scraped.csv --dossier nagorno-karabakh
    """
    table = load_meta(meta) if meta else None
    options = SourceOptions(limits=limits(settings), given=Given(outlet, published), meta=table)
    tally = _read(settings, pages, options, named_coding())
    if table is not None:
        for row in table.unused():
            click.echo(f"{meta}: row {row.number}: no page was read for {printable(row.file)!r}", err=True)
    return tally_code(tally)


def _read(settings: Settings, pages: tuple[str, ...], options: SourceOptions, named: Named) -> Tally:
    total = count(pages, options)  # first of all: it refuses an argument that is not there before a record is made
    coding = named.over(_before(settings))
    with (
        engine(settings, coding.recipe) as reader,
        store(settings, create=True).writer() as writer,
        counting("Reading", total) as progress,
    ):
        coding.keep(writer)
        run = ReadRun(writer, reader, progress)
        tally = run.read(capture(pages, options))
    click.echo(coding.told, err=True)
    report(tally, run.account.dropped, settings.record)
    return tally


def _before(settings: Settings) -> InForce:
    """What is in force in the record; nothing where there is none yet. Another fault of it is told on writing."""
    try:
        with store(settings).reader() as reader:
            return in_force(reader)
    except RecordError:
        return InForce()


def tally_code(tally: Tally) -> int:
    """The exit code that a tally means: 0 all read, 3 some dropped, 1 nothing could be done."""
    if not tally.dropped:
        return 0
    return 1 if tally.dropped == tally.pages and not tally.unchanged else 3
