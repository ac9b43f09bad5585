"""When a page was published, and how that is known: the best grounds the page offers, never a guess in silence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from trucewatch.reading.article.anchors import Anchor, anchors_of, year_for
from trucewatch.reading.article.stamps import Stamp, find_stamps, is_stamp_line, labelled_date
from trucewatch.reading.draft import Draft
from trucewatch.record.dates import Grounds, Published
from trucewatch.record.texts import REPORTING, Block, Role
from trucewatch.times.words import WEEKDAYS

TOLERANCE: Final = timedelta(days=3)
"""Two statements of one page's date may differ so far: time zones, night editions, later polishing."""
HEAD: Final = 12
"""Blocks from the start of a page among which its own stamp stands."""

_PATH: Final = re.compile(
    r"(?:/|[-_=])(?P<year>(?:19|20)[0-9]{2})(?:[/_-](?P<month>[01][0-9])(?:[/_-](?P<day>[0-3][0-9]))?|(?P<m>[01][0-9])(?P<d>[0-3][0-9]))(?![0-9])"
)
_SAID_ON: Final = re.compile(
    rf"\bon\s(?P<weekday>{'|'.join(w for w in WEEKDAYS if w.endswith('day'))})\b", re.IGNORECASE
)
_SAYING: Final = re.compile(
    r"\b(?:said|says|told|announced|stated|met|added|reported|confirmed|held|signed|agreed)\b", re.IGNORECASE
)
_STAMPED: Final = frozenset({Role.DATELINE, Role.BYLINE, Role.NAVIGATION, Role.NOTICE})


@dataclass(frozen=True, slots=True)
class DatelineDate:
    """The date of the report's dateline: month and day, with the year where it is printed."""

    value: str
    at: int | None
    """Where its block starts; what stands there is no stamp of the page."""


def published_of(draft: Draft, dateline: DatelineDate | None, address: str | None) -> Published | None:
    """The publication date that the page itself states or supports; None where it supports none."""
    stated = list(_stated(draft, dateline, address))
    best = _earliest_of_kin(stated)
    if best is not None and best.date.complete:
        return best
    anchors = anchors_of(draft)
    for found in (_from_dateline(dateline, anchors), best, _inferred(draft, anchors)):
        if found is not None and (best is None or found is best or _fits(found, best)):
            return found
    return best


def _stated(draft: Draft, dateline: DatelineDate | None, address: str | None) -> Iterator[Published]:
    """What the page states of its date in full or in part, best grounds first."""
    for value, grounds in (
        (draft.stated.json_ld_published, Grounds.JSON_LD),
        (draft.stated.meta_published, Grounds.META),
        (_stamped(draft, dateline), Grounds.STAMP),
        (_in_address(address), Grounds.ADDRESS),
    ):
        made = _published(value, grounds)
        if made is not None:
            yield made


def _published(value: str | None, grounds: Grounds) -> Published | None:
    if value is None:
        return None
    try:
        return Published(value[:10], grounds)
    except ValueError:
        return None


def _earliest_of_kin(stated: Sequence[Published]) -> Published | None:
    """The first statement, unless a later-ranked one is days earlier.

    Republishing, moving a site and "today" headers only ever push a date forward, so where two statements of one page
    disagree by more than a few days the earlier one is the page's own. A partial date gives way to a full one it holds.
    """
    if not stated:
        return None
    best = stated[0]
    for other in stated[1:]:
        if _days_before(other, best) or (not best.date.complete and other.date.complete and _fits(other, best)):
            best = other
    return best


def _days_before(other: Published, best: Published) -> bool:
    if other.latest is None or best.date.earliest is None:
        return False
    return date.fromisoformat(other.latest) + TOLERANCE < date.fromisoformat(best.date.earliest)


def _fits(found: Published, best: Published) -> bool:
    """True where `found` can be the same day as the less exact `best`."""
    if found.date.earliest is None or best.date.earliest is None or best.latest is None or found.latest is None:
        return True
    low, high = date.fromisoformat(best.date.earliest) - TOLERANCE, date.fromisoformat(best.latest) + TOLERANCE
    return low <= date.fromisoformat(found.date.earliest) and date.fromisoformat(found.latest) <= high


