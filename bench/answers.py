"""How long a large record takes to answer: the views as the commands call them, the first hundred rows, one process."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from bench.figures import Figure, say
from bench.growth import record
from bench.press import world
from bench.questions import Ask, asks, bounds
from trucewatch.dossiers import load_outlets
from trucewatch.record.protocols import Reader, Scope
from trucewatch.store import open_store

ROUNDS = 2
SLOWEST = 8
"""Questions that are told by name."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in words like those of the command."""

    words: str
    ask: Ask
    scope: Scope


def answers(scratch: Path, count: int) -> Iterator[Figure]:
    """Two figures: the 95th percentile over a mixed list of questions, without `--as-of` and with it."""
    path = record(scratch, count)
    with open_store(str(path), load_outlets(), create=False).reader() as reader:
        plain, dated = questions(reader, count)
        for name, listed, bound in (("", plain, 500.0), (" --as-of", dated, 2000.0)):
            yield _figure(f"answers{name} at {count:,}, 95th percentile", reader, listed, bound)


def questions(reader: Reader, count: int) -> tuple[list[Question], list[Question]]:
    """Every view with every filter on its own and within bounds; and the same as of days early and late."""
    days = world.days(count)
    plain = [
        Question(f"{words}{told}", ask, scope)
        for (words, ask), (told, scope) in product(asks(reader), bounds(days).items())
    ]
    early, late = days[len(days) // 4].isoformat(), days[-2].isoformat()
    dated = [
        Question(f"{q.words} --as-of {day}", q.ask, replace(q.scope, as_of=day)) for q in plain for day in (early, late)
    ]
    return plain, dated


def _figure(name: str, reader: Reader, listed: list[Question], bound: float) -> Figure:
    say(f"{name}: {len(listed)} questions, {ROUNDS} rounds")
    taken = [(seconds(reader, q), q.words) for _ in range(ROUNDS) for q in listed]
    taken.sort(reverse=True)
    for slow, words in taken[:SLOWEST]:
        say(f"  {1000 * slow:6,.0f} ms  {words}")
    value = 1000 * taken[len(taken) // 20][0]
    on = (
        f"{len(taken)} answers, median {1000 * taken[len(taken) // 2][0]:,.0f} ms, slowest {1000 * taken[0][0]:,.0f} ms"
    )
    return Figure(name, value, bound, "at most", " ms", on)


def seconds(reader: Reader, question: Question) -> float:
    """Seconds by the clock that the answer takes."""
    began = time.perf_counter()
    question.ask(reader, question.scope)
    return time.perf_counter() - began
