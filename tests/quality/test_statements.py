"""Floors under who said what on the example pages, which no model was trained on and no rule is fitted to."""

import pytest

from tests.quality.conftest import ReadPage
from tests.quality.floors import EXAMPLES
from tests.quality.scoring import Tally, annotated, faults, read, tally


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
