"""What the markup states of a page: JSON-LD, meta tags, marked dates, the saved-from comment."""

import dataclasses
import json

import pytest

from tests.reading.html.pages import ARTICLE, draft, page
from trucewatch.reading.draft import Stated

NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Truce kept",
    "datePublished": "2018-03-25T23:40:00+04:00",
    "author": [{"@type": "Person", "name": "Hanne Corvey"}, {"@type": "Person", "name": "Lev Aranz"}],
    "publisher": {"@type": "Organization", "name": "Meridian"},
    "inLanguage": "en-GB",
}


def ld(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def stated(head: str, body: str = ARTICLE) -> Stated:
    return draft(page(body, head)).stated


@pytest.mark.parametrize(
    "value",
    [
        NEWS,
        [{"@type": "WebSite", "name": "Meridian"}, NEWS],
        {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList"}, NEWS]},
        {**NEWS, "@type": ["Thing", "http://schema.org/ReportageNewsArticle"]},
        {"@type": "WebPage", "mainEntity": NEWS},
    ],
)
def test_json_ld_in_all_its_shapes(value: object) -> None:
    said = stated(ld(value))
    assert (said.headline, said.json_ld_published) == ("Truce kept", "2018-03-25")
    assert (said.byline, said.outlet, said.outlet_grounds) == ("Hanne Corvey, Lev Aranz", "Meridian", "json-ld")


def test_json_ld_references_are_followed() -> None:
    graph = [
        {**NEWS, "author": {"@id": "#a"}, "publisher": {"@id": "#p"}},
        {"@id": "#a", "name": "Lev Aranz"},
        {"@id": "#p", "name": "LTR"},
    ]
    said = stated(ld({"@graph": graph}))
    assert (said.byline, said.outlet) == ("Lev Aranz", "LTR")


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "null",
        "[[[[1]]]]",
        '{"@type": 5}',
        '{"@type": "NewsArticle", "headline": 7, "author": {"name": {"x": 1}}}',
        "[" * 100_000,
        '{"@type": "NewsArticle", "datePublished": {"a": []}, "publisher": "https://meridian.example"}',
    ],
)
def test_broken_json_ld_states_nothing(script: str) -> None:
    said = stated(f"<script type='application/ld+json'>{script}</script>")
    assert (said.headline, said.json_ld_published, said.byline, said.outlet) == (None, None, None, None)


def test_raw_line_ends_and_comment_marks_in_json_ld_are_forgiven() -> None:
    text = json.dumps(NEWS).replace("Truce kept", "Truce\nkept")
    assert (
        stated(f"<script type='application/ld+json'>//<![CDATA[\n{text}\n//]]></script>").json_ld_published
        == "2018-03-25"
    )


META = [
    ("<meta property='article:published_time' content='2018-03-25T12:58:00+02:00'>", "meta_published", "2018-03-25"),
    ("<meta itemprop='datePublished' content='2018-03-25'>", "meta_published", "2018-03-25"),
    ("<meta name='DC.date.issued' content='2018-03-25'>", "meta_published", "2018-03-25"),
    ("<meta name='parsely-pub-date' content='2018-03-25T10:00:00Z'>", "meta_published", "2018-03-25"),
    ("<meta name='sailthru.date' content='2018-03-25 10:00:00'>", "meta_published", "2018-03-25"),
    ("<meta name='pubdate' content='Sun, 25 Mar 2018 10:00:00 GMT'>", "meta_published", "2018-03-25"),
    ("<meta name='date' content='2018-02-30'><meta name='pubdate' content='20180325'>", "meta_published", "2018-03-25"),
    ("<meta property='og:site_name' content=' Meridian '>", "outlet", "Meridian"),
    ("<meta name='DC.publisher' content='Meridian'>", "outlet", "Meridian"),
    ("<meta name='author' content='Hanne Corvey'>", "byline", "Hanne Corvey"),
    ("<meta property='og:title' content='Truce kept'>", "headline", "Truce kept"),
    ("<title>Truce kept | Meridian</title>", "headline", "Truce kept | Meridian"),
    ("<link rel='canonical' href='https://meridian.example/1'>", "address", "https://meridian.example/1"),
    ("<meta property='og:url' content='https://meridian.example/2'>", "address", "https://meridian.example/2"),
]


@pytest.mark.parametrize(("head", "name", "value"), META, ids=[head for head, _, _ in META])
def test_meta_tags(head: str, name: str, value: str) -> None:
    assert getattr(stated(head), name) == value


@pytest.mark.parametrize("author", ["https://social.example/hanne", "@hanne", "/people/7"])
def test_a_profile_is_no_name(author: str) -> None:
    assert stated(f"<meta name='author' content='{author}'>").byline is None


TIMES = [
    ("<time pubdate datetime='2018-03-25T10:00+02:00'>25 March 2018</time>", "2018-03-25"),
    ("<span itemprop='datePublished' content='2018-03-25'>Sunday</span>", "2018-03-25"),
    ("<abbr class='published' title='2018-03-25T10:00'>Sunday</abbr>", "2018-03-25"),
    ("<time class='entry-date' datetime='2018-03-25'>Sunday</time>", "2018-03-25"),
    ("<time datetime='2018-03-25T10:00'>25 March, 10:00</time>", "2018-03-25"),  # the year is told by the markup alone
    ("<time datetime='2018-03-25'>25 March 2018</time>", None),  # a stamp that the reader sees
    ("<p>Updated <time datetime='2018-03-26'>on Monday</time></p>", None),
    ("<time datetime='soon'>soon</time>", None),
]


@pytest.mark.parametrize(("markup", "date"), TIMES, ids=[markup for markup, _ in TIMES])
def test_a_marked_time_beside_the_headline(markup: str, date: str | None) -> None:
    assert stated("", ARTICLE.replace("</h1>", "</h1>" + markup)).meta_published == date


def test_times_of_other_articles_are_not_this_ones() -> None:
    teasers = "<ul><li><a href='/1'>Grain slips</a> <time datetime='2018-03-20'>Tuesday</time></li></ul>"
    assert stated("", ARTICLE + teasers).meta_published is None


def test_the_address_a_browser_noted_wins() -> None:
    markup = "<!DOCTYPE html>\n<!-- saved from url=(0028)https://meridian.example/a/1 -->\n" + page(
        ARTICLE, "<link rel='canonical' href='https://meridian.example/2'>"
    )
    assert draft(markup).stated.address == "https://meridian.example/a/1"


def test_a_page_that_states_nothing() -> None:
    said = draft("<p>only words here</p>").stated
    assert all(getattr(said, field.name) is None for field in dataclasses.fields(said))
