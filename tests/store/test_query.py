"""A user's words taken apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.errors import UsageError
from trucewatch.store import sqlite_search
from trucewatch.store.query import Query, Term, parse_query


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("prisoner exchange", [Term("prisoner"), Term("exchange")]),
        ('"prisoner exchange" bridge', [Term("prisoner exchange"), Term("bridge")]),
        ("“prisoner exchange”", [Term("prisoner exchange")]),
        ('bridge "prisoner exchange', [Term("bridge"), Term("prisoner exchange")]),
        ("cease*", [Term("cease", prefix=True)]),
        ("cease**", [Term("cease", prefix=True)]),
        ("truce -bridge", [Term("truce"), Term("bridge", excluded=True)]),
        ('truce -"the bridge"', [Term("truce"), Term("the bridge", excluded=True)]),
        ("truce - bridge", [Term("truce"), Term("bridge")]),
        ("truce ... !", [Term("truce")]),
        ("cease-fire", [Term("cease-fire")]),
        ("-a- truce", [Term("a-", excluded=True), Term("truce")]),
    ],
)
def test_words_phrases_beginnings_and_exclusions(written: str, terms: list[Term]) -> None:
    assert parse_query(written) == Query(tuple(terms))


@given(st.text(max_size=60))
def test_any_words_are_a_query_or_refused_and_never_a_syntax_error(written: str) -> None:
    try:
        query = parse_query(written)
    except UsageError:
        return
    assert len(sqlite_search.matches(query, ["some words", written, ""])) == 3


@given(st.text(alphabet="aéß\u0301 -\n😀\x00\x01\ud800xТ", max_size=80))
def test_matches_are_ranges_of_code_points_within_the_words(words: str) -> None:
    [ranges] = sqlite_search.matches(parse_query("x*"), [words])
    assert [words[start:end][0] for start, end in ranges] == ["x"] * len(ranges)
    flat = [at for pair in ranges for at in pair]
    assert flat == sorted(flat)
    found = re.finditer("[aéßxТ][aéßxТ\u0301]*", words)
    assert [start for start, _ in ranges] == [m.start() for m in found if m[0].startswith("x")]
