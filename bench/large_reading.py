"""Twenty thousand pages through `trucewatch read`: the peak of memory, and what a second run over them costs."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, say
from bench.memory import can_measure, run_watched
from bench.variants import write_variants

READ = "import sys; from trucewatch.cli import main; main(['read', *sys.argv[1:]])"
ALL_READ, SOME_DROPPED = 0, 3


def large_reading(examples: Path, scratch: Path, count: int) -> Iterator[Figure]:
    """Read generated pages twice with the default engine; what was generated is removed afterwards."""
    shutil.rmtree(scratch, ignore_errors=True)
    pages, record = scratch / "pages", scratch / "record.db"
    try:
        size = write_variants(pages, examples, count)
        say(f"large reading: {count} generated pages, {size / 1e6:.0f} MB; first run (minutes)")
        first, peak, processes = _read(pages, record)
        say(f"first run {first:.0f} s, {count / first:.0f} pages/s; second run")
        second, _, _ = _read(pages, record)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    on = f"{count} pages: {second:.1f} s after {first:.1f} s"
    yield Figure("second run over unchanged pages, time over the first", second / first, 0.1, "at most", "x", on)
    megabytes = peak / 1e6 if can_measure() else None
    on = f"{count} pages, {processes} processes at most, {count / first:.0f} pages/s"
    yield Figure("reading, peak PSS over all processes", megabytes, 800.0, "at most", " MB", on)


def _read(pages: Path, record: Path) -> tuple[float, int, int]:
    command = [sys.executable, "-c", READ, str(pages), "--record", str(record)]
    code, seconds, peak, processes = run_watched(command)
    if code not in (ALL_READ, SOME_DROPPED):
        raise RuntimeError(f"`trucewatch read` ended with exit code {code}; run it over {pages} to see why")
    return seconds, peak, processes
