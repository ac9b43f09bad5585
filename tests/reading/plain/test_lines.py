"""Lines, wrapped paragraphs, and what is glued to a stamp."""

import textwrap

import pytest

from trucewatch.reading.plain.lines import units_of

PARAGRAPH = (
    "The bridge over the river was opened to lorries on Monday, the observers said, after eleven weeks in which "
    "nobody but walkers had been let across. The mayor of the town said that flour had come first, insulin second."
)


def texts(text: str) -> list[str]:
    return [text[u.start : u.end] for u in units_of(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert texts(f"One{end}{end}Two{end}  Three ") == ["One", "Two", "Three"]


def test_a_blank_line_makes_a_gap() -> None:
    assert [u.gap for u in units_of("One\nTwo\n\nThree\r\n\r\nFour\r\nFive")] == [True, False, True, True, False]


@pytest.mark.parametrize("width", [50, 66, 72, 80])
def test_a_wrapped_paragraph_is_one(width: int) -> None:
    wrapped = textwrap.fill(PARAGRAPH, width)
    assert [" ".join(t.split()) for t in texts(f"{wrapped}\n\n{wrapped}")] == [PARAGRAPH, PARAGRAPH]


def test_wrapped_paragraphs_without_a_blank_line_are_told_apart() -> None:
    first = textwrap.fill(PARAGRAPH + " Nobody was hurt.", 66)
    second = textwrap.fill("In Pell, " + PARAGRAPH, 66)
    found = [" ".join(t.split()) for t in texts(f"{first}\n{second}")]
    assert found == [PARAGRAPH + " Nobody was hurt.", "In Pell, " + PARAGRAPH]


def test_a_list_of_headlines_is_not_wrapped() -> None:
    headlines = [
        "Ministers to meet on the bridge next Tuesday, envoy says in Aldmoor",
        "Snow closes the pass a month early this year, herders say in Sollin",
        "Price of firewood up by a fifth since the end of November in Jervan",
    ]
    assert texts("\n".join(headlines)) == headlines


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert texts(f"{PARAGRAPH}\n{PARAGRAPH}\n{PARAGRAPH}") == [PARAGRAPH] * 3


def test_a_stamp_glued_to_a_headline_stands_apart() -> None:
    text = " date 2018-05-03 Bridge over the Oss is open to lorries\n\nMore."
    assert texts(text) == ["date 2018-05-03", "Bridge over the Oss is open to lorries", "More."]
