"""What holds for any text: blocks in order, nothing lost, nothing raised, time in step with length."""

import time

from hypothesis import example, given
from hypothesis import strategies as st

from trucewatch.reading.article import describe
from trucewatch.reading.draft import Draft
from trucewatch.reading.plain import read_clean, read_plain
from trucewatch.record.pages import Given
from trucewatch.record.resolved import OutletRegister

LINES = st.sampled_from(
    [
        "",
        "  ",
        "Related news",
        "2 comments",
        "Anna says:",
        "By Vera Ostin",
        "3 May 2018, 10:00 22",
        "# Bridge open",
        "PELL, May 16 (Meridian) — The bridge was opened on Monday, the observers said, after eleven long weeks.",
        "Bridge over the Oss is open to lorries again",
        "Photo: L. Aranz",
        "Share",
        "It was 30 February 2018.",
        "03/04/2018",
        "The bridge was opened on Monday, the observers said.",
        "READ: Snow closes the pass",
        "Politics 15:34",
        "Notes to editors",
        "\u200fالجسر مفتوح",
        "A\u00a0no-break line, Reuters reports.",
        "https://lantern.example/a",
        "IMREL, Belkara, Nov. 11",
    ]
)
PAGES = st.lists(LINES | st.text(max_size=60), max_size=25).map("\n".join)


def assert_whole(draft: Draft) -> None:
    at = 0
    for block in draft.blocks:
        assert block.start >= at
        words = draft.string[block.start : block.end]
        assert words == words.strip()
        assert draft.string[at : block.start].strip() == ""
        at = block.end
    assert draft.string[at:].strip() == ""


@given(PAGES)
@example("\x1c")
@example("x\x85y")
def test_every_character_is_in_one_block(text: str) -> None:
    for draft in (read_plain(text), read_clean(text)):
        assert draft.string == text
        assert_whole(draft)


@given(PAGES)
@example("1 day: 0001-01-01")
def test_describing_a_page_keeps_its_blocks_whole(text: str) -> None:
    draft = read_plain(text)
    described = describe(draft, Given(), OutletRegister())
    assert_whole(Draft(text, described.blocks))
    for relay in described.article.relays:
        assert relay.at is not None
        assert relay.at.end <= len(text)


def seconds(text: str) -> float:
    start = time.process_time()
    describe(read_plain(text), Given(), OutletRegister())
    return time.process_time() - start


HOSTILE = [
    "A.",
    "A ",
    "a,",
    "1 ",
    '"',
    "(",
    "told A ",
    "in an interview with the ",
    "1 January ",
    " | ",
    "A/B (C) ",
    "[](",
    "x-",
]


def test_no_text_blows_a_pattern_up() -> None:
    for piece in HOSTILE:
        assert seconds(piece * (300_000 // len(piece))) < 10, piece


def test_time_grows_with_the_number_of_lines_alone() -> None:
    short = "\n".join(f"Line {n} of the list" for n in range(1_500))
    long = "\n".join(f"Line {n} of the list" for n in range(12_000))
    seconds(short)
    assert seconds(long) < 8 * 3 * max(seconds(short), 0.05)
