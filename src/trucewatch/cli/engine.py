"""Joins recipe and engine by the settings; apart from the other parts, since only reading commands need them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from trucewatch.cli.parts import register
from trucewatch.dossiers.world import load_world
from trucewatch.pipeline import Engine, InlineEngine, ProcessEngine, RecipeOptions, reading_recipe
from trucewatch.pipeline.engines.processes import Patience
from trucewatch.pipeline.recipes import Recipe
from trucewatch.reading import ReadingOptions
from trucewatch.settings import Settings


def engine(settings: Settings, recipe: Callable[[RecipeOptions], Recipe] = reading_recipe) -> Engine:
    """The engine that the settings ask for, with the recipe that reads pages."""
    options = recipe_options(settings)
    if settings.engine == "inline" or settings.workers == 1:
        return InlineEngine(recipe(options))
    patience = Patience(page_seconds=settings.page_seconds)
    return ProcessEngine(partial(recipe, options), settings.workers, patience)


def recipe_options(settings: Settings) -> RecipeOptions:
    """All that decides what a page is read as, by the settings."""
    model = Path(settings.model) if settings.model else None
    return RecipeOptions(reading(settings), load_world(), model=model, max_text=settings.max_text)


def reading(settings: Settings) -> ReadingOptions:
    """How pages are read, by the settings."""
    return ReadingOptions(
        register=register(settings), max_bytes=settings.max_page_bytes, max_depth=settings.max_markup_depth
    )
