"""The `trucewatch` command and its exit codes."""

import os
import sys
from pathlib import Path
from typing import ClassVar

import click

from trucewatch.cli.lazy import LazyGroup
from trucewatch.errors import TrucewatchError, UsageError
from trucewatch.settings import load_settings

NOTHING_DONE, WRONG_USAGE, STOPPED = 1, 2, 130
EXIT_CODES = (
    "Exit codes: 0 all pages read; 3 some pages dropped, each listed with its reason; 2 wrong usage; "
    "1 nothing could be done."
)


class Root(LazyGroup):
    """The commands of `trucewatch`."""

    commands_at: ClassVar[dict[str, str]] = {
        "read": "trucewatch.cli.read:read",
        "show": "trucewatch.cli.show:show",
        "changes": "trucewatch.cli.changes:changes",
        "search": "trucewatch.cli.search:search",
        "decide": "trucewatch.cli.decide:decide",
        "review": "trucewatch.cli.review:review",
        "analyse": "trucewatch.cli.analyse:analyse",
        "codebook": "trucewatch.cli.codebook:codebook",
        "dossier": "trucewatch.cli.dossier:dossier",
        "agreement": "trucewatch.cli.agreement:agreement",
        "record": "trucewatch.cli.record:record",
        "completion": "trucewatch.cli.completion:completion",
    }


@click.group(cls=Root, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(package_name="trucewatch")
@click.pass_context
def cli(context: click.Context) -> None:
    """Read news pages on a conflict and keep the record of its peace process, each line with its passage.

    \b
    A first try:
      trucewatch read pages/                 read a folder of pages into ./trucewatch.db
      trucewatch show timeline               what happened when, and who says so
      trucewatch search "prisoner exchange"  find passages
    """
    if context.obj is None:
        context.obj = load_settings(os.environ, Path.cwd())


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command line; its exit code. Errors go to standard error, each with what to do next."""
    try:
        code = cli.main(arguments, prog_name="trucewatch", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except UsageError as error:
        return _say(error, WRONG_USAGE)
    except TrucewatchError as error:
        return _say(error, NOTHING_DONE)
    except (KeyboardInterrupt, click.Abort):
        return _say("stopped; what was read so far is kept, and the same command goes on from there", STOPPED)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has gone: no error of ours. Standard output is closed, so that
        # the interpreter does not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0


def _say(message: object, code: int) -> int:
    click.echo(f"trucewatch: {message}", err=True)
    return code
