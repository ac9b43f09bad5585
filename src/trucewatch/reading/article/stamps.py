"""Dates as pages print them: stamps of many forms and orders, with the time and zone that go with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.record.dates import PartialDate
from trucewatch.times.words import MONTHS, WEEKDAYS

SCANNED: Final = 400
"""Characters at either end of a passage that are searched for a stamp; no page hides its date deeper in a line."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """One printed date in a string, with its clock time where it has one."""

    start: int
    end: int
    value: str
    """As `PartialDate` has it: XXXX where no year is printed, the year alone where day and month are in doubt."""
    timed: bool = False
    weekday: int | None = None
    """Monday is 0; None where none is printed beside the date."""
    label: str | None = None
    """"published" or "updated" where the page says so."""
    day_or_month: tuple[int, int] | None = None
    """The two numbers of a date such as 03/04/2021, which can be read both ways."""

    @property
    def full(self) -> bool:
        """True for a whole day of a known year."""
        return PartialDate(self.value).complete


def _names(words: dict[str, int]) -> str:
    # Longest first, so that "september" is not read as "sep" with a tail.
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_MONTH: Final = rf"(?P<month>{_names(MONTHS)})(?![^\W\d_])"
_DAY: Final = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w:])"
_YEAR: Final = r"(?P<year>[12][0-9]{3})(?![\w%])"
_FIGURE: Final = re.compile(r"[0-9]")
_GAP: Final = r"[\s,.]{1,3}"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![\w/.-])(?P<year>[12][0-9]{3})(?P<sep>[-/.])(?P<mm>[01]?[0-9])(?P=sep)(?P<day>[0-3]?[0-9])(?![0-9/-])",
        r"(?<![\w/.-])(?P<a>[0-3]?[0-9])(?P<sep>[-/.])(?P<b>[0-3]?[0-9])(?P=sep)(?P<year>[12][0-9]{3})(?![0-9/-])",
        rf"(?<![\w:/.-]){_DAY}(?:\s+of)?[\s,.-]{{1,3}}{_MONTH}(?:[\s,.'’-]{{1,3}}{_YEAR})?",
        rf"(?<!\w){_MONTH}{_GAP}{_DAY}(?:{_GAP}{_YEAR})?",
    )
)
_OFFSET: Final = r"(?:(?:UTC|GMT)\s?(?:[+-]\s?[0-9]{1,2}(?::?[0-9]{2})?)?|[A-Z]{2,4}T|IST|MSK|[+-][0-9]{2}:?[0-9]{2}|Z)"
_ZONE: Final = rf"(?:\({_OFFSET}\)|{_OFFSET}(?!\w))"
_CLOCK: Final = (
    rf"[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9])?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?(?:\s?h(?:rs|ours)?\b)?(?:\s?{_ZONE})?"
)
_AFTER: Final = re.compile(rf"(?:T|[\s,|–—-]{{1,4}}(?:at\s|@\s?)?)(?P<clock>{_CLOCK})(?![0-9%])")
_BEFORE: Final = re.compile(
    rf"(?P<clock>(?<![\w.]){_CLOCK})[\s,|–—-]{{1,4}}(?:on\s)?(?:(?:{_names(WEEKDAYS)})[\s,]{{1,2}})?$", re.I
)
_WEEKDAY_BEFORE: Final = re.compile(rf"(?<!\w)(?P<weekday>{_names(WEEKDAYS)})[\s,]{{1,3}}(?:the\s)?$", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?P<updated>\b(?:last\s)?(?:updated?|modified|edited|changed)(?:\s(?:on|at))?)\s{0,2}[:|–-]?\s{0,2}$"
    r"|(?P<published>\b(?:first\s)?(?:published|posted|created|added|released|issued|date(?:\sof\spublication)?)"
    r"(?:\s(?:on|at|date))?)\s{0,2}[:|–-]?\s{0,2}$",
    re.IGNORECASE,
)


def find_stamps(text: str) -> list[Stamp]:
    """All dates of `text` that name a day, in order and without overlap."""
    found: list[Stamp] = []
    if _FIGURE.search(text) is None:
        return found
    for stamp in sorted(_candidates(text), key=lambda s: (s.start, -s.end)):
        if not found or stamp.start >= found[-1].end:
            found.append(_with_company(text, stamp))
    return found


def _candidates(text: str) -> Iterator[Stamp]:
    for form in _FORMS:
        for match in form.finditer(text):
            stamp = _read(match)
            if stamp is not None:
                yield stamp


def _read(match: re.Match[str]) -> Stamp | None:
    parts = match.groupdict()
    year = parts.get("year") or "XXXX"
    if parts.get("a"):
        return _numeric(match, year)
    month = int(parts["mm"]) if parts.get("mm") else MONTHS[parts["month"].casefold()]
    return _stamp(match, year, month, int(parts["day"]))


def _numeric(match: re.Match[str], year: str) -> Stamp | None:
    """A date in figures: with dots the day comes first everywhere; else only a number above twelve tells."""
    a, b = int(match["a"]), int(match["b"])
    if match["sep"] == "." or a > 12 or a == b:
        return _stamp(match, year, b, a)
    if b > 12:
        return _stamp(match, year, a, b)
    if not (a and b):
        return None
    return replace(_plain(match, year), day_or_month=(a, b)) if _valid(year) else None


def _stamp(match: re.Match[str], year: str, month: int, day: int) -> Stamp | None:
    value = f"{year}-{month:02d}-{day:02d}"
    return _plain(match, value) if _valid(value) else None


def _plain(match: re.Match[str], value: str) -> Stamp:
    return Stamp(match.start(), match.end(), value)


def _valid(value: str) -> bool:
    try:
        PartialDate(value)
    except ValueError:
        return False
    return True


def _with_company(text: str, stamp: Stamp) -> Stamp:
    """The stamp grown over the clock time, weekday and label that stand beside it."""
    after = _AFTER.match(text, stamp.end)
    end = after.end() if after else stamp.end
    # A window keeps the look back bounded however long the text is.
    low = max(0, stamp.start - 60)
    before = _BEFORE.search(text[low : stamp.start])
    start = low + before.start() if before else stamp.start
    day = _WEEKDAY_BEFORE.search(text[low : stamp.start])
    weekday = WEEKDAYS[day["weekday"].casefold()] if day else None
    start = min(start, low + day.start("weekday")) if day else start
    label = _LABEL.search(text[max(0, start - 40) : start])
    kind = None if label is None else ("updated" if label["updated"] else "published")
    return replace(stamp, start=start, end=end, timed=bool(after or before), weekday=weekday, label=kind)


_LEAVINGS: Final = re.compile(
    r"\b(?:last\s)?(?:first\s)?(?:updated?|modified|published|posted|created|added|released|issued|date|on|at|by|time|"
    r"of|publication|edited|local|hrs?|hours)\b|\b(?:(?:[0-9]+|an?|one)\s(?:second|sec|minute|min|hour|day|week|month|year)s?\sago)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def unstamped(text: str, stamps: list[Stamp]) -> str:
    """What a line says beside its dates, times and the words that introduce them."""
    kept: list[str] = []
    at = 0
    for stamp in stamps:
        kept.append(text[at : stamp.start])
        at = stamp.end
    kept.append(text[at:])
    rest = " | ".join(kept)
    rest = re.sub(_CLOCK, " ", rest)
    rest = re.sub(rf"\b(?:{_names(WEEKDAYS)})(?!\w)", " ", rest, flags=re.IGNORECASE)
    return _LEAVINGS.sub(" ", rest)


def is_stamp_line(text: str) -> bool:
    """True where a line is a date with a year, or a date with a time, and hardly more."""
    if len(text) > SCANNED:
        return False
    stamps = find_stamps(text)
    telling = [s for s in stamps if not s.value.startswith("XXXX") or s.timed or s.label]
    spare = 1 if any(s.timed or s.label for s in telling) else 0
    return bool(telling) and len(_WORD.findall(unstamped(text, stamps))) <= spare


_LABELLED: Final = re.compile(
    r"\s*(?:date|published|posted|updated)(?:\s?on)?\s?[:=]?\s+(?P<value>[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?)(?=\s)",
    re.IGNORECASE,
)


def glued_stamp(line: str) -> tuple[int, int] | None:
    """Where a stamp at the start of `line` ends and the words glued to it start; None where nothing is glued."""
    labelled = _LABELLED.match(line)
    if labelled and _valid(labelled["value"]):
        end = labelled.end()
    else:
        stamp = next(iter(find_stamps(line)), None)
        if stamp is None or not stamp.full or _WORD.search(_LEAVINGS.sub(" ", line[: stamp.start])):
            return None
        end = stamp.end
    rest = line[end:]
    words = rest.split()
    if len(words) < 3 or not words[0].lstrip("“\"‘'«(").strip()[:1].isupper() or rest.lstrip()[:1] in (",", "|"):
        return None
    return end, end + len(rest) - len(rest.lstrip())


def labelled_date(line: str) -> str | None:
    """The value of a bare "date 2021-01" or "date 2021-01-18" at the start of a line."""
    labelled = _LABELLED.match(line + " ")
    return labelled["value"] if labelled and _valid(labelled["value"]) else None
