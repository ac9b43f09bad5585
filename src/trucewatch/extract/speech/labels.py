"""Speech that the page's form gives to somebody: transcripts ("NAME: ..."), signed quotes, headlines with a speaker."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from trucewatch.extract.speech.page import Page
from trucewatch.extract.speech.pieces import Report
from trucewatch.extract.speech.quotes import trimmed
from trucewatch.record.mentions import NameType
from trucewatch.record.spans import Range

_DASHES = "–—―‒-"
_LABEL: Final = re.compile(r"[\"“”„«‘]?(?P<who>[^\W\d_][^:\n]{0,79}?)(?P<cue>:)\s*(?=\S)")
_SIGNED: Final = re.compile(rf"\s*(?P<cue>[{_DASHES}]{{1,2}}|\()\s*(?P<who>[^\W\d_][^\n]{{1,79}}?)[.)]?\s*")
_HEADED: Final = re.compile(rf"(?P<cue>\s[{_DASHES}]{{1,2}}|:)\s+(?P<who>[^\W\d_][^:\n{_DASHES}]{{1,60}})$")
_SMALL: Final = frozenset("of the and for de la al el bin van von di du da".split())
_NOBODY: Final = frozenset(
    "advert advertisement also analysis announcement archive ask background breaking breakdown caution caveat comment "
    "commentary context conclusion correction contact dateline date deadline editorial email event example exclusive "
    "explainer explained factbox fact fax feature figure file focus image infographic interview introduction key "
    "latest live location map media more moreover news note notes op-ed opinion others photo photos picture pictures "
    "place podcast poll posted profile published q&a question questions quote read reason recap related remember "
    "report result results review see source sources special statement story subject summary tags tel text time "
    "timeline tip title today tomorrow topic topics tweet update updated urgent venue video view views watch website "
    "where who why what when how yesterday".split()
)
"""First words of labels that name a kind of text and no speaker."""
_WHO: Final = frozenset({NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE})

_PEOPLE: Final = frozenset({NameType.PERSON})
_SAYS: Final = re.compile(
    r"(?:,[\"”’']?|[\"”’'],?)\s(?P<cue>(?:says?|said|insists?|warns?|claims?|vows?|admits?|declares?|reports?|finds?))\s"
    r"(?P<who>(?:the |an? )?[A-Z\d]?[^\W\d_][^,:\n]{1,60})$"
)
_AT: Final = re.compile(r"(?:in|on|at|of|to|that|by|as|for|from|after|before|during|it|he|she|they|we|I)\b")


def labelled(page: Page, sources: frozenset[str]) -> list[Report]:
    """Reports that the form alone gives. `sources` are the words, in small letters, of sources found elsewhere."""
    lines = [(number, *found) for number in range(len(page.blocks)) if (found := _line(page, number)) is not None]
    often = Counter(who.of(page.text).lower() for _, who, _, _ in lines)
    out: dict[int, Report] = {}
    for number, who, cue, rest in lines:
        if page.heads(number):
            if _speaker(page, who, sources):
                out[number] = Report(who, (cue,), (rest,))
        elif often[who.of(page.text).lower()] > 1 or _direct(page, number, who, rest):
            out[number] = Report(who, (cue,), (rest,), verbatim=True)
    out = _run_on(page, out)
    for number in range(len(page.blocks)):
        if number not in out and (report := _signed(page, number, sources)) is not None:
            out[number] = report
    return [out[number] for number in sorted(out)]


def _line(page: Page, number: int) -> tuple[Range, Range, Range] | None:
    """Label, colon and what follows, of a line that begins with a label."""
    block = page.blocks[number]
    start = block.start
    if number and "\n" not in page.text[page.blocks[number - 1].end : start]:
        start = page.blocks[
            number - 1
        ].start  # a label may stand as a block of its own, as a place before a report does
    found = _LABEL.match(page.text, start, block.end)
    if found is None or found.end() < block.start:
        return None
    who = Range(*found.span("who"))
    words = who.of(page.text).split()
    named = all(w[0].isupper() or w.lower() in _SMALL for w in words)
    if not named or len(words) > 7 or words[0].lower().strip(".,'’") in _NOBODY:
        return None
    rest = trimmed(page.text, found.end(), block.end)
    return None if rest is None else (who, Range(*found.span("cue")), rest)


def _speaker(page: Page, who: Range, sources: frozenset[str]) -> bool:
    """Whether the words before a headline's colon name somebody: a name, or a source found on the page."""
    if any(n.type in _WHO for n in page.named(who)):
        return True
    return any(w in sources for w in who.of(page.text).lower().split() if len(w) > 2)


