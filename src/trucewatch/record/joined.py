"""What is held to be one across pages, and why: the joins, and what reviewers have ruled on them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for two being one, or against it where the weight is negative."""

    feature: str
    """What was compared: "day", "place", "spelling"."""
    detail: str
    """What was found, in words for a reader."""
    weight: float


@dataclass(frozen=True, slots=True)
class Join:
    """Two things held to be one, or nearly: their ids, the smaller first, how sure that is, and why."""

    one: str
    other: str
    score: float
    """From 0 to 1."""
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What reviewers have decided on joins: pairs of ids, the smaller first."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


NO_RULINGS = Rulings()
