"""Tables for a reader: plain text where it is piped, colours on a terminal only, nothing in them from hostile pages."""

import re
import shutil
import sys
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
"""Control characters drive a terminal, and direction marks turn a line around; a page may hold either."""

PIPED_WIDTH = 120

Cell = str | tuple[str, ...] | None
"""What stands in one cell: words, or lines of words one below the other."""


def printable(words: str) -> str:
    """The words with whatever could drive a terminal made a blank."""
    return _UNPRINTABLE.sub(" ", words).strip()


def shortened(words: str, most: int) -> str:
    """The words cut at a blank after at most so many code points, with an ellipsis for what is left out."""
    if len(words) <= most:
        return words
    return f"{words[:most].rpartition(' ')[0] or words[:most]} …"


def print_table(columns: Sequence[tuple[str, int | None]], rows: Sequence[Sequence[Cell]]) -> None:
    """Print rows under (title, fixed width or None to share what is left) on standard output."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for title, width in columns:
        table.add_column(title, width=width, overflow="fold", vertical="top")
    for row in rows:
        table.add_row(*(Text(_lines(cell)) for cell in row))
    _console().print(table)


def _lines(cell: Cell) -> str:
    lines = cell if isinstance(cell, tuple) else (cell or "",)
    return "\n".join(shown for line in lines if (shown := printable(line)))


def _console() -> Console:
    if sys.stdout.isatty():
        return Console()
    return Console(width=shutil.get_terminal_size((PIPED_WIDTH, 24)).columns, no_color=True, highlight=False)
