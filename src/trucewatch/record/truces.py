"""Ceasefires, each once: who made it, when, who brokered it, and what became of it. Nothing here is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from trucewatch.record.happenings import Happening
from trucewatch.record.protocols import EventRow


class TruceState(StrEnum):
    """How a ceasefire stands by the last that is told of it."""

    PROPOSED = "proposed"
    """Offered or announced by one side, and not told to be agreed."""
    AGREED = "agreed"
    """Agreed, and not yet in force."""
    IN_FORCE = "in force"
    EXTENDED = "extended"
    """In force beyond the day it was first agreed for."""
    VIOLATED = "violated"
    """In force, with breaches told."""
    EXPIRED = "expired"
    """Its last day is over, and nobody tells of an extension."""
    ENDED = "ended"
    """Broken off, left, collapsed."""


class StepKind(StrEnum):
    """What one mention tells of a ceasefire."""

    PROPOSED = "proposed"
    DECLARED = "declared"
    IN_FORCE = "in force"
    OBSERVED = "observed"
    NOT_OBSERVED = "not observed"
    EXTENDED = "extended"
    VIOLATED = "violated"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class TruceStep:
    """One mention of a ceasefire or its breach, and what it tells."""

    kind: StepKind
    day: str | None
    """The day told, or else that of publication: an ISO prefix or two joined by "/"."""
    row: EventRow


@dataclass(frozen=True, slots=True)
class Truce:
    """One ceasefire with all that is told of it."""

    steps: tuple[TruceStep, ...]
    """In the order of their days, undated ones last; never empty."""
    anchor: str
    """The id of the mention it is known by: that on the page published first."""
    declared: str | None
    begins: str | None
    ends: str | None
    parties: tuple[str, ...]
    brokers: tuple[str, ...]
    state: TruceState
    breaches: int
    """How many violations are told, each once."""
    known: str | None = None
    """The agreement of the dossier that it is."""


class TruceFinder(Protocol):
    """Decides which mentions are of one ceasefire, and what they come to."""

    def truces(self, told: Sequence[Happening], around: Sequence[EventRow], today: str | None) -> list[Truce]:
        """The ceasefires that these happenings tell of, the oldest first.

        `around` are mentions of fighting on the same pages: they tell who fights whom. `today` is the day as of which
        they stand.
        """
        ...
