"""Column types and packing that hold on every database: any string, any bytes, byte order for comparison."""

import json
import zlib

from sqlalchemy import Dialect, Text, TypeDecorator

from trucewatch.errors import RecordError

ESCAPE = "\x01"
"""First character of a string that is kept as JSON because UTF-8 or the database cannot hold it as it is."""

LEVEL = 1
"""zlib level: one process packs while all cores read; on news pages 6 takes twice as long to save a sixth."""


class Words(TypeDecorator[str]):
    """Any Python string, read back exactly.

    File names that are not UTF-8 and hostile JSON bring lone surrogates and NUL, which no database takes as text.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The string as the database takes it."""
        return value if value is None else escaped(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The string as it was given."""
        if value is None or not value.startswith(ESCAPE):
            return value
        return str(json.loads(value[1:]))


def escaped(value: str) -> str:
    """`value`, or its ASCII form behind a mark where a database would refuse it or take it for a marked one."""
    if "\0" not in value and not value.startswith(ESCAPE):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            pass
        else:
            return value
    return ESCAPE + json.dumps(value, ensure_ascii=True)


def pack(data: bytes) -> bytes:
    """Bytes as the store keeps them. Never hashed: two builds of zlib may pack alike input differently."""
    return zlib.compress(data, LEVEL)


class Damaged(RecordError):
    """What is packed in a row does not unpack to what was packed."""


def unpack(data: bytes, size: int) -> bytes:
    """What was packed; Damaged where it does not unpack to exactly `size` bytes, whatever it would unpack to."""
    unpacker = zlib.decompressobj()
    try:
        # One byte more than due is enough to see that it is too long: a damaged row must not fill the memory.
        found = unpacker.decompress(data, size + 1)
    except zlib.error as error:
        raise Damaged(f"packed data is damaged ({error}); `trucewatch record check` says where") from error
    if len(found) != size:
        raise Damaged(f"packed data does not have {size} bytes; `trucewatch record check` says where")
    return found


def pack_string(string: str) -> bytes:
    """A text's string as the store keeps it; lone surrogates and NUL included."""
    return pack(string.encode("utf-8", "surrogatepass"))


def unpack_string(data: bytes, size: int) -> str:
    """The string that was packed; `size` is its length in bytes of UTF-8. Damaged where it is not."""
    try:
        return unpack(data, size).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise Damaged(f"a text is damaged ({error}); `trucewatch record check` says where") from error
