"""The article's text on real pages, where the development data stand beside the repository: floors that hold."""

import collections
import gzip
import hashlib
import json
import re
import statistics
from pathlib import Path

import pytest

from trucewatch.reading.draft import Draft
from trucewatch.reading.html import read_html

FLOORS = {"f1": 0.970, "precision": 0.965, "recall": 0.965}
"""Below what was reached (.981, .979, .983), by less than a real loss; lowering one takes a line in the changelog."""
FINGERPRINT = "25a37cddeabc0cd2146f2fe99dbb5339ca8624fd2d5c2fdaf3c882c4e0b6a9bf"


def shingles(text: str) -> collections.Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return (
        collections.Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3)))
        if words
        else collections.Counter()
    )


def article(markup: str) -> str:
    read = read_html(markup)
    if not isinstance(read, Draft):
        return ""
    return "\n".join(read.string[b.start : b.end] for b in read.blocks if b.role in ("paragraph", "dateline"))


@pytest.fixture(scope="module")
def content(shared: Path) -> Path:
    folder = shared / "data" / "content"
    if not folder.is_dir():
        pytest.skip("no pages beside the repository")
    return folder


def test_the_article_is_found_on_real_pages(content: Path) -> None:
    gold = {
        name: entry["articleBody"]
        for name, entry in json.loads((content / "ground-truth.json").read_text("utf-8")).items()
    }
    names = (content / "ids.txt").read_text("utf-8").split()
    assert hashlib.sha256((content / "ground-truth.json").read_bytes()).hexdigest() == FINGERPRINT, (
        "other data, other floors"
    )
    precision, recall = [], []
    for name in names:
        markup = gzip.decompress((content / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        found, expected = shingles(article(markup)), shingles(gold[name])
        shared_ones = (found & expected).total()
        if found:
            precision.append(shared_ones / found.total())
        if expected:
            recall.append(shared_ones / expected.total())
    p, r = statistics.fmean(precision), statistics.fmean(recall)
    reached = {"f1": 2 * p * r / (p + r), "precision": p, "recall": r}
    assert all(reached[name] >= floor for name, floor in FLOORS.items()), reached
