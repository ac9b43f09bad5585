"""The memory of a process and all that it starts, as proportional set size: shared pages are counted once."""

import resource
import subprocess
import threading
import time
from pathlib import Path

PROC = Path("/proc")
INTERVAL = 0.2
"""Seconds between two looks."""


def can_measure() -> bool:
    """Whether this system tells proportional set sizes (Linux does)."""
    return (PROC / "self" / "smaps_rollup").is_file()


def run_watched(command: list[str]) -> tuple[int, float, int, int]:
    """Run a command: exit code, seconds, peak bytes over all its processes (0 unmeasured), most processes at once."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watch = _Watch(process.pid)
    watch.start()
    code = process.wait()
    seconds = time.perf_counter() - began
    watch.ended.set()
    watch.join()
    return code, seconds, watch.peak, watch.most


def run_alone(command: list[str]) -> tuple[int, float, int]:
    """Run a command that starts no other: exit code, processor seconds, peak resident bytes (0 unmeasured).

    The peak is asked of the process while it lives: what the system says of it afterwards counts the memory of the
    process that started it as well.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, _high_water(process.pid))
        time.sleep(INTERVAL / 10)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return process.returncode, seconds, peak


def _high_water(pid: int) -> int:
    try:
        lines = (PROC / str(pid) / "status").read_text("ascii", "replace").splitlines()
    except OSError:  # ended, or a system that does not tell
        return 0
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


class _Watch(threading.Thread):
    """Looks at a process and its descendants until told to stop; keeps the largest sum."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root, self.peak, self.most = root, 0, 0
        self.ended = threading.Event()

    def run(self) -> None:
        while can_measure() and not self.ended.wait(INTERVAL):
            family = _family(self.root)
            self.most = max(self.most, len(family))
            self.peak = max(self.peak, sum(_pss(pid) for pid in family))


def _family(root: int) -> list[int]:
    """The process and every descendant of it that is alive."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for children in (PROC / str(pid) / "task").glob("*/children"):
            try:
                waiting += map(int, children.read_text("ascii").split())
            except OSError:  # it ended between the two looks
                continue
    return found


def _pss(pid: int) -> int:
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text("ascii").splitlines()
    except OSError:  # ended, or a zombie: it holds no memory
        return 0
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))
