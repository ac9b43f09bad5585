"""Whose page it is: what is given, what the markup states, and the marks an outlet leaves on its pages."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from trucewatch.reading.article.agencies import known, looks_like_outlet
from trucewatch.reading.article.bylines import is_rubric
from trucewatch.reading.draft import Draft
from trucewatch.record.resolved import OutletRegister
from trucewatch.record.texts import REPORTING, Role

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_NAME: Final = rf"(?:The\s)?{_CAPITAL}[\w.'’&-]*(?:\s(?:(?:of|and|for)\s(?:the\s)?)?{_CAPITAL}[\w'’&-]*){{0,6}}"
_MARKS: Final = tuple(
    re.compile(mark)
    for mark in (
        rf"(?:©|\(c\)|\([Cc]\)|[Cc]opyright(?:\s©)?)\s?(?:[12][0-9]{{3}}(?:\s?[-–]\s?[12][0-9]{{3}})?,?\s)?(?:by\s)?(?P<name>{_NAME})",
        rf"\b[Ff]ollow\s(?:the\s)?(?P<name>{_NAME})\s(?:on|in|at)\b",
        rf"\b[Ss]ubscribe\sto\s(?:the\s)?(?P<name>{_NAME})",
        rf"\b(?:updates|news|newsletters?|stories|alerts|emails)\s(?:from|by)\s(?:the\s)?(?P<name>{_NAME})",
        rf"\b(?:[Dd]ownload|[Gg]et|[Jj]oin|[Ss]upport|[Ll]ike)\s(?:the\s)?(?P<name>{_NAME})(?:\s(?:app|on|in)\b)",
        rf"^(?P<name>{_NAME})\s(?:is|was)\s(?:an?|the|funded|run|owned|published|operated)\b(?=.{{0,80}}\b(?:charit|organi[sz]ation|news|agency|"
        rf"newspaper|broadcaster|media|service|foundation|people|funded|registered|independent|publication|website))",
        rf"^(?:More\sfrom|About)\s(?P<name>{_NAME})$",
        rf"^By\s.{{2,60}}\s[-–—|/]\s(?P<name>{_NAME}):?$",
    )
)
_NOT_NAMES: Final = frozenset(
    "us our the all me him her facebook twitter telegram instagram youtube whatsapp google author news "
    "newsletter this".split()
)
_LINK: Final = re.compile(r"\[([^\]\n]{0,100})\]\([^)\n]{0,300}\)")
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
    marked = _marked(draft)
    masthead = _masthead(draft, marked, names)
    if masthead or marked:
        return masthead or str(marked), "text"
    return (agency, "dateline") if agency else None


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


def _masthead(draft: Draft, marked: str | None, names: frozenset[str]) -> str | None:
    """The name at the very top of the page that is known, looks like an outlet's, or is the one its marks name."""
    for i, block in enumerate(draft.blocks[:HEAD]):
        if block.role in REPORTING:
            return None
        line = _LINK.sub(r"\1", draft.string[block.start : block.end][:300]).strip(" #*|")
        parts = [p.strip() for p in re.split(r"\s[|/]\s", line)]
        if marked and _same(parts[0], marked):
            return marked if parts[0].casefold() == marked.casefold() else parts[0]
        if known(parts[0], names) or (marked and parts[0] == _initials(marked)):
            return parts[0]
        if (
            marked is None
            and i <= 1
            and len(parts) <= 2
            and not is_rubric(line)
            and _is_name(" ".join(parts))
            and looks_like_outlet(parts[0])
        ):
            return " ".join(parts)
    return None


def _initials(name: str) -> str:
    """LTR for "Lurenia Television and Radio"."""
    return "".join(w[0] for w in name.split() if w[0].isupper())


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
    return bool(x and y) and (x in y or y in x)
