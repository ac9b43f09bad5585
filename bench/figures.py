"""A measured figure with its floor, and the clock that compares two ways of doing one thing."""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, what it must reach, and what it was measured on; a value of None could not be measured."""

    what: str
    value: float | None
    bound: float
    side: Literal["at most", "at least"]
    unit: str
    on: str

    @property
    def reached(self) -> bool:
        """Whether the floor holds; what could not be measured here is not held against it."""
        if self.value is None:
            return True
        return self.value <= self.bound if self.side == "at most" else self.value >= self.bound


def as_line(figure: Figure) -> str:
    """One line of the bench's report."""
    verdict = "not measured" if figure.value is None else "ok" if figure.reached else "MISSED"
    value = "-" if figure.value is None else f"{figure.value:.3g}{figure.unit}"
    return f"{figure.what:<52} {value:>9}  {figure.side:<8} {figure.bound:g}{figure.unit:<4} {verdict:<12} {figure.on}"


def say(message: str) -> None:
    """Progress, on standard error."""
    print(f"  {message}", file=sys.stderr, flush=True)


def seconds_of_each(
    items: Iterable[T], one: Callable[[T], object], other: Callable[[T], object], rounds: int
) -> tuple[float, float]:
    """Processor seconds that each of two ways takes for all items: per item the best of its rounds.

    The two take turns on every item, so that what else the machine does meets both; the best of several rounds is
    what the work itself costs.
    """
    totals = [0.0, 0.0]
    for item in items:
        best = [float("inf"), float("inf")]
        for turn in range(2 * rounds):
            which = turn % 2
            began = time.process_time()
            (one, other)[which](item)
            best[which] = min(best[which], time.process_time() - began)
        totals = [total + b for total, b in zip(totals, best, strict=True)]
    return totals[0], totals[1]
