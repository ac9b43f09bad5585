"""A floor under the reading of real pages, where the development data lies beside the repository.

The pages are third-party and not ours to ship; their fingerprint is, so that no other corpus is measured by this one.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from trucewatch.reading import ReadingOptions, read_page
from trucewatch.record.pages import Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.record.texts import REPORTING, Article, Role, Text

FINGERPRINT = "e56544effd14eebf6f7d361b017262011adc2835c9c8e524adbf4aa34137469b"
"""SHA-256 over the pages and their annotation; lowering a floor below takes a line in the changelog."""
CHROME_F1 = 0.95
REPORTING_KEPT = 0.99
EPSILON = 1e-9


def fingerprint(folder: Path) -> str:
    files = sorted([*(folder / "gold").glob("*.json"), *(folder / "text").glob("*.txt")])
    return hashlib.sha256(b"".join(hashlib.sha256(f.read_bytes()).digest() for f in files)).hexdigest()


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[tuple[dict[str, Any], Text, Article]]:
    folder = shared / "seeds"
    if not folder.is_dir() or fingerprint(folder) != FINGERPRINT:
        pytest.skip("not the pages whose floor is pinned here")
    return [read(json.loads(gold.read_bytes()), folder / "text") for gold in sorted((folder / "gold").glob("*.json"))]


def read(gold: dict[str, Any], texts: Path) -> tuple[dict[str, Any], Text, Article]:
    data = (texts / gold["file"]).read_bytes()
    result = read_page(KeptPage(Page.of(data, "text/plain"), data, Given(), gold["file"]), ReadingOptions())
    assert result.text is not None
    assert result.article is not None
    return gold, result.text, result.article


def lines_told(text: Text) -> list[bool]:
    """For each line that is not blank, whether most of it is outside the article."""
    kept = [b for b in text.blocks if b.role in REPORTING | {Role.BYLINE}]
    at, told = 0, []
    for line in text.string.split("\n"):
        end = at + len(line)
        if line.strip():
            told.append(2 * sum(max(0, min(end, b.end) - max(at, b.start)) for b in kept) <= len(line))
        at = end + 1
    return told


def lines_annotated(gold: dict[str, Any], text: Text) -> list[bool]:
    return [n in gold["not_article_lines"] for n, line in enumerate(text.string.split("\n")) if line.strip()]


def test_report_and_page_are_told_apart(seeds: list[tuple[dict[str, Any], Text, Article]]) -> None:
    pairs = [p for gold, text, _ in seeds for p in zip(lines_told(text), lines_annotated(gold, text), strict=True)]
    hit, told, true = (sum(t and g for t, g in pairs), sum(t for t, _ in pairs), sum(g for _, g in pairs))
    kept = sum(not t for t, g in pairs if not g) / sum(not g for _, g in pairs)
    assert 2 * hit / (told + true) >= CHROME_F1 - EPSILON
    assert kept >= REPORTING_KEPT - EPSILON


def test_headlines_places_and_dates(seeds: list[tuple[dict[str, Any], Text, Article]]) -> None:
    for gold, _, article in seeds:
        assert (article.headline or "") == (gold["headline"] or "").strip()
        assert article.dateline_place == gold["dateline_place"]
        assert (article.published and article.published.value) == gold["published_on_page"]
