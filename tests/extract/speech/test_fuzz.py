"""Whatever is found in whatever text: ranges inside reporting blocks, contents never empty, never overlapping."""

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.extract.model.types import Analysed, FoundAttribution, FoundContent
from trucewatch.extract.speech import read_speech
from trucewatch.record.ids import PageId
from trucewatch.record.language import Sentence, Word
from trucewatch.record.mentions import Attribution, Name, NameType
from trucewatch.record.spans import Range
from trucewatch.record.texts import Block, Role, Text

WORDS = (
    *(
        "said says Keller Keller: he We army the which “We ” \" ' ’ ‘ «Oui» „ “ : - — , . ... ( according to that told"
    ).split(),
    *("truce holds talks שלום e\u0301 🇦🇲 👩‍👩‍👧 workers’ “” Q: 12:30 A. !").split(),
    "\n",
)
LABELS = ("nsubj", "obj", "ccomp", "acl:relcl", "appos", "punct", "case", "det", "conj", "parataxis", "advmod", "xcomp")
ROLES = (Role.HEADLINE, Role.DECK, Role.PARAGRAPH, Role.PARAGRAPH, Role.NAVIGATION)


def text_of(words: list[str], roles: list[Role]) -> Text:
    string = " ".join(words).replace(" \n ", "\n")
    blocks, at = [], 0
    for number, line in enumerate(string.split("\n")):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            blocks.append(Block(start, start + len(bare), roles[number % len(roles)]))
        at += len(line) + 1
    return Text.of(PageId("page"), string, tuple(blocks))


@st.composite
def analysed(draw: st.DrawFn) -> tuple[Text, Analysed, list[Name]]:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
    text = text_of(words, draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=4)))
    sentences, spots = [], []
    for block in text.reporting():
        ranges = _words(text.string, block)
        spots.append(ranges)
        sentences.append(_tree(draw, ranges))
    spots = [s for s in spots if s]
    runs = [_run(draw, draw(st.sampled_from(spots))) for _ in range(draw(st.integers(0, 8)))] if spots else []
    found = []
    for at in range(0, len(runs) - 2, 3):
        source = (runs[at],) if draw(st.booleans()) else ()
        found.append(FoundAttribution(source, (runs[at + 1],), (runs[at + 2],), draw(st.floats(0, 1))))
    loose = tuple(FoundContent(r, draw(st.floats(0, 1))) for r in runs[-2:])
    names = sorted((Name(text.id, r, draw(st.sampled_from(list(NameType)))) for r in runs[:2]), key=lambda n: n.at)
    return text, Analysed(tuple(sentences), (), tuple(found), loose), names


def _words(string: str, block: Block) -> list[Range]:
    out, at = [], block.start
    for word in string[block.start : block.end].split():
        at = string.index(word, at)
        out.append(Range(at, at + len(word)))
        at += len(word)
    return out


def _tree(draw: st.DrawFn, ranges: list[Range]) -> Sentence:
    """A tree: each word hangs from an earlier one of a random order."""
    order = draw(st.permutations(range(len(ranges))))
    heads: dict[int, int | None] = {order[0]: None}
    for place, number in enumerate(order[1:], 1):
        heads[number] = order[draw(st.integers(0, place - 1))]
    labels = [draw(st.sampled_from(LABELS)) for _ in ranges]
    return Sentence(tuple(Word(r, "x", "VERB", "", heads[n], labels[n]) for n, r in enumerate(ranges)))


def _run(draw: st.DrawFn, ranges: list[Range]) -> Range:
    first = draw(st.integers(0, len(ranges) - 1))
    last = draw(st.integers(first, min(len(ranges) - 1, first + 6)))
    return Range(ranges[first].start, ranges[last].end)


def proper(text: Text, found: tuple[Attribution, ...]) -> None:
    blocks = text.reporting()
    for one in found:
        assert one.content
        assert all(a.end <= b.start for a, b in pairwise(one.content))
        for part in (*one.content, *one.cue, *([one.source] if one.source else [])):
            assert part.of(text.string).strip()
            assert any(b.start <= part.start and part.end <= b.end for b in blocks)
    assert list(found) == sorted(found, key=lambda a: (a.content, a.cue))


@settings(max_examples=300)
@given(analysed())
def test_reports_are_proper_whatever_is_found(case: tuple[Text, Analysed, list[Name]]) -> None:
    text, found, names = case
    spoken = read_speech(text, found, names, "test")
    proper(text, spoken)
    assert read_speech(text, found, names, "test") == spoken


def test_ten_thousand_reports_and_marks_take_seconds() -> None:
    line = "“We stay,” he said . “Go,” and 'we' told them «now» "
    text = text_of((line * 5_000).split(), [Role.PARAGRAPH])
    ranges = _words(text.string, text.blocks[0])
    found = tuple(
        FoundAttribution((ranges[n + 2],), (ranges[n + 3],), (Range(ranges[n].start, ranges[n + 1].end),), 0.9)
        for n in range(0, len(ranges) - 4, 11)
    )
    loose = tuple(FoundContent(ranges[n + 6], 0.9) for n in range(0, len(ranges) - 11, 11))
    began = time.process_time()
    spoken = read_speech(text, Analysed((), (), found, loose), [], "test")
    assert time.process_time() - began < 20
    assert len(spoken) >= 5_000
    proper_edges = [p for one in spoken for p in one.content if p.start >= p.end]
    assert not proper_edges
