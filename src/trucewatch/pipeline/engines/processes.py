"""The engine that reads on all cores: spawned workers, batches in order, and no page that takes the run down.

A worker that dies (a crash in a C library, the kernel's memory killer) or outstays its time breaks the whole pool of
`concurrent.futures`. The batches then under way are read again, one page a task in a pool of one worker, so that the
page to blame is known and dropped, and every other page is read.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from trucewatch.pipeline.engines.base import Batch, crashed, read_batch
from trucewatch.pipeline.recipes import Recipe
from trucewatch.record.protocols import KeptPage
from trucewatch.record.readings import PageReading

RecipeMaker = Callable[[], Recipe]
"""Picklable (a module-level function, or functools.partial over one with plain options)."""

_worker_recipe: Recipe | None = None
"""The recipe of a worker process, built once when it starts; never set in the parent."""


def _start_worker(make: RecipeMaker) -> None:
    global _worker_recipe  # the pool's initializer has no other place to leave it
    _worker_recipe = make()


def _read_in_worker(batch: Batch) -> list[PageReading]:
    if _worker_recipe is None:
        raise RuntimeError("a worker was handed pages before its recipe was built")
    return read_batch(_worker_recipe, batch)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long pages may take, and how much may wait."""

    page_seconds: float = 120.0
    """A batch may take this long for each of its pages before its worker is ended."""
    ahead: int = 2
    """Batches under way for each worker: enough to keep it busy, few enough to bound memory."""


class ProcessEngine:
    """Reads with `workers` spawned processes."""

    def __init__(self, make: RecipeMaker, workers: int, patience: Patience | None = None) -> None:
        if workers < 1:
            raise ValueError(f"{workers} workers cannot read; use 1 or more")
        self._make = make
        self._recipe = make().id
        self._workers = workers
        self._patience = patience or Patience()
        self._pool: ProcessPoolExecutor | None = None

    @property
    def recipe(self) -> str:
        """The id of the recipe that it runs."""
        return self._recipe

    def run(self, batches: Iterable[Batch]) -> Iterator[list[PageReading]]:
        """The readings of each batch, in order; at most `workers * ahead` batches are under way."""
        waiting: deque[tuple[Batch, Future[list[PageReading]]]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(batch)))
            if len(waiting) >= self._workers * self._patience.ahead:
                yield self._result(waiting)
        while waiting:
            yield self._result(waiting)

    def _submit(self, batch: Batch) -> Future[list[PageReading]]:
        if self._pool is None:
            self._pool = _pool(self._make, self._workers)
        try:
            return self._pool.submit(_read_in_worker, batch)
        except BrokenProcessPool as broken:
            failed: Future[list[PageReading]] = Future()
            failed.set_exception(broken)
            return failed

    def _result(self, waiting: deque[tuple[Batch, Future[list[PageReading]]]]) -> list[PageReading]:
        batch, future = waiting.popleft()
        try:
            return future.result(timeout=self._patience.page_seconds * len(batch))
        except (BrokenProcessPool, TimeoutError):
            self._end_pool()
            readings = self._one_by_one(batch)
            # The pool took the batches behind this one with it: hand them to a fresh pool, in their places.
            behind = [b for b, _ in waiting]
            waiting.clear()
            waiting.extend((b, self._submit(b)) for b in behind)
            return readings

    def _one_by_one(self, batch: Batch) -> list[PageReading]:
        readings = [self._alone(page) for page in batch]
        self._end_pool()
        return readings

    def _alone(self, page: KeptPage) -> PageReading:
        if self._pool is None:
            self._pool = _pool(self._make, 1)
        try:
            return self._pool.submit(_read_in_worker, [page]).result(timeout=self._patience.page_seconds)[0]
        except BrokenProcessPool:
            self._end_pool()
            return crashed(self._recipe, page, "the process that read it died")
        except TimeoutError:
            self._end_pool()
            return crashed(self._recipe, page, f"still unread after {self._patience.page_seconds:g} s")

    def _end_pool(self) -> None:
        """End the workers at once: a stuck one would never answer a polite shutdown."""
        if self._pool is None:
            return
        # Without a killed worker, shutdown would wait for a page that may never end.
        for process in multiprocessing.active_children():
            if process.name.startswith("SpawnProcess"):
                process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None and error is None:
            self._pool.shutdown(wait=True)
            self._pool = None
        self._end_pool()


def _ready() -> None:
    """The first task of a pool: over when a worker has started and built its recipe."""


def _pool(make: RecipeMaker, workers: int) -> ProcessPoolExecutor:
    # Spawned, never forked: the parent holds a database connection and threads, and macOS spawns anyway.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(make,))
    pool.submit(_ready).result()  # a slow start is not held against the first page
    return pool
