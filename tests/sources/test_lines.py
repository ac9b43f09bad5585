"""JSONL: one page a line, its bytes as they stand."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests.sources.making import SMALL, drops, gzipped, pages, write
from trucewatch.errors import UsageError
from trucewatch.record.pages import LINE_MEDIA_TYPE, Given
from trucewatch.sources import Item, SourceOptions, read_lines

LINE = b'{"text": "Talks went on in Aldmoor.", "id": "k1"}'


def lines(path: Path | str, options: SourceOptions = SMALL) -> list[Item]:
    return list(read_lines(path, options))


def test_a_line_is_a_page_as_it_stands(tmp_path: Path) -> None:
    data = (
        b"\xef\xbb\xbf"
        + LINE
        + b"\r\n\n  \t\n"
        + b'  {"id":"k2","text":"\\ud800 \\u00e9"} '
        + b"\n"
        + b'{"id":"k3","text":""}'
    )
    path = write(tmp_path, {"a.jsonl": data}) / "a.jsonl"
    (one, two, three) = list(read_lines(path, SourceOptions(given=Given(outlet="Meridian"))))
    assert one.name == "k1"  # type: ignore[union-attr]
    assert pages([one, two, three]) == {
        "a.jsonl#k1": LINE,
        "a.jsonl#k2": b'  {"id":"k2","text":"\\ud800 \\u00e9"} ',
        "a.jsonl#k3": b'{"id":"k3","text":""}',
    }
    assert one.media_type == LINE_MEDIA_TYPE  # type: ignore[union-attr]
    assert one.given == Given(outlet="Meridian")  # type: ignore[union-attr]


BAD = [
    (b"no json", "no JSON"),
    (b'{"id": "x", "text": "half', "no JSON"),
    (b"[1]", "a JSON list, no object"),
    (b"null", "a JSON null, no object"),
    (b"5", "a JSON number, no object"),
    (b'{"text": "t"}', '"id" is missing'),
    (b'{"id": 7, "text": "t"}', '"id" is a number'),
    (b'{"id": " ", "text": "t"}', '"id" is empty'),
    (b'{"id": "x"}', '"text" is missing'),
    (b'{"id": "x", "text": null}', '"text" is a null'),
    (b'{"id": "x", "text": ["t"]}', '"text" is a list'),
    (b'{"id": "x", "text": "\xff"}', "byte 22 is not UTF-8"),
    (b"[" * 50_000, "nested too deep"),
    (b'{"id": "x", "text": "t", "n": ' + b"9" * 5000 + b"}", "no JSON"),
    (LINE, "stands in an earlier line"),
]


@pytest.mark.parametrize(("line", "wrong"), BAD, ids=[wrong for _, wrong in BAD])
def test_a_bad_line_names_itself_and_what_is_wrong_and_the_others_go_on(
    tmp_path: Path, line: bytes, wrong: str
) -> None:
    path = write(tmp_path, {"a.jsonl": LINE + b"\n" + line + b'\n{"id": "k9", "text": "t"}'}) / "a.jsonl"
    items = lines(path)
    assert list(pages(items)) == ["a.jsonl#k1", "a.jsonl#k9"]
    assert drops(items) == {"a.jsonl:2": "BAD_LINE"}
    assert items[1].detail.startswith("line 2: ")  # type: ignore[union-attr]
    assert wrong in items[1].detail  # type: ignore[union-attr]


def test_a_line_too_long_is_dropped_without_being_held(tmp_path: Path) -> None:
    most = SMALL.limits.page_bytes
    fits = b'{"id": "fits", "text": "' + b"x" * (most - 26) + b'"}'
    assert len(fits) == most
    data = LINE + b"\n" + b"y" * (3 * most) + b"\n" + fits + b"\r\n" + fits.replace(b"fits", b"longs") + b"\n"
    items = lines(write(tmp_path, {"a.jsonl": data}) / "a.jsonl")
    assert list(pages(items)) == ["a.jsonl#k1", "a.jsonl#fits"]
    assert drops(items) == {"a.jsonl:2": "TOO_LARGE", "a.jsonl:4": "TOO_LARGE"}


def test_ids_that_cannot_be_printed_are_written_out_in_the_place_only(tmp_path: Path) -> None:
    data = b'{"id": "a\\ud800\\u001b", "text": "t"}'
    (item,) = lines(write(tmp_path, {"a.jsonl": data}) / "a.jsonl")
    assert item.name == "a\ud800\x1b"  # type: ignore[union-attr]
    assert item.locator == r"a.jsonl#a\ud800\x1b"  # type: ignore[union-attr]


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_a_file_without_lines_is_empty(tmp_path: Path, data: bytes) -> None:
    assert drops(lines(write(tmp_path, {"a.jsonl": data}) / "a.jsonl")) == {"a.jsonl": "EMPTY"}


def test_any_name_will_do_and_packed_lines_are_unpacked(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": LINE, "b.gz": gzipped(LINE)})
    assert pages(lines(tmp_path / "a.json")) == {"a.json#k1": LINE}
    assert pages(lines(tmp_path / "b.gz")) == {"b.gz#k1": LINE}
    assert drops(lines(write(tmp_path, {"c.gz": gzipped(LINE)[:-5]}) / "c.gz")) == {"c.gz": "TRUNCATED"}


@pytest.mark.parametrize("data", [LINE, gzipped(LINE)])
def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert pages(lines("-")) == {"-#k1": LINE}
    assert not sys.stdin.buffer.closed


def test_a_path_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        read_lines(tmp_path / "nowhere", SMALL)
    with pytest.raises(UsageError, match="folder"):
        read_lines(tmp_path, SMALL)
    os.mkfifo(tmp_path / "pipe")
    assert drops(lines(tmp_path / "pipe")) == {"pipe": "UNREADABLE"}


def test_the_whole_text_of_a_line_is_kept_byte_for_byte(tmp_path: Path) -> None:
    rows = [{"id": str(n), "text": f"\u00a0ﬁnal {n}\n\u2028", "published": None, "form": "clean"} for n in range(50)]
    raw = [json.dumps(row, ensure_ascii=n % 2 == 0).encode() for n, row in enumerate(rows)]
    assert list(pages(lines(write(tmp_path, {"a": b"\n".join(raw)}) / "a")).values()) == raw
