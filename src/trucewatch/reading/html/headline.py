"""Which piece of the page is its headline: by its element, and by what the markup states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.reading.html.cues import Cue
from trucewatch.reading.html.pieces import Piece

_LONGEST = 400  # characters of a headline
_LEAST_STATED = 12  # characters of a stated headline that a longer heading can hold
_ENOUGH = 2  # score from which a piece is taken for the headline
_PARTS = re.compile(r"\s[|–—»·:-]\s|\s?[|»]\s?")
_WORDS = re.compile(r"\w+")
_BY_TAG = {"h1": 3, "h2": 1, "h3": 1}
_CHROME = frozenset({Cue.NAVIGATION, Cue.RELATED, Cue.FOOTER, Cue.NOTICE, Cue.COMMENT})


@dataclass(frozen=True, slots=True)
class Hints:
    """What the markup states that is looked for on the page."""

    headlines: tuple[str, ...] = ()
    """The stated headline first, then the window title."""
    description: str | None = None
    byline: str | None = None


class _Title:
    """A stated headline or window title, ready to be compared with many pieces."""

    def __init__(self, text: str) -> None:
        self.words = normal(text)
        self.set = frozenset(self.words.split())
        # The longest part is the headline; the others name the site and its sections.
        self.part = normal(max(_PARTS.split(text), key=len))

    def is_named_by(self, words: str, *, heading: bool) -> bool:
        """Whether `words` is the headline held here, one that holds it, or one worded a little otherwise."""
        if words == self.part or (heading and len(self.words) > _LEAST_STATED and self.words in words):
            return True
        own = set(words.split())
        shared = len(own & self.set)
        return shared >= 3 and shared >= 0.7 * len(own) and shared >= 0.5 * len(self.set)


def find_headline(pieces: Sequence[Piece], stated: Sequence[str]) -> int | None:
    """The number of the piece that is most like a headline, the earliest of equals; None where none is like one."""
    titles = [_Title(text) for text in stated]
    scores = [(_likeness(piece, titles), -number) for number, piece in enumerate(pieces)]
    best, number = max(scores, default=(0, 0))
    return -number if best >= _ENOUGH else None


def normal(text: str) -> str:
    """The words of `text` in lower case, one space between: equal for equal headlines."""
    return " ".join(_WORDS.findall(text.casefold()))


def _likeness(piece: Piece, titles: Sequence[_Title]) -> int:
    if len(piece.text) > _LONGEST or (piece.cue in _CHROME and not piece.heading):
        return 0
    words = normal(piece.text)
    if not words:
        return 0
    score = _BY_TAG.get(piece.tag, 0) + (2 if piece.cue is Cue.HEADLINE else 0)
    if any(words == title.words for title in titles):
        score += 5 if piece.heading else 3
    elif any(title.is_named_by(words, heading=piece.heading) for title in titles):
        score += 3
    elif titles:
        score -= 2
    return score - (3 if piece.cue in _CHROME else 0)
