"""Prints: bounded, and independent of where a run of words stands."""

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.record.ids import PageId
from trucewatch.record.texts import Block, Role, Text
from trucewatch.resolve.origins.prints import FEWEST, MOST, RUN, prints_of

WORDS = st.lists(st.text("abcd", min_size=1, max_size=6), max_size=400)


def printed(words: list[str], role: Role = Role.PARAGRAPH) -> tuple[int, ...]:
    string = " ".join(words)
    blocks = (Block(0, len(string), role),) if string else ()
    return prints_of(Text.of(PageId("0" * 32), string, blocks))


@given(WORDS)
def test_prints_are_bounded_sorted_and_each_once(words: list[str]) -> None:
    found = printed(words)
    assert list(found) == sorted(set(found))
    assert len(found) <= min(MOST, max(0, len(words) - RUN + 1))
    assert all(0 <= p < 2**63 for p in found)


@given(WORDS)
def test_case_and_punctuation_take_no_part(words: list[str]) -> None:
    assert printed([f"{w.upper()}," for w in words]) == printed(words)


def test_a_long_page_has_more_prints_up_to_a_bound() -> None:
    def count(length: int) -> int:
        return len(printed([f"word{n}" for n in range(length)]))

    assert [count(n) for n in (3, 10, 100, 600, 50_000)] == [0, 7, FEWEST, 59, MOST]


def test_what_is_no_reporting_is_not_printed() -> None:
    assert printed(["read", "our", "terms", "of", "use", "here"], Role.NAVIGATION) == ()
