"""What holds for the draft of any markup at all."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.html.pages import ARTICLE, FIRST, HEADLINE, SECOND, THIRD, page
from trucewatch.reading.draft import Draft
from trucewatch.reading.html import HtmlLimits, Unreadable, read_html
from trucewatch.reading.html.align import coverage
from trucewatch.reading.html.cues import Cue
from trucewatch.reading.html.pieces import Piece, squeeze
from trucewatch.record.texts import Block

TAGS = "p div span a b br li ul table tr td h1 h2 pre blockquote article section figure figcaption nav time o:p".split()
CLASSES = [
    "",
    " class='comment'",
    " class='related'",
    " style='display:none'",
    " itemprop='headline'",
    " hidden",
    " id='c",
]
WORDS = st.sampled_from(
    [
        FIRST,
        SECOND,
        THIRD,
        HEADLINE,
        "Share",
        "\u00a0",
        "\u200b",
        " ",
        "\n",
        "&nbsp;x&#8203;",
        "&#0;",
        "ﬁ\u2028y",
        "]]>",
    ]
)
TAG = st.builds(lambda close, tag, attributes: f"<{close}{tag}{attributes}>", st.sampled_from(["", "", "/"]), st.sampled_from(TAGS), st.sampled_from(CLASSES))  # fmt: skip  # noqa: E501
MARKUP = st.lists(st.one_of(TAG, WORDS, st.text(max_size=12)), max_size=40).map("".join)


def assert_sound(string: str, blocks: tuple[Block, ...]) -> None:
    at = 0
    for block in blocks:
        text = string[block.start : block.end]
        assert at <= block.start
        assert text
        assert text == text.strip()
        assert not string[at : block.start].strip()
        at = block.end
    assert not string[at:].strip()


@given(MARKUP)
def test_blocks_stand_in_order_and_hold_every_word(markup: str) -> None:
    read = read_html(markup)
    if isinstance(read, Draft):
        assert_sound(read.string, read.blocks)
        assert read.string.encode("utf-8")
        assert "\x00" not in read.string
    else:
        assert isinstance(read, Unreadable)


@given(MARKUP)
def test_the_same_markup_gives_the_same_draft(markup: str) -> None:
    whole = page(ARTICLE + markup)
    assert read_html(whole) == read_html(whole)


@settings(max_examples=30)
@given(
    st.lists(st.from_regex(re.compile(r"[A-Za-z]{2,9}( [a-z]{2,9}){3,12}\."), fullmatch=True), min_size=1, max_size=8)
)
def test_no_paragraph_is_lost_whatever_its_words(texts: list[str]) -> None:
    read = read_html(page(f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{text}</p>' for text in texts)}</article>"))
    assert isinstance(read, Draft)
    assert read.string.split("\n") == [HEADLINE, *texts]


@given(st.integers(2, 12))
def test_a_page_without_its_structure_keeps_its_words(depth: int) -> None:
    shallow = read_html("<div>" * 20 + ARTICLE + "</div>" * 20, HtmlLimits(max_depth=depth + 2))
    assert isinstance(shallow, Draft)
    assert squeeze(FIRST + SECOND + THIRD) in squeeze(shallow.string)


NODES = st.lists(st.text(alphabet="abc", min_size=1, max_size=5), min_size=1, max_size=4)


def a_piece(nodes: list[str]) -> Piece:
    return Piece(" ".join(nodes), "p", Cue.NONE, 0, False, (0, ""), tuple(nodes))


@given(st.lists(NODES, min_size=1, max_size=12), st.data())
def test_segments_are_found_again_in_order(texts: list[list[str]], data: st.DataObject) -> None:
    taken = sorted(data.draw(st.sets(st.integers(0, len(texts) - 1))))
    shares = coverage([a_piece(nodes) for nodes in texts], [texts[number] for number in taken])
    assert len(shares) == len(texts)
    assert all(0 <= share <= 1 for share in shares)
    assert bool(taken) == any(shares)


def test_every_segment_marks_its_own_place() -> None:
    texts = [[FIRST], ["Share"], [SECOND], ["Share"], [THIRD], ["Share"]]
    pieces = [a_piece([squeeze(text) for text in nodes]) for nodes in texts]
    assert coverage(pieces, [[SECOND], ["Share"], [THIRD]]) == [0, 0, 1, 1, 1, 0]
    assert coverage(pieces, [["Share"], [THIRD]]) == [0, 0, 0, 1, 1, 0]


def test_a_piece_that_the_extractor_cut_is_still_found() -> None:
    piece = a_piece([squeeze(FIRST[:60]), "(map)", squeeze(FIRST[60:])])
    assert coverage([piece], [[FIRST[:60], FIRST[60:]]])[0] > 0.9
