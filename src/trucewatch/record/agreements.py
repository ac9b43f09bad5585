"""An agreement's own text: its parties, dates and provisions, and what each provision binds whom to.

All ranges count code points of the page's text.
"""

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.record.spans import Range


class PartyRole(StrEnum):
    """What a party is to an agreement."""

    PARTY = "party"
    GUARANTOR = "guarantor"
    MEDIATOR = "mediator"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class AgreementParty:
    """Who stands behind an agreement, and as what."""

    name: str
    """As the text names it at its shortest: "Westland" for "the Government of the Republic of Westland"."""
    roles: tuple[PartyRole, ...]
    """Each once; a party can be a guarantor as well."""
    at: Range
    """Where it is named first."""
    names: tuple[str, ...] = ()
    """What else the text calls it."""
    signed_by: str | None = None
    """Who signed for it, where the text says so."""


class DueGrounds(StrEnum):
    """How it is known when something is due."""

    STATED = "stated"
    """The text gives the date."""
    COUNTED = "counted"
    """So long after a day that the text gives."""
    OPEN = "open"
    """So long after something whose day the text does not give."""


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is to be done."""

    at: Range
    """The words that say so."""
    day: str | None
    """The last day, YYYY-MM-DD; None where it cannot be counted."""
    grounds: DueGrounds


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What one sentence or item of a provision binds somebody to."""

    at: Range
    by: tuple[str, ...]
    """Names of parties; all of them where the text says so or binds nobody in particular."""
    to: tuple[str, ...] = ()
    due: Due | None = None
    lasting: bool = False
    """To go on with something or to keep from it: it has no day on which it is done."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One numbered or unnumbered provision, without those nested in it."""

    path: str
    """Its place in the agreement, each path once: "1", "2.a", "annex A.1"; a second "1" is "1#2"."""
    number: str | None
    """As it is printed; None where it has none."""
    level: int
    """0 for what stands at the top."""
    at: Range
    """From its number to its last word."""
    words: Range | None
    """The same without the number; None where only nested ones follow."""
    undertakings: tuple[Undertaking, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedPart:
    """A day that the text gives, and the words that give it."""

    day: str
    """An ISO prefix."""
    at: Range


@dataclass(frozen=True, slots=True)
class AgreementText:
    """What the text of an agreement says of itself."""

    title: Range
    provisions: tuple[Provision, ...]
    """In the text's order; those of annexes too."""
    parties: tuple[AgreementParty, ...] = ()
    preamble: Range | None = None
    annexes: tuple[Range, ...] = ()
    """The heads of annexes."""
    signatures: Range | None = None
    """The block in which it is signed."""
    place: str | None = None
    """Where it was signed."""
    signed: DatedPart | None = None
    in_force: DatedPart | None = None
    doubts: tuple[str, ...] = ()
    """What a reader should look at: numbers that are missing or stand twice, deadlines before the signature."""

    def of_role(self, role: PartyRole) -> tuple[str, ...]:
        """The names of those who stand behind it as this."""
        return tuple(p.name for p in self.parties if role in p.roles)