def _direct(page: Page, number: int, who: Range, rest: Range) -> bool:
    """A person's name or a name in capitals before words that are quoted, or that fill the paragraph."""
    block, words = page.blocks[number], who.of(page.text)
    person = any(n.type is NameType.PERSON and n.at.start == who.start for n in page.named(who))
    opened = page.quotes.over(rest.start) is not None
    return (opened and (person or words.isupper())) or (words.isupper() and len(words) > 3 and who.start > block.start)


def _run_on(page: Page, found: dict[int, Report]) -> dict[int, Report]:
    """The paragraphs that a labelled quote runs on into, added to its content."""
    out = dict(found)
    for number in found:
        report, at = out[number], number
        while at + 1 < len(page.blocks) and at + 1 not in found and page.runs_on(at):
            at += 1
            block = page.blocks[at]
            again = trimmed(page.text, block.start, block.end)
            if again is not None:
                report = replace(report, content=(*report.content, again))
        out[number] = report
    return out


def _signed(page: Page, number: int, sources: frozenset[str]) -> Report | None:
    """A paragraph that is one quote and a dash with a name, or a headline that ends so."""
    block = page.blocks[number]
    for quote in page.quotes.touching(Range(block.start, min(block.end, block.start + 2))):
        found = _SIGNED.fullmatch(page.text, quote.at.end, block.end)
        if found is not None and _name(page, Range(*found.span("who"))):
            return Report(Range(*found.span("who")), (Range(*found.span("cue")),), (quote.inner,))
    if not page.heads(number):
        return None
    return _headed(page, number, sources)


def _headed(page: Page, number: int, sources: frozenset[str]) -> Report | None:
    """A headline that ends with who says it: behind a dash, a colon, or "says"."""
    block = page.blocks[number]
    begin = max(block.start, block.end - 90)
    found = _SAYS.search(page.text, begin, block.end)
    said = found is not None and _AT.match(found.group("who")) is None
    if not said:
        found = _HEADED.search(page.text, begin, block.end)
    rest = trimmed(page.text, block.start, found.start()) if found is not None else None
    if found is None or rest is None or len(rest.of(page.text).split()) < 3:
        return None
    who = Range(*found.span("who"))
    colon = found.group("cue") == ":"
    people = any(n.type in (_WHO if colon else _PEOPLE) for n in page.named(who))
    if said or people or any(w in sources for w in who.of(page.text).lower().split() if len(w) > 2):
        cue = Range(*found.span("cue")) if said else Range(found.end("cue") - 1, found.end("cue"))
        return Report(who, (cue,), (rest,))
    return None


def _name(page: Page, who: Range) -> bool:
    words = who.of(page.text).split()
    return len(words) <= 8 and all(w[0].isupper() or not w[0].isalpha() or w in _SMALL for w in words[:2])


def sources_of(page: Page, reports: list[Report]) -> frozenset[str]:
    """The words of the reports' sources in small letters, short ones left out."""
    return frozenset(_words(page, reports))


def _words(page: Page, reports: list[Report]) -> Iterator[str]:
    for report in reports:
        if report.source is not None:
            yield from (w.strip(",.'’\"") for w in report.source.of(page.text).lower().split() if len(w) > 3)
