"""The article told by the density of its text, for pages on which the extractor finds none."""

from collections.abc import Sequence

from trucewatch.reading.html.cues import Cue
from trucewatch.reading.html.pieces import Piece

_CHROME = frozenset(
    {Cue.NAVIGATION, Cue.RELATED, Cue.COMMENT, Cue.NOTICE, Cue.FOOTER, Cue.CAPTION, Cue.BYLINE, Cue.HEADER}
)
_PROSE = 80  # characters from which a piece with an end mark is prose
_LONG = 200  # and from which it is without one
_GAP = 6  # pieces of other things that may stand between two paragraphs of one article
_ENDS = (".", "!", "?", "…", "”", "»", '"', "。", "！", "？", "।", "؟", "۔", "։", ":", ")")


def dense_article(pieces: Sequence[Piece]) -> list[bool]:
    """The run of prose with the most text, short pieces between its paragraphs taken in; all False without prose."""
    prose = [number for number, piece in enumerate(pieces) if is_prose(piece)]
    runs: list[list[int]] = []
    for number in prose:
        if runs and number - runs[-1][-1] <= _GAP:
            runs[-1].append(number)
        else:
            runs.append([number])
    inside = [False] * len(pieces)
    if not runs:
        return inside
    best = max(runs, key=lambda run: sum(len(pieces[number].text) for number in run))
    for number in range(best[0], best[-1] + 1):
        piece = pieces[number]
        inside[number] = piece.cue not in _CHROME and piece.link_share < 0.5
    return inside


def is_prose(piece: Piece) -> bool:
    """Whether the piece reads like a paragraph of an article: long enough, ended like one, not made of links."""
    if piece.cue in _CHROME or piece.link_share > 0.4:
        return False
    return len(piece.text) >= _LONG or (len(piece.text) >= _PROSE and piece.text.endswith(_ENDS))
