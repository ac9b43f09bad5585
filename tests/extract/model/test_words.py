"""Words: cases as data, what holds for any text, and agreement with two treebanks."""

import gzip
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.model.words import words

CASES = {
    "clitics": "She didn't say they'd leave|She did n't say they 'd leave",
    "curly clitics": "It’s Orel’s, isn’t it?|It ’s Orel ’s , is n’t it ?",
    "clitics behind a point": "the U.S.'s and NATO’s men|the U.S. 's and NATO ’s men",
    "plural owners": "the envoys' cars|the envoys ' cars",
    "two as one": "They cannot go, and I dunno|They can not go , and I du nno",
    "names with an apostrophe": "O'Hara met Sha'lan's aide|O'Hara met Sha'lan 's aide",
    "hyphens": "a six-year, well-known case|a six - year , well - known case",
    "prefixes": "non-avian anti-army re-elected co-founder|non-avian anti-army re-elected co-founder",
    "titles": "Mr. Orel and Gen. Tarvin of the U.S. left at 5 p.m.|Mr. Orel and Gen. Tarvin of the U.S. left at 5 p.m.",
    "initials": "J. K. Rowan came.|J. K. Rowan came .",
    "a number sign": "He said No. Order No. 7 came.|He said No . Order No. 7 came .",
    "numbers": "3.5 km, 1,200 men, 5:30, the 14th, the 1980s|3.5 km , 1,200 men , 5:30 , the 14th , the 1980s",
    "dates": "on 11/18/2020 and 9/11, not 3/4|on 11/18/2020 and 9/11 , not 3 / 4",
    "money": "$5bn, €3 and 20%|$ 5 bn , € 3 and 20 %",
    "ranges": "2019-20 and 5–6|2019 - 20 and 5 – 6",
    "telephones": "call 555-123-4567 now|call 555-123-4567 now",
    "addresses": "see https://example.org/a-b?c=1. Or a.b@example.org!|"
    "see https://example.org/a-b?c=1 . Or a.b@example.org !",
    "quotes": "\"No,\" ‘he’ said. “Go!” «Da» ``x''|\" No , \" ‘ he ’ said . “ Go ! ” « Da » `` x ''",
    "signs in runs": "Well... no!! What?! -- yes —|Well ... no !! What ?! -- yes —",
    "slashes": "and/or|and / or",
    "companies": "AT&T and Q&A|AT&T and Q&A",
    "a missing blank": "They left.Nobody stayed|They left . Nobody stayed",
    "accents of their own": "cafe\u0301 x|cafe\u0301 x",
    "other scripts": "Он сказал שלום 北京|Он сказал שלום 北京",
    "elided": "'Tis for 'em|'Tis for 'em",
}


def forms(text: str) -> list[str]:
    return [word.of(text) for word in words(text, 0, len(text))]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_words_are_cut_as_a_treebank_cuts_them(case: str) -> None:
    text, expected = case.split("|")
    assert forms(text) == expected.split(" ")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aA1.,'’-–\"/@:\n \u0301\u200d😀“”")), max_size=80))
def test_words_stand_in_order_and_hold_every_visible_character(text: str) -> None:
    found = words(text, 0, len(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    held = {n for word in found for n in range(word.start, word.end)}
    left_out = {sign for n, sign in enumerate(text) if n not in held and not sign.isspace()}
    assert left_out <= {"\ufeff", "\u200b"}
    assert not any(sign.isspace() for word in found for sign in word.of(text))


@given(st.text(max_size=40), st.integers(0, 20), st.integers(0, 20))
def test_words_of_a_part_lie_in_it(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    assert all(start <= word.start and word.end <= end for word in words(text, start, end))


HOSTILE = (
    "a.",
    "a-",
    "'",
    "’s",
    "a'",
    "1-",
    "1.",
    "@a",
    "a@",
    "http://",
    ".",
    "-",
    "A.",
    "non-",
    "a&",
    "1/",
    "é\u0301",
    "_",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_in_text_made_to_be_slow(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        began = time.process_time()
        words(text, 0, len(text))
        return time.process_time() - began

    seconds(1_000)
    least = min(seconds(10_000) for _ in range(3))
    assert seconds(160_000) < 100 * max(least, 0.002), "sixteen times the text; its square would be 256 times"


@pytest.mark.parametrize(("treebank", "floor"), [("ewt", 0.989), ("gum", 0.996)])
def test_words_agree_with_the_development_halves(shared: Path, treebank: str, floor: float) -> None:
    hits = ours = theirs = 0
    for text, gold in _sentences(shared / "data" / "syntax" / f"{treebank}-dev.conllu.gz"):
        found = {(w.start, w.end) for w in words(text, 0, len(text))}
        hits += len(found & gold)
        ours += len(found)
        theirs += len(gold)
    assert 2 * hits / (ours + theirs) >= floor


def _sentences(path: Path) -> Iterator[tuple[str, set[tuple[int, int]]]]:
    """Each sentence's raw text and the places of its words; words inside one written token share it out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in lines.read().split("\n\n"):
            rows = [row.split("\t") for row in block.split("\n") if row[:1].isdigit() and "." not in row.split("\t")[0]]
            text = next((row[9:] for row in block.split("\n") if row.startswith("# text = ")), "")
            if rows:
                yield text, _places(text, rows)


def _places(text: str, rows: list[list[str]]) -> set[tuple[int, int]]:
    gold: set[tuple[int, int]] = set()
    at = inside = part = 0
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            start = text.index(row[1], at)
            at, inside, part = start + len(row[1]), last - first + 1, start
        elif inside:
            inside -= 1
            end = part + len(row[1]) if inside else at
            gold.add((part, end))
            part = end
        else:
            start = text.index(row[1], at)
            at = start + len(row[1])
            gold.add((start, at))
    return gold
