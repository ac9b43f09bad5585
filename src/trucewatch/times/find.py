"""Time expressions of a text, found, resolved and placed."""

from collections.abc import Iterator, Sequence
from typing import Final

from trucewatch.record.spans import Range
from trucewatch.record.times import Timex
from trucewatch.times.calendar import anchor_of
from trucewatch.times.context import Context
from trucewatch.times.doubt import doubtful
from trucewatch.times.frames import Frames
from trucewatch.times.join import join
from trucewatch.times.modify import modify
from trucewatch.times.resolve import resolve
from trucewatch.times.scan import Expression, scan
from trucewatch.times.tense import Tense, tense
from trucewatch.times.tokens import Tokens, tokenise


def find_times(text: str, published: str | None, ranges: Sequence[Range] | None = None) -> list[Timex]:
    """The time expressions of `text`, sorted and disjoint, offsets in code points of the whole text.

    `ranges` are the blocks to search, in any order (None: the whole text); no expression crosses the end of one.
    `published` is an ISO prefix with XXXX or XX for what is not known; None leaves X where the words alone do not say.
    """
    context = Context(anchor_of(published))
    blocks = [(0, len(text))] if ranges is None else sorted((r.start, r.end) for r in ranges)
    times: list[Timex] = []
    done = 0
    for start, end in blocks:
        start = max(start, done)
        if start < end:
            times += _in_block(tokenise(text, start, min(end, len(text))), context)
            done = end
    return times


def _in_block(tokens: Tokens, context: Context) -> Iterator[Timex]:
    floor, frames = 0, Frames()
    context.story.fresh = False
    for candidate in join(tokens, scan(tokens)):
        expression = modify(tokens, candidate, floor)
        if not expression.vouched and doubtful(tokens, candidate):
            continue
        context.frame = frames.at(tokens, expression)
        timex = _timex(tokens, expression, context)
        if timex is not None:
            frames.tell(expression, timex.value)
            floor = expression.last
            yield timex


_SPEECH: Final = frozenset("said says announced reported".split())


def _timex(tokens: Tokens, expression: Expression, context: Context) -> Timex | None:
    def tense_here() -> Tense:
        return tense(tokens, expression.first, expression.last)

    def just_said() -> bool:
        return tokens.word(expression.first - 1) in _SPEECH

    context.tense, context.just_said = tense_here, just_said
    resolved = resolve(expression.meaning, context)
    if resolved is None:
        return None
    start, end = tokens.starts[expression.first], tokens.end(expression.last - 1)
    earliest, latest = resolved.interval
    return Timex(start, end, resolved.type, resolved.value, resolved.mod, earliest, latest)
