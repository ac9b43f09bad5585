"""One page in, one result out: forms, what is given, and pages that cannot be read."""

import json

import pytest

from trucewatch.reading import ReadingOptions, ReadResult, read_page
from trucewatch.record.dates import Grounds, Published
from trucewatch.record.outcomes import Why
from trucewatch.record.pages import LINE_MEDIA_TYPE, Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.record.texts import REPORTING, Role

HEAD = "Bridge over the Oss is open to lorries again"
LEAD = "The bridge over the Oss was opened to lorries on Monday, the observers said, after eleven weeks."
MORE = "The mayor of Pell said that flour and insulin had been brought across before noon, and that more would follow."
PAGE = f"All news\n\n{HEAD}\n\n3 May 2018, 10:00\n\n{LEAD}\n\n{MORE}\n\nRelated news\n\nSnow closes the pass\n"


def read(data: bytes | str, media_type: str = "text/plain", given: Given | None = None, **options: int) -> ReadResult:
    raw = data if isinstance(data, bytes) else data.encode()
    page = KeptPage(Page.of(raw, media_type), raw, given or Given(), "folder/page.txt")
    return read_page(page, ReadingOptions(**options))  # type: ignore[arg-type]


def read_line(entry: object, given: Given | None = None) -> ReadResult:
    return read(json.dumps(entry), LINE_MEDIA_TYPE, given)


def why(result: ReadResult) -> Why | None:
    return result.dropped.why if result.dropped else None


def reporting(result: ReadResult) -> list[str]:
    assert result.text is not None
    return [result.text.string[b.start : b.end] for b in result.text.reporting()]


def test_offsets_count_in_the_file_itself() -> None:
    data = ("\ufeff" + PAGE.replace("\n", "\r\n").replace("flour", "ﬂour\u00a0")).encode()
    result = read(data)
    assert result.dropped is None
    assert result.text is not None
    assert result.text.string == data.decode()
    assert result.text.page == Page.of(data, "text/plain").id
    assert reporting(result)[-1] == MORE.replace("flour", "ﬂour\u00a0")


def test_a_page_says_what_it_is() -> None:
    article = read(PAGE).article
    assert article is not None
    assert (article.headline, article.language) == (HEAD, "en")
    assert article.published == Published("2018-05-03", Grounds.STAMP)


def test_given_wins_over_the_line_and_the_line_over_the_page() -> None:
    entry = {"id": "a", "text": PAGE, "published": "2018-05-04", "outlet": "Ostrova"}
    own = read_line(entry).article
    outer = read_line(entry, Given(outlet="Meridian")).article
    assert own is not None
    assert outer is not None
    assert (own.outlet, own.outlet_grounds) == ("Ostrova", "given")
    assert own.published == outer.published == Published("2018-05-04", Grounds.GIVEN)
    assert outer.outlet == "Meridian"


def test_a_clean_line_keeps_everything() -> None:
    result = read_line({"id": "a", "text": PAGE, "published": None, "form": "clean"})
    assert result.text is not None
    assert result.article is not None
    assert {b.role for b in result.text.blocks} == {Role.PARAGRAPH}
    assert result.article.headline is None


def test_a_paged_line_is_read_as_the_file_is() -> None:
    line, file = read_line({"id": "a", "text": PAGE}), read(PAGE)
    assert line.text is not None
    assert file.text is not None
    assert (line.text.id, line.text.blocks, line.article) == (file.text.id, file.text.blocks, file.article)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe{", "not UTF-8"),
        (b"[1, 2]", "not a JSON object"),
        (b'{"text": "x"}', "'id' is missing"),
        (b'{"id": "a"}', "'text' is missing"),
        (b'{"id": "a", "text": 1}', "'text' is int"),
        (b'{"id": "a", "text": "x", "form": "book"}', "'form' is 'book'"),
        (b'{"id": "a", "text": "x", "published": "yesterday"}', "'published'"),
        (b'{"id": "a", "text": "x", "published": "2018-02-30"}', "'published'"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": ' + b"1" * 10_000 + b"}", "not JSON"),
    ],
)
def test_a_bad_line_is_dropped_with_what_is_wrong(data: bytes, told: str) -> None:
    result = read(data, LINE_MEDIA_TYPE)
    assert why(result) is Why.BAD_LINE
    assert result.dropped is not None
    assert told in result.dropped.detail
    assert result.text is None


def test_fields_of_others_in_a_line_are_let_be() -> None:
    assert read_line({"id": "a", "text": PAGE, "dct": "x", "topics": [1]}).dropped is None


