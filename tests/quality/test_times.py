"""Floors under the time expressions of the example pages: found, and with the value that a reader gives them."""

import pytest

from tests.quality.conftest import ReadPage
from tests.quality.floors import DATES
from tests.quality.scoring import Piece
from trucewatch.record.texts import REPORTING


def annotated(page: ReadPage) -> list[tuple[Piece, str]]:
    """The annotated expressions, listed in the order of the text, in their places in the reporting."""
    assert page.reading.text is not None
    reporting = [block for block in page.reading.text.blocks if block.role in REPORTING]
    placed: list[tuple[Piece, str]] = []
    since = 0
    for date in page.golden["dates"]:
        spots = (page.text.find(date["text"], max(since, block.start), block.end) for block in reporting)
        start = next((spot for spot in spots if spot >= 0), None)
        assert start is not None, f"{page.name}: no {date['text']!r} after {since}"
        since = start + len(date["text"])
        placed.append(((start, since), date["value"]))
    return placed


def counted(page: ReadPage) -> tuple[int, int, int, int]:
    """How many are annotated, read, found (at most one for one) and found with their value."""
    gold = annotated(page)
    left = [mention.timex for mention in page.reading.times]
    found = right = 0
    for (start, end), value in gold:
        here = [t for t in left if t.start < end and start < t.end]
        if not here:
            continue
        best = next((t for t in here if t.value == value), here[0])
        left.remove(best)
        found += 1
        right += best.value == value
    return len(gold), len(page.reading.times), found, right


@pytest.fixture(scope="module")
def reached(read_pages: list[ReadPage]) -> dict[str, float]:
    pages = [counted(page) for page in read_pages if "dates" in page.golden]
    gold, read, found, right = (sum(column) for column in zip(*pages, strict=True))
    return {"found": 2 * found / (gold + read), "with value": 2 * right / (gold + read)}


@pytest.mark.parametrize("figure", DATES)
def test_time_expressions_stay_above_their_floors(figure: str, reached: dict[str, float]) -> None:
    assert reached[figure] >= DATES[figure], reached