def _stamped(draft: Draft, dateline: DatelineDate | None) -> str | None:
    """The date of the page's own stamp: labelled as published first, then beside the headline, updates last."""
    stamps = list(_own_stamps(draft, dateline.at if dateline else None))
    dated = [s for s in stamps if s.full] or [_decided(s, stamps, draft) for s in stamps if s.day_or_month]
    for wanted in ("published", None, "updated"):
        for stamp in dated:
            if stamp.label == wanted:
                return stamp.value
    return next((v for v in _bare_labels(draft)), None)


def _own_stamps(draft: Draft, filed_at: int | None) -> Iterator[Stamp]:
    """Stamps in blocks that are about the page: in its head, or at its end where they say that they are."""
    body = [i for i, b in enumerate(draft.blocks) if b.role is Role.PARAGRAPH]
    first, last = (body[0], body[-1]) if body else (HEAD, len(draft.blocks))
    for i, block in enumerate(draft.blocks):
        if block.role not in _STAMPED or block.start == filed_at or block.end - block.start > 400:
            continue
        words = draft.string[block.start : block.end]
        near = i <= max(first, HEAD) or i in range(last, last + 3)
        for stamp in find_stamps(words):
            if (near and (i < last or is_stamp_line(words))) or stamp.label:
                yield stamp


def _decided(stamp: Stamp, stamps: Sequence[Stamp], draft: Draft) -> Stamp:
    """A date such as 03/04/2021 read the way the page's own words decide; else its year alone stands."""
    if stamp.day_or_month is None:
        return stamp
    a, b = stamp.day_or_month
    year = stamp.value[:4]
    readings = {f"{year}-{b:02d}-{a:02d}", f"{year}-{a:02d}-{b:02d}"}
    others = [s for s in stamps if s.full] + [
        s for block in _reporting(draft) for s in find_stamps(draft.string[block.start : block.end][:200])
    ]
    told = {r for r in readings for s in others if _same_day(r, s.value)}
    if stamp.weekday is not None:
        told = {r for r in readings if date.fromisoformat(r).weekday() == stamp.weekday}
    return (
        Stamp(stamp.start, stamp.end, told.pop(), stamp.timed, stamp.weekday, stamp.label) if len(told) == 1 else stamp
    )


def _same_day(full: str, other: str) -> bool:
    return other == full or (other.startswith("XXXX") and other[4:] == full[4:])


def _bare_labels(draft: Draft) -> Iterator[str]:
    for block in draft.blocks[:HEAD]:
        value = labelled_date(draft.string[block.start : block.end][:60])
        if value:
            yield value


def _in_address(address: str | None) -> str | None:
    """A date in the address's path, the most exact one."""
    path = re.sub(r"^[a-z]+://[^/]*", "", address or "")[:500]
    found = []
    for match in _PATH.finditer(path):
        parts = [match["year"], match["month"] or match["m"], match["day"] or match["d"]]
        value = "-".join(p for p in parts if p)
        if len(value) > 4 and _published(value, Grounds.ADDRESS):
            found.append(value)
    return max(found, key=len, default=None)


def _from_dateline(dateline: DatelineDate | None, anchors: Sequence[Anchor]) -> Published | None:
    """The dateline's date, its year completed where the page's own full dates leave exactly one."""
    if dateline is None:
        return None
    if not dateline.value.startswith("XXXX"):
        return Published(dateline.value, Grounds.DATELINE)
    year = year_for(dateline.value, anchors)
    value = dateline.value if year is None else f"{year:04d}{dateline.value[4:]}"
    return _published(value, Grounds.DATELINE)


def _inferred(draft: Draft, anchors: Sequence[Anchor]) -> Published | None:
    """The latest full date of the page where the report's lead says that it speaks of that very weekday."""
    days = sorted({a.day for a in anchors if a.exact})
    if not days:
        return None
    latest = days[-1]
    lead = [draft.string[b.start : b.end][:600] for b in _reporting(draft) if b.role is Role.PARAGRAPH][:3]
    told = {w for words in lead for w in _weekdays_said(words)}
    if told == {latest.weekday()} and all(latest - d < timedelta(days=400) for d in days[-2:]):
        return Published(latest.isoformat(), Grounds.INFERRED)
    return None


def _weekdays_said(words: str) -> Iterable[int]:
    for sentence in re.split(r"(?<=[.!?])\s", words):
        if _SAYING.search(sentence):
            for match in _SAID_ON.finditer(sentence):
                yield WEEKDAYS[match["weekday"].casefold()]


def _reporting(draft: Draft) -> list[Block]:
    return [b for b in draft.blocks if b.role in REPORTING]