@pytest.mark.parametrize(
    ("data", "media_type", "reason"),
    [
        (b"", "text/plain", Why.EMPTY),
        (b" \r\n\t ", "text/markdown", Why.EMPTY),
        (b"\x00\x00\x00", "text/plain", Why.EMPTY),
        (b"%PDF-1.7\n\x00\x01\x02", "text/plain", Why.NOT_TEXT),
        (PAGE.encode(), "application/pdf", Why.UNSUPPORTED),
        (b"* * *\n\n---\n", "text/plain", Why.NO_TEXT),
        (b"Home | News | Sport\n\nAll news\n\nShare\n\nSubscribe\n", "text/plain", Why.NO_TEXT),
        (b'{"id": "a", "text": " \\n "}', LINE_MEDIA_TYPE, Why.EMPTY),
    ],
)
def test_a_page_without_a_report_is_dropped_with_its_reason(data: bytes, media_type: str, reason: Why) -> None:
    result = read(data, media_type)
    assert why(result) is reason
    assert result.dropped is not None
    assert (result.dropped.item, result.dropped.stage) == ("folder/page.txt", "reading")
    assert result.dropped.detail


def test_a_page_of_comments_keeps_its_text_and_is_dropped() -> None:
    lines = ["3 comments"]
    for n in range(3):
        lines += [
            f"Reader {n} says:",
            f"May {n + 1}, 2018 at 9:12 pm",
            "I was there, and it was not as they say.",
            "Reply",
        ]
    result = read("\n\n".join(lines))
    assert why(result) is Why.NO_TEXT
    assert result.text is not None
    assert result.text.blocks


def test_a_page_in_another_language_keeps_text_blocks_and_article() -> None:
    result = read(
        "Le pont sur l'Oss est ouvert aux camions\n\n3 mai 2018\n\n"
        "Le pont sur l'Oss a été ouvert lundi aux camions, ont annoncé les observateurs.\n\n"
        "Le maire de Pell a déclaré que la farine avait traversé avant midi."
    )
    assert why(result) is Why.WRONG_LANGUAGE
    assert result.dropped is not None
    assert result.dropped.detail == "fr"
    assert result.text is not None
    assert result.article is not None
    assert result.article.headline == "Le pont sur l'Oss est ouvert aux camions"


def test_a_single_line_of_two_hundred_megabytes_is_not_read() -> None:
    result = read(b"a" * 200_000_000)
    assert why(result) is Why.TOO_LARGE
    assert result.text is None


def test_the_limit_on_size_is_an_option() -> None:
    assert why(read(PAGE, max_bytes=100)) is Why.TOO_LARGE


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "\u200f", "\u202e", "\ufffe", "\U0010ffff"])
def test_odd_characters_cost_no_offset(odd: str) -> None:
    text = PAGE.replace("flour", f"fl{odd}our")
    result = read(text.encode("utf-8", "surrogatepass"))
    given = read_line({"id": "a", "text": text})
    for found in (result, given):
        assert found.dropped is None
        assert found.text is not None
        assert len(found.text.string) == len(text) or odd == "\ud800"
        found.text.string.encode("utf-8")
        assert reporting(found)[0] == HEAD


def test_a_page_with_only_a_headline_has_one() -> None:
    result = read("Truce along the Oss extended by six months\n")
    assert result.dropped is None
    assert result.article is not None
    assert result.article.headline == "Truce along the Oss extended by six months"


@pytest.mark.parametrize("line", ["30 February 2018", "18.01.0000", "99/99/9999"])
def test_a_date_that_is_none_dates_no_page(line: str) -> None:
    article = read(f"{HEAD}\n\n{line}\n\n{LEAD}\n\n{MORE}\n").article
    assert article is not None
    assert article.published is None


def test_markup_and_text_meet_in_one_form() -> None:
    body = f"<h1>{HEAD}</h1><p>PELL, May 3 (Meridian) — {LEAD}</p><p>{MORE}</p>"
    markup = f"<html lang=en><body><nav>All news</nav><article>{body}</article></body></html>"
    result = read(markup, "text/html")
    assert result.dropped is None
    assert result.text is not None
    assert result.article is not None
    assert (result.article.headline, result.article.dateline_place, result.article.outlet) == (HEAD, "PELL", "Meridian")
    assert [b.role for b in result.text.blocks if b.role in REPORTING] == [
        Role.HEADLINE,
        Role.DATELINE,
        Role.PARAGRAPH,
        Role.PARAGRAPH,
    ]
