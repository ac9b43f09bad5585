"""Markup made to hurt: each page is read or dropped with its reason, in bounded time."""

import time
from collections.abc import Callable

import pytest

from tests.reading.html.pages import ARTICLE, FIRST, HEADLINE, SECOND, THIRD, draft, page, paragraphs
from trucewatch.reading.draft import Draft
from trucewatch.reading.html import HtmlLimits, Unreadable, read_html
from trucewatch.reading.html.markup import flattened, tags, without_attribute_floods
from trucewatch.record.outcomes import Why

SECONDS = 30  # of processor time; each takes a few on the slowest machine this was written on
WHY: dict[str, tuple[Callable[[], str], Why | None]] = {
    "nested 100,000 deep": (lambda: "<div>" * 100_000 + FIRST + "</div>" * 100_000, None),
    "nested 1,900 deep": (lambda: "<div>" * 1_900 + ARTICLE + "</div>" * 1_900, None),
    "never closed": (lambda: "<b><i><font>" * 30_000 + FIRST, None),
    "one line of 200 MB": (lambda: "a " * 100_000_000, Why.TOO_LARGE),
    "one line of 16 MB": (lambda: "a " * 8_000_000, None),
    "a million tags": (lambda: "<p>x</p>" * 500_000, Why.TOO_LARGE),
    "many paragraphs": (lambda: "<p>x</p>" * 100_000, None),
    "a million attributes": (lambda: "<p " + " ".join(f"a{n}=''" for n in range(1_000_000)) + f">{FIRST}", None),
    "attributes all over": (lambda: ("<p " + " ".join(f"a{n}" for n in range(240)) + ">x") * 5_000, Why.TOO_LARGE),
    "attributes never ended": (lambda: "<a " * 200_000 + FIRST, Why.NO_TEXT),
    "quotes never ended": (lambda: "<a href='" * 200_000, Why.NO_TEXT),
    "comments never ended": (lambda: "<!--" * 200_000, Why.NO_TEXT),
    "scripts never ended": (lambda: "<script>" * 200_000, Why.NO_TEXT),
    "ampersands": (lambda: "&" * 4_000_000, None),
    "character references": (lambda: "&#x10FFFF;&#xD800;&#0;&amp" * 200_000, None),
    "blank": (lambda: " \u00a0\n" * 2_000_000 + FIRST, None),
    "line breaks": (lambda: "x<br>" * 190_000, None),
    "preformatted lines": (lambda: "<pre>" + "X.\n" * 500_000, None),
    "cells that span": (lambda: "<table>" + "<tr><td rowspan=999999 colspan=999999>x" * 20_000, None),
    "links": (lambda: f"<div>{'<a href=x>a link of some words</a> ' * 60_000}</div>", None),
    "long class names": (lambda: f"<p class='{'a-b_c ' * 2_000}'>x</p>" * 100, None),
    "the same paragraph": (lambda: f"<p>{FIRST}</p>" * 12_000, None),
    "long JSON-LD": (lambda: f"<script type='application/ld+json'>{'[' * 900_000}</script>{ARTICLE}", None),
    "wide JSON-LD": (lambda: f"<script type='application/ld+json'>[{'[1,{}],' * 250_000}1]</script>{ARTICLE}", None),
    "words that look like labels": (lambda: "<p>" + "read more from " * 200_000 + "</p>" + ARTICLE, None),
    "commas and dots": (lambda: "<p>" + ",.:;" * 500_000 + "</p>", None),
    "doctypes": (lambda: "<!DOCTYPE html [" * 10_000 + ARTICLE, None),
    "data addresses": (lambda: "<p>" + "data:image/png;base64;" * 200_000 + "</p>", None),
}


@pytest.mark.parametrize(("make", "why"), WHY.values(), ids=WHY)
def test_hostile_markup_ends_in_time(make: Callable[[], str], why: Why | None) -> None:
    markup = page(make())  # made here: all of them together would fill the memory of a small machine
    started = time.process_time()
    read = read_html(markup)
    assert time.process_time() - started < SECONDS
    if why is None:
        assert isinstance(read, (Draft, Unreadable))
        assert isinstance(read, Draft) or read.why in (Why.NO_TEXT, Why.EMPTY)
    else:
        assert isinstance(read, Unreadable)
        assert read.why is why
        assert read.detail


def test_the_words_of_a_page_nested_too_deep_are_kept() -> None:
    read = draft(page("<div>" * 100_000 + f"<p>{FIRST}</p><p>{SECOND}" + "</div>" * 100_000 + f"<p>{THIRD}</p>"))
    assert read.string.split("\n") == [FIRST, SECOND, THIRD]


def test_a_page_that_stays_too_deep_is_dropped_as_such() -> None:
    read = read_html(page(ARTICLE), HtmlLimits(max_depth=2))
    assert isinstance(read, Unreadable)
    assert read.why is Why.TOO_DEEP


def test_limits_are_the_callers() -> None:
    for limits in (HtmlLimits(max_markup=100), HtmlLimits(max_tags=3)):
        read = read_html(page(ARTICLE), limits)
        assert isinstance(read, Unreadable)
        assert read.why is Why.TOO_LARGE


def test_an_article_beyond_the_extractors_bounds_is_told_by_its_density() -> None:
    menu = "<ul>" + "".join(f"<li><a href='/{n}'>Place {n}</a></li>" for n in range(50)) + "</ul>"
    markup = page(f"{menu}<h1>{HEADLINE}</h1>{paragraphs(FIRST, SECOND, THIRD)}{menu}")
    read = draft(markup, HtmlLimits(max_elements=20))
    found = [read.string[b.start : b.end] for b in read.blocks if b.role == "paragraph"]
    assert found == [FIRST, SECOND, THIRD]


def test_floods_of_attributes_are_cut_off_wherever_they_hide() -> None:
    flood = " ".join(f"a{n}='>'" for n in range(300))
    assert without_attribute_floods(f"<p {flood}>words</p>", 250) == "<p>words</p>"
    assert without_attribute_floods("<p class='a'>words</p>", 250) == "<p class='a'>words</p>"
    quiet = f"<script>if (a <b) {{ '{'x ' * 600}' }}</script><p class='a'>words</p>"
    assert "<p class='a'>words</p>" in without_attribute_floods(quiet, 250)


def test_tags_are_seen_as_the_parser_sees_them() -> None:
    markup = "<p a='<b>' c=\"</p>\"><!-- <i> --><script>'<u>'</script></P ><br/>"
    assert [(tag.name, tag.closing) for tag in tags(markup)] == [
        ("p", False), ("script", False), ("script", True), ("p", True), ("br", False),
    ]  # fmt: skip
    assert flattened("<div>a<b>b</b></div><br>c") == "<p>ab<p><br>c"
