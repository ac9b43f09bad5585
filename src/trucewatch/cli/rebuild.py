"""`trucewatch record rebuild`: all that was derived, made anew from the kept pages."""

import click

from trucewatch.cli.coding import coding_options, named_coding
from trucewatch.cli.engine import engine
from trucewatch.cli.in_force import in_force
from trucewatch.cli.options import reading_options, record_option
from trucewatch.cli.parts import store
from trucewatch.cli.progress import counting, report
from trucewatch.cli.read import tally_code
from trucewatch.pipeline import ReadRun
from trucewatch.settings import Settings


@click.command()
@record_option
@coding_options
@reading_options
@click.pass_obj
def rebuild(settings: Settings) -> int:
    """Drop all that was derived and read every kept page anew; pages and decisions stay as they are.

    Stopped in the middle, the same command, or the next `read`, finishes it.

    \b
    Example:
      trucewatch record rebuild --record karabakh.db --dossier nagorno-karabakh
    """
    named, record = named_coding(), store(settings)
    with record.reader() as kept:
        coding = named.over(in_force(kept))
    with engine(settings, coding.recipe) as reader, record.writer() as writer:
        writer.drop_derived()
        coding.keep(writer)
        total = len(writer.unread(reader.recipe))
        with counting("Rebuilding", total) as progress:
            run = ReadRun(writer, reader, progress)
            tally = run.finish_unread()
    click.echo(coding.told, err=True)
    report(tally, run.account.dropped, settings.record)
    return tally_code(tally)
