"""The files of an argument, in the order of their paths; links inside a folder are not followed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trucewatch.sources.names import hidden, shown


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a folder, or something there that is not read and why."""

    path: str
    """Relative to the argument, '/' between the parts, as shown."""
    real: Path
    skip: str = ""
    """Why it is no page and not looked into: a hidden folder, a link."""
    refused: str = ""
    """What the system said where it would not list a folder."""


def is_folder(path: Path) -> bool:
    """True for a folder; False also where the system will not say."""
    try:
        return path.is_dir()
    except OSError:
        return False


def walk(argument: Path) -> Iterator[Entry]:
    """The files of a folder and its sub-folders, or the file itself."""
    if not is_folder(argument):
        yield Entry(shown(argument.name), argument)
        return
    # A list of what is still to do, not recursion: folders can be nested deeper than Python's stack.
    waiting = _listed("", argument)
    while waiting:
        entry, folder = waiting.pop()
        if folder:
            waiting.extend(_listed(f"{entry.path}/", entry.real))
        else:
            yield entry


def _listed(prefix: str, folder: Path) -> list[tuple[Entry, bool]]:
    """What a folder holds, last name first, each with whether it is a folder to look into."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name, reverse=True)
            return [_entry(prefix, entry) for entry in entries]
    except OSError as error:
        return [
            (
                Entry(prefix.rstrip("/") or shown(folder.name) or ".", folder, refused=error.strerror or str(error)),
                False,
            )
        ]


def _entry(prefix: str, entry: "os.DirEntry[str]") -> tuple[Entry, bool]:
    path, real = prefix + shown(entry.name), Path(entry.path)
    if entry.is_symlink():
        # What it leads to inside the folder is read where it lies; what lies outside was not asked for, and a loop
        # would never end.
        return Entry(path, real, skip="a link; name it as an argument to have it followed"), False
    if not entry.is_dir(follow_symlinks=False):
        return Entry(path, real), False
    if hidden(entry.name):
        return Entry(path, real, skip="a hidden folder; name it as an argument to have it read"), False
    return Entry(path, real), True
