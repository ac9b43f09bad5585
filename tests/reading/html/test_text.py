"""The string of a page: white space, entities, marks of direction, forms of markup."""

import pytest

from tests.reading.html.pages import ARTICLE, FIRST, HEADLINE, body, draft, page
from trucewatch.reading.html import Unreadable, read_html
from trucewatch.record.outcomes import Why

STRINGS = [
    ("<p>two   words\n\tin a line</p>", "two words in a line"),
    ("<p>no&nbsp;break, soft&shy;hyphen, ﬁne</p>", "no\u00a0break, soft\u00adhyphen, ﬁne"),
    ("<p>\u200f\u202bright to left\u202c here</p>", "\u200f\u202bright to left\u202c here"),
    ("<p>a&lt;b &amp; c &#8212; &hellip; &#x201C;d&#x201D;</p>", "a<b & c — … “d”"),
    ("<p>one<br>two</p><p>three</p>", "one two\nthree"),
    ("<p>One ends.<br>Two begins.</p>", "One ends.\nTwo begins."),
    ("<h1>A headline on<br>Two Lines</h1>", "A headline on Two Lines"),
    ("<pre>First line.\nSecond line.</pre>", "First line.\nSecond line."),
    ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
    ("<span>Jane Doe</span><span>12 May</span>", "Jane Doe 12 May"),
    ("<span>Jane</span><span>Doe</span>", "Jane Doe"),
    ("<p><span>T</span>he valley</p>", "The valley"),
    ("<a>Home</a><a>World</a>", "Home World"),
    ("<p>\u200b</p><p>seen</p>", "seen"),
    ("<p>before <o:p>inside</o:p> after</p>", "before inside after"),
    ("<p>seen <span style='display:none'>not seen</span></p>", "seen"),
    ("<frameset><noframes>for old readers</noframes></frameset>", "for old readers"),
]


@pytest.mark.parametrize(("markup", "string"), STRINGS, ids=[string for _, string in STRINGS])
def test_the_string_is_what_a_reader_sees(markup: str, string: str) -> None:
    assert draft(markup).string == string


def test_xhtml_with_declaration_doctype_and_entities() -> None:
    markup = (
        "<?xml version='1.0' encoding='windows-1251'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' "
        "'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'>\n"
        f"<html xmlns='http://www.w3.org/1999/xhtml' xml:lang='en'><head><title>{HEADLINE}</title></head>"
        f"<body><h1>{HEADLINE}</h1><p>a&nbsp;caf&eacute;<br/>by the Oss</p></body></html>"
    )
    assert draft(markup).string == f"{HEADLINE}\na\u00a0café by the Oss"
    assert draft(markup).stated.language == "en"


def test_entities_declared_in_the_page_are_neither_expanded_nor_shown() -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
    markup = f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&l12; &x; seen</p>'
    assert draft(markup).string == "&l12; &x; seen"


def test_a_page_in_one_file_reads_like_the_page() -> None:
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 100_000
    style = f"<style>@font-face {{ src: url(data:font/woff2;base64,{'AAEAAAD' * 50_000}) }}</style>"
    markup = page(f"{style}<img src='{picture}'>{ARTICLE}<img src=\"{picture}\" alt='bridge'>")
    assert draft(markup).string == draft(page(ARTICLE)).string
    assert body(markup)[0] == FIRST


@pytest.mark.parametrize("markup", ["", "   ", "<!-- nothing -->", "<!DOCTYPE html>"])
def test_markup_without_content_is_empty(markup: str) -> None:
    read = read_html(markup)
    assert isinstance(read, Unreadable)
    assert read.why in (Why.EMPTY, Why.NO_TEXT)


def test_a_page_that_shows_nothing_has_no_text() -> None:
    read = read_html(page("<script>var a = 1</script><img src='a.png'>"))
    assert read == Unreadable(Why.NO_TEXT, "markup that shows no text")
