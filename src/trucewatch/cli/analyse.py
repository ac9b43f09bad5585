"""`trucewatch analyse`: pages to JSON lines, the contract with other programs, or to CoNLL-U."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from trucewatch.cli.coding import coding_options, current_coding
from trucewatch.cli.conllu import as_conllu
from trucewatch.cli.contract import as_line
from trucewatch.cli.engine import engine
from trucewatch.cli.options import reading_options
from trucewatch.cli.parts import limits
from trucewatch.cli.progress import counting
from trucewatch.cli.tables import printable
from trucewatch.errors import UsageError
from trucewatch.pipeline import Analysis, RecipeOptions, syntax_recipe
from trucewatch.pipeline import analyse as run_analysis
from trucewatch.pipeline.recipes import Recipe
from trucewatch.pipeline.run import Item
from trucewatch.pipeline.run import Progress as Advance
from trucewatch.settings import Settings
from trucewatch.sources import SourceOptions, capture, count, read_lines


def _as_json(analysis: Analysis) -> str:
    return json.dumps(as_line(analysis), ensure_ascii=False) + "\n"


FORMS: dict[str, Callable[[Analysis], str]] = {"json": _as_json, "conllu": as_conllu}
"""How one page is written in each form."""


def _recipe(form: str) -> Callable[[RecipeOptions], Recipe]:
    """What reads the pages for a form."""
    if form == "conllu":
        return syntax_recipe
    return current_coding().recipe


@click.command(no_args_is_help=True)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option(
    "--jsonl", type=click.Path(path_type=Path, allow_dash=True), help="Read lines of JSON; - for standard input."
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMS)), default="json", show_default=True,
    help="One JSON object a line, or the sentences' trees as CoNLL-U.",
)  # fmt: skip
@coding_options
@reading_options
@click.pass_obj
def analyse(
    settings: Settings,
    files: tuple[str, ...],
    jsonl: Path | None,
    form: str,
) -> int:
    """Print what is found in pages, one JSON object a line, without a record.

    A line of --jsonl is {"id", "text", "published": "YYYY-MM-DD" or null, "form": "page" or "clean"}.
    docs/json.md explains every field.

    \b
    Examples:
      trucewatch analyse page.html
      trucewatch analyse --jsonl texts.jsonl > found.jsonl
      trucewatch analyse --format conllu page.html > trees.conllu
    """
    if bool(files) == bool(jsonl):
        raise UsageError("analyse takes either files or --jsonl FILE; give one of them")
    options = SourceOptions(limits=limits(settings))
    items: Iterator[Item] = read_lines(jsonl, options) if jsonl else capture(files, options)
    total = None if jsonl else count(files, options)
    recipe = _recipe(form)
    with engine(settings, recipe) as reader, counting("Analysing", total) as progress:
        return _print(run_analysis(items, reader), FORMS[form], progress)


def _print(analyses: Iterator[Analysis], written: Callable[[Analysis], str], progress: Advance) -> int:
    done = dropped = 0
    out = sys.stdout.buffer
    for analysis in analyses:
        # An id may hold half a surrogate pair, which UTF-8 cannot: written as \udXXX it is still the same JSON string.
        out.write(written(analysis).encode("utf-8", "backslashreplace"))
        done += 1
        if analysis.dropped is not None:
            dropped += 1
            click.echo(
                f"dropped {printable(analysis.id)}: {analysis.dropped.why}: {printable(analysis.dropped.detail)}",
                err=True,
            )
        progress(1)
    return 0 if not dropped else (1 if dropped == done else 3)
