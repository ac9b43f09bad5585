"""Speakers on pages of any content and size: every attribution keeps its statement, and time grows with the page."""

import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.speakers.frozen import frozen, statements
from tests.resolve.speakers.made import made_page
from trucewatch.record.language import Language
from trucewatch.record.mentions import Attribution, Kind, Name, NameType
from trucewatch.record.spans import Range
from trucewatch.resolve.speakers import PageLanguage

MANY = 10_000
FEWER = 4_000
SLOW = 20.0
"""Processor seconds that a page of ten thousand names may take; quadratic work takes minutes."""


def ranges(length: int) -> st.SearchStrategy[Range]:
    start = st.integers(0, length - 1)
    return start.flatmap(lambda s: st.builds(Range, st.just(s), st.integers(s + 1, min(length, s + 200))))


@st.composite
def disturbed(draw: st.DrawFn) -> PageLanguage:
    """A real page whose attributions and names stand anywhere at all."""
    page = frozen(draw(st.sampled_from(["ministers", "army", "bridge"])))
    spans = ranges(len(page.text.string))
    several = st.lists(spans, max_size=3).map(lambda found: tuple(sorted(found)))
    made = st.builds(
        Attribution,
        st.just(page.text.id),
        st.none() | spans,
        several,
        st.lists(spans, min_size=1, max_size=3).map(lambda found: tuple(sorted(found))),
        st.sampled_from(Kind),
        st.none() | spans,
    )
    found = tuple(draw(st.lists(made, max_size=6)))
    names = tuple(draw(st.lists(st.builds(Name, st.just(page.text.id), spans, st.sampled_from(NameType)), max_size=8)))
    return replace(page, language=Language(page.language.sentences, names, found))


@given(disturbed())
@settings(max_examples=30)
def test_any_attributions_make_as_many_statements_in_order(page: PageLanguage) -> None:
    made = statements(page)
    assert [s.attribution for s in made] == list(page.language.attributions)
    assert all(0 <= s.passage.start < s.passage.end <= len(page.text.string) for s in made)
    assert all(s.speaker is None or s.speaker.name.strip() for s in made)
    assert made == statements(page)


WORDS = st.sampled_from(
    "the a Minister minister Keller Anna of and , said He they VLF ( ) army spokesman ’s who \u202e é́ — Westland "
    "statement rebels North ١٢".split()
)


@given(st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=6))
def test_any_words_are_read(lines: list[str]) -> None:
    page = made_page(lines, tagged=False)
    assert len(statements(page)) == len(page.language.attributions)


def test_a_page_without_language_has_no_statements() -> None:
    page = frozen("army")
    assert statements(replace(page, language=Language((), (), ()))) == ()


LINES = (
    "Anna{} Keller{} said that the road was open",
    "Anna Keller{} said that the road was open",
    "Minister Anna{} Keller said that the road was open",
    "the Westland Army{} said that the road was open",
    "the minister said that Anna{} Keller{} had left",
    "he said that Anna{} Keller had left",
    "they said that the Union{} of the Valley had left",
    "the army said that the Army of Anna{} had left",
)


def test_ten_thousand_names_take_no_quadratic_time() -> None:
    page = made_page([LINES[n % len(LINES)].replace("{}", _letters(n)) for n in range(MANY)], tagged=False)
    start = time.process_time()
    assert len(statements(page)) == MANY
    assert time.process_time() - start < SLOW


def test_one_sentence_of_ten_thousand_names_takes_no_quadratic_time() -> None:
    many = " ".join(f"Anna{_letters(n)} Keller{_letters(n)} and" for n in range(MANY))
    page = made_page([f"{many} Ober said that the road was open", "he said that it was closed"], tagged=False)
    start = time.process_time()
    assert len(statements(page)) == 2
    assert time.process_time() - start < SLOW


def test_thousands_of_statements_in_one_sentence_take_no_quadratic_time() -> None:
    units = ["Anna{} said that he left", "he said that Anna{} left", "the statement said that it remarks"]
    line = " ".join(units[n % 3].replace("{}", _letters(n)) for n in range(FEWER))
    page = made_page([line], tagged=False)
    words = page.language.sentences[0].words
    verbs = [i for i, w in enumerate(words) if w.lemma == "said"]
    found = tuple(
        Attribution(
            page.text.id,
            words[v - 1].at,
            (words[v].at,),
            (Range(words[v + 1].at.start, words[v + 3].at.end),),
            Kind.INDIRECT,
        )
        for v in verbs
    )
    names = tuple(Name(page.text.id, w.at, NameType.PERSON) for w in words if w.lemma.startswith("anna"))
    page = replace(page, language=Language(page.language.sentences, names, found))
    start = time.process_time()
    assert len(statements(page)) == FEWER
    assert time.process_time() - start < SLOW


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))
