"""The opener of tar archives, packed or not: one pass forwards, nothing extracted, headers bounded."""

import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from io import BufferedReader

from trucewatch.record.outcomes import Dropped, Why
from trucewatch.sources.bounds import Budget, Unusable
from trucewatch.sources.forms import READABLE
from trucewatch.sources.found import Found, Holder, Item, Take
from trucewatch.sources.listing import Listing
from trucewatch.sources.names import file_name, shown, tidy, unsafe
from trucewatch.sources.options import KIB, STAGE
from trucewatch.sources.streams import CHUNK, Metered, damaged

_HEADER_ROOM = 256 * KIB
"""Bytes that one member's headers may take; long names and attributes need a few KiB."""

_FAULTS = (tarfile.TarError, EOFError, ValueError, OverflowError, RecursionError)
"""What the tar module raises on hostile headers; thousands of chained ones exhaust its recursion."""


class _Forward(io.RawIOBase):
    """A stream as the tar module wants a file: it moves forwards only, and headers are read within bounds.

    Seeking backwards would let a member of negative size be read for ever; a header's declared length would be read
    into memory whole.
    """

    def __init__(self, stream: BufferedReader) -> None:
        super().__init__()
        self._stream = stream
        self._at = 0
        self.room: int | None = None
        """Bytes that may still be read; None while a member's content is read."""
        self.last = b""
        """The last block read: two of zeros are a tar's end mark."""
        self.failure: Unusable | None = None
        """Why the stream broke off."""

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes; raises `Unusable` where a header asks for too many."""
        try:
            if self.room is not None:
                if not 0 <= size <= self.room:
                    raise Unusable(Why.BOMB, f"a header of {size} bytes")
                self.room -= size
            self.last = self._stream.read(size)
        except Unusable as error:
            self.failure = error
            raise
        self._at += len(self.last)
        if self.room is None and len(self.last) < size:
            self.failure = Unusable(Why.TRUNCATED, "ends early")
        return self.last

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move forwards; raises `Unusable` where that would be backwards."""
        if whence != os.SEEK_SET or offset < self._at:
            self.failure = Unusable(Why.TRUNCATED, "damaged: a member's size leads backwards")
            raise self.failure
        if self._stream.seekable():
            self._at = self._stream.seek(offset)
        room, self.room = self.room, None
        while self._at < offset and self.read(min(CHUNK, offset - self._at)):
            pass
        self.room = room
        return self._at

    def tell(self) -> int:
        """The position."""
        return self._at

    def drain(self) -> None:
        """Read to the end, so that a packed tar's checksum is verified."""
        self.room = None
        while self.read(CHUNK):
            pass


class _Archive(tarfile.TarFile):
    """A tar archive whose list of members read so far can be emptied."""

    members: list[tarfile.TarInfo]


def open_tar(found: Found, stream: BufferedReader, take: Take) -> Iterator[Item]:
    """The members in the order of the archive."""
    holder = found.inside(Listing(lambda: _names(found)))
    forward = _Forward(stream)
    empty = True
    for archive, info in _members(forward, holder.budget):
        empty = False
        member = _member(found, holder, archive, info)
        for item in take(member) if isinstance(member, Found) else iter((member,)):
            if forward.failure is not None:
                # It broke off inside this member, and nothing behind it can be reached: one drop, the archive's.
                raise Unusable(forward.failure.why, f"{forward.failure.detail}, in {shown(info.name)}")
            yield item
    forward.drain()
    if empty:
        raise Unusable(Why.EMPTY, "an archive without files")


def _members(forward: _Forward, budget: Budget) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    """The headers of all that is no folder; raises `Unusable` where the archive ends before its end mark."""
    forward.room = _HEADER_ROOM
    try:
        archive = _Archive(fileobj=forward, encoding="utf-8", errors="surrogateescape")
    except _FAULTS as error:
        if forward.tell() == tarfile.BLOCKSIZE:
            raise Unusable(
                Why.UNSUPPORTED, f"no tar archive, whatever its name says; readable are {READABLE}"
            ) from None
        raise damaged(error) from None
    try:
        while (info := archive.next()) is not None:
            archive.members.clear()  # it would keep every header
            budget.enter()
            if not info.isdir():
                forward.room = None
                yield archive, info
            forward.room = _HEADER_ROOM
    except _FAULTS as error:
        raise damaged(error) from None
    if len(forward.last) < tarfile.BLOCKSIZE or any(forward.last):
        raise Unusable(Why.TRUNCATED, "cut short or damaged: no end mark after the last member")


def _member(found: Found, holder: Holder, archive: tarfile.TarFile, info: tarfile.TarInfo) -> Found | Dropped:
    path = tidy(shown(info.name))
    locator = f"{found.locator}!/{path}"
    danger = unsafe(info.name)
    if danger is None and (info.issym() or info.islnk()):
        danger = f"a link to {shown(info.linkname)}; pack the file itself"
    if danger is not None:
        return Dropped(f"{found.locator}!/{shown(info.name)}", STAGE, Why.UNSAFE_NAME, danger)
    if not info.isreg() or info.issparse():
        return Dropped(locator, STAGE, Why.UNSUPPORTED, "a device, pipe or sparse file; pack it as a plain file")

    def opened() -> BufferedReader:
        content = archive.extractfile(info)
        read = content.read if content is not None else io.BytesIO().read
        return BufferedReader(Metered(read, holder.budget, _FAULTS), CHUNK)

    return Found(path, locator, file_name(path), holder, opened, again=False, size=info.size)


def _names(found: Found) -> Iterator[str]:
    """All paths, in a second pass over the archive that is bounded like the first but not counted again."""
    budget = found.inside().budget
    with budget.apart(), suppress(Unusable), found.open() as stream:
        for _, info in _members(_Forward(stream), budget):
            yield tidy(shown(info.name))
