"""`trucewatch agreement`: accords from their own texts."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from trucewatch.cli.engine import reading
from trucewatch.cli.parts import limits
from trucewatch.cli.tables import Cell, print_table, printable, shortened
from trucewatch.errors import PageError
from trucewatch.pipeline.agreement_text import agreement_text
from trucewatch.reading import ReadResult, read_page
from trucewatch.record.agreements import AgreementText, DatedPart, Provision, Undertaking
from trucewatch.record.codec import Json, to_json
from trucewatch.record.pages import Captured
from trucewatch.record.protocols import KeptPage
from trucewatch.record.spans import Range
from trucewatch.settings import Settings
from trucewatch.sources import SourceOptions, capture

WORDS = 160
"""Code points of a provision that a table shows; JSON gives all."""


@click.group()
def agreement() -> None:
    """Agreements from their own texts: parties, dates, provisions, who undertakes what by when."""


@agreement.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
@click.pass_obj
def show(settings: Settings, file: Path, form: str) -> int:
    """Read FILE as the text of an agreement and print what it says, without a record.

    \b
    Examples:
      trucewatch agreement show statement.txt
      trucewatch agreement show protocol.html --format json
    """
    text, found = _read(settings, file)
    if form == "json":
        click.echo(json.dumps(as_json(text, found), ensure_ascii=False, indent=1))
    else:
        _print(text, found)
    return 0


def _read(settings: Settings, file: Path) -> tuple[str, AgreementText]:
    """The file's text and what it agrees; PageError where it cannot be read or is no agreement."""
    result = _page(settings, file)
    if result.dropped is not None or result.text is None:
        why = f"{result.dropped.why}: {result.dropped.detail}" if result.dropped else "it has no text"
        raise PageError(f"{printable(str(file))} cannot be read: {why}")
    found = agreement_text(result.text, result.article)
    if found is None:
        raise PageError(
            f"{printable(str(file))} is no agreement that can be told: a title or opening that calls it one, "
            "and provisions under numbers or with a word of duty (shall, undertakes, agrees)"
        )
    return result.text.string, found


def _page(settings: Settings, file: Path) -> ReadResult:
    for item in capture([str(file)], SourceOptions(limits=limits(settings))):
        if isinstance(item, Captured):
            return read_page(KeptPage(item.page, item.data, item.given, item.locator), reading(settings))
    raise PageError(f"{printable(str(file))} cannot be read: it is no page; give a text, Markdown or HTML file")


def as_json(text: str, found: AgreementText) -> Json:
    """What is found, each range with its words."""
    return {
        "title": _quoted(text, found.title),
        "parties": [{**to_json(p), "at": _quoted(text, p.at)} for p in found.parties],
        "signed": _dated(text, found.signed),
        "in_force": _dated(text, found.in_force),
        "place": found.place,
        "preamble": _quoted(text, found.preamble),
        "provisions": [_provision(text, p) for p in found.provisions],
        "annexes": [_quoted(text, a) for a in found.annexes],
        "signatures": _quoted(text, found.signatures),
        "doubts": list(found.doubts),
    }


def _quoted(text: str, at: Range | None) -> Json:
    return {"start": at.start, "end": at.end, "quote": at.of(text)} if at else None


def _dated(text: str, part: DatedPart | None) -> Json:
    return {"day": part.day, "at": _quoted(text, part.at)} if part else None


def _provision(text: str, provision: Provision) -> Json:
    return {
        "path": provision.path,
        "number": provision.number,
        "level": provision.level,
        "at": _quoted(text, provision.at),
        "words": _quoted(text, provision.words),
        "undertakings": [_undertaking(text, u) for u in provision.undertakings],
    }


def _undertaking(text: str, found: Undertaking) -> Json:
    due = found.due
    return {
        "what": _quoted(text, found.at),
        "by": list(found.by),
        "to": list(found.to),
        "due": {"day": due.day, "grounds": due.grounds.value, "at": _quoted(text, due.at)} if due else None,
        "lasting": found.lasting,
    }


def _print(text: str, found: AgreementText) -> None:
    click.echo(printable(found.title.of(text)))
    place = f" at {found.place}" if found.place else ""
    for label, part in (("Signed", found.signed), ("In force from", found.in_force)):
        where = place if label == "Signed" else ""
        click.echo(printable(f"{label}: {part.day if part else 'not told'}{where}"))
    if found.parties:
        rows = [(p.name, ", ".join(p.roles), p.signed_by, ", ".join(p.names)) for p in found.parties]
        print_table([("Who", None), ("As", None), ("Signed by", None), ("Also called", None)], rows)
    print_table(
        [("Provision", 11), ("By", 22), ("To", 14), ("What", None), ("Due", 10)], list(_provision_rows(text, found))
    )
    for doubt in found.doubts:
        click.echo(f"note: {printable(doubt)}", err=True)


def _provision_rows(text: str, found: AgreementText) -> Iterator[Sequence[Cell]]:
    for provision in found.provisions:
        if not provision.undertakings:
            words = provision.words.of(text) if provision.words else ""
            yield provision.path, "", "", shortened(" ".join(words.split()), WORDS), ""
        for each in provision.undertakings:
            what = shortened(" ".join(each.at.of(text).split()), WORDS)
            yield provision.path, " and ".join(each.by), " and ".join(each.to), what, _due(text, each)


def _due(text: str, found: Undertaking) -> Cell:
    if found.due is None:
        return "lasting" if found.lasting else ""
    return found.due.day or shortened(found.due.at.of(text), 40)
