"""`trucewatch decide`: a reviewer's word, kept for good."""

import click

from trucewatch.cli.adding import missed
from trucewatch.cli.filing import deciding_options, fields, file, reviewer
from trucewatch.record.ids import PAGE_DIGITS
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.protocols import Reader
from trucewatch.settings import Settings
from trucewatch.views import deciding


@click.group()
def decide() -> None:
    """Confirm, correct, reject, add, merge, split, note or undo: appended to the log, in force at once.

    IDS are those that `show events`, `show statements`, `show pages` and `show decisions` print, or the first digits of
    one. Decisions outlast every new reading of a page; `show decisions` lists them, `decide undo` takes one back.
    """


def _verdicts(settings: Settings, kind: DecisionKind, ids: tuple[str, ...], told: tuple[str | None, str]) -> int:
    for id_ in ids:
        by = reviewer(settings, *told)
        file(settings, lambda reader, id_=id_, by=by: deciding.verdict(reader, kind, id_, by))  # type: ignore[misc]
    return 0


@decide.command()
@click.argument("ids", nargs=-1, required=True)
@deciding_options
@click.pass_obj
def confirm(settings: Settings, ids: tuple[str, ...], by: str | None, why: str) -> int:
    """Say that these events or statements are told as they stand in the record.

    \b
    Example:
      trucewatch decide confirm 3f9a01c2b7de --by Ada --why "compared with the page"
    """
    return _verdicts(settings, DecisionKind.CONFIRM, ids, (by, why))


@decide.command()
@click.argument("ids", nargs=-1, required=True)
@deciding_options
@click.pass_obj
def reject(settings: Settings, ids: tuple[str, ...], by: str | None, why: str) -> int:
    """Say that these are no events or statements: they are kept, and shown no more.

    \b
    Example:
      trucewatch decide reject 3f9a01c2b7de --by Ada --why "a figure of speech"
    """
    return _verdicts(settings, DecisionKind.REJECT, ids, (by, why))


@decide.command()
@click.argument("id_", metavar="ID")
@click.option("--set", "told", multiple=True, metavar="FIELD=VALUE", help="What is right; repeatable.")
@deciding_options
@click.pass_obj
def correct(settings: Settings, id_: str, told: tuple[str, ...], by: str | None, why: str) -> int:
    """Put right what the record says of an event, a statement or a page.

    An empty value says that nothing is known. A page (the id that `show pages` prints) is read anew at once.

    \b
    Examples:
      trucewatch decide correct 3f9a01c2b7de --set status=denied --set date=2020-11-10 --by Ada --why "see line 3"
      trucewatch decide correct 3f9a01c2 --set published=2020-11-12 --by Ada --why "stamp of the printed edition"
    """
    by_whom, changes = reviewer(settings, by, why), fields(told)

    def wanted(reader: Reader) -> Decision:
        if len(id_.strip()) <= PAGE_DIGITS or deciding.names_page(reader, id_):
            return deciding.page_correction(reader, id_, by_whom, changes)
        return deciding.verdict(reader, DecisionKind.CORRECT, id_, by_whom, changes)

    file(settings, wanted)
    return 0


@decide.command()
@click.argument("page")
@click.option("--kind", type=click.Choice(["event", "statement"]), required=True, help="What was missed.")
@click.option("--quote", help="The words that tell of it, as the page has them.")
@click.option("--at", "place", metavar="START:END", help="Where they stand, in code points of the page's text.")
@click.option("--set", "told", multiple=True, metavar="FIELD=VALUE", help="What is told; repeatable.")
@deciding_options
@click.pass_obj
def add(settings: Settings, /, page: str, by: str | None, why: str, **told: str | tuple[str, ...] | None) -> int:
    """Add an event or a statement that was missed, on the words that tell of it.

    An event needs track and category; a statement is what the words say.

    \b
    Examples:
      trucewatch decide add 3f9a01c2 --kind event --quote "opened fire" --set track=violation --set category=assault \\
          --set date=2020-11-11 --by Ada --why "missed"
      trucewatch decide add 3f9a01c2 --kind statement --at 120:184 --set speaker="Lea Orr" --by Ada --why "missed"
    """
    by_whom, values = reviewer(settings, by, why), told["told"]
    changes = fields(values if isinstance(values, tuple) else ())

    def wanted(reader: Reader) -> Decision:
        kept = reader.page(page).page.id
        found = missed(reader, kept, Thing(str(told["kind"])), (_word(told["quote"]), _word(told["place"])))
        return deciding.addition(reader, kept, found, by_whom, changes)

    file(settings, wanted)
    return 0


def _word(value: str | tuple[str, ...] | None) -> str | None:
    return value if isinstance(value, str) else None


@decide.command()
@click.argument("one")
@click.argument("other")
@deciding_options
@click.pass_obj
def merge(settings: Settings, one: str, other: str, by: str | None, why: str) -> int:
    """Say that two events are one happening, or two persons one person, each named by any of its mentions.

    \b
    Example:
      trucewatch decide merge 3f9a01c2b7de 77c0aa10934b --by Ada --why "the same talks"
    """
    by_whom = reviewer(settings, by, why)
    file(settings, lambda reader: deciding.pair(reader, DecisionKind.MERGE, one, other, by_whom))
    return 0


@decide.command()
@click.argument("one")
@click.argument("other")
@deciding_options
@click.pass_obj
def split(settings: Settings, one: str, other: str, by: str | None, why: str) -> int:
    """Say that two mentions are of two happenings, or of two persons.

    \b
    Example:
      trucewatch decide split 3f9a01c2b7de 77c0aa10934b --by Ada --why "another day"
    """
    by_whom = reviewer(settings, by, why)
    file(settings, lambda reader: deciding.pair(reader, DecisionKind.SPLIT, one, other, by_whom))
    return 0


@decide.command()
@click.argument("id_", metavar="ID")
@deciding_options
@click.pass_obj
def note(settings: Settings, id_: str, by: str | None, why: str) -> int:
    """Keep a note (--why) on a page, an event, a statement, a person or a decision; nothing else changes.

    \b
    Example:
      trucewatch decide note 3f9a01c2 --by Ada --why "the printed edition has another headline"
    """
    by_whom = reviewer(settings, by, why)
    file(settings, lambda reader: deciding.note(reader, id_, by_whom))
    return 0


@decide.command()
@click.argument("decision")
@deciding_options
@click.pass_obj
def undo(settings: Settings, decision: str, by: str | None, why: str) -> int:
    """Take a decision back; it stays in the log. An undo can be undone as well.

    \b
    Example:
      trucewatch decide undo 5b20e19c44fa --by Ada --why "wrong page"
    """
    by_whom = reviewer(settings, by, why)
    file(settings, lambda reader: deciding.undo(reader, decision, by_whom))
    return 0
