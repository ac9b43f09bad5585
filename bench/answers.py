"""How long a large record takes to answer: the commands themselves, the first hundred rows, all in one process."""

import io
import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import astuple, dataclass
from pathlib import Path

from bench.figures import Figure, say
from bench.growth import record
from bench.memory import can_measure, run_alone
from bench.press import world
from bench.questions import Question, questions
from trucewatch.cli.main import run

SLOWEST = 10
"""Questions that are told by name."""
EVENTS = (("--track", "agreement"), ("--track", "meeting", "--since", world.FIRST_DAY.isoformat()))
"""What finds an event that is told again for years, and one of the news of a day."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an answer took: seconds by the clock and of the processor."""

    clock: float
    processor: float
    question: Question


def answers(scratch: Path, count: int) -> Iterator[Figure]:
    """Three figures: the 95th percentile over a mixed list of questions, without and with `--as-of`, and the memory."""
    path, told = record(scratch, count), scratch / "answers.json"
    say(f"answers: every view of {count} documents, with and without --as-of")
    code, _, peak = run_alone([sys.executable, "-c", ASK, str(path), str(count), str(told)])
    if code:
        raise RuntimeError(f"{path} could not be asked: exit code {code}")
    taken = json.loads(told.read_text("utf-8"))
    told.unlink()
    for name, bound in (("", 500.0), (" --as-of", 2000.0)):
        yield _figure(f"answers{name} at {count:,}, 95th percentile", [Taken(*t) for t in taken[name]], bound)
    megabytes = peak / 1e6 if can_measure() else None
    on = "one process asks everything"
    yield Figure(f"answers at {count:,}, peak memory", megabytes, 1500.0, "at most", " MB", on)


ASK = "import sys; from bench.answers import ask_all; ask_all(*sys.argv[1:])"


def ask_all(path: str, count: str, told: str) -> None:
    """What the process that is measured does: ask everything, without and with `--as-of`, and write down the times."""
    plain, dated = asked(Path(path), int(count))
    ask(Path(path), plain[0])  # imports, and the tables that are loaded once
    taken = {name: [ask(Path(path), q) for q in listed] for name, listed in (("", plain), (" --as-of", dated))}
    Path(told).write_text(json.dumps({name: [astuple(t) for t in every] for name, every in taken.items()}), "utf-8")


def asked(path: Path, count: int) -> tuple[list[Question], list[Question]]:
    """The questions, and the same as of days early and late."""
    days = world.days(count)
    plain = questions(days, [id_ for narrowed in EVENTS for id_ in _ids(path, narrowed)])
    moments = days[len(days) // 2].isoformat(), days[-2].isoformat()
    return plain, [(*question, "--as-of", moments[n % 2]) for n, question in enumerate(plain)]


def _ids(path: Path, narrowed: Question) -> list[str]:
    _, printed = answer(path, ("show", "events", *narrowed, "--limit", "1"))
    return [row["id"] for row in json.loads(printed or "[]")]


def ask(path: Path, question: Question) -> Taken:
    """Ask once; RuntimeError where the command fails."""
    clock, processor = time.perf_counter(), time.process_time()
    code, _ = answer(path, question)
    taken = Taken(time.perf_counter() - clock, time.process_time() - processor, question)
    if code:
        raise RuntimeError(f"trucewatch {' '.join(question)}: exit code {code}")
    return taken


def answer(path: Path, question: Question) -> tuple[int, str]:
    """The exit code and what the command prints as JSON."""
    out, errors = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(errors):
        code = run([*question, "--format", "json", "--record", str(path)])
    return code, out.getvalue()


def _figure(name: str, taken: Sequence[Taken], bound: float) -> Figure:
    ranked = sorted(taken, key=lambda t: -t.clock)
    for slow in ranked[:SLOWEST]:
        say(f"{1000 * slow.clock:8,.0f} ms ({1000 * slow.processor:,.0f} of processor time)  {' '.join(slow.question)}")
    busy = sorted((t.processor for t in taken), reverse=True)
    median, slowest = ranked[len(ranked) // 2].clock, ranked[0].clock
    on = f"{len(taken)} answers: median {1000 * median:,.0f} ms, slowest {1000 * slowest:,.0f} ms; of processor time "
    on += f"{1000 * busy[len(busy) // 20]:,.0f} ms"
    return Figure(name, 1000 * ranked[len(ranked) // 20].clock, bound, "at most", " ms", on)
