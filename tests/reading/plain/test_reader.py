"""The line reader on pages of many shapes: what is report, and what stands around it."""

import pytest

from trucewatch.reading.plain import read_clean, read_plain
from trucewatch.record.texts import REPORTING, Role

HEAD = "Bridge over the Oss is open to lorries again"
LEAD = "The bridge over the Oss was opened to lorries on Monday, the observers said, after eleven weeks."
QUOTE = "“It is a bridge, and it should be used as one,” the mayor of Pell told reporters after the ceremony."
LAST = "The two governments have agreed to hold another round of talks in Aldmoor before the end of the month."
BODY = [LEAD, QUOTE, LAST]
REPORT = [HEAD, *BODY]

TAILS = {
    "related list": [
        "Related news",
        "Snow closes the pass a month early",
        "Price of firewood up by a fifth since November",
    ],
    "latest with times": [
        "Latest",
        "Verdan signs decree on demining",
        "Politics 15:34",
        "Talar gains against crown",
        "Money 14:02",
    ],
    "sidebar leads": [
        "You May Also Like",
        "Snow closes the pass",
        "SOLLIN — The Grey Pass was closed to walkers on Thursday night after snow fell on…",
        "Morvane in Aldmoor",
        "On 7 October the minister flew to Aldmoor to meet the envoy of the conference when…",
    ],
    "blurbs": [
        "Most read",
        "How the pass was closed",
        "We ask the people who live above the Grey Pass what they do when it is closed in October.",
        "A winter in Sollin",
        "Our photographer spent a winter in the town, and came back with pictures of what people eat.",
    ],
    "comments": [
        "2 comments",
        "  1. So after eleven weeks the bridge suddenly works?",
        "    I do not believe a word of it.",
        "Leave a Reply",
    ],
    "thoughts": [
        "2 thoughts on “Bridge over the Oss is open”",
        "Anna says:",
        "May 4, 2018 at 9:12 pm",
        "It was about time, and I said so in March.",
    ],
    "sign-up": [
        "Sign Up for Our Newsletters",
        "Get notified of the latest updates from us.",
        "Your email address will not be published.",
    ],
    "share bar": ["Share", "Facebook", "Twitter", "Print", "Tags: bridge, Oss, lorries"],
    "sizes": ["XS", "SM", "MD", "LG"],
    "small print": ["---", "© 2018 Jervan Courier. All rights reserved.", "Follow us on Telegram"],
    "author": ["Vera Ostin", "Vera Ostin is a reporter for the Highland Lantern and covers the talks from Aldmoor."],
    "notes": ["Notes to editors", "Interviews with drivers can be arranged. Photographs are available on request."],
    "house": [
        "Support independent journalism",
        "We cannot do this without your support, so please think of a donation to our newsroom.",
    ],
    "script": ["window.dataLayer = window.dataLayer || [];", "function gtag(){dataLayer.push(arguments);}"],
    "tags": ["#bridge #Oss #lorries"],
}
TOPS = {
    "menu": ["Home | City | Region | Sport | Weather -4", "All news"],
    "another script": ["Перейти к содержанию"],
    "stamp first": ["3 May 2018, 10:00"],
    "captions": ["Lorries wait at the bridge over the Oss on May 3, 2018. Reuters"] * 2,
    "title path": [f"Home News {HEAD}"],
    "advert": ["Advertisement"],
}
MIDDLES = {
    "pointer": ["READ: Snow closes the pass a month early"],
    "advert": ["Advertisement"],
    "caption twice": ["A driver stands by his lorry at the bridge in the town of Pell."] * 2,
    "country caption": ["MENDERAL -- A driver stands by his lorry at the bridge over the Oss, May 3, 2018"],
    "credit": ["Photo: L. Aranz / Meridian"],
    "sign-up": ["Don't miss out on what's happening!", "Stay in touch with the news, in your inbox. It's FREE!"],
    "file photo": [
        "In this May 2, 2018, file photo, a driver waits by his lorry at the bridge over the river Oss in Pell."
    ],
}


def kept(lines: list[str]) -> list[str]:
    draft = read_plain("\n\n".join(lines))
    return [draft.string[b.start : b.end] for b in draft.blocks if b.role in REPORTING and b.role is not Role.DATELINE]


def headline(lines: list[str]) -> str | None:
    draft = read_plain("\n\n".join(lines))
    return next((draft.string[b.start : b.end] for b in draft.blocks if b.role is Role.HEADLINE), None)


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_what_stands_behind_the_report(tail: list[str]) -> None:
    assert kept([*REPORT, *tail]) == REPORT


