"""Statements and events over statements alone: what the codebook, the actors and the places cost."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.figures import Figure, say, seconds_of_each
from bench.language import STATES, Read, pages_of, to_statements
from trucewatch.dossiers.codebook import load_codebook
from trucewatch.dossiers.world import load_world
from trucewatch.extract import LanguageModel, read_language
from trucewatch.extract.model.reader import WEIGHTS
from trucewatch.pipeline import CodingOptions
from trucewatch.pipeline.coding_recipe import CodeEvents
from trucewatch.pipeline.recipes import Work
from trucewatch.record.mentions import EventMention
from trucewatch.record.pages import Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.resolve import PageLanguage, resolve_speech

ROUNDS = 4


def events(examples: Path) -> Iterator[Figure]:
    """One figure: text to statements and events, over text to statements, with the shipped codebook and no dossier."""
    pages = list(pages_of(examples))
    words = sum(len(page.text.string.split()) for page in pages)
    say(f"text to events: {len(pages)} example pages, {words} words, {ROUNDS} rounds")
    model, stage = LanguageModel(WEIGHTS), CodeEvents(CodingOptions(load_codebook(), load_world()))
    one, other = partial(to_events, model, stage), partial(to_statements, model)
    found = sum(len(one(page)) for page in pages)
    if not found:
        raise RuntimeError("no event was found in the example pages; nothing to time")
    both, alone = seconds_of_each(pages, one, other, ROUNDS)
    on = f"{words} words, {found} events: {words / both:,.0f} and {words / alone:,.0f} words/s"
    yield Figure("statements and events, time over statements alone", both / alone, 1.25, "at most", "x", on)


def to_events(model: LanguageModel, stage: CodeEvents, page: Read) -> tuple[EventMention, ...]:
    """What is timed: everything between a page's text and its events, statements included."""
    found = read_language(model, page.text, "bench")
    statements = resolve_speech(
        PageLanguage(page.text, page.article, found, page.times, None, STATES), "bench"
    ).statements
    work = Work(_KEPT, page.text, page.article, page.times, language=found, statements=statements)
    return next(stage([work])).events


_KEPT = KeptPage(Page.of(b"", "text/plain"), b"", Given(), "bench")
"""Coding events reads the text; the page itself only goes along."""
