"""Where a sentence ends: cases as data, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.sentences import sentences

CASES = {
    "titles": "Mr. Orel met Gen. Tarvin. They left at noon.|Mr. Orel met Gen. Tarvin.|They left at noon.",
    "initials": "J. K. Rowan spoke. Nobody asked.|J. K. Rowan spoke.|Nobody asked.",
    "months": "It was signed on Nov. 11 in Brannet. It holds.|It was signed on Nov. 11 in Brannet.|It holds.",
    "shortening at the end": "They met at 5 p.m. The talks went on.|They met at 5 p.m.|The talks went on.",
    "shortening inside": "The U.S. envoy came.|The U.S. envoy came.",
    "numbers": "The road is 3.5 km long. It is shut.|The road is 3.5 km long.|It is shut.",
    "a number sign": "They said no. Then Order No. 7 came.|They said no.|Then Order No. 7 came.",
    "quotes": "“We agreed.” He left.|“We agreed.”|He left.",
    "speech goes on": "“Will it hold?” he asked.|“Will it hold?” he asked.",
    "trailing dots": "The line is quiet... and tense.|The line is quiet... and tense.",
    "brackets": "He came (late.) She waited.|He came (late.)|She waited.",
    "lines": "A headline\nA paragraph.|A headline|A paragraph.",
    "cut short": "The convoy had only|The convoy had only",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    text, *expected = case.split("|")
    assert [s.of(text) for s in sentences(text, 0, len(text))] == expected


@given(st.text(alphabet="aB .!?…\n\"'”)1é\u00a0", max_size=300))
def test_no_character_is_lost_and_no_sentence_has_a_blank_margin(text: str) -> None:
    found = sentences(text, 0, len(text))
    covered: set[int] = set()
    at = 0
    for sentence in found:
        words = sentence.of(text)
        assert words == words.strip()
        assert sentence.start >= at
        at = sentence.end
        covered.update(range(sentence.start, sentence.end))
    assert all(i in covered for i, sign in enumerate(text) if not sign.isspace())


def test_only_the_range_asked_for_is_cut() -> None:
    text = "One. Two. Three."
    assert [s.of(text) for s in sentences(text, 5, 9)] == ["Two."]


@pytest.mark.parametrize("hostile", ["." * 300_000 + "x", "a" * 300_000, '."' * 100_000, "\n" * 300_000 + "x"])
def test_a_stretch_without_ends_is_cut_and_walked_once(hostile: str) -> None:
    found = sentences(hostile, 0, len(hostile))
    assert found
    assert max(s.end - s.start for s in found) <= 4_000
