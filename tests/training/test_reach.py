"""The table of figures: every row finds its figure, and says whether it is reached."""

from typing import Any

from training.evaluate import TASKS
from training.reach import ROWS, report


def test_every_task_has_its_rows_and_each_says_what_it_reaches() -> None:
    for task in TASKS:
        rows = [row for row in ROWS if row.task == task]
        found: dict[str, Any] = {}
        for row in rows:
            found |= {row.path[0]: 0.8 if len(row.path) == 1 else {row.path[1]: 0.8}}
        lines = list(report(task, found))
        assert len(lines) == len(rows) > 0
        for row, line in zip(rows, lines, strict=True):
            assert line.startswith(row.what)
            assert ("ok" in line, "MISSED" in line) == (
                row.reach is not None and row.reach <= 0.8,
                row.reach is not None and row.reach > 0.8,
            )
