"""The opener of a single page: its bytes as they are."""

import io

from trucewatch.record.outcomes import Why
from trucewatch.record.pages import Captured
from trucewatch.sources.bounds import Unusable, is_bomb
from trucewatch.sources.forms import page_name
from trucewatch.sources.found import Found
from trucewatch.sources.names import file_name
from trucewatch.sources.options import size_words
from trucewatch.sources.streams import read_within


def read_page(found: Found, stream: io.BufferedIOBase, media_type: str) -> Captured:
    """The page; raises `Unusable` where it is empty, or too large (unread, where its size is stated)."""
    limits = found.holder.options.limits
    if found.size is not None and found.size > limits.page_bytes:
        raise _too_large(found, found.size)
    data = read_within(stream, limits.page_bytes)
    if data is None:
        raise _too_large(found, None)
    if not data or data.isspace():
        raise Unusable(Why.EMPTY, "nothing but white space" if data else "no bytes")
    name = page_name(file_name(found.path))
    return Captured(name, found.locator, media_type, data, found.holder.given(found.path))


def _too_large(found: Found, size: int | None) -> Unusable:
    limits = found.holder.options.limits
    most = size_words(limits.page_bytes)
    if size is not None and found.packed is not None and is_bomb(size, found.packed, limits):
        return Unusable(Why.BOMB, f"would unpack from {size_words(found.packed)} to {size_words(size)}")
    stated = f"{size_words(size)}, " if size is not None else ""
    return Unusable(Why.TOO_LARGE, f"{stated}more than the {most} that a page may have; split it, or raise the limit")
