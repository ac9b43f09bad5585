"""The example pages and the real annotated ones, read once by the recipe that ships, beside what a reader found."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from trucewatch.dossiers.outlets import load_outlets
from trucewatch.dossiers.world import load_world
from trucewatch.pipeline import RecipeOptions, reading_recipe
from trucewatch.pipeline.recipes import Recipe
from trucewatch.reading import ReadingOptions
from trucewatch.record.pages import Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.record.readings import PageReading

GOLDEN = Path(__file__).resolve().parent.parent / "pages"
MEDIA_TYPES = {
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".md": "text/markdown",
}


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page: its annotation, and what the recipe reads in it."""

    name: str
    golden: dict[str, Any]
    reading: PageReading

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        assert self.reading.text is not None
        return self.reading.text.string


@pytest.fixture(scope="session")
def recipe() -> Recipe:
    """What `read` and `analyse` follow unless settings say otherwise; it holds the language model."""
    return reading_recipe(RecipeOptions(ReadingOptions(register=load_outlets()), load_world()))


@pytest.fixture(scope="session")
def read_pages(recipe: Recipe, examples: Path) -> list[ReadPage]:
    """Every example page whose statements are annotated, in order."""
    goldens = [(p.stem, json.loads(p.read_text("utf-8"))) for p in sorted(GOLDEN.glob("*.json"))]
    annotated = [(name, golden) for name, golden in goldens if "statements" in golden]
    readings = recipe.run(kept(examples / golden["file"]) for _, golden in annotated)
    return [ReadPage(name, golden, found) for (name, golden), found in zip(annotated, readings, strict=True)]


def kept(path: Path) -> KeptPage:
    """A page from a file, with nothing given about it."""
    data = path.read_bytes()
    return KeptPage(Page.of(data, MEDIA_TYPES[path.suffix]), data, Given(), path.name)


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    """The folder of real annotated pages beside the repository."""
    folder = shared / "seeds"
    if not folder.is_dir():
        pytest.skip("no annotated pages beside the repository")
    return folder


@pytest.fixture(scope="session")
def read_seeds(recipe: Recipe, seeds: Path) -> list[ReadPage]:
    """Every real page that is annotated, in order."""
    goldens = [(path.stem, json.loads(path.read_bytes())) for path in sorted((seeds / "gold").glob("*.json"))]
    readings = recipe.run(kept(seeds / "text" / golden["file"]) for _, golden in goldens)
    return [ReadPage(name, golden, found) for (name, golden), found in zip(goldens, readings, strict=True)]
