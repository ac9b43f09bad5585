"""Strings and bytes as rows hold them."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from trucewatch.store.columns import Damaged, Words, pack, pack_string, unpack, unpack_string

ANY_TEXT = st.text(st.characters() | st.characters(categories=["Cs"]) | st.sampled_from("\x00\x01"))


@given(ANY_TEXT)
def test_any_string_goes_in_as_something_that_a_database_takes_and_comes_back(value: str) -> None:
    bound = Words().process_bind_param(value, sqlite.dialect())
    assert bound is not None
    assert "\0" not in bound
    bound.encode("utf-8")
    assert Words().process_result_value(bound, sqlite.dialect()) == value


def test_plain_strings_are_kept_as_they_are() -> None:
    assert Words().process_bind_param("Velmar – naïve", sqlite.dialect()) == "Velmar – naïve"
    assert Words().process_bind_param(None, sqlite.dialect()) is None


@given(st.binary(max_size=2000))
def test_bytes_come_back(data: bytes) -> None:
    assert unpack(pack(data), len(data)) == data


@given(ANY_TEXT)
def test_texts_come_back(string: str) -> None:
    assert unpack_string(pack_string(string), len(string.encode("utf-8", "surrogatepass"))) == string


@pytest.mark.parametrize(
    ("packed", "size"),
    [(b"", 3), (b"junk", 3), (pack(b"abc")[:-6], 3), (pack(b"abc"), 2), (pack(b"abc"), 4), (pack(b"\xff\xfe"), 2)],
)
def test_what_does_not_unpack_to_its_size_is_damaged(packed: bytes, size: int) -> None:
    with pytest.raises(Damaged, match="record check"):
        unpack_string(packed, size)


def test_a_damaged_row_cannot_fill_the_memory() -> None:
    bomb = zlib.compress(bytes(50_000_000))
    with pytest.raises(Damaged):
        unpack(bomb, 10)
