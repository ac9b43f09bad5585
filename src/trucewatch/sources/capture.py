"""From arguments to pages: every file ends in one item, or in those of what it holds."""

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from trucewatch.record.outcomes import Dropped, Skipped, Why
from trucewatch.sources.bounds import Budget
from trucewatch.sources.files import check_there, open_file
from trucewatch.sources.forms import may_hold_many
from trucewatch.sources.found import Found, Holder, Item
from trucewatch.sources.intake import take
from trucewatch.sources.listing import Listing
from trucewatch.sources.names import file_name, shown
from trucewatch.sources.options import STAGE, SourceOptions
from trucewatch.sources.walk import Entry, is_folder, walk


def capture(arguments: Sequence[str | Path], options: SourceOptions) -> Iterator[Item]:
    """The pages of files, folders and archives: arguments in the order given, each in the order of its paths.

    A tar is read in its own order. Bytes are read one page at a time. Raises UsageError, before anything is read,
    where an argument does not exist.
    """
    paths = [Path(argument) for argument in arguments]
    for path in paths:
        check_there(path)
    return _capture(paths, options)


def count(arguments: Sequence[str | Path], options: SourceOptions) -> int | None:
    """How many items `capture` will yield; None where an archive or JSONL has to be read to know."""
    found = 0
    for argument in arguments:
        for entry in walk(Path(argument)):
            if may_hold_many(entry.path):
                return None
            found += 1
    return found


def _capture(paths: Sequence[Path], options: SourceOptions) -> Iterator[Item]:
    table = options.meta.path if options.meta is not None else None
    for path in paths:
        entries = list(walk(path))
        holder = _holder(path, entries, options)
        for entry in entries:
            if entry.skip:
                yield Skipped(entry.path, entry.skip)
            elif entry.refused:
                yield Dropped(entry.path, STAGE, Why.UNREADABLE, f"the system says: {entry.refused}")
            elif table is not None and entry.real.name == table.name and entry.real.resolve() == table.resolve():
                yield Skipped(entry.path, "the table of what is given")
            else:
                yield from take(_found(entry, holder))


def _holder(path: Path, entries: Sequence[Entry], options: SourceOptions) -> Holder:
    folder = is_folder(path)
    written = path.absolute() if folder else path.absolute().parent
    listing = Listing(lambda: (entry.path for entry in entries))
    return Holder(options, listing, shown(written.as_posix()), Budget(None, options.limits), direct=not folder)


def _found(entry: Entry, holder: Holder) -> Found:
    return Found(
        entry.path, entry.path, file_name(entry.path), holder, _file_opener(entry.real), size=_size(entry.real)
    )


def _file_opener(path: Path) -> Callable[[], io.BufferedReader]:
    return lambda: open_file(path)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None  # opening it will say why
