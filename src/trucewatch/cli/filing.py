"""Decisions on their way from the command line into the log."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import click

from trucewatch.cli.options import Command, record_option
from trucewatch.cli.parts import store
from trucewatch.cli.tables import printable, shortened
from trucewatch.errors import UsageError
from trucewatch.record.ids import PageId
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.protocols import Reader
from trucewatch.settings import Settings
from trucewatch.views.deciding import Fields, Reviewer

SHORT = 12
"""Digits of an id that are shown: eight are those of the page."""
WORDS = 80
"""Code points of a passage that a message shows."""
DONE = {
    DecisionKind.CONFIRM: "confirmed",
    DecisionKind.CORRECT: "corrected",
    DecisionKind.REJECT: "rejected",
    DecisionKind.MERGE: "merged",
    DecisionKind.SPLIT: "split",
    DecisionKind.ADD: "added",
    DecisionKind.NOTE: "noted on",
    DecisionKind.UNDO: "undone",
}


def deciding_options(command: Command) -> Command:
    """`--by`, `--why` and `--record`, the same for every command that files a decision."""
    command = record_option(command)
    command = click.option("--why", required=True, help="Why; kept with the decision.")(command)
    return click.option("--by", help="Who decides. [default: the setting reviewer]")(command)


def reviewer(settings: Settings, by: str | None, why: str) -> Reviewer:
    """Who decides now, and why."""
    return Reviewer((by or settings.reviewer).strip(), now(), why.strip())


def now() -> str:
    """This moment as decisions have it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def fields(told: tuple[str, ...]) -> Fields:
    """What `--set FIELD=VALUE` says; an empty value says that nothing is known."""
    found = []
    for one in told:
        name, equals, value = one.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"--set {one}: write FIELD=VALUE, --set status=denied for example")
        found.append((name.strip().lower().replace("-", "_"), value.strip() or None))
    return tuple(found)


def file(settings: Settings, wanted: Callable[[Reader], Decision]) -> Decision:
    """Find what the decision is on, file it and say so; what hangs on a page's own facts is read anew at once."""
    record = store(settings)
    with record.reader() as reader:
        decision = wanted(reader)
        again = pages_to_read(reader, decision)
        on = _spoken_of(reader, decision)
    # Asked before anything is written: a dossier that cannot be read must not leave a decision half carried out.
    anew = rereading(settings) if again else None
    with record.writer() as writer:
        filed = writer.decide(decision)
    if filed is None:
        raise UsageError("this very decision is in the log already")
    tell(filed, on)
    if anew is not None:
        anew(again)
    return filed


def rereading(settings: Settings) -> Callable[[tuple[PageId, ...]], Any]:
    """Reads pages anew with what is in force in the record."""
    # Only here: the readers of pages take over a second to load, and few decisions need them.
    from trucewatch.cli.rereading import prepared

    return prepared(settings)


def pages_to_read(reader: Reader, decision: Decision) -> tuple[PageId, ...]:
    """The pages whose reading hangs on the decision: on what is given about them, or on the undo of such a one."""
    if decision.kind is DecisionKind.UNDO:
        known = {d.id: d for d in reader.decisions()}
        chain, seen = decision, {decision.id}
        while chain.kind is DecisionKind.UNDO and chain.on[0] in known and chain.on[0] not in seen:
            seen.add(chain.on[0])
            chain = known[chain.on[0]]
        return pages_to_read(reader, chain) if chain.kind is not DecisionKind.UNDO else ()
    return decision.pages if decision.thing is Thing.PAGE and decision.kind is DecisionKind.CORRECT else ()


def _spoken_of(reader: Reader, decision: Decision) -> str:
    """The words of the mentions that a decision brings together or parts."""
    if decision.kind not in (DecisionKind.MERGE, DecisionKind.SPLIT):
        return ""
    return " and ".join(f"“{shortened(printable(reader.mention(id_).words), WORDS)}”" for id_ in decision.on)


def tell(filed: Decision, on: str = "") -> None:
    """What was decided, its id, and how to take it back."""
    ids = " and ".join(id_[:SHORT] for id_ in filed.on)
    thing = f"{filed.thing} " if filed.thing and filed.kind is not DecisionKind.ADD else ""
    what = f"{filed.thing} on page {ids}" if filed.kind is DecisionKind.ADD else f"{thing}{ids}"
    values = ", ".join(f"{name} = {value or 'not known'}" for name, value in filed.fields)
    quote = f" “{shortened(printable(filed.words), WORDS)}”" if filed.words else f" {on}" if on else ""
    click.echo(printable(f"{DONE[filed.kind]} {what}{f': {values}' if values else ''}{quote}"))
    click.echo(f"decision {filed.id}; to take it back: trucewatch decide undo {filed.id[:SHORT]} --why ...")
