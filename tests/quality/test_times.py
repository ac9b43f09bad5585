"""Floors under the time expressions of the example pages: found, and with the value that a reader gives them."""

import pytest

from tests.quality.conftest import ReadPage
from tests.quality.floors import DATES
from tests.quality.times import f1


@pytest.mark.parametrize("figure", DATES)
def test_time_expressions_stay_above_their_floors(figure: str, read_pages: list[ReadPage]) -> None:
    reached = f1(read_pages)
    assert reached[figure] >= DATES[figure], reached
