"""What events are coded with: `--codebook` and `--dossier`, and the documents that a record keeps of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from trucewatch.cli.options import Command, laid_over
from trucewatch.dossiers.codebook import load_kept_codebook
from trucewatch.dossiers.dossier import load_dossier, with_outlets
from trucewatch.pipeline import RecipeOptions, coding_recipe
from trucewatch.pipeline.recipes import Recipe
from trucewatch.record.codebook import Codebook
from trucewatch.record.dossier import Dossier
from trucewatch.record.kept import KeptDocument
from trucewatch.record.protocols import Writer

CHOSEN = "trucewatch.coding"
"""Where the files that a call names stand in click's context."""


@dataclass(frozen=True, slots=True)
class Coding:
    """How events are coded, and by which versions of which documents."""

    codebook: Codebook
    documents: tuple[KeptDocument, ...]
    dossier: Dossier | None = None

    @property
    def recipe(self) -> Callable[[RecipeOptions], Recipe]:
        """Makes the recipe that codes events so; worker processes are handed a copy."""
        return partial(_recipe, self.codebook, self.dossier)

    def keep(self, writer: Writer) -> None:
        """Keep the versions used; those that are kept already stay as they are."""
        for document in self.documents:
            writer.keep_document(document)


def load_coding(codebook: Path | None, dossier: str | None) -> Coding:
    """Codebook and dossier as the options name them; UsageError names file and line of what is wrong in them."""
    book = load_kept_codebook(codebook)
    if dossier is None:
        return Coding(book.codebook, (book.document,))
    known = load_dossier(dossier)
    return Coding(book.codebook, (book.document, known.document), known.dossier)


def _recipe(codebook: Codebook, dossier: Dossier | None, options: RecipeOptions) -> Recipe:
    if dossier is not None:
        register = with_outlets(options.reading.register, dossier.outlets)
        options = replace(options, dossier=dossier, reading=replace(options.reading, register=register))
    return coding_recipe(codebook, options)


def _choose(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    context.meta.setdefault(CHOSEN, {})[parameter.name] = value


def current_coding() -> Coding:
    """The coding that the options of the running command mean; UsageError as for `load_coding`."""
    chosen = click.get_current_context().meta.get(CHOSEN, {})
    return load_coding(chosen.get("codebook"), chosen.get("dossier"))


def coding_options(command: Command) -> Command:
    """`--codebook` and `--dossier`, the same for every command that codes events; read with `current_coding`."""
    book = {"type": click.Path(path_type=Path), "help": "Another codebook than the one that ships."}
    known = {"metavar": "NAME-or-FILE", "help": "What is known of the conflict; none unless given."}
    return laid_over(command, _choose, [("--codebook", "codebook", book), ("--dossier", "dossier", known)])
