"""`trucewatch review`: what wants a look, one thing after the other, in plain lines."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import click

from trucewatch.cli import filing
from trucewatch.cli.adding import missed
from trucewatch.cli.asking import choice, shown
from trucewatch.cli.entities import people_joiner
from trucewatch.cli.finders import joiner
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import Choices, record_option, scope_options
from trucewatch.cli.parts import store
from trucewatch.errors import UsageError
from trucewatch.record.kept import SHOWN, Decision, DecisionKind, Thing
from trucewatch.record.protocols import Reader
from trucewatch.record.reviewing import Query, Topic
from trucewatch.settings import Settings
from trucewatch.views import deciding
from trucewatch.views.deciding import Reviewer
from trucewatch.views.reviewing import near_events, near_people, queue

DEFAULT_WHY = "reviewed"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a review is done: the settings, and who does it."""

    settings: Settings
    by: str

    def reviewer(self) -> Reviewer:
        """Who decides now; asks why."""
        why = click.prompt("Why", default=DEFAULT_WHY)
        return filing.reviewer(self.settings, self.by, why)

    def file(self, wanted: Callable[[Reader], Decision]) -> None:
        """File the decision and say so."""
        filing.file(self.settings, wanted)


@click.command()
@click.option(
    "--kind", "topics", type=Choices(Topic), multiple=True, help="Only what wants a look for this; repeatable."
)
@click.option("--by", help="Who reviews. [default: the setting reviewer]")
@record_option
@scope_options
@click.pass_obj
def review(settings: Settings, topics: tuple[Topic, ...], by: str | None) -> int:
    """Go through what wants a look: near misses of joins, mentions of low score, orphans, contradictions.

    Each thing is shown with its passage, what the software thinks and why; a letter or a word decides. Everything is
    filed at once, so the review can be left at any time; what is decided does not come back, what is skipped does.

    \b
    Examples:
      trucewatch review --by Ada
      trucewatch review --kind score --limit 20 --since 2020-11 --by Ada
    """
    desk = Desk(settings, filing.reviewer(settings, by, DEFAULT_WHY).by)
    with store(settings).reader() as reader:
        scope = scope_in(reader)
        waiting = queue(
            reader,
            scope,
            topics or tuple(Topic),
            [near_events(joiner(reader, scope)), near_people(people_joiner(reader))],
        )
    done = _through(desk, waiting)
    click.echo(f"{done} of {len(waiting)} decided." if waiting else "Nothing wants a look.")
    return 0


def _through(desk: Desk, waiting: list[Query]) -> int:
    """Ask about each; how many were decided."""
    done = 0
    for number, query in enumerate(waiting, 1):
        with store(desk.settings).reader() as reader:
            gone = [m.id for m in query.mentions if reader.mention(m.id).stands not in SHOWN]
            lines = shown(reader, query)
        if gone:
            click.echo(f"\n{number} of {len(waiting)}. {gone[0][: filing.SHORT]} was rejected meanwhile.")
            continue
        click.echo(f"\n{number} of {len(waiting)}. {lines[0]}")
        for line in lines[1:]:
            click.echo(line)
        try:
            answer = _ask(desk, query)
        except click.Abort:
            click.echo()
            return done
        if answer == "quit":
            return done
        done += answer == "decided"
    return done


def _ask(desk: Desk, query: Query) -> str:
    """Ask until something is decided, skipped or left: "decided", "skip" or "quit"."""
    while True:
        word = choice(query)
        if word in ("skip", "quit"):
            return word
        try:
            _decide(desk, query, word)
        except UsageError as error:
            click.echo(f"Not done: {error}")
            continue
        # A note or an addition leaves the question open.
        if word not in ("note", "add") or (query.topic is Topic.ORPHAN and word == "add"):
            return "decided"


def _decide(desk: Desk, query: Query, word: str) -> None:
    if word == "undo" and query.decision is not None:
        return _undo(desk, query.decision.id)
    if word == "add" and query.topic is Topic.ORPHAN:
        return _move(desk, query)
    one = query.mentions[0] if query.mentions else None
    if word == "note":
        on = one.id if one else query.decision.id if query.decision else ""
        by = desk.reviewer()
        return desk.file(lambda reader: deciding.note(reader, on, by))
    if one is None:
        raise UsageError(f"there is nothing here to {word}")
    if word == "add":
        return _add(desk, query)
    if word in ("merge", "split"):
        kind, (first, second) = DecisionKind(word), query.mentions
        by = desk.reviewer()
        return desk.file(lambda reader: deciding.pair(reader, kind, first.id, second.id, by))
    told = _fields() if word == "correct" else ()
    by = desk.reviewer()
    return desk.file(lambda reader: deciding.verdict(reader, DecisionKind(word), one.id, by, told))


def _fields() -> deciding.Fields:
    """What to set, a line each; an empty line ends it."""
    told: list[str] = []
    while line := click.prompt("FIELD=VALUE, nothing to end", default="", show_default=False).strip():
        told.append(line)
    return filing.fields(tuple(told))


def _undo(desk: Desk, decision: str) -> None:
    by = desk.reviewer()
    desk.file(lambda reader: deciding.undo(reader, decision, by))


def _add(desk: Desk, query: Query) -> None:
    """Add what was missed on the page of what is shown."""
    page = query.mentions[0].page
    thing = Thing(click.prompt("Event or statement", type=click.Choice(["event", "statement"])))
    quote = click.prompt("Words, as the page has them")
    told, by = _fields(), desk.reviewer()
    desk.file(lambda reader: deciding.addition(reader, page, missed(reader, page, thing, (quote, None)), by, told))


def _move(desk: Desk, query: Query) -> None:
    """Decide the same on what stands there now, and take the orphan back."""
    old, by = query.decision, desk.reviewer()
    if old is None or old.decision is None or not query.mentions:
        raise UsageError("nothing stands there now; undo the decision, or leave it: it applies again when it is found")
    kind, told, now = old.kind, old.decision.fields, query.mentions[0].id
    desk.file(lambda reader: deciding.verdict(reader, kind, now, by, told))
    later = replace(by, why=f"moved to {now}")
    desk.file(lambda reader: deciding.undo(reader, old.id, later))
