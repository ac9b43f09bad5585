"""All that one recipe derives from one page: what the pipeline hands to the store, and `analyse` prints."""

from dataclasses import dataclass, field

from trucewatch.record.ids import PageId
from trucewatch.record.language import Sentence
from trucewatch.record.mentions import EventMention, Name, Statement, TimeMention
from trucewatch.record.outcomes import Dropped
from trucewatch.record.pages import Given
from trucewatch.record.resolved import Sourcing
from trucewatch.record.sightings import Sighting
from trucewatch.record.texts import Article, Text


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read from a page; `dropped` says why the rest is missing where it is."""

    page: PageId
    recipe: str
    """Fingerprint of the stages, their versions and options: another recipe reads anew."""
    text: Text | None = None
    article: Article | None = None
    times: tuple[TimeMention, ...] = ()
    sourcing: Sourcing | None = None
    dropped: Dropped | None = None
    names: tuple[Name, ...] = ()
    statements: tuple[Statement, ...] = ()
    given: Given | None = field(default=None, compare=False)
    """What was given about the page when it was read, so that the store knows a reading that is out of date; None for
    what the record holds when it takes the reading."""
    sentences: tuple[Sentence, ...] = ()
    """Filled by the recipe for syntax alone: no store keeps them."""
    events: tuple[EventMention, ...] = ()
    """Filled by the recipe that codes."""
    prints: tuple[int, ...] = ()
    """Hashes of runs of its words, by which pages that share text find each other; 63 bits, sorted, each once."""
    sightings: tuple[Sighting, ...] = ()
    """The persons that it names."""
