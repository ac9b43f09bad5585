"""What an engine is, and how a batch is read so that one bad page costs only itself."""

from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Protocol, Self

from trucewatch.pipeline.recipes import Recipe
from trucewatch.record.outcomes import Dropped, Why
from trucewatch.record.protocols import KeptPage
from trucewatch.record.readings import PageReading

Batch = Sequence[KeptPage]


class Engine(Protocol):
    """Runs one recipe; `recipe` is its id."""

    @property
    def recipe(self) -> str:
        """The id of the recipe that it runs."""
        ...

    def run(self, batches: Iterable[Batch]) -> Iterator[list[PageReading]]:
        """The readings of each batch, batches in order, pages in order; batches are drawn as they are needed."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def read_batch(recipe: Recipe, batch: Batch) -> list[PageReading]:
    """The batch's readings; where a stage fails on it, each page is tried alone and the failing ones are dropped."""
    try:
        return list(recipe.run(batch))
    except Exception:  # noqa: BLE001 - third-party parsers raise anything on hostile pages; no page may take others along
        return [_read_alone(recipe, page) for page in batch]


def _read_alone(recipe: Recipe, page: KeptPage) -> PageReading:
    try:
        return next(recipe.run([page]))
    except Exception as error:  # noqa: BLE001 - as above: the page's outcome is this error, named
        return crashed(recipe.id, page, f"{type(error).__name__}: {error}"[:300])


def crashed(recipe: str, page: KeptPage, detail: str) -> PageReading:
    """The reading of a page that no stage survived."""
    dropped = Dropped(page.locator, "engine", Why.CRASHED, detail)
    return PageReading(page.page.id, recipe, dropped=dropped, given=page.given)
