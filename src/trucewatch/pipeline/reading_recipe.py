"""The recipe from page to statements, as a list a reader can follow top to bottom; `coding_recipe` adds events."""

from dataclasses import dataclass
from pathlib import Path

from trucewatch.extract import language_model
from trucewatch.pipeline.recipes import Recipe
from trucewatch.pipeline.stages import FindTimes, PrintText, ReadLanguage, ReadPages, ResolveSourcing, ResolveStatements
from trucewatch.reading import ReadingOptions
from trucewatch.record.dossier import Dossier
from trucewatch.record.world import World
from trucewatch.resolve import known_states


@dataclass(frozen=True, slots=True)
class RecipeOptions:
    """All that decides what a page is read as; plain values, since worker processes are handed a copy."""

    reading: ReadingOptions
    world: World
    dossier: Dossier | None = None
    """What is known of the conflict beside the world."""
    model: Path | None = None
    """The folder of the language model's files; None for those that ship."""
    max_text: int = 300_000
    """Most code points of a page that the language model reads."""


def reading_recipe(options: RecipeOptions) -> Recipe:
    """Page -> text and article -> publisher and relays -> prints -> dated passages -> language -> statements."""
    return Recipe(
        [
            ReadPages(options.reading),
            ResolveSourcing(options.reading.register),
            PrintText(),
            FindTimes(),
            ReadLanguage(language_model(options.model), options.max_text),
            ResolveStatements(known_states(options.world, options.dossier)),
        ]
    )
