"""What the commands of the registers share."""

from trucewatch.cli.events import NO_EVENTS
from trucewatch.record.protocols import Reader
from trucewatch.views.events import coded_at_all


def no_events(reader: Reader) -> str:
    """What to do where the record holds no events at all; empty where it holds some."""
    return "" if coded_at_all(reader) else NO_EVENTS
