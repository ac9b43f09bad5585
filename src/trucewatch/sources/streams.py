"""Streams that unpack, count what they unpack, and end with a reason where the packed bytes end early."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from trucewatch.record.outcomes import Why
from trucewatch.sources.bounds import Budget, Unusable
from trucewatch.sources.options import KIB, MIB

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 64 * KIB
"""Bytes that are read or unpacked at a time."""

_LZMA_MEMORY = 256 * MIB
"""More than `xz -9` needs (65 MiB); a header that asks for gigabytes is refused."""


class Decompressor(Protocol):
    """What the decompressors of bz2 and lzma have in common."""

    @property
    def eof(self) -> bool:
        """True once the end mark was read and the checksum held."""

    @property
    def unused_data(self) -> bytes:
        """What followed the end mark in the bytes fed so far."""

    @property
    def needs_input(self) -> bool:
        """True where nothing more can come out before more is fed."""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """At most `max_length` bytes."""


class Inflate:
    """zlib's decompressor in the form of the other two."""

    def __init__(self, wbits: int) -> None:
        self._zlib = zlib.decompressobj(wbits)

    @property
    def eof(self) -> bool:
        """True once the stream's end was read."""
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        """What followed the stream in the bytes fed so far."""
        return self._zlib.unused_data

    @property
    def needs_input(self) -> bool:
        """True where all that was fed is used up."""
        return not self._zlib.unconsumed_tail

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """At most `max_length` bytes."""
        return self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)


@dataclass(frozen=True, slots=True)
class Codec:
    """One way of packing a single stream."""

    name: str
    magic: bytes
    """How its files begin; empty where nothing can follow its one stream."""
    start: Callable[[], Decompressor]


CODECS: Mapping[str, Codec] = {
    codec.name: codec
    for codec in (
        Codec("gzip", b"\x1f\x8b", lambda: Inflate(16 + zlib.MAX_WBITS)),
        Codec("bzip2", b"BZh", bz2.BZ2Decompressor),
        Codec("xz", b"\xfd7zXZ\x00", lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_LZMA_MEMORY)),
    )
}


class Filling(io.RawIOBase):
    """A raw stream over `_more`; it fills every request, so that `peek` shows a whole head."""

    def __init__(self, budget: Budget | None) -> None:
        self._budget = budget
        self._failed: Unusable | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill the buffer as far as there are bytes; what was got before an error is given out before the error."""
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view) and self._failed is None:
            try:
                piece = self._more(len(view) - filled)
            except Unusable as error:
                self._failed = error
                break
            if not piece:
                break
            view[filled : filled + len(piece)] = piece
            filled += len(piece)
        if not filled and self._failed is not None:
            raise self._failed
        if self._budget is not None:
            self._budget.spend(filled)
        return filled

    def _more(self, most: int) -> bytes:
        """The next bytes, at most so many; empty at the end."""
        raise NotImplementedError


class Metered(Filling):
    """An archive member's bytes, counted; the errors of the module that unpacks it become one with a reason."""

    def __init__(
        self, read: Callable[[int], bytes], budget: Budget | None, faults: tuple[type[Exception], ...]
    ) -> None:
        super().__init__(budget)
        self._read = read
        self._faults = faults

    def _more(self, most: int) -> bytes:
        try:
            return self._read(most)
        except self._faults as error:
            raise damaged(error) from None


class Unpacking(Filling):
    """The unpacked bytes of a gzip, bzip2 or xz file, or of several that stand one after the other in it."""

    def __init__(self, packed: io.BufferedIOBase, codec: Codec, budget: Budget | None) -> None:
        super().__init__(budget)
        self._packed = packed
        self._codec = codec
        self._one = codec.start()
        self._rest = b""
        self._ended = False
        self._fed = 0

    @property
    def consumed(self) -> int:
        """Packed bytes used so far; exact once the end was reached."""
        return self._fed - len(self._one.unused_data)

    def close(self) -> None:
        """Close the packed stream too."""
        self._packed.close()
        super().close()

    def _more(self, most: int) -> bytes:
        while not self._ended:
            if self._one.eof:
                self._ended = not self._begin_next()
                continue
            fed = self._feed() if self._one.needs_input else b""
            starved = self._one.needs_input and not fed
            try:
                out = self._one.decompress(fed, most)
            except (zlib.error, lzma.LZMAError, EOFError, OSError) as error:
                raise damaged(error) from None
            if out:
                return out
            if starved and not self._one.eof:
                raise Unusable(Why.TRUNCATED, f"the {self._codec.name} data ends early")
        return b""

    def _feed(self) -> bytes:
        data, self._rest = self._rest or self._packed.read(CHUNK), b""
        self._fed += len(data)
        return data

    def _begin_next(self) -> bool:
        """Go on with a stream that follows the one that ended; padding and what is no such stream is left."""
        if not self._codec.magic:
            return False
        rest = self._one.unused_data.lstrip(b"\0")
        while len(rest) < len(self._codec.magic):
            more = self._packed.read(CHUNK)
            if not more:
                return False
            rest = (rest + more).lstrip(b"\0")
        if not rest.startswith(self._codec.magic):
            return False
        self._one, self._rest = self._codec.start(), rest
        return True


def damaged(error: Exception) -> Unusable:
    """The packed bytes do not hold what they should."""
    return Unusable(Why.TRUNCATED, f"cut short or damaged: {str(error) or type(error).__name__}")


def read_within(stream: io.BufferedIOBase, most: int) -> bytes | None:
    """All that is left in the stream, or None where that is more than `most` bytes."""
    pieces: list[bytes] = []
    left = most + 1
    while left and (piece := stream.read(min(left, MIB))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces) if left else None
