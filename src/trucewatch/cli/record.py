"""`trucewatch record`: the record's own health and copies."""

from pathlib import Path
from typing import ClassVar

import click

from trucewatch.cli.lazy import LazyGroup
from trucewatch.cli.options import record_option
from trucewatch.cli.parts import store
from trucewatch.settings import Settings


class RecordGroup(LazyGroup):
    """The commands of `trucewatch record`; rebuild alone reads pages."""

    commands_at: ClassVar[dict[str, str]] = {"rebuild": "trucewatch.cli.rebuild:rebuild"}


@click.group(cls=RecordGroup)
def record() -> None:
    """Check, fingerprint, copy or rebuild the record."""


@record.command()
@record_option
@click.pass_obj
def check(settings: Settings) -> int:
    """Prove that every hash holds and every span slices back to its quote.

    \b
    Example:
      trucewatch record check --record karabakh.db
    """
    with store(settings).reader() as reader:
        faults = 0
        for faults, fault in enumerate(reader.check(), 1):  # noqa: B007 - the count outlives the loop
            click.echo(f"{fault.where}: {fault.what}", err=True)
    click.echo(f"{settings.record}: {faults} faults" if faults else f"{settings.record}: no fault found")
    return 1 if faults else 0


@record.command()
@record_option
@click.pass_obj
def digest(settings: Settings) -> int:
    """Print the SHA-256 of the record's content: equal for the same pages, decisions and versions, however read.

    \b
    Example:
      trucewatch record digest --record karabakh.db
    """
    with store(settings).reader() as reader:
        click.echo(reader.digest())
    return 0


@record.command()
@click.argument("file", type=click.Path(path_type=Path))
@record_option
@click.pass_obj
def backup(settings: Settings, file: Path) -> int:
    """Copy the record to FILE as it stands now, while others read and write it.

    \b
    Example:
      trucewatch record backup monday.db --record karabakh.db
    """
    store(settings).backup(str(file))
    click.echo(f"{settings.record} copied to {file}", err=True)
    return 0