@pytest.mark.parametrize("top", TOPS.values(), ids=TOPS)
def test_what_stands_above_the_report(top: list[str]) -> None:
    assert kept([*top, *REPORT]) == REPORT
    assert headline([*top, *REPORT]) == HEAD


@pytest.mark.parametrize("middle", MIDDLES.values(), ids=MIDDLES)
def test_what_stands_inside_the_report(middle: list[str]) -> None:
    assert kept([HEAD, LEAD, QUOTE, *middle, LAST, LEAD.replace("Monday", "Friday")]) == [
        HEAD, LEAD, QUOTE, LAST, LEAD.replace("Monday", "Friday")
    ]  # fmt: skip


def test_a_heading_between_paragraphs_belongs_to_the_report() -> None:
    lines = [HEAD, LEAD, QUOTE, "Eleven weeks on foot", LAST, QUOTE.replace("bridge", "road")]
    assert kept(lines) == lines


def test_a_list_in_the_report_belongs_to_it() -> None:
    lines = [
        HEAD,
        LEAD,
        "The two sides agreed on the following:",
        "1. The bridge is open from six in the morning.",
        "2. Lorries are searched by the observers.",
        LAST,
    ]
    assert kept(lines) == lines


@pytest.mark.parametrize(
    "cut",
    [
        "The mayor of",
        "He did not say where the reported clashes had taken pl",
        "“On Wednesday it w",
        "Mediators from the",
    ],
)
def test_a_page_cut_off_inside_a_sentence_ends_in_its_report(cut: str) -> None:
    assert kept([*REPORT, cut]) == [*REPORT, cut]


@pytest.mark.parametrize("cut", ["Share", "Related Posts", "Advertisement", "bridgeOssPell"])
def test_a_button_at_the_end_is_no_cut_sentence(cut: str) -> None:
    assert kept([*REPORT, cut]) == REPORT


def test_a_page_without_a_headline_has_none() -> None:
    lines = [f"PELL — {LEAD}", QUOTE, LAST]
    assert headline(lines) is None
    assert kept(lines) == lines


def test_a_deck_and_a_counter_are_told_from_the_headline() -> None:
    draft = read_plain(
        "\n\n".join(
            [HEAD, "Drivers had waited for eleven weeks, some of them in their cabs", "16:26, 3 May 2018 22", *BODY]
        )
    )
    assert [b.role for b in draft.blocks][:3] == [Role.HEADLINE, Role.DECK, Role.BYLINE]


def test_the_title_printed_three_times_is_the_headline_once() -> None:
    assert kept([HEAD, HEAD, HEAD, *BODY]) == REPORT


def test_readers_who_write_whole_sentences_stay_readers() -> None:
    comments = [
        f"I was at the bridge on day {n}, and what the mayor said there is not what you print." for n in range(20)
    ]
    assert kept([*REPORT, "20 comments", *comments, "Leave a Reply"]) == REPORT


def test_a_count_of_comments_above_the_report_does_not_make_it_one() -> None:
    assert kept([HEAD, "4 comments", *BODY, LEAD.replace("Monday", "Friday")]) == [
        *REPORT,
        LEAD.replace("Monday", "Friday"),
    ]


def test_a_page_of_comments_has_no_report() -> None:
    lines = ["12 comments"]
    for n in range(12):
        lines += [
            f"Reader {n} says:",
            f"May {n + 1}, 2018 at 9:12 pm",
            "I was there, and it was not as they say.",
            "Reply",
        ]
    assert kept([*lines, "Leave a Reply"]) == []


def test_markdown_keeps_its_marks_and_gives_up_its_headline() -> None:
    draft = read_plain(f"# {HEAD}\n\n{LEAD}\n\n## Eleven weeks\n\n{QUOTE}\n\n{LAST}\n")
    first = draft.blocks[0]
    assert (first.role, draft.string[first.start : first.end]) == (Role.HEADLINE, f"# {HEAD}")
    assert [b.role for b in draft.blocks][1:] == [Role.PARAGRAPH] * 4


def test_another_language_is_read_by_its_shape() -> None:
    lines = [
        "Le pont sur l'Oss est ouvert aux camions",
        "Le pont sur l'Oss a été ouvert lundi aux camions, ont annoncé les observateurs, après onze semaines.",
        "Le maire de Pell a dit que la farine et l’insuline ont traversé avant midi, et d’autres suivront.",
    ]
    assert kept(lines) == lines


def test_in_a_clean_text_every_line_is_a_paragraph() -> None:
    draft = read_clean(f"{HEAD}\n\n{LEAD}\nShare\n")
    assert [b.role for b in draft.blocks] == [Role.PARAGRAPH] * 3
