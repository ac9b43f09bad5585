"""Reading a text from end to end on the shipped model: bad input, exact offsets, one result for all threads."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from trucewatch.extract.language import language_model, read_language
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS
from trucewatch.record.ids import PageId
from trucewatch.record.language import Language
from trucewatch.record.mentions import Kind
from trucewatch.record.texts import Block, Role, Text

pytestmark = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")

PAGE = """Truce holds in the Ostrava Valley: Keller

OSTRAVA, May 3 — Defence Minister Anna Keller said on Sunday that the guns had fallen silent.
“We have kept our word,” she told reporters in Ostrava. “Now it is their turn.”
“We will wait for three days and not for an hour more.
“Then the army will draw its own conclusions,” Keller added.
According to the Kestrel News Agency, a spokesman for the rebels denied the claim."""


def page(text: str) -> Text:
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            blocks.append(Block(start, start + len(bare), Role.PARAGRAPH if blocks else Role.HEADLINE))
        at += len(line) + 1
    return Text.of(PageId("page"), text, tuple(blocks))


def read(text: str) -> Language:
    return read_language(language_model(), page(text), "test")


def check(text: str, found: Language) -> None:
    blocks = page(text).reporting()
    for one in found.attributions:
        assert one.content
        assert all(a.end <= b.start for a, b in pairwise(one.content))
        for part in (*one.content, *one.cue, *([one.source] if one.source else [])):
            assert part.of(text).strip()
            assert any(b.start <= part.start and part.end <= b.end for b in blocks)
    for name in found.names:
        assert name.at.of(text).strip()


def test_a_page_s_statements_are_read() -> None:
    found = read(PAGE)
    check(PAGE, found)
    told = {(a.kind, c.of(PAGE)) for a in found.attributions for c in a.content}
    assert (Kind.DIRECT, "We have kept our word") in told
    assert (Kind.DIRECT, "Now it is their turn.") in told
    assert (Kind.DIRECT, "Then the army will draw its own conclusions") in told
    assert (Kind.INDIRECT, "Truce holds in the Ostrava Valley") in told
    assert any(kind is Kind.INDIRECT and "guns had fallen silent" in words for kind, words in told)


@pytest.mark.parametrize(
    "text",
    [
        PAGE.upper(),
        "".join(c for c in PAGE if c.isalnum() or c.isspace()),
        PAGE.replace("“", "").replace("”", ""),
        PAGE.replace("”", ""),
        PAGE.replace("“", ""),
        PAGE.replace("“", "‘").replace("”", "’"),
        PAGE.replace("“", "«").replace("”", "»"),
        PAGE.replace("“", "„").replace("”", "“"),
        PAGE.replace("“", "``").replace("”", "''"),
        "She said: “They said ‘he told us: «never, and „not now“»’.”",
        "“ ‘We «will not” leave„ he said. \"They ''must. ```Who said so?",
        "He said: “”. \"\" '' «» ‘’ ``''",
        "👩‍👩‍👧 “שלום עליכם,” said Keller. “Cafe\u0301 d\u0301o\u0323r 🇦🇲,” she told e\u0301\u0302\u0303 us.",
        "\u202e“Truce,” Keller said\u202c. \u200f«سلام» \u2067said\u2069 the envoy.",
        "... --- !!! ???\n\n“\n”\n:\n—",
    ],
)
def test_bad_input_is_read_with_ranges_inside_it(text: str) -> None:
    check(text, read(text))


@pytest.mark.parametrize(("opened", "closed"), ["“”", "‘’", "«»", "„“", '""', ("``", "''")])
def test_every_style_of_marks_makes_direct_speech(opened: str, closed: str) -> None:
    text = f"{opened}We have kept our word,{closed} Anna Keller said in Ostrava on Sunday."
    kinds = {c.of(text): a.kind for a in read(text).attributions for c in a.content}
    assert kinds == {"We have kept our word": Kind.DIRECT}


def test_a_sentence_of_fifty_thousand_words_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        text = " ".join(["she said “that” we"] * (count // 4))
        began = time.process_time()
        check(text, read(text))
        return time.process_time() - began

    read(PAGE)
    assert seconds(50_000) < 25 * seconds(4_000)


def test_ten_thousand_names_are_read() -> None:
    text = ", ".join(["Anna Keller"] * 10_000) + " said: “We stay in the valley.”"
    found = read(text)
    check(text, found)
    assert len(found.names) > 1_000


def test_threads_change_nothing() -> None:
    texts = [PAGE, PAGE.upper(), PAGE.replace("“", "«").replace("”", "»")] * 3
    alone = [read(text) for text in texts]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(read, texts)) == alone
