"""Who stands behind a passage: the outlet in its own voice, or the innermost speaker."""

from bisect import bisect_right
from collections.abc import Iterable

from trucewatch.record.mentions import Statement
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text

OUTLET = "outlet"
UNKNOWN = "unknown speaker"


class Asserters:
    """Who stands behind a passage: the innermost statement that contains it, else the outlet."""

    def __init__(self, text: Text, statements: Iterable[Statement]) -> None:
        spans = [(c.start, c.end, s) for s in statements for c in s.attribution.content]
        self._spans = sorted(spans, key=lambda span: (span[0], -span[1]))
        self._starts = [span[0] for span in self._spans]
        self._string = text.string

    def of(self, trigger: Range) -> str:
        """The speaker's name, or "outlet"."""
        last = bisect_right(self._starts, trigger.start)
        # Contents nest a few deep at most, so the nearest that began before is looked for in a bounded way.
        for start, end, statement in reversed(self._spans[max(0, last - 40) : last]):
            if start <= trigger.start and trigger.end <= end:
                return self._named(statement)
        return OUTLET

    def _named(self, statement: Statement) -> str:
        if statement.speaker is not None:
            return statement.speaker.name
        source = statement.attribution.source
        return source.of(self._string) if source else UNKNOWN
