"""The example pages, each read as a careful reader reads it: what the page says of itself, and what is its report."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from trucewatch.reading import ReadingOptions, ReadResult, read_page
from trucewatch.record.outcomes import Why
from trucewatch.record.pages import Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.record.texts import REPORTING, Role

GOLDEN = Path(__file__).resolve().parent.parent / "pages"
EXAMPLES = Path(__file__).resolve().parents[2] / "src" / "trucewatch" / "examples" / "pages"
MEDIA_TYPES = {
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".md": "text/markdown",
}
READ_WHOLE = REPORTING | {Role.BYLINE}
"""Roles of the article itself: its byline belongs to it though nothing is extracted from it."""


def goldens() -> list[Any]:
    return [pytest.param(json.loads(p.read_text(encoding="utf-8")), id=p.stem) for p in sorted(GOLDEN.glob("*.json"))]


def read(golden: dict[str, Any]) -> ReadResult:
    path = EXAMPLES / golden["file"]
    data = path.read_bytes()
    page = Page.of(data, MEDIA_TYPES[path.suffix])
    return read_page(KeptPage(page, data, Given(), golden["file"]), ReadingOptions())


def squeezed(words: str) -> str:
    """White space of any kind as one blank: in markup it says nothing, and a golden has its own line breaks."""
    return re.sub(r"\s+", " ", words).strip()


def by_role(result: ReadResult, *, whole: bool) -> str:
    assert result.text is not None
    string, blocks = result.text.string, result.text.blocks
    return squeezed(" ".join(string[b.start : b.end] for b in blocks if (b.role in READ_WHOLE) is whole))


@pytest.mark.parametrize("golden", goldens())
def test_what_the_page_says_of_itself(golden: dict[str, Any]) -> None:
    article = read(golden).article
    assert article is not None
    published = article.published
    assert {
        "headline": article.headline and squeezed(article.headline),
        "outlet": article.outlet,
        "published": published and published.value,
        "published_grounds": published and published.grounds.value,
        "byline": article.byline,
        "dateline_place": article.dateline_place,
        "language": article.language,
        "relayed_from": [relay.name for relay in article.relays],
    } == {
        key: golden[key]
        for key in (
            "headline",
            "outlet",
            "published",
            "published_grounds",
            "byline",
            "dateline_place",
            "language",
            "relayed_from",
        )
    }


@pytest.mark.parametrize("golden", goldens())
def test_the_report_is_kept_whole(golden: dict[str, Any]) -> None:
    kept = by_role(read(golden), whole=True)
    wanted = [golden["headline"], golden["deck"], *golden["reporting"]]
    assert [words for words in wanted if words and squeezed(words) not in kept] == []


@pytest.mark.parametrize("golden", goldens())
def test_what_stands_around_the_report_is_told_apart(golden: dict[str, Any]) -> None:
    kept = by_role(read(golden), whole=True)
    assert [words for words in golden["not_reporting"] if squeezed(words) in kept] == []


@pytest.mark.parametrize("golden", goldens())
def test_relay_cues_stand_in_the_text(golden: dict[str, Any]) -> None:
    result = read(golden)
    assert result.text is not None
    assert result.article is not None
    for relay in result.article.relays:
        assert relay.at is not None
        assert relay.name in relay.at.of(result.text.string)


def test_only_the_page_in_another_language_is_dropped() -> None:
    dropped = {g.id: r.dropped.why for g in goldens() if (r := read(g.values[0])).dropped}
    assert dropped == {"19": Why.WRONG_LANGUAGE}
