"""Floors under statements and dates on real annotated pages, where they lie beside the repository.

The pages are third-party and not ours to ship; their fingerprint is, so that a changed sample is noticed.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.quality.conftest import ReadPage
from tests.quality.floors import SEED_DATES, SEEDS
from tests.quality.scoring import Piece, Tally, Told, faults, read, tally
from tests.quality.times import f1

FINGERPRINT = "e56544effd14eebf6f7d361b017262011adc2835c9c8e524adbf4aa34137469b"
"""SHA-256 over the pages and their annotation."""


def annotated(statements: Sequence[dict[str, Any]], text: str) -> list[Told]:
    """The annotated statements, one that goes on from another made one with it.

    They spell a name alike on all pages, where a page may spell the given name otherwise: the family name is enough.
    """
    home: dict[int, int] = {}
    pieces: dict[int, list[Piece]] = {}
    for number, statement in enumerate(statements):
        home[number] = home.get(statement.get("continuation_of", number), number)
        start = text.find(statement["content"], statement["start"])
        assert start >= 0, statement["content"]
        pieces.setdefault(home[number], []).append((start, start + len(statement["content"])))
    names = [(s["speaker"], s["speaker"].split()[-1]) for s in statements]
    return [Told(tuple(found), statements[first]["kind"], names[first]) for first, found in pieces.items()]


@pytest.fixture(scope="module")
def compared(read_seeds: list[ReadPage]) -> list[tuple[list[Told], list[Told], str]]:
    """What is annotated, what is read, and the text, page by page."""
    return [(annotated(p.golden["statements"], p.text), read(p.reading.statements), p.text) for p in read_seeds]


def test_the_pages_are_those_that_the_floors_were_set_on(seeds: Path) -> None:
    files = sorted([*(seeds / "gold").glob("*.json"), *(seeds / "text").glob("*.txt")])
    digest = hashlib.sha256(b"".join(hashlib.sha256(f.read_bytes()).digest() for f in files))
    assert digest.hexdigest() == FINGERPRINT


@pytest.mark.parametrize("figure", SEEDS)
def test_statements_stay_above_their_floors(figure: str, compared: list[tuple[list[Told], list[Told], str]]) -> None:
    reached = sum((tally(gold, found) for gold, found, _ in compared), Tally()).figures()
    wrong = [line for gold, found, text in compared for line in faults(gold, found, text)]
    assert reached[figure] >= SEEDS[figure], "\n".join([str(reached), *wrong])


@pytest.mark.parametrize("figure", SEED_DATES)
def test_dates_stay_above_their_floors(figure: str, read_seeds: list[ReadPage]) -> None:
    reached = f1(read_seeds)
    assert reached[figure] >= SEED_DATES[figure], reached
