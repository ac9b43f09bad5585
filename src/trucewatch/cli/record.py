"""`trucewatch record`: the record's own health and copies."""

from pathlib import Path
from typing import ClassVar

import click

from trucewatch.cli.filing import now
from trucewatch.cli.lazy import LazyGroup
from trucewatch.cli.options import record_option
from trucewatch.cli.parts import store
from trucewatch.cli.tables import printable
from trucewatch.settings import Settings
from trucewatch.views.deciding import Reviewer


class RecordGroup(LazyGroup):
    """The commands of `trucewatch record`; rebuild alone reads pages."""

    commands_at: ClassVar[dict[str, str]] = {"rebuild": "trucewatch.cli.rebuild:rebuild"}


@click.group(cls=RecordGroup)
def record() -> None:
    """Check, fingerprint, copy or rebuild the record, or erase a page from it."""


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


@record.command()
@click.argument("page")
@click.option("--reason", required=True, help="Why; kept for good, so name nobody in it.")
@click.option("--by", help="Who says so. [default: the setting reviewer]")
@click.option("--yes", is_flag=True, help="Do not ask.")
@record_option
@click.pass_obj
def forget(settings: Settings, page: str, reason: str, by: str | None, *, yes: bool) -> int:
    """Erase a page for good, with all that came of it; nothing brings it back.

    Its bytes, places, texts, mentions, words in the indexes and the content of decisions on it are gone from the
    record's files; a tombstone with its id, the time, the name and the reason stays, and the same bytes are refused
    from then on. Copies made before (`record backup`) are not touched. The files are rewritten, which takes as long as
    copying them, and as much room.

    \b
    Example:
      trucewatch record forget 3f9a01c2 --reason "takedown of 12 May" --by Ada
    """
    who = Reviewer((by or settings.reviewer).strip(), now(), reason.strip())
    kept = store(settings)
    with kept.reader() as reader:
        id_ = next((t.page for t in reader.tombstones() if t.page == page.strip().lower()), None)
        if id_ is None:
            found = reader.page(page)
            id_ = found.page.id
            click.echo(f"page {id_}: {printable(found.locator)}", err=True)
    if not yes:
        click.confirm("Erase it for good?", abort=True, err=True)
    with kept.writer() as writer:
        forgotten = writer.forget(id_, who.by, who.at, who.why)
    for stone in forgotten.pages:
        click.echo(f"page {stone.page}: {printable(str(stone))}")
    if forgotten.decisions:
        click.echo(f"of {forgotten.decisions} decisions on it kind and time are left")
    return 0
