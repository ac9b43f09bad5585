"""The recipe that `read`, `rebuild` and `analyse` follow: the reading recipe, then events by a codebook."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from trucewatch.extract.actors import ActorCoder
from trucewatch.extract.codebook.events import Coders, Passages, read_events
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.extract.places import Placer, gazetteer
from trucewatch.extract.quantities import quantities
from trucewatch.pipeline.reading_recipe import RecipeOptions, reading_recipe
from trucewatch.pipeline.recipes import Recipe, Work
from trucewatch.record.codebook import Codebook
from trucewatch.record.codec import canonical
from trucewatch.record.dossier import Dossier
from trucewatch.record.ids import content_id
from trucewatch.record.world import World
from trucewatch.resolve.happenings.marking import Marker


@dataclass(frozen=True, slots=True)
class CodingOptions:
    """What events are coded with; plain values, since worker processes are handed a copy."""

    codebook: Codebook
    world: World
    dossier: Dossier | None = None


class CodeEvents:
    """Sentences and statements to event mentions, each with the rule that coded it."""

    name: ClassVar[str] = "events"
    version: ClassVar[int] = 4
    needs: ClassVar[frozenset[str]] = frozenset({"text", "language", "times", "statements", "sourcing"})
    adds: ClassVar[frozenset[str]] = frozenset({"events"})
    after_drop: ClassVar[bool] = False

    def __init__(self, options: CodingOptions) -> None:
        self._options = options
        self._towns = towns = gazetteer()
        self._lexicon = Lexicon(options.codebook)
        self._actors = ActorCoder(options.world, options.dossier, towns.country_of)
        self._marker = Marker(options.dossier)
        self._placer = Placer(towns, options.world, options.dossier)

    @property
    def options_id(self) -> str:
        """Fingerprint of codebook, tables and dossier, and the edition of the gazetteer."""
        return content_id("options", canonical(self._options), self._towns.edition)

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Each page with its events."""
        for work in items:
            page = passages(work)
            maker = f"{self.name}@{self.version}/{self._options.codebook.name}"
            found = read_events(page, self._lexicon, self._coders(page), maker)
            dated = work.article.published if work.article else None
            yield replace(work, events=self._marker.marked(found, page.text.string, dated))

    def _coders(self, page: Passages) -> Coders:
        text = page.text.string
        actors = self._actors.page(text, page.language)
        places = self._placer.page(actors)
        return Coders(actors.parties, places.place, lambda sentence: quantities(text, sentence))


def passages(work: Work) -> Passages:
    """What a page's events are coded from; RuntimeError before the stages that they need."""
    if work.text is None or work.language is None:
        raise RuntimeError(f"{work.page.locator}: events were asked of a page without its language")
    relayed = frozenset(r.outlet.name for r in work.sourcing.relayed) if work.sourcing else frozenset()
    published = work.article.published.value if work.article and work.article.published else None
    return Passages(work.text, work.language, work.statements, work.times, relayed, published)


def coding_recipe(codebook: Codebook, options: RecipeOptions) -> Recipe:
    """All stages of the reading recipe, then the codebook."""
    coding = CodingOptions(codebook, options.world, options.dossier)
    return Recipe([*reading_recipe(options).stages, CodeEvents(coding)])
