"""Quotation marks of every style: nested, unbalanced, over paragraphs; hostile runs of marks in linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.speech.quotes import Quotes, trimmed
from trucewatch.record.spans import Range


def lines(text: str) -> list[Range]:
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Range(at, at + len(line)))
        at += len(line) + 1
    return out


def inner(text: str) -> list[str]:
    return [q.inner.of(text) for q in Quotes(text, lines(text)).all]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"We stay," Keller said. "For now."', ["We stay", "For now."]),
        ("“We stay,” Keller said.", ["We stay"]),
        ("‘We stay,’ Keller said.", ["We stay"]),
        ("'We stay,' Keller said.", ["We stay"]),
        ("``We stay,'' Keller said.", ["We stay"]),
        ("«We stay», Keller said.", ["We stay"]),
        ("« We stay », Keller said.", ["We stay"]),
        ("»We stay«, Keller said.", ["We stay"]),
        ("„We stay“, Keller said.", ["We stay"]),
        ("„We stay”, Keller said.", ["We stay"]),
        ("‹We stay›, Keller said.", ["We stay"]),
        ("”We stay”, Keller said.", ["We stay"]),
        ('" We stay " Keller said.', ["We stay"]),
        ("“They said ‘never’ to us,” he said.", ["They said ‘never’ to us", "never"]),
        ('"They said "never" to us," he said.', ['They said "never" to us', "never"]),
    ],
)
def test_every_style_is_paired(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "The rebels' camp and Keller's office aren't far.",
        "It was the '90s, and 'til then they'd won.",
        "“”",
        '" "',
        "''",
        "A closing mark” with nothing open.",
        "He was 6'2\" tall.",
        "An opening “mark without an end.",
        "››‹‹ »»",
    ],
)
def test_apostrophes_empty_quotes_and_strays_are_no_quotes(text: str) -> None:
    assert inner(text) == []


def test_a_plural_s_apostrophe_does_not_close_a_single_quote() -> None:
    assert inner("‘The workers’ rights were lost,’ he said.") == ["The workers’ rights were lost"]


def test_an_unclosed_mark_leaves_the_next_quote_whole() -> None:
    assert inner('He said "no end. Then "we stay," he said.') == ["we stay"]


@pytest.mark.parametrize("mark", ["“", '"', "«", "‘", "``"])
def test_a_quote_runs_on_where_the_next_paragraph_opens_again(mark: str) -> None:
    close = {"“": "”", "«": "»", "‘": "’", "``": "''"}.get(mark, mark)
    text = f"{mark}First part.\n{mark}Second part.{close}\nNo quote."
    found = Quotes(text, lines(text)).all
    assert [(q.inner.of(text), q.runs_on) for q in found] == [("First part.", True), ("Second part.", False)]


def test_an_open_quote_does_not_run_on_into_plain_text() -> None:
    assert inner("“First part.\nSecond part.”") == []


def test_places_are_asked_of_the_outermost_quote() -> None:
    text = "He said “they ‘never’ came” twice."
    quotes = Quotes(text, lines(text))
    over = quotes.over(text.index("never"))
    assert over is not None
    assert over.inner.of(text) == "they ‘never’ came"
    assert quotes.over(0) is None
    assert [q.inner.of(text) for q in quotes.touching(Range(0, len(text)))] == ["they ‘never’ came"]


def test_edges_are_cleared_of_marks_and_commas() -> None:
    text = " “We stay,” "
    at = trimmed(text, 0, len(text))
    assert at is not None
    assert at.of(text) == "We stay"
    assert trimmed("“”", 0, 2) is None


@pytest.mark.parametrize("unit", ["“", '"', "“”", '"a ', "'a' “b ", "s' a ", "«‘„", "``''", "’ ", "‘a\n"])
def test_ten_thousand_marks_take_linear_time(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    began = time.process_time()
    Quotes(text, lines(text))
    assert time.process_time() - began < 2


@given(st.text(alphabet="\"“”„«»‹›‘’'` ab.,\n", max_size=80))
def test_quotes_nest_and_lie_in_their_blocks(text: str) -> None:
    blocks = lines(text)
    quotes = Quotes(text, blocks)
    for quote in quotes.all:
        assert quote.at.start < quote.inner.start < quote.inner.end <= quote.at.end
        assert any(b.start <= quote.at.start and quote.at.end <= b.end for b in blocks)
    for first, second in zip(quotes.outer, quotes.outer[1:], strict=False):
        assert first.at.end <= second.at.start
    for a in quotes.all:
        for b in quotes.all:
            assert a.at.end <= b.at.start or b.at.end <= a.at.start or _within(a.at, b.at) or _within(b.at, a.at)


def _within(one: Range, other: Range) -> bool:
    return other.start <= one.start and one.end <= other.end
