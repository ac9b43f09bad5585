"""The opener of single packed streams: `.gz`, `.bz2` and `.xz` of a page, of JSONL or of a tar."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BufferedReader

from trucewatch.sources.forms import unpacked_name
from trucewatch.sources.found import Found, Holder, Item, Opener, Take
from trucewatch.sources.streams import CHUNK, CODECS, Codec, Unpacking


def opener(name: str) -> Opener:
    """The opener for the codec of this name."""

    def opened(found: Found, _stream: BufferedReader, take: Take) -> Iterator[Item]:
        holder = found.inside()
        stream = _unpacker(found.open, CODECS[name], holder)
        inner = replace(found, name=unpacked_name(found.name), holder=holder, open=stream, size=None, packed=None)
        yield from take(inner)

    return opened


def _unpacker(packed: Callable[[], BufferedReader], codec: Codec, holder: Holder) -> Callable[[], BufferedReader]:
    return lambda: BufferedReader(Unpacking(packed(), codec, holder.budget), CHUNK)
