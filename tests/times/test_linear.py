import re
import sys
from types import FrameType

import pytest

from trucewatch.times import find_times
from trucewatch.times.grammar.all_rules import RULES

HOSTILE = [
    "1 ",
    "1",
    "a",
    "of ",
    "(",
    "Monday ",
    "May ",
    "the ",
    "10:",
    "2020-",
    "2020.",
    "1/1/",
    "twenty-",
    "last year ",
    "a year earlier ",
    "In 1994, ",
    "early late mid-",
    "\n",
    "\n ",
    "'s",
    "a. ",
    "Mr. ",
    "\u00a0",
    "\u200b",
    "the night of the ",
]


def steps(text: str) -> int:
    """Calls made while reading the text, of Python and of C; each pattern's own work is bounded (below)."""
    count = 0

    def count_call(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(count_call)
    try:
        find_times(text, "2020-12-07")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_twice_the_text_is_at_most_about_twice_the_steps(unit: str) -> None:
    size = 2000 // len(unit)
    once, twice = steps(unit * size), steps(unit * 2 * size)
    assert twice <= 2.1 * once + 100


@pytest.mark.parametrize("number", range(len(RULES)))
def test_no_pattern_repeats_without_bound(number: int) -> None:
    assert not re.search(r"[*+]|\{\d*,\}", RULES[number].pattern.pattern)


@pytest.mark.parametrize("unit", ["1 1 ", "Monday ", "((((", "of ", "9", "in 1994 May "], ids=repr)
def test_a_long_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * (60_000 // len(unit)) + " Signed on 9 November 2020."
    assert find_times(text, "2020-12-07")[-1].value == "2020-11-09"
