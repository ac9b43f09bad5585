"""How speech is given: direct, mixed or indirect, by how much of it stands in quotation marks."""

import re
from collections.abc import Sequence
from typing import Final

from trucewatch.extract.speech.quotes import Quotes
from trucewatch.record.mentions import Kind
from trucewatch.record.spans import Range

_ALL: Final = 0.97
"""The share of a content's letters from which it is direct: a sign or letter outside does not make it mixed."""

_THAT: Final = re.compile(r"(?:that|whether|how|if|why)\b[\s,]*[\"“”„«‘'`]")


def kind_of(text: str, quotes: Quotes, content: Sequence[Range]) -> Kind:
    """Direct where essentially all of the content is quoted, mixed where some words are, else indirect.

    A sentence that is made a clause of ("that “...”") is mixed: its beginning is the writer's.
    """
    whole = sum(_letters(text, piece) for piece in content)
    inside = sum(
        _letters(text, Range(max(piece.start, quote.inner.start), min(piece.end, quote.inner.end)))
        for piece in content
        for quote in quotes.touching(piece)
    )
    if inside >= _ALL * whole and inside and not _THAT.match(text, content[0].start, content[0].end):
        return Kind.DIRECT
    return Kind.MIXED if inside else Kind.INDIRECT


def _letters(text: str, at: Range) -> int:
    return sum(map(str.isalnum, at.of(text)))
