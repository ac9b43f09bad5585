"""A record of a hundred thousand documents: what one more costs, beside what it costs a small record, and the memory.

The record is made once and kept in a folder that git ignores, under a name that tells what it was made by.
"""

import hashlib
import json
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.figures import Figure, say
from bench.memory import can_measure, run_alone
from bench.press import documents
from trucewatch.dossiers import load_outlets
from trucewatch.pipeline import LineLoader, load_lines
from trucewatch.record.protocols import Store
from trucewatch.resolve import OutletIndex
from trucewatch.store import open_store

ROOT = Path(__file__).resolve().parent.parent
SMALL = 1_000
NEW = 500
"""Documents that are added to each record while the clock runs; those of the days after it."""
ROUNDS = 3
RECIPE = "bench"
MADE_BY = ("bench/press", "src/trucewatch/store", "src/trucewatch/pipeline", "src/trucewatch/record")
"""What a record is made by: where any of it changes, the record is made anew."""


def growth(scratch: Path, count: int) -> Iterator[Figure]:
    """Two figures: the time that a new document takes at `count` documents over that at a thousand, and the memory."""
    large, small = record(scratch, count), record(scratch, SMALL)
    say(f"growth: {NEW} new documents at {SMALL} and at {count}, {ROUNDS} rounds in turn")
    best: dict[int, tuple[float, float, int]] = {}
    for _ in range(ROUNDS):
        for size, path in ((SMALL, small), (count, large)):
            taken = _added(path, size)
            best[size] = min(best.get(size, taken), taken)
    (here, wall, _), (there, large_wall, peak) = best[SMALL], best[count]
    on = f"{1000 * here / NEW:.1f} and {1000 * there / NEW:.1f} ms of processor time"
    on += f", {1000 * wall / NEW:.1f} and {1000 * large_wall / NEW:.1f} ms by the clock"
    yield Figure(f"time of a new document, at {count:,} over {SMALL:,}", there / here, 1.5, "at most", "x", on)
    megabytes = peak / 1e6 if can_measure() else None
    on = f"{NEW} documents into {large.stat().st_size / 1e6:,.0f} MB"
    yield Figure(f"growing at {count:,}, peak resident memory", megabytes, 1500.0, "at most", " MB", on)


def record(scratch: Path, count: int) -> Path:
    """The record of so many documents, made where it is not there yet."""
    path = scratch / "press" / f"{count}-{_fingerprint()}.db"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        began = time.perf_counter()
        say(f"making a record of {count} documents in {path} (once; minutes)")
        bring(
            open_store(str(part), load_outlets(), create=True), (json.dumps(line).encode() for line in documents(count))
        )
        part.rename(path)
        say(f"made in {time.perf_counter() - began:.0f} s, {path.stat().st_size / 1e6:,.0f} MB")
    return path


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for folder in MADE_BY:
        for file in sorted((ROOT / folder).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def bring(store: Store, lines: Iterable[bytes]) -> None:
    """Bring lines of `analyse` into a record; RuntimeError where one of them adds no page."""
    loader = LineLoader(RECIPE, OutletIndex(load_outlets()))
    with store.writer() as writer:
        tally = load_lines(writer, loader.load(lines, "press"), RECIPE)
    if tally.added != tally.pages:
        raise RuntimeError(f"every line was to add a page: {tally}")


ADD = "import sys; from bench.growth import add; add(*sys.argv[1:])"


def add(record: str, lines: str, told: str) -> None:
    """What the process that is measured does: bring the lines in, and tell the seconds that this took."""
    store = open_store(record, load_outlets(), create=False)
    began, wall = time.process_time(), time.perf_counter()
    bring(store, Path(lines).read_bytes().splitlines())
    Path(told).write_text(json.dumps([time.process_time() - began, time.perf_counter() - wall]), "ascii")


def _added(path: Path, size: int) -> tuple[float, float, int]:
    """Seconds of the processor and by the clock to add new documents to a copy; the peak of the process."""
    copy, lines, told = (path.with_suffix(suffix) for suffix in (".grown", ".lines", ".told"))
    if not lines.is_file():
        lines.write_bytes(b"\n".join(json.dumps(line).encode() for line in documents(NEW, size)))
    shutil.copyfile(path, copy)
    try:
        code, _, peak = run_alone([sys.executable, "-c", ADD, str(copy), str(lines), str(told)])
        if code:
            raise RuntimeError(f"documents could not be added to {copy}: exit code {code}")
        seconds, wall = json.loads(told.read_text("ascii"))
    finally:
        for leftover in (told, *copy.parent.glob(f"{copy.name}*")):
            leftover.unlink(missing_ok=True)
    return seconds, wall, peak
