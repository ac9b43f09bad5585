"""Progress bars on a terminal, and the closing account of a run."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from trucewatch.cli.tables import printable
from trucewatch.pipeline.run import Progress as Advance
from trucewatch.record.outcomes import Dropped, Tally


@contextmanager
def counting(title: str, total: int | None) -> Iterator[Advance]:
    """A progress bar on standard error; nothing where standard error is no terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=total)
        yield lambda n: bar.advance(task, n)


def report(tally: Tally, dropped: Sequence[Dropped], record: str) -> None:
    """What was dropped and why, then the counts: the account of a run, on standard error."""
    for drop in dropped:
        detail = f": {printable(drop.detail)}" if drop.detail else ""
        click.echo(f"dropped {printable(drop.item)}: {drop.why} ({drop.stage}){detail}", err=True)
    counts = [f"{tally.added} added"]
    counts += [f"{n} {word}" for n, word in ((tally.renewed, "read anew"), (tally.unchanged, "unchanged")) if n]
    counts += [f"{tally.dropped} dropped ({reasons(tally)})"] if tally.dropped else []
    counts += [f"{tally.skipped} files that are no pages skipped"] if tally.skipped else []
    noun = "page" if tally.pages == 1 else "pages"
    click.echo(f"{tally.pages} {noun}: {', '.join(counts)}. Record: {record}", err=True)


def reasons(tally: Tally) -> str:
    """Dropped pages by reason, in words: "2 WRONG_LANGUAGE, 1 EMPTY"."""
    return ", ".join(f"{n} {why}" for why, n in tally.reasons.items())
