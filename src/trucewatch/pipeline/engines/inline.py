"""The engine that runs everything in the calling process."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from trucewatch.pipeline.engines.base import Batch, read_batch
from trucewatch.pipeline.recipes import Recipe
from trucewatch.record.readings import PageReading


class InlineEngine:
    """Reads one batch after another; no start-up cost, one core."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe

    @property
    def recipe(self) -> str:
        """The id of the recipe that it runs."""
        return self._recipe.id

    def run(self, batches: Iterable[Batch]) -> Iterator[list[PageReading]]:
        """The readings of each batch, in order."""
        for batch in batches:
            yield read_batch(self._recipe, batch)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None
