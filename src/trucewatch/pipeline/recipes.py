"""A recipe: stages in order, checked before a run, each passing on one piece of work for each it takes."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from trucewatch.record.ids import content_id
from trucewatch.record.language import Language, Sentence
from trucewatch.record.mentions import EventMention, Statement, TimeMention
from trucewatch.record.outcomes import Dropped
from trucewatch.record.protocols import KeptPage
from trucewatch.record.readings import PageReading
from trucewatch.record.resolved import Sourcing
from trucewatch.record.sightings import Sighting
from trucewatch.record.texts import Article, Text


@dataclass(frozen=True, slots=True)
class Work:
    """One page on its way through a recipe, with what the stages have added so far."""

    page: KeptPage
    text: Text | None = None
    article: Article | None = None
    times: tuple[TimeMention, ...] = ()
    sourcing: Sourcing | None = None
    language: Language | None = None
    statements: tuple[Statement, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    events: tuple[EventMention, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    prints: tuple[int, ...] = ()
    dropped: Dropped | None = None

    def reading(self, recipe: str) -> PageReading:
        """What the store keeps of it."""
        page = self.page
        return PageReading(
            page.page.id,
            recipe,
            self.text,
            self.article,
            self.times,
            self.sourcing,
            self.dropped,
            self.language.names if self.language else (),
            self.statements,
            given=page.given,
            sentences=self.sentences,
            events=self.events,
            sightings=self.sightings,
            prints=self.prints,
        )


class WorkStage(Protocol):
    """A stage of a recipe: needs some fields of `Work` and adds others; one out for one in, in order."""

    name: ClassVar[str]
    version: ClassVar[int]
    needs: ClassVar[frozenset[str]]
    adds: ClassVar[frozenset[str]]
    after_drop: ClassVar[bool]
    """True for a stage that also takes pages dropped before it, as long as they have what it needs."""

    @property
    def options_id(self) -> str:
        """Fingerprint of the options that change what it makes; empty where there are none."""
        ...

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """The works with the stage's own fields filled, or `dropped` set."""
        ...


class RecipeError(ValueError):
    """Stages that do not fit together; raised before anything runs."""


class Recipe:
    """Stages joined in order. Its id names stages, versions and options, so that stale readings are known."""

    def __init__(self, stages: Iterable[WorkStage]) -> None:
        """Raises RecipeError where a stage needs what no stage before it adds, or two add the same."""
        self.stages = tuple(stages)
        _check(self.stages)
        self.id = content_id("recipe", *(f"{s.name}@{s.version}:{s.options_id}" for s in self.stages))

    def run(self, pages: Iterable[KeptPage]) -> Iterator[PageReading]:
        """One reading for each page, in order; a stage that loses or invents one raises RuntimeError."""
        return (work.reading(self.id) for work in self.works(pages))

    def works(self, pages: Iterable[KeptPage]) -> Iterator[Work]:
        """The same with all that the stages found on the way, the syntax included, which is not kept."""
        works: Iterator[Work] = (Work(page) for page in pages)
        for stage in self.stages:
            works = _past_dropped(stage, works)
        return works


def _check(stages: tuple[WorkStage, ...]) -> None:
    there = {"page"}
    for stage in stages:
        if missing := stage.needs - there:
            raise RecipeError(f"stage {stage.name!r} needs {sorted(missing)}, which no stage before it adds")
        if doubled := stage.adds & there:
            raise RecipeError(f"stage {stage.name!r} adds {sorted(doubled)}, which is there already")
        there |= stage.adds


def _takes(stage: WorkStage, work: Work) -> bool:
    if work.dropped is None:
        return True
    return stage.after_drop and all(getattr(work, need) is not None for need in stage.needs)


def _past_dropped(stage: WorkStage, works: Iterator[Work]) -> Iterator[Work]:
    """The stage's results, with the works it does not take left in their places."""
    order: deque[Work | None] = deque()

    def taken() -> Iterator[Work]:
        for work in works:
            if _takes(stage, work):
                order.append(None)
                yield work
            else:
                order.append(work)

    for result in stage(taken()):
        while order and order[0] is not None:
            yield _waiting(order)
        if not order:
            raise RuntimeError(f"stage {stage.name!r} gave more than it took")
        order.popleft()
        yield result
    while order:
        yield _waiting(order, stage.name)


def _waiting(order: deque[Work | None], stage: str = "") -> Work:
    work = order.popleft()
    if work is None:
        raise RuntimeError(f"stage {stage!r} lost a page; one in must be one out")
    return work
