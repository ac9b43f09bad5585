"""Joins the parts by the settings: the recipe, the engine, the store, the sources' limits."""

from functools import partial
from pathlib import Path

from trucewatch.dossiers import load_outlets
from trucewatch.pipeline import Engine, InlineEngine, ProcessEngine, RecipeOptions, reading_recipe
from trucewatch.pipeline.engines.processes import Patience
from trucewatch.reading import ReadingOptions
from trucewatch.record.protocols import Store
from trucewatch.record.resolved import OutletRegister
from trucewatch.settings import Settings
from trucewatch.sources import Limits
from trucewatch.store import open_store


def register(settings: Settings) -> OutletRegister:
    """The outlets known by name."""
    return load_outlets(Path(settings.outlets) if settings.outlets else None)


def engine(settings: Settings) -> Engine:
    """The engine that the settings ask for, with the recipe that reads pages."""
    options = RecipeOptions(_reading(settings))
    if settings.engine == "inline" or settings.workers == 1:
        return InlineEngine(reading_recipe(options))
    patience = Patience(page_seconds=settings.page_seconds)
    return ProcessEngine(partial(reading_recipe, options), settings.workers, patience)


def _reading(settings: Settings) -> ReadingOptions:
    return ReadingOptions(
        register=register(settings), max_bytes=settings.max_page_bytes, max_depth=settings.max_markup_depth
    )


def limits(settings: Settings) -> Limits:
    """What files and archives may cost."""
    return Limits(
        page_bytes=settings.max_page_bytes,
        unpacked_bytes=settings.max_archive_bytes,
        ratio=settings.max_archive_ratio,
        members=settings.max_archive_members,
        nesting=settings.max_archive_nesting,
    )


def store(settings: Settings, *, create: bool = False) -> Store:
    """The record, opened; made where it is missing and `create` says so."""
    return open_store(settings.record, register(settings), create=create)
