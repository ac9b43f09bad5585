"""JSONL: each line a page with its text and metadata; the line's bytes are the page."""

import json
import sys
from collections.abc import Iterator
from hashlib import blake2b
from io import BufferedReader
from pathlib import Path

from trucewatch.errors import UsageError
from trucewatch.record.outcomes import Dropped, Why
from trucewatch.record.pages import LINE_MEDIA_TYPE, Captured
from trucewatch.sources.bounds import Budget, Unusable
from trucewatch.sources.files import check_there, open_file
from trucewatch.sources.forms import HEAD, Form, kind_of
from trucewatch.sources.found import Found, Item, Take
from trucewatch.sources.names import shown
from trucewatch.sources.options import STAGE, SourceOptions, size_words
from trucewatch.sources.streams import CHUNK, CODECS, Metered, Unpacking
from trucewatch.sources.walk import is_folder

STANDARD_INPUT = "-"

_BOM = b"\xef\xbb\xbf"
_FORM = 'each line is a JSON object with "id" and "text", both strings'


def read_lines(path: str | Path, options: SourceOptions) -> Iterator[Captured | Dropped]:
    """The pages of a JSONL file (`-`: standard input), packed or not; raises UsageError where there is no such file."""
    if str(path) == STANDARD_INPUT:
        return _read(BufferedReader(Metered(sys.stdin.buffer.read, None, ()), CHUNK), STANDARD_INPUT, None, options)
    path = Path(path)
    check_there(path)
    if is_folder(path):
        raise UsageError(f"{shown(str(path))} is a folder; name a JSONL file, or - for standard input")
    return _read_file(path, options)


def _read_file(path: Path, options: SourceOptions) -> Iterator[Captured | Dropped]:
    where = shown(path.name)
    try:
        with open_file(path) as stream:
            yield from _read(stream, where, path.stat().st_size, options)
    except Unusable as error:
        yield Dropped(where, STAGE, error.why, error.detail)
    except OSError as error:
        yield Dropped(where, STAGE, Why.UNREADABLE, error.strerror or str(error))


def _read(stream: BufferedReader, where: str, size: int | None, options: SourceOptions) -> Iterator[Captured | Dropped]:
    form = kind_of("a.jsonl", stream.peek(HEAD)).form
    if form is not Form.LINES:
        stream = BufferedReader(Unpacking(stream, CODECS[form], Budget(size, options.limits)), CHUNK)
    try:
        yield from split(stream, where, options)
    except Unusable as error:
        yield Dropped(where, STAGE, error.why, error.detail)


def open_lines(found: Found, stream: BufferedReader, _take: Take) -> Iterator[Item]:
    """The opener of JSONL files and members."""
    yield from split(stream, found.locator, found.holder.options)


def split(stream: BufferedReader, where: str, options: SourceOptions) -> Iterator[Captured | Dropped]:
    """A page for each line that is not blank; a line that is no such page is a drop that names it.

    What a table states is not looked up here: a line carries its own metadata. Raises `Unusable` where the stream
    breaks off or holds no line at all.
    """
    seen: set[bytes] = set()
    number = 0
    for number, line in _numbered(stream, options.limits.page_bytes):
        try:
            name = _own_id(line, options.limits.page_bytes, seen)
        except ValueError as error:
            yield Dropped(f"{where}:{number}", STAGE, Why.BAD_LINE, f"line {number}: {error}")
        except Unusable as error:
            yield Dropped(f"{where}:{number}", STAGE, error.why, f"line {number}: {error.detail}")
        else:
            yield Captured(name, f"{where}#{shown(name)}", LINE_MEDIA_TYPE, line, options.given)
    if not number:
        raise Unusable(Why.EMPTY, "no line in it")


def _numbered(stream: BufferedReader, most: int) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, without their ends, numbered from 1; too long a one is given cut, yet too long."""
    number = 0
    while line := stream.readline(most + 3):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        cut = len(line) > most and not line.endswith(b"\n")
        bare = line.removesuffix(b"\n").removesuffix(b"\r")
        if bare and not bare.isspace():
            yield number, bare
        while cut and (rest := stream.readline(CHUNK)):
            cut = not rest.endswith(b"\n")


def _own_id(line: bytes, most: int, seen: set[bytes]) -> str:
    """The line's id; raises ValueError saying what is wrong with the line, `Unusable` where it is too long."""
    if len(line) > most:
        raise Unusable(Why.TOO_LARGE, f"longer than the {size_words(most)} that a page may have")
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start + 1} is not UTF-8; {_FORM}") from None
    except RecursionError:
        raise ValueError(f"nested too deep; {_FORM}") from None
    except ValueError as error:
        raise ValueError(f"no JSON ({error}); {_FORM}") from None
    if not isinstance(value, dict):
        raise ValueError(f"a JSON {_json_kind(value)}, no object; {_FORM}")
    for key in ("id", "text"):
        if not isinstance(value.get(key), str):
            what = f"is a {_json_kind(value[key])}" if key in value else "is missing"
            raise ValueError(f'"{key}" {what}; {_FORM}')
    if not value["id"].strip():
        raise ValueError('"id" is empty; give each line its own')
    return _not_seen(value["id"], seen)


def _not_seen(name: str, seen: set[bytes]) -> str:
    # Sixteen bytes for each line of a file that may have millions, however long their ids are.
    mark = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    if mark in seen:
        raise ValueError(f'"id" {shown(name[:200])!r} stands in an earlier line; give each line its own')
    seen.add(mark)
    return name


def _json_kind(value: object) -> str:
    kinds = {type(None): "null", bool: "boolean", int: "number", float: "number", str: "string", list: "list"}
    return kinds.get(type(value), "object")
