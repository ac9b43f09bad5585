"""The table that states outlet, publication date and address of pages: `--meta FILE.csv`."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trucewatch.errors import UsageError
from trucewatch.record.dates import PartialDate
from trucewatch.record.pages import Given

_STATED = ("outlet", "published", "address")
_DELIMITERS = (",", ";", "\t")
_MOST_BYTES = 256 << 20
_DEEPEST = 64
"""Path parts that are compared with the table; no archive of pages nests its folders deeper."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: which file, and what is stated of it."""

    number: int
    """As a spreadsheet counts: the header is row 1."""
    file: str
    given: Given


class MetaTable:
    """The rows by file, and which of them were used."""

    def __init__(self, path: Path, rows: Mapping[str, Row]) -> None:
        """`rows` by their file as `_key` writes it."""
        self.path = path
        self._rows = rows
        self._used: set[str] = set()

    def given(self, path: str, holder: str, alike: Callable[[str], int], default: Given) -> Given:
        """What is stated of the page at `path` in `holder`: its row's fields, and `default` where the row has none.

        A row names a page by its path in the holder, by a longer path that ends in it, or by the end of that path
        (its bare file name, say) where `alike` finds no other file of the holder that ends in the same.
        """
        row = self._find(_key(path), _key(f"{holder}/{path}"), alike)
        if row is None:
            return default
        stated = row.given
        return Given(
            stated.outlet or default.outlet,
            stated.published or default.published,
            stated.address or default.address,
        )

    def unused(self) -> tuple[Row, ...]:
        """The rows that no page asked for, or that several did by name alone; complete once all was captured."""
        return tuple(row for key, row in self._rows.items() if key not in self._used)

    def _find(self, path: str, full: str, alike: Callable[[str], int]) -> Row | None:
        for key in (path, *_tails(full)):
            row = self._rows.get(key)
            if row is not None and (key == path or alike(key) <= 1):
                self._used.add(key)
                return row
        return None


def load_meta(path: str | Path) -> MetaTable:
    """Read the table; raises UsageError naming file, row, column, value and the way out."""
    path = Path(path)
    rows: dict[str, Row] = {}
    for row in _rows(path):
        key = _key(row.file)
        if key in rows:
            other = rows[key].number
            raise _bad(path, row.number, f"file {row.file!r} already stands in row {other}; keep one of the two")
        rows[key] = row
    return MetaTable(path, rows)


def _rows(path: Path) -> Iterator[Row]:
    lines = _cells(path)
    _, header = next(lines, (1, []))
    columns = _columns(path, header)
    for number, cells in lines:
        if len(cells) > len(header):
            detail = f"it has {len(cells)} cells where the header has {len(header)}"
            raise _bad(path, number, f"{detail}; put quotes around a cell that contains the delimiter")
        if any(cell.strip() for cell in cells):
            yield _row(path, number, cells, columns)


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers, the header first."""
    text = _text(path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = 0
    try:
        for cells in reader:
            number += 1
            yield number, cells
    except csv.Error as error:
        raise _bad(path, number + 1, f"it is no CSV ({error}); save the table anew as CSV") from None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"the table {path} cannot be read: {error.strerror}") from None
    if len(data) > _MOST_BYTES:
        raise UsageError(f"the table {path} is larger than {_MOST_BYTES >> 20} MiB; split the pages and their table")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise _bad(path, row, "it is not UTF-8; save the table anew as 'CSV UTF-8'") from None


def _delimiter(text: str) -> str:
    """The delimiter that the header uses; only names of columns are looked at, so no cell can mislead it."""
    header = text.partition("\n")[0]
    return max(_DELIMITERS, key=lambda mark: "file" in _column_names(header.split(mark)) and header.count(mark) + 1)


def _column_names(cells: Sequence[str]) -> list[str]:
    return [cell.strip().strip('"').strip().lower() for cell in cells]


def _columns(path: Path, header: Sequence[str]) -> dict[str, int]:
    """The position of each known column."""
    names = _column_names(header)
    for name in ("file", *_STATED):
        if names.count(name) > 1:
            raise _bad(path, 1, f"the header has the column {name!r} twice; keep one of the two")
    columns = {name: names.index(name) for name in ("file", *_STATED) if name in names}
    if "file" not in columns or len(columns) == 1:
        wanted = "file and at least one of outlet, published, address"
        raise _bad(path, 1, f"the header is {', '.join(names) or 'empty'}; it must name {wanted}")
    return columns


def _row(path: Path, number: int, cells: Sequence[str], columns: Mapping[str, int]) -> Row:
    values = {name: cells[at].strip() if at < len(cells) else "" for name, at in columns.items()}
    if not _key(values["file"]):
        raise _bad(path, number, "column file: empty; name the page's file")
    published, address = values.get("published"), values.get("address")
    if published:
        try:
            PartialDate(published)
        except ValueError as error:
            raise _bad(path, number, f"column published: {error}") from None
    if address and not address.lower().startswith(("http://", "https://")):
        raise _bad(path, number, f"column address: {address!r} is no web address; begin it with https:// or http://")
    return Row(number, values["file"], Given(values.get("outlet") or None, published or None, address or None))


def _key(file: str) -> str:
    """A path as it is compared: '/' between its parts, composed characters (macOS writes file names decomposed)."""
    parts = unicodedata.normalize("NFC", file).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", "."))


def _tails(key: str) -> Iterator[str]:
    """The ends of a path, longest first."""
    parts = key.split("/")[-_DEEPEST:]
    for start in range(len(parts)):
        yield "/".join(parts[start:])


def _bad(path: Path, row: int, detail: str) -> UsageError:
    return UsageError(f"{path}, row {row}: {detail}")
