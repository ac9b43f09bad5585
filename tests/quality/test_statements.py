"""Floors under who said what on the example pages, which no model was trained on."""

from collections import Counter

import pytest

from tests.quality.circumstances import KINDS, counted, shares
from tests.quality.conftest import ReadPage
from tests.quality.floors import CIRCUMSTANCES, EXAMPLES
from tests.quality.scoring import Tally, annotated, faults, pairs, read, tally


@pytest.fixture(scope="module")
def reached(read_pages: list[ReadPage]) -> dict[str, float]:
    pages = [tally(annotated(p.golden["statements"], p.text), read(p.reading.statements)) for p in read_pages]
    return sum(pages, Tally()).figures()


@pytest.mark.parametrize("figure", EXAMPLES)
def test_statements_stay_above_their_floors(figure: str, reached: dict[str, float], read_pages: list[ReadPage]) -> None:
    wrong = [
        f"{page.name} {line}"
        for page in read_pages
        for line in faults(annotated(page.golden["statements"], page.text), read(page.reading.statements), page.text)
    ]
    assert reached[figure] >= EXAMPLES[figure], "\n".join([str(reached), *wrong])


@pytest.fixture(scope="module")
def told(read_pages: list[ReadPage]) -> dict[str, float]:
    """Of the circumstances that the pages tell, on the statements that were found, the shares that are read."""
    counts: Counter[tuple[str, str]] = Counter()
    for page in read_pages:
        statements, given = page.golden["statements"], page.reading.statements
        for i, j in pairs(annotated(statements, page.text), read(given)):
            counts += counted(statements[i], given[j])
    return shares(counts)


@pytest.mark.parametrize("kind", KINDS)
def test_circumstances_stay_above_their_floors(kind: str, told: dict[str, float]) -> None:
    assert told[kind] >= CIRCUMSTANCES[kind], told
