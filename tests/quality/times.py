"""How near the time expressions read on a page come to those annotated by hand."""

from collections.abc import Iterable

from tests.quality.conftest import ReadPage
from tests.quality.scoring import Piece
from trucewatch.record.texts import REPORTING


def placed(page: ReadPage) -> list[tuple[Piece, str]]:
    """The annotated expressions, listed in the order of the text, in their places in the reporting."""
    assert page.reading.text is not None
    reporting = [block for block in page.reading.text.blocks if block.role in REPORTING]
    found: list[tuple[Piece, str]] = []
    since = 0
    for date in page.golden["dates"]:
        spots = (page.text.find(date["text"], max(since, block.start), block.end) for block in reporting)
        start = next((spot for spot in spots if spot >= 0), None)
        assert start is not None, f"{page.name}: no {date['text']!r} after {since}"
        since = start + len(date["text"])
        found.append(((start, since), date["value"]))
    return found


def counted(page: ReadPage) -> tuple[int, int, int, int]:
    """How many are annotated, read, found (at most one for one) and found with their value."""
    gold = placed(page)
    left = [mention.timex for mention in page.reading.times]
    found = right = 0
    for (start, end), value in gold:
        here = [t for t in left if t.start < end and start < t.end]
        if not here:
            continue
        best = next((t for t in here if t.value == value), here[0])
        left.remove(best)
        found += 1
        right += best.value == value
    return len(gold), len(page.reading.times), found, right


def f1(pages: Iterable[ReadPage]) -> dict[str, float]:
    """F1 of the expressions, and of those with the right value, over the pages whose dates are annotated."""
    counts = [counted(page) for page in pages if "dates" in page.golden]
    gold, read, found, right = (sum(column) for column in zip(*counts, strict=True))
    return {"found": 2 * found / (gold + read), "with value": 2 * right / (gold + read)}
