"""What a text's expressions are resolved against, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from trucewatch.record.times import TimexType
from trucewatch.times.calendar import Anchor
from trucewatch.times.interval import UNKNOWN, Interval
from trucewatch.times.story import Story
from trucewatch.times.tense import Tense


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value ready for the record."""

    type: TimexType
    value: str
    mod: str | None = None
    interval: Interval = UNKNOWN


def _unknown() -> Tense:
    return Tense.UNKNOWN


def _no() -> bool:
    return False


@dataclass(slots=True)
class Context:
    """The day of telling, the times told so far, and the tense at the expression in hand."""

    anchor: Anchor
    story: Story = field(default_factory=Story)
    tense: Callable[[], Tense] = _unknown
    """Asked for only where it matters: it looks at the words around."""
    just_said: Callable[[], bool] = _no
    """True where a verb of speech stands right before the expression in hand."""
    frame: tuple[int, int] | None = None
    """Year and month (0: none) that an opening sets for the expression in hand: "In 1994 ... in May"."""

    def frame_year(self, month: int) -> int | None:
        """The year of a month under the frame: a month before the opening's own is the next year's."""
        if self.frame is None:
            return None
        year, opened = self.frame
        return year + 1 if month < opened else year
