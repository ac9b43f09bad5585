"""Datelines: where and when a report was filed, as agencies and papers print it before the first words."""

import re
from dataclasses import dataclass
from typing import Final

from trucewatch.reading.article.stamps import Stamp, find_stamps

REACH: Final = 140
"""Characters within which a dateline has ended."""

_WORD: Final = r"[^\W\d_a-zß-öø-ÿ][\w.'’‘-]*"
_SMALL: Final = r"(?:de|del|da|do|la|el|al|of|the|and|on|upon|an|bin)"
_PLACE: Final = re.compile(
    rf"{_WORD}(?:[ \u00a0/-](?:{_WORD}|{_SMALL}[ \u00a0]{_WORD}))*(?:,[ \u00a0]?{_WORD}(?:[ \u00a0]{_WORD})*)*"
)
_AGENCY: Final = re.compile(
    r"[\s,.]{0,3}(?:/(?P<a>[^/()\n]{2,40})/|\((?P<b>[^()\n]{2,60})\)|\[(?P<c>[^\[\]\n]{2,40})\])"
)
_BARE_AGENCY: Final = re.compile(r",\s?(?P<a>[A-Z][A-Z.]{2,20})(?=\s?[.:–—-])")
_END_DASH: Final = re.compile(r"[\s\u00a0.,]*(?:[–—−]|--|-{1,2}(?=\s)|\s-)\s*")
_END_STRONG: Final = re.compile(r"[\s\u00a0]*(?:[–—−]|--|-(?=\s)|[.:])+[\s\u00a0]*")
_LEAD_AGENCY: Final = re.compile(r"\((?P<a>[A-Z][\w/ .-]{1,30})\)[\s\u00a0]*(?:[–—−:-]+[\s\u00a0]*)?(?=[\"“‘']?[A-Z])")
_NOT_PLACES: Final = frozenset(
    "since founded established est file published posted last date created modified monday tuesday wednesday "
    "thursday friday saturday sunday read watch update updated breaking exclusive opinion analysis editorial "
    "interview video photo photos live explainer note question answer q a correction clarification listen see "
    "more urgent report comment source image picture related factbox timeline background summary highlights "
    "introduction abstract warning alert developing also caption".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a passage; `end` is where the report's own words begin."""

    end: int
    place: str | None
    stamp: Stamp | None
    agency: str | None


def read_dateline(passage: str) -> Dateline | None:
    """The dateline that `passage` begins with; None where it begins with the report itself."""
    head = passage[:REACH]
    lead = _LEAD_AGENCY.match(head)
    if lead:
        return Dateline(lead.end(), None, None, lead["a"])
    place = _PLACE.match(head)
    if place is None:
        return None
    return _dated(head, place) or _agency_only(head, place) or _bare(passage, head, place)


def _dated(head: str, place: re.Match[str]) -> Dateline | None:
    """PLACE, date, and after it an agency, a dash, a colon or a full stop."""
    stamp = next(iter(find_stamps(head)), None)
    if stamp is None:
        return None
    name = head[: stamp.start].rstrip(" \u00a0,.-–—|")
    if not _is_place(name):
        return None
    at = stamp.end
    agency = _AGENCY.match(head, at) or _BARE_AGENCY.match(head, at)
    at = agency.end() if agency else at
    end = _END_STRONG.match(head, at)
    if end is None and not agency and head[at:].strip():
        return None
    at = end.end() if end else at + len(head[at:]) - len(head[at:].lstrip())
    return Dateline(min(at, len(head)), name, stamp, _name_of(agency))


def _agency_only(head: str, place: re.Match[str]) -> Dateline | None:
    """PLACE (Agency) and a dash; or PLACE /Agency/ and a stop."""
    for cut in _cuts(place.group()):
        agency = _AGENCY.match(head, len(cut)) or _trailing_agency(head, cut)
        if agency is None or not _is_place(cut.rstrip(" ,")):
            continue
        end = _END_STRONG.match(head, agency.end())
        if end is not None:
            return Dateline(end.end(), cut.rstrip(" ,"), None, _name_of(agency))
    return None


def _trailing_agency(head: str, cut: str) -> re.Match[str] | None:
    return _BARE_AGENCY.match(head, len(cut))


def _bare(passage: str, head: str, place: re.Match[str]) -> Dateline | None:
    """PLACE and a dash; or PLACE and a colon, where a whole sentence follows."""
    for cut in _cuts(place.group()):
        name = cut.rstrip(" ,.")
        end = _END_DASH.match(head, len(cut))
        if end is not None and _is_place(name) and _goes_on(passage, end.end()):
            return Dateline(end.end(), name, None, None)
        if (
            head[len(cut) : len(cut) + 2] in (": ", ":\u00a0")
            and _is_place(name)
            and _is_short(name)
            and _goes_on(passage, len(cut) + 2)
        ):
            return Dateline(len(cut) + 2, name, None, None)
    return None


def _cuts(name: str) -> list[str]:
    """The name, and the name without a comma part at its end, which can be the agency."""
    parts = name.split(",")
    return [",".join(parts[:n]) for n in range(len(parts), 0, -1)]


def _is_place(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not words or len(words) > 7 or len(name) > 60 or name.count(",") > 3:
        return False
    first = words[0].casefold().strip(".:")
    return first not in _NOT_PLACES and _PLACE.fullmatch(name) is not None and len(name) > 2


def _is_short(name: str) -> bool:
    return name.isupper() or len(name.split()) <= 2


def _goes_on(passage: str, at: int) -> bool:
    """True where a sentence of some length begins at `at`; headlines with a dash or colon are shorter."""
    rest = passage[at : at + 400].split()
    return len(rest) >= 10 and (rest[0][0].isupper() or not rest[0][0].isalpha() or rest[0][0].isdigit())


def _name_of(agency: re.Match[str] | None) -> str | None:
    if agency is None:
        return None
    return next((g.strip() for g in agency.groups() if g), None)


def whole_dateline(line: str) -> Dateline | None:
    """The dateline that makes up a whole line ("BAKU, Azerbaijan, Nov. 11"); None for every other line."""
    if len(line) > REACH:
        return None
    found = read_dateline(line)
    if found is None or found.stamp is None or found.stamp.timed or line[found.end :].strip(" .:–—-"):
        return None
    return found
