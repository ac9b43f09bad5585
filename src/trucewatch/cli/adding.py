"""The words that a reviewer adds something on: found by a quotation or by their place."""

import re

from trucewatch.errors import UsageError
from trucewatch.extract.sentences import sentences
from trucewatch.record.ids import PageId
from trucewatch.record.kept import Thing
from trucewatch.record.protocols import Reader
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text
from trucewatch.views.deciding import Missed

_AT = re.compile(r"([0-9]{1,9}):([0-9]{1,9})", re.ASCII)
_PLACES = 5
"""Places of a quotation that an error names, at most."""


def missed(reader: Reader, page: PageId, thing: Thing, told: tuple[str | None, str | None]) -> Missed:
    """What was missed on the page, by its words or its place; UsageError unless exactly one of them leads to one."""
    quote, place = told
    reading = reader.reading(page)
    text = reading.text if reading else None
    if text is None:
        raise UsageError(f"page {page} has no text, so nothing can be added to it")
    if (quote is None) is (place is None):
        raise UsageError('name the words with --quote "WORDS", or their place with --at START:END')
    spot = quoted(text, quote) if quote is not None else placed(text, place or "")
    return Missed(thing, spot, sentence_around(text, spot))


def quoted(text: Text, quote: str) -> Range:
    """Where the words stand, if exactly once; blanks and line ends are alike."""
    words = quote.split()
    if not words:
        raise UsageError("--quote: there are no words in it")
    spelt = re.compile(r"\s+".join(map(re.escape, words)))
    found = [Range(*match.span()) for match in spelt.finditer(text.string)]
    if not found:
        raise UsageError(f"--quote: page {text.page} does not have the words {quote!r}")
    if len(found) > 1:
        places = ", ".join(f"{at.start}:{at.end}" for at in found[:_PLACES])
        raise UsageError(f"--quote: the page has these words {len(found)} times; name one of them with --at: {places}")
    return found[0]


def placed(text: Text, place: str) -> Range:
    """The range that START:END names."""
    found = _AT.fullmatch(place.strip())
    if found is None or not int(found[1]) < int(found[2]) <= len(text.string):
        raise UsageError(f"--at {place}: write START:END, code points of the page's text, 0 to {len(text.string)}")
    return Range(int(found[1]), int(found[2]))


def sentence_around(text: Text, spot: Range) -> Range:
    """The sentences that hold the words; the words themselves where they stand in no block."""
    first, last = spot.start, spot.end
    for block in text.blocks:
        if block.start < spot.end and spot.start < block.end:
            touched = [
                s for s in sentences(text.string, block.start, block.end) if s.start < spot.end > spot.start < s.end
            ]
            first = min([first, *(s.start for s in touched)])
            last = max([last, *(s.end for s in touched)])
    return Range(first, last)
