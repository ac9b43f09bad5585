"""What can still be read of a zip archive whose end, and with it the directory, is missing."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from io import BufferedReader
from typing import IO

from trucewatch.record.outcomes import Why
from trucewatch.sources.bounds import Budget, Exhausted, Unusable
from trucewatch.sources.files import View, set_aside
from trucewatch.sources.names import member_name
from trucewatch.sources.streams import CHUNK, Codec, Filling, Inflate, Metered, Unpacking
from trucewatch.sources.zip_members import ENCRYPTED, METHODS, SIZES_FOLLOW, UTF8_NAME, Member

LOCAL_MARK = b"PK\x03\x04"
_FOLLOWING = (LOCAL_MARK, b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"")
"""What can follow a member: the next one, the directory, its end, or the end of the file."""

_HEADER = struct.Struct("<4s5H3L2H")
_DESCRIPTOR_MARK = b"PK\x07\x08"
_DESCRIPTOR_MOST = 28
_IN_EXTRA = 0xFFFFFFFF
"""A size that stands in the extra field, in eight bytes."""

_DEFLATE = Codec("deflate", b"", lambda: Inflate(-zlib.MAX_WBITS))


@dataclass(frozen=True, slots=True)
class _Header:
    name: str
    flags: int
    method: int
    crc: int
    packed: int
    start: int
    """Where the member's bytes begin."""

    @property
    def open_ended(self) -> bool:
        """True where only the bytes themselves tell where they end."""
        return bool(self.flags & SIZES_FOLLOW) and not self.packed


def salvage(stream: BufferedReader, budget: Budget) -> Iterator[Member]:
    """The members from the first on, each valid until the next is asked for; ends where the archive was cut off.

    Each is unpacked before it is given out, so that half a member never is.
    """
    at = 0
    while (header := _header_at(stream, at)) is not None:
        at = header.start + header.packed
        if header.name.endswith("/") or header.flags & ENCRYPTED or header.method not in METHODS:
            yield Member(header.name, header.flags, header.method, False, None, None, _nothing)
            continue
        with ExitStack() as kept:
            source = _source(stream, header, budget)
            try:
                file, size = kept.enter_context(set_aside(BufferedReader(source, CHUNK)))
            except Exhausted:
                raise
            except Unusable:
                return
            if header.open_ended and isinstance(source, Unpacking):
                at = header.start + source.consumed
            end = _end(stream, header, at)
            if end is None or (header.method == zipfile.ZIP_STORED and size != header.packed):
                return
            crc, at = end
            opened = _opener(file, size, sound=_crc(file) == crc)
            yield Member(header.name, header.flags, header.method, False, size, None, opened)


def _header_at(stream: BufferedReader, at: int) -> _Header | None:
    stream.seek(at)
    fixed = stream.read(_HEADER.size)
    if len(fixed) < _HEADER.size or not fixed.startswith(LOCAL_MARK):
        return None
    _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = _HEADER.unpack(fixed)
    name, extra = stream.read(name_length), stream.read(extra_length)
    if len(name) < name_length or len(extra) < extra_length:
        return None
    if packed == _IN_EXTRA:
        packed = _long_size(extra, 1 if size == _IN_EXTRA else 0)
    start = at + _HEADER.size + name_length + extra_length
    return _Header(_name(name, flags), flags, method, crc, packed, start)


def _name(raw: bytes, flags: int) -> str:
    if flags & UTF8_NAME:
        return raw.decode("utf-8", "surrogateescape").replace("\\", "/")
    return member_name(raw.decode("cp437"), utf8=False).replace("\\", "/")


def _long_size(extra: bytes, position: int) -> int:
    """The packed size in the extra field of large archives; 0 where there is none."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == 1 and length >= 8 * (position + 1) and len(extra) >= 4 + length:
            return int(struct.unpack_from("<Q", extra, 4 + 8 * position)[0])
        extra = extra[4 + length :]
    return 0


def _source(stream: BufferedReader, header: _Header, budget: Budget) -> Filling:
    stream.seek(header.start)
    left = None if header.open_ended and header.method != zipfile.ZIP_STORED else header.packed

    def read(most: int) -> bytes:
        nonlocal left
        data = stream.read(most if left is None else min(most, left))
        left = None if left is None else left - len(data)
        return data

    if header.method == zipfile.ZIP_STORED:
        return Metered(read, budget, ())
    return Unpacking(BufferedReader(Metered(read, None, ()), CHUNK), _DEFLATE, budget)


def _end(stream: BufferedReader, header: _Header, at: int) -> tuple[int, int] | None:
    """The member's checksum and where the next begins; None where the archive is cut off before that."""
    if not header.flags & SIZES_FOLLOW:
        return header.crc, at
    stream.seek(at)
    data = stream.read(_DESCRIPTOR_MOST)
    mark = len(_DESCRIPTOR_MARK) if data.startswith(_DESCRIPTOR_MARK) else 0
    for length in (mark + 12, mark + 20):
        if len(data) >= length and data[length : length + 4] in _FOLLOWING:
            return int(struct.unpack_from("<L", data, mark)[0]), at + length
    return None


def _crc(file: IO[bytes]) -> int:
    file.seek(0)
    crc = 0
    while piece := file.read(CHUNK):
        crc = zlib.crc32(piece, crc)
    return crc


def _opener(file: IO[bytes], size: int, *, sound: bool) -> Callable[[], BufferedReader]:
    def opened() -> BufferedReader:
        if not sound:
            raise Unusable(Why.TRUNCATED, "does not match its checksum")
        return BufferedReader(View(file, size), CHUNK)

    return opened


def _nothing() -> BufferedReader:
    raise Unusable(Why.TRUNCATED, "cut off")
