"""One member of a zip archive, as its directory or its own header has it."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader

from trucewatch.record.outcomes import Dropped, Why
from trucewatch.sources.found import Found, Holder
from trucewatch.sources.names import file_name, shown, tidy, unsafe
from trucewatch.sources.options import STAGE

UTF8_NAME, ENCRYPTED, SIZES_FOLLOW = 0x800, 0x1, 0x8
"""Bits of a member's flags."""

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others are rare, and the zip module unpacks them without a bound on memory."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member before anything of it is read."""

    name: str
    """As written in the archive, with '/' between the parts."""
    flags: int
    method: int
    link: bool
    size: int | None
    packed: int | None
    open: Callable[[], BufferedReader]


def found_member(found: Found, holder: Holder, member: Member) -> Found | Dropped:
    """The member as a thing to take, or as a drop where it must not or cannot be opened."""
    path = tidy(shown(member.name))
    locator = f"{found.locator}!/{path}"
    danger = unsafe(member.name)
    if danger is None and member.link:
        danger = "a link; pack the file itself"
    if danger is not None:
        return Dropped(f"{found.locator}!/{shown(member.name)}", STAGE, Why.UNSAFE_NAME, danger)
    if member.flags & ENCRYPTED:
        return Dropped(locator, STAGE, Why.UNSUPPORTED, "encrypted; unpack it with its password and read the folder")
    if member.method not in METHODS:
        how = f"packed by method {member.method}; unpack it and read the folder, or pack it anew with deflate"
        return Dropped(locator, STAGE, Why.UNSUPPORTED, how)
    return Found(
        path, locator, file_name(path), holder, member.open, again=False, size=member.size, packed=member.packed
    )
