"""Options that several commands share, and what they are turned into."""

import os
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

from trucewatch.record.dates import PartialDate
from trucewatch.record.protocols import Scope
from trucewatch.settings import load_settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Command = TypeVar("Command", bound=Callable[..., Any])
T = TypeVar("T", bound="DataclassInstance")


class Asked(Generic[T]):
    """What the options of a call ask for: a frozen value, from which each option that is given replaces its field."""

    def __init__(self, name: str, nothing: T) -> None:
        self._key = f"trucewatch.{name}"
        self._nothing = nothing

    def current(self) -> T:
        """What the options of the running command mean."""
        found: T = click.get_current_context().meta.get(self._key, self._nothing)
        return found

    def lay(self, context: click.Context, parameter: click.Parameter, value: Any) -> None:
        """Lay a given option over it, as an option's callback; an empty one is none."""
        if value not in (None, (), ""):
            context.meta[self._key] = replace(self.current(), **{str(parameter.name): value})


_SCOPE = Asked("scope", Scope())


class DateOption(click.ParamType[str]):
    """A day, month or year: 2020, 2020-11 or 2020-11-09."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as given; a usage error where it is none."""
        try:
            date = PartialDate(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date; write 2020, 2020-11 or 2020-11-09", param, ctx)
        if "X" in date.value:
            self.fail(f"{value!r} leaves a part open; write 2020, 2020-11 or 2020-11-09", param, ctx)
        return date.value


class Choices(click.Choice[str]):
    """One of the words of an enum; the enum's own value is what the command gets."""

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__([str(word) for word in words])
        self._words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The enum's member; a usage error that lists them where there is none."""
        return self._words(super().convert(str(value), param, ctx))


def _set(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Lay a given option over the settings of this call."""
    if value is not None:
        # A shell that completes a command line asks the command alone: nobody has read the settings.
        context.obj = replace(context.obj or load_settings(os.environ, Path.cwd()), **{str(parameter.name): value})


def current_scope() -> Scope:
    """The scope that the options of the running command mean."""
    return _SCOPE.current()


def laid_over(
    command: Command, callback: Callable[..., None], options: list[tuple[str, str, dict[str, Any]]]
) -> Command:
    """The command with these options, which `callback` takes and the command's function does not see."""
    for flag, name, details in reversed(options):
        command = click.option(flag, name, expose_value=False, callback=callback, **details)(command)
    return command


def record_option(command: Command) -> Command:
    """`--record`, the same for every command that opens one."""
    about = {"metavar": "PATH-or-URL", "help": "The record. [default: ./trucewatch.db]"}
    return laid_over(command, _set, [("--record", "record", about)])


def reading_options(command: Command) -> Command:
    """`--jobs` and `--engine`, the same for every command that reads pages."""
    engines = {"type": click.Choice(["processes", "inline"]), "help": "Read in worker processes, or in this one."}
    jobs = {"type": click.IntRange(min=0), "help": "Worker processes; 0 is one for each core."}
    return laid_over(command, _set, [("--engine", "engine", engines), ("--jobs", "jobs", jobs)])


_LISTING: list[tuple[str, str, dict[str, Any]]] = [
    ("--outlet", "outlets", {"multiple": True, "help": "Only this outlet, any known spelling; repeatable."}),
    ("--limit", "limit", {"type": click.IntRange(min=0), "help": "Rows at most; 0 for all. [default: 100]"}),
]


def scope_options(command: Command) -> Command:
    """`--since`, `--until`, `--as-of`, `--outlet`, `--limit`, the same for every view; read with `current_scope`."""
    day = DateOption()
    return laid_over(
        command,
        _SCOPE.lay,
        [
            ("--since", "since", {"type": day, "help": "Earliest day, month or year: 2020, 2020-11, 2020-11-09."}),
            ("--until", "until", {"type": day, "help": "Latest day, month or year, itself included."}),
            ("--as-of", "as_of", {"type": day, "help": "The record as it could be known at the end of this day."}),
            *_LISTING,
        ],
    )


def listing_options(command: Command) -> Command:
    """`--outlet`, `--limit`, for what has days of its own; read with `current_scope`."""
    return laid_over(command, _SCOPE.lay, _LISTING)


def format_option(command: Command) -> Command:
    """`--format`, the same for every view."""
    forms = click.Choice(["table", "json", "csv"])
    about = "A table to read, or JSON or CSV to process."
    return click.option("--format", "form", type=forms, default="table", show_default=True, help=about)(command)
