"""An agreement's text put together: its parts, its provisions, and what they bind to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.record.agreements import AgreementText, DueGrounds, Provision
from trucewatch.record.spans import Range
from trucewatch.record.times import Timex
from trucewatch.resolve.agreements.deadlines import Days
from trucewatch.resolve.agreements.lines import Line, lines_of
from trucewatch.resolve.agreements.numbering import annex_of
from trucewatch.resolve.agreements.outline import Entry, Outline, outline
from trucewatch.resolve.agreements.parties import parties_of
from trucewatch.resolve.agreements.signing import Signing, force_of, signature_start, signing_of
from trucewatch.resolve.agreements.undertakings import Terms, signatories_of, undertakings

_TITLE: Final = re.compile(
    r"\b(?:agreement|accord|statement|protocol|memorandum|treaty|declaration|ceasefire|cease-fire|"
    r"truce|pact|roadmap|road map|"
    r"communiqu[e\u00e9]|understanding|armistice|framework|arrangement|convention)s?\b",
    re.IGNORECASE,
)
_OPERATIVE: Final = re.compile(
    r"\b(?:ha(?:ve|s) agreed|hereby agree|agree(?:d)? (?:as follows|on the following|to the "
    r"following)|declare the following|"
    r"as follows|the following)\b[^.\n]{0,80}:?",
    re.IGNORECASE,
)
_DUTY: Final = re.compile(r"\b(?:shall|undertakes?|agrees?|commits?|pledges?|will|(?:is|are) (?:to|declared))\b")
_TITLE_LINES: Final = 12
_LEAST: Final = 2
"""Provisions without which a text with numbers is a list and no agreement."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The text's lines, parted: what stands above the provisions, they themselves, the signatures."""

    lines: list[Line]
    title: Line
    found: Outline
    first: int
    """Where the first provision begins."""
    signatures: list[Line]
    end: int


def read_agreement(text: str, times: Sequence[Timex] = ()) -> AgreementText | None:
    """What the text of an agreement says; None where the text is none.

    `times` are the time expressions of the whole text, resolved. A text is an agreement where its title calls it one
    or where it says that parties have agreed, and where provisions follow.
    """
    parts = _parts(lines_of(text))
    if parts is None:
        return None
    above = Range(parts.title.start, max(parts.first, parts.title.end))
    if not (_TITLE.search(parts.title.words) or _OPERATIVE.search(text, above.start, above.end)):
        return None
    return _put_together(text, parts, above, times)


def _put_together(text: str, parts: _Parts, above: Range, times: Sequence[Timex]) -> AgreementText:
    block = Range(parts.signatures[0].start, parts.signatures[-1].end) if parts.signatures else None
    body = Range(parts.first, parts.end)
    signing = signing_of(text, block, above, times)
    in_force = force_of(text, Range(above.start, parts.end), times, signing.signed)
    signatories = signatories_of(text, parties_of(text, above, body, parts.signatures))
    days = Days(signing.signed.day if signing.signed else None, in_force.day if in_force else None)
    provisions = tuple(_provisions(text, parts.found.entries, Terms(signatories, times, days)))
    return AgreementText(
        title=parts.title.at,
        provisions=provisions,
        parties=signatories.parties,
        preamble=_preamble(parts),
        annexes=tuple(parts.found.annexes),
        signatures=block,
        place=signing.place,
        signed=signing.signed,
        in_force=in_force,
        doubts=(*parts.found.doubts, *_early(provisions, signing)),
    )


def _parts(lines: list[Line]) -> _Parts | None:
    if not lines:
        return None
    title = next((n for n in lines[:_TITLE_LINES] if _TITLE.search(n.words) and len(n.words) < 250), lines[0])
    rest = [n for n in lines if n.start > title.start]
    found = outline(rest)
    if sum(e.level == 0 for e in found.entries) < _LEAST:
        found = Outline(list(_unnumbered(rest)), found.annexes)
    if not found.entries:
        return None
    return _signed_off(lines, title, found)


def _signed_off(lines: list[Line], title: Line, found: Outline) -> _Parts:
    """The parts, the signatures taken from the provision that they were read into."""
    main = [e for e in found.entries if not e.path.startswith("annex")] or found.entries
    at = signature_start(lines, main[-1].head)
    annex = min((a.start for a in found.annexes if a.start > main[-1].head), default=None)
    signatures = [n for n in lines[at:] if annex is None or n.start < annex] if at is not None else []
    if signatures:
        last, start = main[-1], signatures[0].start
        end = max((n.end for n in lines if n.end <= start), default=last.end)
        cut = Entry(last.path, last.number, last.level, last.head, min(last.body, end), min(last.end, end))
        found.entries[found.entries.index(last)] = cut
    return _Parts(lines, title, found, found.entries[0].head, signatures, found.entries[-1].end)


def _unnumbered(lines: Sequence[Line]) -> Iterator[Entry]:
    """The paragraphs that bind, where no numbers stand: those behind "have agreed as follows", else all that oblige."""
    opened = next((i for i, n in enumerate(lines) if _OPERATIVE.search(n.words) and n.words.endswith(":")), -1)
    signed = signature_start(lines, lines[opened].start if opened >= 0 else -1)
    count = 0
    for line in lines[opened + 1 : signed]:
        if annex_of(line.words) is None and _DUTY.search(line.words):
            count += 1
            yield Entry(f"paragraph {count}", None, 0, line.start, line.start, line.end)


def _provisions(text: str, entries: Sequence[Entry], terms: Terms) -> Iterator[Provision]:
    openings: dict[int, str] = {}
    for entry in entries:
        words = Range(entry.body, entry.end) if entry.body < entry.end else None
        above = next((openings[n] for n in range(entry.level - 1, -1, -1) if openings.get(n)), "")
        own = words.of(text).strip() if words else ""
        openings = {n: o for n, o in openings.items() if n < entry.level}
        openings[entry.level] = own if own.endswith((":", "\u2014", "-")) else ""
        found = () if words is None or openings[entry.level] else undertakings(text, words, above, terms)
        yield Provision(entry.path, entry.number, entry.level, Range(entry.head, entry.end), words, found)


def _preamble(parts: _Parts) -> Range | None:
    inner = [n for n in parts.lines if parts.title.end <= n.start < parts.first]
    return Range(inner[0].start, inner[-1].end) if inner else None


def _early(provisions: Sequence[Provision], signing: Signing) -> Iterator[str]:
    """The deadlines that were over when the agreement was signed."""
    if signing.signed is None:
        return
    for provision in provisions:
        for due in (u.due for u in provision.undertakings):
            if due and due.day and due.grounds is DueGrounds.STATED and due.day < signing.signed.day:
                yield f"the deadline of {provision.path}, {due.day}, is before the signature, {signing.signed.day}"
