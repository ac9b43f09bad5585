"""Whose page it is: what is given, what the markup states, and the marks an outlet leaves on its pages."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from trucewatch.reading.article.agencies import known, looks_like_outlet
from trucewatch.reading.draft import Draft
from trucewatch.record.resolved import OutletRegister
from trucewatch.record.texts import REPORTING, Role

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_NAME: Final = rf"(?:The\s)?{_CAPITAL}[\w.'’&-]*(?:\s(?:of\s(?:the\s)?)?{_CAPITAL}[\w'’&-]*){{0,6}}"
_MARKS: Final = tuple(
    re.compile(mark)
    for mark in (
        rf"(?:©|\(c\)|\([Cc]\)|[Cc]opyright(?:\s©)?)\s?(?:[12][0-9]{{3}}(?:\s?[-–]\s?[12][0-9]{{3}})?,?\s)?(?:by\s)?(?P<name>{_NAME})",
        rf"\b[Ff]ollow\s(?:the\s)?(?P<name>{_NAME})\s(?:on|in|at)\b",
        rf"\b[Ss]ubscribe\sto\s(?:the\s)?(?P<name>{_NAME})",
        rf"\b(?:updates|news|newsletters?|stories|alerts|emails)\s(?:from|by)\s(?:the\s)?(?P<name>{_NAME})",
        rf"\b(?:[Dd]ownload|[Gg]et|[Jj]oin|[Ss]upport|[Ll]ike)\s(?:the\s)?(?P<name>{_NAME})(?:\s(?:app|on|in)\b)",
        rf"^(?:More\sfrom|About)\s(?P<name>{_NAME})$",
        rf"^By\s.{{2,60}}\s[-–—|/]\s(?P<name>{_NAME}):?$",
    )
)
_NOT_NAMES: Final = frozenset(
    "us our the all me him her facebook twitter telegram instagram youtube whatsapp google author news newsletter whatsapp this".split()
)
HEAD: Final = 4
"""Blocks at the top of a page among which its masthead stands."""


def outlet_of(
    draft: Draft, agency: str | None, address: str | None, register: OutletRegister, names: frozenset[str]
) -> tuple[str, str] | None:
    """The outlet as the page writes it, and its grounds; None where the page does not say."""
    if draft.stated.outlet:
        return draft.stated.outlet, draft.stated.outlet_grounds or "meta"
    hosted = _by_host(address, register)
    if hosted:
        return hosted, "address"
    masthead = _masthead(draft, names)
    marked = _marked(draft)
    if masthead and (marked is None or _same(masthead, marked)):
        return masthead, "text"
    if marked:
        return marked, "text"
    if agency:
        return agency, "dateline"
    return None


def _by_host(address: str | None, register: OutletRegister) -> str | None:
    """The register's outlet whose host, or a host above it, is the address's."""
    try:
        host = (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    for outlet in register.outlets:
        if any(host == h or host.endswith("." + h) for h in outlet.hosts):
            return outlet.name
    return None


def _masthead(draft: Draft, names: frozenset[str]) -> str | None:
    """A known or outlet-like name on a line of its own at the very top."""
    for block in draft.blocks[:HEAD]:
        if block.role in REPORTING:
            return None
        line = draft.string[block.start : block.end].strip(" #*|")
        parts = [p.strip() for p in line.split(" | ")]
        if len(line) <= 80 and known(parts[0], names):
            return parts[0]
        if len(parts) == 1 and block is draft.blocks[0] and _is_name(line) and looks_like_outlet(line):
            return line
    return None


def _is_name(line: str) -> bool:
    return 2 <= len(line.split()) <= 6 and re.fullmatch(_NAME, line) is not None


def _marked(draft: Draft) -> str | None:
    """The name that copyright lines, sign-up boxes and bylines agree on, most often first."""
    counted = Counter(name for name in _names_in_chrome(draft))
    best = counted.most_common(1)
    return best[0][0] if best else None


def _names_in_chrome(draft: Draft) -> Iterator[str]:
    for block in draft.blocks:
        if block.role in REPORTING or block.role in (Role.COMMENT, Role.CAPTION):
            continue
        words = draft.string[block.start : block.end][:300]
        for mark in _MARKS:
            match = mark.search(words)
            if match and match["name"].casefold() not in _NOT_NAMES:
                yield match["name"].strip(" .,")


def _same(a: str, b: str) -> bool:
    x, y = a.casefold().removeprefix("the "), b.casefold().removeprefix("the ")
    return x in y or y in x
