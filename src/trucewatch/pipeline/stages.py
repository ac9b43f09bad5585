"""The stages: each wraps one room's function, says what it needs and adds, and carries its version.

Raise a version whenever the same page could read differently: stored readings of the old version are then renewed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from trucewatch.extract import LanguageModel, dated_passages, read_language
from trucewatch.pipeline.recipes import Work
from trucewatch.reading import ReadingOptions, read_page
from trucewatch.record.codec import canonical
from trucewatch.record.ids import content_id
from trucewatch.record.outcomes import Dropped, Why
from trucewatch.record.resolved import OutletRegister
from trucewatch.record.texts import Block
from trucewatch.resolve import OutletIndex, PageLanguage, State, States, prints_of, resolve_sourcing, resolve_speech


class ReadPages:
    """Page to text and article."""

    name: ClassVar[str] = "reading"
    version: ClassVar[int] = 1
    needs: ClassVar[frozenset[str]] = frozenset({"page"})
    adds: ClassVar[frozenset[str]] = frozenset({"text", "article"})
    after_drop: ClassVar[bool] = False

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options

    @property
    def options_id(self) -> str:
        """Fingerprint of the reading options."""
        return content_id("options", canonical(self._options))

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Each page read, or dropped with its reason."""
        for work in items:
            result = read_page(work.page, self._options)
            yield replace(work, text=result.text, article=result.article, dropped=result.dropped)


class ResolveSourcing:
    """Article to publisher and relayed outlets; pages in a language that is not read have them too."""

    name: ClassVar[str] = "sourcing"
    version: ClassVar[int] = 1
    needs: ClassVar[frozenset[str]] = frozenset({"article"})
    adds: ClassVar[frozenset[str]] = frozenset({"sourcing"})
    after_drop: ClassVar[bool] = True

    def __init__(self, register: OutletRegister) -> None:
        self._register = register
        self._index = OutletIndex(register)

    @property
    def options_id(self) -> str:
        """Fingerprint of the outlet register."""
        return content_id("options", canonical(self._register))

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Each article with its outlet resolved."""
        for work in items:
            if work.article is None:
                raise RuntimeError(f"{work.page.locator}: sourcing was asked of a page without an article")
            yield replace(work, sourcing=resolve_sourcing(work.page.page.id, work.article, self._index))


class PrintText:
    """Reporting to hashes of runs of its words, by which pages that share text find each other."""

    name: ClassVar[str] = "prints"
    version: ClassVar[int] = 1
    needs: ClassVar[frozenset[str]] = frozenset({"text"})
    adds: ClassVar[frozenset[str]] = frozenset({"prints"})
    after_drop: ClassVar[bool] = False

    @property
    def options_id(self) -> str:
        """There are no options."""
        return ""

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Each text with its prints."""
        for work in items:
            if work.text is None:
                raise RuntimeError(f"{work.page.locator}: prints were asked of a page without a text")
            yield replace(work, prints=prints_of(work.text))


class FindTimes:
    """Reporting blocks to dated passages."""

    name: ClassVar[str] = "times"
    version: ClassVar[int] = 1
    needs: ClassVar[frozenset[str]] = frozenset({"text", "article"})
    adds: ClassVar[frozenset[str]] = frozenset({"times"})
    after_drop: ClassVar[bool] = False

    @property
    def options_id(self) -> str:
        """There are no options."""
        return ""

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Each text with its time expressions."""
        for work in items:
            if work.text is None or work.article is None:
                raise RuntimeError(f"{work.page.locator}: times were asked of a page without a text")
            yield replace(work, times=dated_passages(work.text, work.article, f"{self.name}@{self.version}"))


class ReadLanguage:
    """Reporting blocks to sentences, names and attributions, through the language model."""

    name: ClassVar[str] = "language"
    version: ClassVar[int] = 4
    needs: ClassVar[frozenset[str]] = frozenset({"text", "article"})
    adds: ClassVar[frozenset[str]] = frozenset({"language"})
    after_drop: ClassVar[bool] = False

    def __init__(self, model: LanguageModel, most: int) -> None:
        self._model = model
        self._most = most

    @property
    def options_id(self) -> str:
        """The model's own version, since other weights read anew, and how much of a page it is asked to read."""
        return f"{self._model.version}/{self._most}"

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Each text with what its language says; one that is too long to read is dropped, its text and times kept."""
        for work in items:
            if work.text is None:
                raise RuntimeError(f"{work.page.locator}: language was asked of a page without a text")
            if (long := too_long(work, work.text.reporting(), self._most, self.name)) is not None:
                yield replace(work, dropped=long)
                continue
            maker = f"{self.name}@{self.version}/{self._model.version}"
            yield replace(work, language=read_language(self._model, work.text, maker))


def too_long(work: Work, blocks: Iterable[Block], most: int, stage: str) -> Dropped | None:
    """The drop of a page with more than `most` code points in these blocks.

    One core takes a second for some 7,000, events included, and an engine that reads in the calling process has no
    other bound on the time of one page.
    """
    length = sum(block.end - block.start for block in blocks)
    if length <= most:
        return None
    return Dropped(work.page.locator, stage, Why.TOO_LARGE, f"{length} characters to read; max_text is {most}")


class ResolveStatements:
    """Attributions to statements, their speakers resolved inside the page; and the persons that the page names."""

    name: ClassVar[str] = "statements"
    version: ClassVar[int] = 4
    needs: ClassVar[frozenset[str]] = frozenset({"text", "article", "language", "times", "sourcing"})
    adds: ClassVar[frozenset[str]] = frozenset({"statements", "sightings"})
    after_drop: ClassVar[bool] = False

    def __init__(self, states: tuple[State, ...]) -> None:
        self._known = states
        self._states = States(states)

    @property
    def options_id(self) -> str:
        """Fingerprint of the states that are known."""
        return content_id("options", canonical(self._known))

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Each page with its statements and the persons that it names."""
        for work in items:
            if work.text is None or work.article is None or work.language is None:
                raise RuntimeError(f"{work.page.locator}: statements were asked of a page without its language")
            page = PageLanguage(work.text, work.article, work.language, work.times, work.sourcing, self._states)
            speech = resolve_speech(page, f"{self.name}@{self.version}")
            yield replace(work, statements=speech.statements, sightings=speech.sightings)
