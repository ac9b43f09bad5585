"""Joins across pages: on real annotated pages, where they lie beside the repository, and on the example pages.

Of the real pages the annotation says which mentions are of one happening (`coref`); what is shared by two of them has
to meet, and passages on two pages that are annotated and share nothing must not.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ExamplesRead
from trucewatch.dossiers.codebook import load_codebook
from trucewatch.dossiers.dossier import load_dossier
from trucewatch.dossiers.outlets import load_outlets
from trucewatch.dossiers.world import load_world
from trucewatch.pipeline import RecipeOptions, coding_recipe
from trucewatch.reading import ReadingOptions
from trucewatch.record.dossier import Dossier
from trucewatch.record.pages import Captured, Given, Page
from trucewatch.record.protocols import Scope, SoughtEvents
from trucewatch.resolve.happenings import HappeningJoiner
from trucewatch.store import open_store
from trucewatch.views.events import events
from trucewatch.views.rows import EventListRow

STATED = {"001": "2019-11-11", "004": "2021-01-18"}
"""When the pages that are not annotated say they were published."""
SHARED = 5
"""Happenings that the annotation finds on two pages."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A passage that the annotation gives to a happening."""

    page: str
    start: int
    end: int
    happening: str


def _gold(seeds: Path) -> dict[str, dict[str, Any]]:
    return {p.stem: json.loads(p.read_bytes()) for p in sorted((seeds / "gold").glob("*.json"))}


def _published(name: str, gold: dict[str, dict[str, Any]]) -> str:
    known = gold.get(name)
    return STATED[name] if known is None else known["published"] or known["published_inferred"]["value"]


def _rows(seeds: Path, folder: Path, dossier: Dossier | None) -> tuple[tuple[EventListRow, ...], dict[str, str]]:
    """The rows of `show events` over all pages, and each page's name by its id."""
    gold, names = _gold(seeds), dict[str, str]()
    recipe = coding_recipe(
        load_codebook(), RecipeOptions(ReadingOptions(register=load_outlets()), load_world(), dossier)
    )
    store = open_store(str(folder / "seeds.db"), load_outlets(), create=True)
    with store.writer() as writer:
        pages = list[Captured]()
        for path in sorted((seeds / "text").glob("*.txt")):
            given = Given(published=_published(path.name[:3], gold))
            pages.append(Captured("page", path.name, "text/plain", path.read_bytes(), given))
            names[Page.of(path.read_bytes(), "text/plain").id] = path.name[:3]
        due = writer.keep(pages, "test")
        writer.put([replace(reading, recipe="test") for reading in recipe.run(writer.load(due.stale))])
    with store.reader() as reader:
        return events(reader, Scope(limit=0), SoughtEvents(), HappeningJoiner()).rows, names


def _annotated(seeds: Path) -> Iterator[Annotated]:
    for name, gold in _gold(seeds).items():
        text = (seeds / "text" / gold["file"]).read_text("utf-8")
        lines = text.split("\n")
        for event in gold["events"]:
            line = sum(len(one) + 1 for one in lines[: event["line"]])
            at = text.find(event["sentence"], line)
            if event["coref"] and at >= 0:
                yield Annotated(name, at, at + len(event["sentence"]), event["coref"])


def _told(row: EventListRow, names: dict[str, str], annotated: list[Annotated]) -> list[tuple[str, set[str]]]:
    """For each passage of a row its page, and the happenings that the annotation gives to it."""
    return [
        (
            names[e.page],
            {a.happening for a in annotated if a.page == names[e.page] and a.start < e.end and e.start < a.end},
        )
        for e in row.evidence
    ]


@pytest.mark.parametrize(("dossier", "least"), [("nagorno-karabakh", SHARED), (None, SHARED - 1)])
def test_what_the_annotation_shares_meets_and_nothing_else_does(
    seeds: Path, tmp_path: Path, dossier: str | None, least: int
) -> None:
    rows, names = _rows(seeds, tmp_path, load_dossier(dossier).dossier if dossier else None)
    annotated = list(_annotated(seeds))
    pages_of: dict[str, set[str]] = {}
    for one in annotated:
        pages_of.setdefault(one.happening, set()).add(one.page)
    shared = {happening for happening, pages in pages_of.items() if len(pages) > 1}
    assert len(shared) == SHARED, "the annotation is another one"
    met, wrong = set[str](), list[tuple[str, str]]()
    for row in rows:
        told = [(page, found) for page, found in _told(row, names, annotated) if found]
        for (page, mine), (other, theirs) in combinations(told, 2):
            if page != other:
                met |= mine & theirs
                wrong += [(row.id, row.trigger)] if mine.isdisjoint(theirs) else []
    assert wrong == []
    assert len(met & shared) >= least, sorted(shared - met)


# -- the example pages ----------------------------------------------------------------------------

TOGETHER = [
    ("came into force", {"01", "02", "03", "04", "05", "09"}),
    ("signed a six-point statement", {"01", "02", "03", "06"}),
    ("went to war", {"01", "03"}),
    ("captured", {"01", "02"}),
    ("attacked", {"05", "06"}),
    ("signed a framework agreement", {"23", "25", "27", "28", "29"}),
    ("signed the protocol", {"09", "12", "14", "15", "16", "18"}),
    ("shelled", {"12", "16"}),
]
"""Words of one mention of a happening, and the pages that a careful reader finds it on."""

APART = [
    ("came into force", {"10", "12", "18"}),
    ("signed a framework agreement", {"01", "09"}),
    ("attacked", {"12", "13", "16"}),
    ("shelled", {"05", "06"}),
]
"""Words of one mention of a happening, and pages that tell of others like it."""


@pytest.fixture(scope="module")
def told(examples_read: ExamplesRead) -> dict[str, set[frozenset[str]]]:
    """By the words of a mention, the pages of each happening with such a mention."""
    with open_store(examples_read.record, load_outlets(), create=False).reader() as reader:
        pages = {row.page.id: Path(row.locators[0]).name[:2] for row in reader.pages(Scope(limit=0))}
        seen = Scope(limit=0)
        found = HappeningJoiner().happenings(reader.events(seen, SoughtEvents()).rows, reader, seen)
    by_words: dict[str, set[frozenset[str]]] = {}
    for happening in found:
        where = frozenset(pages[row.page] for row in happening.mentions)
        for row in happening.mentions:
            by_words.setdefault(row.trigger, set()).add(where)
    return by_words


@pytest.mark.parametrize(("words", "pages"), TOGETHER)
def test_what_several_example_pages_tell_is_one(
    told: dict[str, set[frozenset[str]]], words: str, pages: set[str]
) -> None:
    assert any(where >= pages for where in told[words]), told[words]


@pytest.mark.parametrize(("words", "others"), APART)
def test_what_is_like_it_on_other_pages_is_another(
    told: dict[str, set[frozenset[str]]], words: str, others: set[str]
) -> None:
    largest = max(told[words], key=lambda where: (len(where), sorted(where)))
    assert largest.isdisjoint(others), told[words]
