"""The opener of zip archives: by their directory where it is whole, by what can be saved where it was cut off."""

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from io import BufferedReader

from trucewatch.record.outcomes import Why
from trucewatch.sources.bounds import Exhausted, Unusable
from trucewatch.sources.forms import READABLE
from trucewatch.sources.found import Found, Holder, Item, Take
from trucewatch.sources.listing import Listing
from trucewatch.sources.names import member_name, shown, tidy
from trucewatch.sources.options import Limits
from trucewatch.sources.salvage import LOCAL_MARK, salvage
from trucewatch.sources.streams import CHUNK, Metered, damaged
from trucewatch.sources.zip_members import UTF8_NAME, Member, found_member

_LOCAL_HEADER = 30
_DIRECTORY_MARK = b"PK\x01\x02"
_ENTRY_MOST = 512
"""Bytes of the directory that an entry may take on average."""

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, OverflowError)
"""What the zip module raises on damaged archives (a name that is not the UTF-8 it claims is a ValueError)."""


class _Bounded:
    """A file as the zip module wants it; a directory of more entries than allowed is refused before it is parsed."""

    def __init__(self, stream: BufferedReader, limits: Limits) -> None:
        self._stream = stream
        self._members = limits.members
        self._most = max(limits.members * _ENTRY_MOST, CHUNK * 2)

    def read(self, size: int = -1) -> bytes:
        """Read; raises `Exhausted` where this is a directory too large."""
        if size > self._most:
            raise Exhausted(f"holds more than {self._members} entries")
        data = self._stream.read(size if size >= 0 else self._most)
        if len(data) > CHUNK and data.startswith(_DIRECTORY_MARK) and data.count(_DIRECTORY_MARK) > self._members:
            raise Exhausted(f"holds more than {self._members} entries")
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move; raises OSError for a place before the first byte, as the zip module expects."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """The position."""
        return self._stream.tell()

    def seekable(self) -> bool:
        """Always."""
        return True


def open_zip(found: Found, stream: BufferedReader, take: Take) -> Iterator[Item]:
    """The members in the order of their paths, or of the archive where it is cut off."""
    try:
        archive = zipfile.ZipFile(_Bounded(stream, found.holder.options.limits))
    except NotImplementedError as error:
        raise Unusable(Why.UNSUPPORTED, f"{error}; unpack it and read the folder") from None
    except _FAULTS as error:
        yield from _cut_off(found, stream, take, error)
        return
    with closing(archive):
        if all(_name(info).endswith("/") for info in archive.infolist()):
            raise Unusable(Why.EMPTY, "an archive without files")
        _check_overlap(archive.infolist())
        holder = found.inside(Listing(lambda: (tidy(shown(_name(info))) for info in archive.infolist())))
        members = (_member(archive, info, holder) for info in sorted(archive.infolist(), key=_name))
        yield from _taken(found, holder, members, take)


def _cut_off(found: Found, stream: BufferedReader, take: Take, error: Exception) -> Iterator[Item]:
    """What a zip without its directory still gives; raises `Unusable`, for it is not whole whatever it gave."""
    stream.seek(0)
    if stream.read(len(LOCAL_MARK)) != LOCAL_MARK:
        raise Unusable(Why.UNSUPPORTED, f"no zip archive, whatever its name says; readable are {READABLE}")
    holder = found.inside(Listing(lambda: _salvaged_names(found)))
    yield from _taken(found, holder, salvage(stream, holder.budget), take)
    raise Unusable(Why.TRUNCATED, f"cut short or damaged ({error}); what was whole from its beginning on was read")


def _taken(found: Found, holder: Holder, members: Iterable[Member], take: Take) -> Iterator[Item]:
    for member in members:
        holder.budget.enter()
        if member.name.endswith("/"):
            continue
        inner = found_member(found, holder, member)
        if isinstance(inner, Found):
            yield from take(inner)
        else:
            yield inner


def _salvaged_names(found: Found) -> Iterator[str]:
    """The paths of a zip without its directory: a second pass, bounded like the first but not counted again."""
    budget = found.inside().budget
    with budget.apart(), suppress(Unusable), found.open() as stream:
        for member in salvage(stream, budget):
            yield tidy(shown(member.name))


def _name(info: zipfile.ZipInfo) -> str:
    return member_name(info.orig_filename, utf8=bool(info.flag_bits & UTF8_NAME)).replace("\\", "/")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, holder: Holder) -> Member:
    link = stat.S_ISLNK(info.external_attr >> 16)

    def opened() -> BufferedReader:
        try:
            content = archive.open(info)
        except (*_FAULTS, NotImplementedError) as error:
            raise damaged(error) from None
        return BufferedReader(Metered(content.read, holder.budget, _FAULTS), CHUNK)

    return Member(_name(info), info.flag_bits, info.compress_type, link, info.file_size, info.compress_size, opened)


def _check_overlap(members: Iterable[zipfile.ZipInfo]) -> None:
    """Raise `Unusable` where two members share bytes: a few kilobytes can then stand for petabytes."""
    end = 0
    for info in sorted(members, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise Unusable(Why.BOMB, f"its members share the same bytes ({shown(info.filename)}); pack it anew")
        end = info.header_offset + _LOCAL_HEADER + info.compress_size
