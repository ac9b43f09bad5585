"""`python -m bench`: prints each figure beside its floor; exit code 1 where one is missed."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.answers import answers
from bench.events import events
from bench.figures import Figure, as_line
from bench.growth import growth
from bench.language import language
from bench.large_reading import large_reading
from bench.page_to_text import page_to_text
from bench.time_expressions import time_expressions

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
EXAMPLES = ROOT / "src" / "trucewatch" / "examples" / "pages"
SCRATCH = ROOT / ".bench"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure speed and memory as ratios.")
    parser.add_argument(
        "--only",
        choices=["text", "times", "language", "events", "large", "growth", "answers"],
        help="one of these alone",
    )
    parser.add_argument("--pages", type=int, default=20_000, help="generated pages of the large reading")
    parser.add_argument("--documents", type=int, default=100_000, help="documents of the large record")
    asked = parser.parse_args()
    runs: dict[str, Callable[[], Iterator[Figure]]] = {
        "text": lambda: page_to_text(SHARED / "content", EXAMPLES),
        "times": lambda: time_expressions(SHARED / "times" / "dev.jsonl", EXAMPLES),
        "language": lambda: language(EXAMPLES),
        "events": lambda: events(EXAMPLES),
        "growth": lambda: growth(SCRATCH, asked.documents),
        "answers": lambda: answers(SCRATCH, asked.documents),
        "large": lambda: large_reading(EXAMPLES, SCRATCH / "large", asked.pages),
    }
    missed = 0
    for name, measure in runs.items():
        if asked.only in (None, name):
            for figure in measure():
                print(as_line(figure), flush=True)
                missed += not figure.reached
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
