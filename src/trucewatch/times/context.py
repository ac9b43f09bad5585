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


@dataclass(slots=True)
class Context:
    """The day of telling, the times told so far, and the tense at the expression in hand."""

    anchor: Anchor
    story: Story = field(default_factory=Story)
    tense: Callable[[], Tense] = _unknown
    """Asked for only where it matters: it looks at the words around."""
    frame: int | None = None
    """The year in play at the expression in hand, where the text makes it plain."""
