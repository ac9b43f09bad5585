"""Full dates in a page's own words, by which a date without a year can be placed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from trucewatch.reading.article.stamps import find_stamps
from trucewatch.reading.draft import Draft
from trucewatch.record.texts import REPORTING, Role
from trucewatch.times.words import MONTHS

NEAR: Final = timedelta(days=60)
"""A report names full dates of what is recent; the dateline lies within so many days of such a date."""
READ: Final = 200_000
"""Characters of a page's own words that are searched."""

_NUMBERS: Final = {
    w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"a": 1, "an": 1}
_COUNT: Final = rf"(?P<count>[0-9]{{1,2}}|{'|'.join(_NUMBERS)})"
_MONTH: Final = rf"(?P<month>{'|'.join(m for m in MONTHS if m.isalpha())})"
_AGO: Final = re.compile(
    rf"\b{_MONTH}\.?\s(?P<year>[12][0-9]{{3}}),?\s(?:or\s|some\s|almost\s|about\s){{0,2}}{_COUNT}\smonths?\sago\b",
    re.IGNORECASE,
)
_AGO_FIRST: Final = re.compile(
    rf"\b{_COUNT}\smonths?\sago,?\s(?:in|on)\s{_MONTH}\.?\s(?P<year>[12][0-9]{{3}})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day (or the first of a month) that the page names in full."""

    day: date
    exact: bool
    """False where it is the month in which the page was written, reckoned from "N months ago"."""


def anchors_of(draft: Draft) -> list[Anchor]:
    """Full dates in reporting and captions, and the month of writing where the report reckons from one."""
    found: list[Anchor] = []
    budget = READ
    for block in draft.blocks:
        if block.role not in REPORTING and block.role is not Role.CAPTION:
            continue
        words = draft.string[block.start : min(block.end, block.start + budget)]
        budget -= len(words)
        found += (Anchor(date.fromisoformat(s.value), exact=True) for s in find_stamps(words) if s.full)
        found += _reckoned(words)
        if budget <= 0:
            break
    return found


def _reckoned(words: str) -> Iterator[Anchor]:
    for form in (_AGO, _AGO_FIRST):
        for match in form.finditer(words):
            count = match["count"].casefold()
            number = int(count) if count.isdigit() else _NUMBERS[count]
            month = int(match["year"]) * 12 + MONTHS[match["month"].casefold()] - 1 + number
            if 12_000 <= month < 36_000:
                yield Anchor(date(month // 12, month % 12 + 1, 15), exact=False)


def year_for(value: str, anchors: Sequence[Anchor]) -> int | None:
    """The year of an XXXX-MM-DD that all anchors near some such day agree on; None where they leave several or none."""
    years = {
        y for a in anchors for y in (a.day.year - 1, a.day.year, a.day.year + 1) if _near(f"{y:04d}{value[4:]}", a)
    }
    return years.pop() if len(years) == 1 else None


def _near(day: str, anchor: Anchor) -> bool:
    try:
        return abs(date.fromisoformat(day) - anchor.day) <= NEAR
    except ValueError:
        return False
