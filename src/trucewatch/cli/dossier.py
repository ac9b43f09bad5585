"""`trucewatch dossier`: what an analyst knows of one conflict, begun, checked and shown."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from trucewatch.cli.tables import print_table, printable
from trucewatch.dossiers.dossier import SHIPPED, load_dossier, renamed, template, unsettled
from trucewatch.errors import UsageError
from trucewatch.record.codec import to_json
from trucewatch.record.dossier import Dossier


@click.group()
def dossier() -> None:
    """What is known of one conflict: parties, offices, places, agreements."""


@dossier.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def new(file: Path) -> int:
    """Write a dossier to begin from, with a word on each part, to FILE.

    \b
    Example:
      trucewatch dossier new valley.yaml
    """
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(renamed(template(), file.stem))
    except FileExistsError as error:
        raise UsageError(f"{file} is there already; name another file, or move it away") from error
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error}") from error
    click.echo(f"{file} written; fill it in, then: trucewatch dossier check {file}")
    return 0


@dossier.command()
@click.argument("name_or_file")
def check(name_or_file: str) -> int:
    """Say what is wrong in a dossier, with file and line, and what it leaves open.

    \b
    Example:
      trucewatch dossier check valley.yaml
    """
    found = load_dossier(name_or_file).dossier
    for line in unsettled(found):
        click.echo(f"note: {printable(line)}", err=True)
    click.echo(
        f"{printable(found.name)}: {len(found.actors)} actors, {len(found.offices)} offices, "
        f"{len(found.places)} places, {len(found.agreements)} agreements, "
        f"{len(found.outlets)} outlets; nothing is wrong"
    )
    return 0


@dossier.command()
@click.argument("name_or_file", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
def show(name_or_file: str | None, form: str) -> int:
    """Show a dossier, shipped or from a file; without a name, which are shipped.

    \b
    Examples:
      trucewatch dossier show
      trucewatch dossier show nagorno-karabakh
      trucewatch dossier show valley.yaml --format json
    """
    if name_or_file is None:
        for name in SHIPPED:
            click.echo(f"{name}  {load_dossier(name).dossier.title}")
        return 0
    found = load_dossier(name_or_file).dossier
    if form == "json":
        click.echo(json.dumps(to_json(found), ensure_ascii=False, indent=1))
    else:
        _print(found)
    return 0


def _print(found: Dossier) -> None:
    click.echo(printable(found.title))
    if found.about:
        click.echo(printable(found.about))
    for title, columns, rows in _tables(found):
        if rows:
            click.echo(f"\n{title}")
            print_table([(name, None) for name in columns], rows)


def _tables(found: Dossier) -> list[tuple[str, list[str], Sequence[Sequence[str | None]]]]:
    actors = [
        [a.name, a.kind, " ".join(filter(None, (a.code, a.sector))), a.side, a.of, ", ".join(a.names)]
        for a in found.actors
    ]
    offices = [[o.title, o.of, h.person, h.held.since, h.held.until] for o in found.offices for h in o.holders]
    places = [
        [p.name, ", ".join(p.spellings()[1:]), f"{p.at.latitude}, {p.at.longitude}" if p.at else None, p.precision]
        for p in found.places
    ]
    agreements = [
        [a.name, a.signed, a.in_force, a.until, ", ".join(a.parties), str(len(a.provisions))] for a in found.agreements
    ]
    outlets = [[o.name, o.kind, ", ".join(o.hosts)] for o in found.outlets]
    return [
        ("Actors", ["Name", "Kind", "Code", "Side", "Of", "Other names"], actors),
        ("Offices", ["Office", "Of", "Held by", "From", "Until"], offices),
        ("Places", ["Name", "Other names", "At", "Precision"], places),
        ("Agreements", ["Name", "Signed", "In force", "Until", "Parties", "Provisions"], agreements),
        ("Outlets", ["Name", "Kind", "Hosts"], outlets),
    ]
