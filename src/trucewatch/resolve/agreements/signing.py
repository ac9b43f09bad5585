"""Where and when an agreement was signed, by whom, and from when it is in force."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.record.agreements import DatedPart
from trucewatch.record.spans import Range
from trucewatch.record.times import Timex, TimexType
from trucewatch.resolve.agreements.deadlines import number
from trucewatch.resolve.agreements.lines import Line, within
from trucewatch.resolve.agreements.numbering import annex_of, head_of

_CUE: Final = re.compile(
    r"(?:done|signed|concluded|executed|initialled|made)\s+(?:at|in|on|by|this|for)\b|in witness whereof|"
    r"in (?:the )?presence of|(?:for|on behalf of) (?:and on behalf of )?(?:the )?[A-Z][^.]{0,90}$|"
    r"signatures?\b|signatories\b|"
    r"(?:[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)?, )?(?:\d{1,2} [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})\.?$|"
    r"(?:president|prime minister|minister|chair(?:wo)?man|commander|secretary[- ]general) (?:for|of) [^.]{2,80}$|"
    r"(?:as )?(?:witness|guarantor|mediator)(?:s|es|ed by)?\s*:?\s*(?=$|[A-Z])|/s/|_{3,}",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"\b(?:done|signed|concluded|executed|initialled)\s+(?:at|in)\s+(?:the (?:city|town) of\s+)?", re.IGNORECASE
)
_PLACE: Final = re.compile(r"[A-Z][\w'\u2019-]*(?:[ -](?:de |la |el |al-)?[A-Z][\w'\u2019-]*){0,4}")
_DATELINE: Final = re.compile(r"(?P<place>[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*){0,3}),\s*(?:on )?(?:the )?$")
_DAY_OF: Final = re.compile(r"(?P<day>\d{1,2}(?:st|nd|rd|th)?|[a-z]+(?:-[a-z]+)?)\s+day\s+of\s+$", re.IGNORECASE)
_TENS: Final = {"twentieth": 20, "thirtieth": 30}
_ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | _TENS
_IN_FORCE: Final = re.compile(
    r"\b(?:ent(?:er|ers|ry|ered)|com(?:e|es|ing)|came|go(?:es)?|put) into (?:force|effect)|\btak(?:es?|ing) effect|"
    r"\bshall be effective|\bis effective|\b(?:is|are|be) in force|\bstarting (?:from|at|on)|\bbegins? (?:at|on)|"
    r"\b(?:is|are) declared|\beffective (?:from|as of|on)",
    re.IGNORECASE,
)
_WEAK: Final = frozenset(
    {"is declared", "are declared", "starting from", "starting at", "starting on", "begins at", "begins on"}
)
_TRUCE: Final = re.compile(r"\b(?:cease-?fire|truce|armistice|cessation)\b", re.IGNORECASE)
"""What those words must speak of to tell when an accord is in force."""
_ON_SIGNING: Final = re.compile(
    r"\b(?:up)?on (?:its |the |the date of (?:its )?)?(?:sign|date of sign)\w*|\bat the moment of sign\w+",
    re.IGNORECASE,
)
_TITLE_DATE: Final = re.compile(r"(?:\b(?:of|on|dated|signed)|^|,)\s*$", re.IGNORECASE)
_CLAUSE: Final = 160
"""Code points between the words of entering into force and the date that they name."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What the parts around the provisions say of place and day."""

    place: str | None = None
    signed: DatedPart | None = None


def signature_start(lines: Sequence[Line], last_head: int) -> int | None:
    """The index of the line at which the signatures begin: the first that looks so behind the last top provision.

    None where none does. `last_head` is where that provision begins.
    """
    for index, line in enumerate(lines):
        if line.start <= last_head or head_of(line.words) is not None:
            continue
        if annex_of(line.words):
            return None
        if _CUE.match(line.words):
            return index
    return None


def signing_of(text: str, block: Range | None, above: Range, times: Sequence[Timex]) -> Signing:
    """Place and day, from the signatures, or else from the title and preamble, where a date stands as theirs."""
    if block is not None:
        signed = next((d for t in within(times, block) if (d := _dated(text, t, block.start))), None)
        place = _place(text, block, signed)
        if signed or place:
            return Signing(place, signed or _above(text, above, times))
    signed = _above(text, above, times)
    return Signing(_place(text, above, signed), signed)


def force_of(text: str, body: Range, times: Sequence[Timex], signed: DatedPart | None) -> DatedPart | None:
    """From when it is in force, as the first sentence that speaks of that says it."""
    for match in _IN_FORCE.finditer(text, body.start, body.end):
        start, end = _sentence(text, match.start(), body)
        if match[0].lower() in _WEAK and not _TRUCE.search(text, start, end):
            continue
        for timex in within(times, Range(start, end)):
            if abs(timex.start - match.end()) <= _CLAUSE and (dated := _dated(text, timex, start)):
                return dated
        if signed and (words := _ON_SIGNING.search(text, start, end)):
            return DatedPart(signed.day, Range(words.start(), words.end()))
    return None


def _sentence(text: str, at: int, body: Range) -> tuple[int, int]:
    start = max(text.rfind(". ", body.start, at), text.rfind("\n\n", body.start, at), body.start)
    ends = [
        e
        for e in (text.find(". ", at, body.end), text.find(";", at, body.end), text.find("\n\n", at, body.end))
        if e > 0
    ]
    return start, min(ends, default=body.end)


def _dated(text: str, timex: Timex, floor: int) -> DatedPart | None:
    """The day that a date names, with "the ninth day of" before a month; None for what names none."""
    if timex.type not in (TimexType.DATE, TimexType.TIME) or not timex.value[:4].isdigit():
        return None
    value = timex.value[:10]
    if len(value) == 10 and value[8:].isdigit():
        return DatedPart(value, Range(timex.start, timex.end))
    if len(value) == 7 and (found := _DAY_OF.search(text[max(floor, timex.start - 40) : timex.start])):
        day = _day_number(found["day"].lower())
        if day is not None:
            return DatedPart(f"{value}-{day:02d}", Range(timex.start - len(found[0]), timex.end))
    return None


def _day_number(words: str) -> int | None:
    figure = words.rstrip("stndrh")
    if figure.isdecimal():
        found: int | None = int(figure)
    elif words in _ORDINALS:
        found = _ORDINALS[words]
    else:
        tens, _, ones = words.partition("-")
        found = (number(tens) or 0) + _ORDINALS[ones] if ones in _ORDINALS else None
    return found if found and found <= 31 else None


def _above(text: str, above: Range, times: Sequence[Timex]) -> DatedPart | None:
    """The day in title or preamble that is said of the agreement itself: "of 9 May", "signed on", or a line's own."""
    for timex in within(times, above):
        line = max(text.rfind("\n", 0, timex.start) + 1, above.start)
        if _TITLE_DATE.search(text[line : timex.start]) and (dated := _dated(text, timex, line)):
            return dated
    return None


def _place(text: str, block: Range, signed: DatedPart | None) -> str | None:
    found = _DONE.search(text, block.start, block.end)
    if found and (place := _PLACE.match(text, found.end(), block.end)):
        return place[0]
    if signed is not None and block.start <= signed.at.start < block.end:
        line = max(text.rfind("\n", 0, signed.at.start) + 1, block.start)
        if found := _DATELINE.search(text[line : signed.at.start]):
            return str(found["place"])
    return None
