"""What events are coded with: `--codebook` and `--dossier`, or else what is in force in the record."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from trucewatch.cli.in_force import InForce
from trucewatch.cli.options import Command, laid_over
from trucewatch.cli.tables import printable
from trucewatch.dossiers.codebook import SHIPPED, load_kept_codebook
from trucewatch.dossiers.codebook.loading import LoadedCodebook
from trucewatch.dossiers.dossier import LoadedDossier, load_dossier, with_outlets
from trucewatch.pipeline import RecipeOptions, coding_recipe
from trucewatch.pipeline.recipes import Recipe
from trucewatch.record.codebook import Codebook
from trucewatch.record.dossier import Dossier
from trucewatch.record.kept import KeptDocument
from trucewatch.record.protocols import Writer

CHOSEN = "trucewatch.coding"
"""Where the files that a call names stand in click's context."""
NONE: Final = "none"
"""What `--dossier` calls no dossier."""


@dataclass(frozen=True, slots=True)
class Coding:
    """How events are coded, by which versions of which documents, and what a record is to remember of it."""

    codebook: LoadedCodebook
    dossier: LoadedDossier | None
    ships: bool
    """Whether the codebook is the one that ships."""
    choices: tuple[KeptDocument, ...] = ()

    @property
    def recipe(self) -> Callable[[RecipeOptions], Recipe]:
        """Makes the recipe that codes events so; worker processes are handed a copy."""
        return partial(_recipe, self.codebook.codebook, self.dossier.dossier if self.dossier else None)

    @property
    def told(self) -> str:
        """Which dossier and codebook are in force, for the account of a run."""
        dossier = self.dossier.dossier.name if self.dossier else NONE
        codebook = SHIPPED if self.ships else self.codebook.codebook.name
        return f"Dossier: {printable(dossier)}. Codebook: {printable(codebook)}."

    def keep(self, writer: Writer) -> None:
        """Keep the versions used and what was chosen; what is kept already stays as it is."""
        for document in (self.codebook.document, *([self.dossier.document] if self.dossier else [])):
            writer.keep_document(document)
        for choice in self.choices:
            writer.keep_document(choice)


@dataclass(frozen=True, slots=True)
class Named:
    """What a call names: for each, whether it does, and what; None is no dossier, or the codebook that ships."""

    dossier: tuple[LoadedDossier | None] | None
    codebook: tuple[LoadedCodebook | None] | None

    def over(self, before: InForce) -> Coding:
        """The coding, what the call leaves open as it was before; what it names anew is not looked at."""
        dossier = self.dossier[0] if self.dossier else (before.dossier.dossier() if before.dossier else None)
        own = self.codebook[0] if self.codebook else (before.codebook.codebook() if before.codebook else None)
        return Coding(own or load_kept_codebook(), dossier, own is None, before.choices_to(dossier, own))


def named_coding() -> Named:
    """What the options of the running command name; UsageError names file and line of what is wrong in them."""
    chosen: dict[str, Any] = click.get_current_context().meta.get(CHOSEN, {})
    dossier, codebook = chosen.get("dossier"), chosen.get("codebook")
    known = None if dossier is None else (None if dossier == NONE else load_dossier(dossier),)
    book = None if codebook is None else (None if codebook == SHIPPED else load_kept_codebook(Path(codebook)),)
    return Named(known, book)


def current_coding() -> Coding:
    """The coding that the options of the running command mean where there is no record; UsageError likewise."""
    return named_coding().over(InForce())


def _recipe(codebook: Codebook, dossier: Dossier | None, options: RecipeOptions) -> Recipe:
    if dossier is not None:
        register = with_outlets(options.reading.register, dossier.outlets)
        options = replace(options, dossier=dossier, reading=replace(options.reading, register=register))
    return coding_recipe(codebook, options)


def _choose(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    context.meta.setdefault(CHOSEN, {})[parameter.name] = value


def coding_options(command: Command) -> Command:
    """`--codebook` and `--dossier`, the same for every command that codes events; read with `named_coding`."""
    book = {"metavar": "FILE", "help": f"Another codebook than the one that ships; {SHIPPED} for that one."}
    known = {"metavar": "NAME-or-FILE", "help": f"What is known of the conflict; {NONE} for no dossier."}
    return laid_over(command, _choose, [("--codebook", "codebook", book), ("--dossier", "dossier", known)])
