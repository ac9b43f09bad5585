"""Files of this machine: opened so that no device or pipe can hold the run up, and set aside for seeking."""

import errno
import io
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from trucewatch.errors import RetryLater, UsageError
from trucewatch.record.outcomes import Why
from trucewatch.sources.bounds import Unusable
from trucewatch.sources.names import shown
from trucewatch.sources.options import MIB
from trucewatch.sources.streams import CHUNK

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_NEVER_WAIT = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Without O_NONBLOCK, opening a pipe that nobody writes to waits for ever."""


def check_there(path: Path) -> None:
    """Raise UsageError where nothing has this name; what is there and closed to us is no slip of the user's."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError(f"there is no {shown(str(path))}; name a file or folder to read") from None
    except ValueError as error:
        raise UsageError(f"{shown(str(path))} cannot be a path ({error}); name a file or folder to read") from None
    except OSError:
        return


def open_file(path: Path) -> io.BufferedReader:
    """Open a regular file; raises `Unusable` for a pipe, device or socket, OSError where the system refuses."""
    _check_regular(path.stat().st_mode)  # before opening too: opening a device can have effects of its own
    descriptor = os.open(path, _NEVER_WAIT)
    try:
        _check_regular(os.fstat(descriptor).st_mode)
        return io.BufferedReader(io.FileIO(descriptor, "rb"), CHUNK)
    except BaseException:
        os.close(descriptor)
        raise


def _check_regular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise Unusable(Why.UNREADABLE, f"a {kind_of(mode)}, no regular file; save its content in a file and read that")


def kind_of(mode: int) -> str:
    """What a file of this mode is, in a word."""
    kinds = {
        stat.S_IFIFO: "pipe",
        stat.S_IFSOCK: "socket",
        stat.S_IFDIR: "folder",
        stat.S_IFCHR: "device",
        stat.S_IFBLK: "device",
        stat.S_IFREG: "file",
    }
    return kinds.get(stat.S_IFMT(mode), "special file")


class View(io.RawIOBase):
    """A reading position of its own in a file that several read in turn."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file = file
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Move; raises ValueError for a place before the first byte."""
        at = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if at < 0:
            raise ValueError(f"negative position {at}")
        self._at = at
        return at

    def tell(self) -> int:
        """The position."""
        return self._at

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read from the view's own position on."""
        view = memoryview(buffer).cast("B")
        self._file.seek(self._at)
        data = self._file.read(len(view))
        view[: len(data)] = data
        self._at += len(data)
        return len(data)


@contextmanager
def set_aside(stream: io.BufferedIOBase) -> Iterator[tuple[IO[bytes], int]]:
    """The rest of a stream in a file that can be sought, gone afterwards, and its size; small ones stay in memory.

    How much that can be is the stream's own matter (it counts into its archive's budget). Raises `RetryLater` where
    the disk is full.
    """
    with tempfile.SpooledTemporaryFile(max_size=MIB) as file:
        size = 0
        while piece := stream.read(CHUNK):
            size += _write(file, piece)
        yield file, size


def _write(file: IO[bytes], piece: bytes) -> int:
    try:
        return file.write(piece)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        folder = tempfile.gettempdir()
        raise RetryLater(f"the disk is full: no room to unpack in {folder}; free some or set TMPDIR") from error
