"""Names of files and archive members: how they are shown, and which of them are not what they seem."""

import re
from pathlib import PurePosixPath

_DRIVE = re.compile(r"[A-Za-z]:")
_SEPARATOR = re.compile(r"[/\\]")


def shown(name: str) -> str:
    r"""The name as it can be stored and printed: bytes that are not UTF-8 and control characters as \xNN.

    An escape sequence in a file's name must not reach a terminal.
    """
    return name if name.isprintable() else "".join(map(_shown_character, name))


def _shown_character(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that the file system's encoding could not read, as `surrogateescape` keeps it
        return f"\\x{code - 0xDC00:02x}"
    if 0xD800 <= code <= 0xDFFF:
        return f"\\u{code:04x}"
    if code < 0x20 or 0x7F <= code < 0xA0:
        return f"\\x{code:02x}"
    return character


def extension(name: str) -> str:
    """The last extension in lower case with its dot; empty where the name has none."""
    return PurePosixPath(name).suffix.lower()


def file_name(path: str) -> str:
    """The last part of a '/'-separated path."""
    return path.rsplit("/", 1)[-1]


def tidy(path: str) -> str:
    """The path without empty and '.' parts: './a//b.html' is 'a/b.html'."""
    return "/".join(part for part in path.split("/") if part not in ("", "."))


def unsafe(name: str) -> str | None:
    """Why an archive member's name must not be followed, or None; both kinds of slash separate."""
    if name.startswith(("/", "\\")):
        return "the name is absolute"
    if _DRIVE.match(name):
        return "the name begins with a drive letter"
    if ".." in _SEPARATOR.split(name):
        return "the name leads out of the archive with '..'"
    if "\0" in name:
        return "the name contains a NUL"
    return None


def hidden(path: str) -> bool:
    """True where a part of the path begins with a dot, or is the folder that macOS adds to its zips."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.split("/"))


def member_name(name: str, *, utf8: bool) -> str:
    """A zip member's name as it was meant: zips without the UTF-8 flag are read as cp437, yet many hold UTF-8."""
    if utf8 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name
