"""Asking for statements: the options, completion of speakers' names, and what to do where nothing was found."""

import os
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from trucewatch.cli.options import Asked, Choices, Command, laid_over
from trucewatch.cli.parts import store
from trucewatch.cli.tables import printable
from trucewatch.errors import TrucewatchError
from trucewatch.record.mentions import Kind, SpeakerType
from trucewatch.record.protocols import Reader, Sought
from trucewatch.settings import load_settings
from trucewatch.views.statements import quoted_at_all
from trucewatch.views.suggestions import completions, most_quoted, near_misses

QUOTED = (SpeakerType.PERSON, SpeakerType.OFFICE, SpeakerType.BODY)
"""Who is quoted, where nothing else is asked for: "residents" and "the report" are left out."""

SHOWN = 50
"""Completions offered at once, at most."""

NO_STATEMENTS = (
    "no statements in this record: read pages first (trucewatch read pages/), or, where an older version read them, "
    "let this one read them anew (trucewatch record rebuild)"
)
BOUNDS = "widen --since, --until, --as-of, --outlet or what else is asked for"


_ASKED = Asked("sought", Sought())


def current_sought() -> Sought:
    """Which statements the options of the running command mean."""
    return _ASKED.current()


def complete_speaker(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Names that begin so, the most quoted first; none where there is no record to look in."""
    try:
        settings = context.obj or load_settings(os.environ, Path.cwd())
        with store(settings).reader() as reader:
            return [CompletionItem(printable(name)) for name in completions(reader, begun)[:SHOWN]]
    except TrucewatchError:
        return []  # nothing can be said on a half-written command line


def why_nothing(reader: Reader, sought: Sought) -> str:
    """What to do next, where no statement was found."""
    most = most_quoted(reader)
    if not most:
        return NO_STATEMENTS
    told = f"most quoted: {', '.join(f'{printable(name)} ({count})' for name, count in most)}"
    if sought.speaker is None:
        return f"no such statements: {BOUNDS}; {told}"
    who = printable(sought.speaker)
    if count := quoted_at_all(reader, sought):
        return f"no such statements by {who!r}, who has {count} in this record: {BOUNDS}"
    near = " or ".join(printable(name) for name in near_misses(reader, sought.speaker))
    return f"no statements by {who!r}; {f'did you mean {near}? ' if near else ''}{told}"


def speaker_option(command: Command) -> Command:
    """`--speaker`, the same for every command that asks for statements; read with `current_sought`."""
    about = "Only this speaker: words of the name, the office or what the page writes."
    details: dict[str, Any] = {"help": about, "shell_complete": complete_speaker}
    return laid_over(command, _ASKED.lay, [("--speaker", "speaker", details)])


def statement_options(command: Command) -> Command:
    """What narrows statements further: `--kind`, `--venue`, `--addressee`."""
    kinds = {"type": Choices(Kind), "help": "Only speech that is given so."}
    venue = {"help": "Only what was said there: words of the venue."}
    addressee = {"help": "Only what was said to them: words of the addressee."}
    return laid_over(
        command,
        _ASKED.lay,
        [("--kind", "kind", kinds), ("--venue", "venue", venue), ("--addressee", "addressee", addressee)],
    )


def type_option(command: Command) -> Command:
    """`--type`: what the speakers are."""
    types = {"type": Choices(SpeakerType), "multiple": True, "default": QUOTED}
    types["help"] = "Only speakers of this type; repeatable. [default: person, office, body]"
    return laid_over(command, _ASKED.lay, [("--type", "types", types)])
