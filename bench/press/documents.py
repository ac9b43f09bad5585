"""The documents of all days in order: who tells which story, in whose words."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count as numbers

from bench.press import world
from bench.press.draft import Line
from bench.press.stories import Story, stories
from bench.press.writing import Telling

LATER = 3
"""Days back from which a paper still takes a story."""


def documents(wanted: int, first: int = 0, seed: int = 1) -> Iterator[Line]:
    """So many documents as lines of `analyse`, beginning with the document of number `first`."""
    number = 0
    for day in (world.FIRST_DAY + timedelta(days=n) for n in numbers()):
        for telling in _tellings(seed, day):
            if number >= first + wanted:
                return
            if number >= first:
                yield telling.line(number)
            number += 1


def _tellings(seed: int, day: date) -> Iterator[Telling]:
    """What is published on a day: for each story some papers of their own, and some that take an agency's words."""
    chance = random.Random(f"tellings {seed} {day}")  # noqa: S311 - reproducible, no secret
    outlets = world.outlets()
    agencies = [o for o in outlets if o.agency]
    papers = [o for o in outlets if not o.agency]
    for story in stories(seed, day):
        agency, wire = chance.choice(agencies), chance.random() < 0.5
        takers = chance.sample(papers, chance.choice((1, 1, 2, 3, 5)))
        if wire:
            yield _telling(story, agency, day, "wire")
        for paper in takers:
            copies = wire and chance.random() < 0.6
            kind = "wire" if copies else paper.name
            yield _telling(story, paper, day, kind, agency.name if copies else None)
    for story in stories(seed, day - timedelta(days=chance.randrange(1, LATER + 1))):
        if chance.random() < 0.3:
            paper = chance.choice(papers)
            yield _telling(story, paper, day, paper.name)


def _telling(story: Story, outlet: world.Outlet, day: date, kind: str, relayed: str | None = None) -> Telling:
    """Pages of one kind draw the same words: a copy of the wire differs by its headline, its spelling and its end."""
    chance = random.Random(f"{story.seed} {kind}")  # noqa: S311
    return Telling(story, outlet, day, chance, relayed, shortened=relayed is not None)
