"""Texts of our own through the whole recipe: an article of paragraphs, and the events that are coded of it."""

import json
from functools import cache

from trucewatch.dossiers.codebook import load_codebook
from trucewatch.dossiers.outlets import load_outlets
from trucewatch.dossiers.world import load_world
from trucewatch.pipeline import RecipeOptions, coding_recipe
from trucewatch.pipeline.recipes import Recipe
from trucewatch.reading import ReadingOptions
from trucewatch.record.mentions import EventMention
from trucewatch.record.pages import LINE_MEDIA_TYPE, Given, Page
from trucewatch.record.protocols import KeptPage


@cache
def _recipe() -> Recipe:
    return coding_recipe(load_codebook(), RecipeOptions(ReadingOptions(register=load_outlets()), load_world()))


def events_of(text: str, published: str | None = None) -> list[tuple[str, EventMention]]:
    """Each event with its trigger's words, in the order of the text."""
    data = json.dumps({"id": "made", "text": text, "published": published, "form": "clean"}).encode()
    (reading,) = _recipe().run([KeptPage(Page.of(data, LINE_MEDIA_TYPE), data, Given(), "made")])
    assert reading.dropped is None
    return [(e.trigger.of(text), e) for e in sorted(reading.events, key=lambda e: e.trigger.start)]


def event(text: str, words: str, published: str | None = None) -> EventMention:
    """The one event whose trigger has these words."""
    found = events_of(text, published)
    matching = [e for trigger, e in found if words in trigger]
    assert len(matching) == 1, [(trigger, str(e.track), str(e.status)) for trigger, e in found]
    return matching[0]
