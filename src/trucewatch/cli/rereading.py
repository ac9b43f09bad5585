"""Pages read anew after a decision on what is given about them; apart from filing, since it loads all readers."""

from collections.abc import Callable
from dataclasses import replace

import click

from trucewatch.cli.coding import Named
from trucewatch.cli.engine import engine
from trucewatch.cli.in_force import in_force
from trucewatch.cli.parts import store
from trucewatch.cli.progress import report
from trucewatch.pipeline import ReadRun
from trucewatch.record.ids import PageId
from trucewatch.settings import Settings


def prepared(settings: Settings) -> Callable[[tuple[PageId, ...]], None]:
    """Reads pages anew with the dossier and codebook in force, in this process; UsageError where one cannot be read."""
    with store(settings).reader() as reader:
        coding = Named(None, None).over(in_force(reader))

    def read(pages: tuple[PageId, ...]) -> None:
        with engine(replace(settings, engine="inline"), coding.recipe) as readers, store(settings).writer() as writer:
            run = ReadRun(writer, readers)
            tally = run.read_again(pages)
        click.echo(coding.told, err=True)
        report(tally, run.account.dropped, settings.record)

    return read
