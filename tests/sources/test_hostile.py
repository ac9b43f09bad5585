"""Archives made to do harm, and archives that were cut short."""

import errno
import gc
import io
import itertools
import lzma
import struct
import tarfile
import tempfile
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.sources.making import HTML, SMALL, Pack, drops, gzipped, pages, read, tarred, write, zipped
from trucewatch.errors import RetryLater
from trucewatch.sources import Limits, SourceOptions, capture

LIMITS = SMALL.limits
MANY = {f"{n:02}.html": HTML + b"%d" % (n * 7919) * 40 for n in range(12)}

UNSAFE = [
    "../evil.html",
    "a/../../evil.html",
    "/etc/evil.html",
    "C:\\evil.html",
    "c:/evil.html",
    "a\\..\\..\\evil.html",
]


@pytest.mark.parametrize("name", UNSAFE)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_name_that_leads_out_is_dropped_and_the_others_go_on(tmp_path: Path, name: str, pack: Pack) -> None:
    items = read(write(tmp_path, {"archive": pack({"a.html": HTML, name: HTML, "z.html": HTML})}))
    assert list(pages(items)) == ["archive!/a.html", "archive!/z.html"]
    assert list(drops(items).values()) == ["UNSAFE_NAME"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE])
def test_a_link_in_a_tar_is_not_followed(tmp_path: Path, kind: bytes) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("passwords.txt")
        info.type, info.linkname = kind, "/etc/passwd"
        archive.addfile(info)
        info = tarfile.TarInfo("pipe.txt")
        info.type = tarfile.FIFOTYPE
        archive.addfile(info)
    items = read(write(tmp_path, {"a.tar": packed.getvalue()}))
    assert drops(items) == {"a.tar!/passwords.txt": "UNSAFE_NAME", "a.tar!/pipe.txt": "UNSUPPORTED"}


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        info = zipfile.ZipInfo("passwords.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    assert drops(read(write(tmp_path, {"a.zip": packed.getvalue()}))) == {"a.zip!/passwords.txt": "UNSAFE_NAME"}


def _nested_bomb(depth: int) -> bytes:
    data = zipped({"0.html": bytes(1 << 20)})
    for _ in range(depth):
        data = zipped({f"{n}.zip": data for n in range(16)})
    return data


def test_a_bomb_of_nested_zips_is_stopped_and_the_others_go_on(tmp_path: Path) -> None:
    # 16 ** 4 megabytes, were it unpacked.
    items = read(write(tmp_path, {"bomb.zip": _nested_bomb(4), "z.html": HTML}))
    assert drops(items)["bomb.zip"] == "BOMB"
    assert list(pages(items)) == ["z.html"]
    assert len(items) < 1000


def test_nesting_alone_is_bounded(tmp_path: Path) -> None:
    data = HTML
    for depth in range(LIMITS.nesting + 1):
        data = zipped({"inner.html" if depth == 0 else "inner.zip": data})
    items = read(write(tmp_path, {"a.zip": data}))
    assert drops(items) == {"a.zip" + "!/inner.zip" * LIMITS.nesting: "BOMB"}
    fits = zipped({"z.html": HTML})
    for _ in range(LIMITS.nesting - 1):
        fits = zipped({"inner.zip": fits})
    assert len(pages(read(write(tmp_path / "fits", {"a.zip": fits})))) == 1


def test_a_flat_bomb_is_dropped_by_its_stated_size_and_the_others_go_on(tmp_path: Path) -> None:
    items = read(write(tmp_path, {"a.zip": zipped({"a.html": HTML, "bomb.html": bytes(64 << 20), "z.html": HTML})}))
    assert drops(items) == {"a.zip!/bomb.html": "BOMB"}
    assert list(pages(items)) == ["a.zip!/a.html", "a.zip!/z.html"]


@pytest.mark.parametrize("name", ["bomb.html.gz", "bomb.jsonl.gz", "bomb.tar.gz", "bomb.zip.gz"])
def test_a_gzip_bomb_is_stopped_while_it_is_unpacked(tmp_path: Path, name: str) -> None:
    data = bytes(64 << 20) if "tar" not in name else tarred({f"{n}.css": bytes(1 << 20) for n in range(64)})
    path = write(tmp_path, {name: gzipped(data)})
    tracemalloc.start()
    try:
        items = read(path, options=SourceOptions(Limits(page_bytes=32 << 20, ratio_from=4 << 20)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert drops(items) == {name: "BOMB"}
    assert peak < 24 << 20


def test_an_xz_bomb_is_stopped_by_the_total(tmp_path: Path) -> None:
    limits = Limits(page_bytes=64 << 20, unpacked_bytes=4 << 20, ratio=1 << 40)
    items = read(write(tmp_path, {"a.txt.xz": lzma.compress(bytes(16 << 20))}), options=SourceOptions(limits))
    assert drops(items) == {"a.txt.xz": "BOMB"}


def test_an_xz_header_cannot_ask_for_gigabytes_of_memory(tmp_path: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 4096}]
    data = bytearray(lzma.compress(HTML, filters=filters))
    at = data.index(b"\x21\x01") + 2
    data[at] = 40  # a dictionary of 4 GiB
    header = bytes(data[12:20])
    data[20:24] = struct.pack("<L", zlib.crc32(header))
    assert drops(read(write(tmp_path, {"a.html.xz": bytes(data)}))) == {"a.html.xz": "TRUNCATED"}


def _lying_zip() -> bytes:
    """A zip that states a hundred bytes and holds eight megabytes."""
    data = bytearray(zipped({"liar.html": bytes(8 << 20), "z.html": HTML}))
    size = struct.pack("<L", 100)
    directory = data.index(b"PK\x01\x02")
    data[22:26] = size
    data[directory + 24 : directory + 28] = size
    return bytes(data)


def test_an_understated_size_gives_no_more_than_it_states(tmp_path: Path) -> None:
    items = read(write(tmp_path, {"a.zip": _lying_zip()}))
    assert drops(items) == {"a.zip!/liar.html": "TRUNCATED"}
    assert list(pages(items)) == ["a.zip!/z.html"]


def test_members_that_share_bytes_are_a_bomb(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.html", HTML * 100)
        first = archive.filelist[0]
        for n in range(1, 50):
            again = zipfile.ZipInfo("0.html")
            for field in ("header_offset", "compress_size", "file_size", "CRC", "compress_type", "flag_bits"):
                setattr(again, field, getattr(first, field))
            again.comment = b"%d" % n
            archive.filelist.append(again)
    items = read(write(tmp_path, {"a.zip": packed.getvalue()}))
    assert drops(items) == {"a.zip": "BOMB"}
    assert not pages(items)


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_too_many_entries_are_a_bomb(tmp_path: Path, pack: Pack) -> None:
    data = pack({f"{n}/": b"" for n in range(LIMITS.members + 1)} | {"a.html": HTML})
    assert "BOMB" in drops(read(write(tmp_path, {"archive": data}))).values()


@pytest.mark.parametrize("members", [200, 2000])
def test_a_directory_of_too_many_entries_is_refused_before_it_is_parsed(tmp_path: Path, members: int) -> None:
    path = write(tmp_path, {"a.zip": zipped({f"{n}": b"" for n in range(15_000)})})
    tracemalloc.start()
    try:
        items = read(path, options=SourceOptions(Limits(members=members)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert drops(items) == {"a.zip": "BOMB"}
    assert peak < 4 << 20


def _tar_header(name: bytes, size: bytes, kind: bytes) -> bytes:
    fields = name.ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2 + size + b"00000000000\0" + b" " * 8 + kind
    block = bytearray(fields.ljust(257, b"\0") + b"ustar\x0000").ljust(512, b"\0")
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


TAR_TRICKS = {
    "long name of gigabytes": _tar_header(b"x", b"77777777777\0", b"L") + bytes(4 << 20),
    "attributes of gigabytes": _tar_header(b"x", b"77777777777\0", b"x") + bytes(4 << 20),
    "chained long names": (_tar_header(b"x", b"00000000001\0", b"L") + b"n".ljust(512, b"\0")) * 6000,
    "negative size": _tar_header(b"a.html", b"\xff" * 10 + b"\xfe\x00", b"0") + bytes(2048),
    "larger than the file": _tar_header(b"a.html", b"00000010000\0", b"0") + bytes(1024),
}


@pytest.mark.parametrize("trick", TAR_TRICKS)
@pytest.mark.parametrize("packed", [False, True])
def test_a_hostile_tar_header_is_a_drop(tmp_path: Path, trick: str, packed: bool) -> None:
    data = TAR_TRICKS[trick]
    path = write(tmp_path, {"a.tar": gzipped(data) if packed else data, "z.html": HTML})
    if packed:
        (path / "a.tar").rename(path / "a.tgz")
    tracemalloc.start()
    try:
        items = read(path, options=SourceOptions(Limits(ratio_from=64 << 20)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert list(pages(items)) == ["z.html"]
    assert list(drops(items).values())[-1] in {"BOMB", "TRUNCATED"}
    assert peak < 4 << 20


def test_a_tar_member_that_leads_back_to_itself_is_not_read_for_ever(tmp_path: Path) -> None:
    first = _tar_header(b"first.html", b"00000000001\0", b"0") + b"1".ljust(512, b"\0")
    data = first + _tar_header(b"", b"\xff" * 10 + b"\xfe\x00", b"0") + bytes(2048)
    items = read(write(tmp_path, {"a.tar": data}))
    assert pages(items) == {"a.tar!/first.html": b"1"}
    assert drops(items)["a.tar"] == "TRUNCATED"
    assert len(items) <= 3


def test_a_second_look_at_a_tar_does_not_count_twice(tmp_path: Path) -> None:
    noise = b"".join(zlib.crc32(b"%d" % n).to_bytes(4, "big") for n in range(600_000))
    data = tarred({"Talks_files/a.js": noise, "Talks.html": HTML}, "w:gz")
    items = read(write(tmp_path, {"a.tgz": data}))
    assert len(noise) * 2 > LIMITS.unpacked_bytes
    assert list(pages(items)) == ["a.tgz!/Talks.html"]
    assert not drops(items)


ARCHIVES = {
    "a.zip": zipped(MANY),
    "stored.zip": zipped(MANY, zipfile.ZIP_STORED),
    "a.tar": tarred(MANY),
    "a.tar.gz": tarred(MANY, "w:gz"),
    "a.tar.bz2": tarred(MANY, "w:bz2"),
    "a.tar.xz": tarred(MANY, "w:xz"),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_truncated_archive_gives_its_whole_members_and_is_a_drop(tmp_path: Path, name: str) -> None:
    data = ARCHIVES[name]
    for cut in range(len(data) // 20, len(data) - 1, len(data) // 9):
        path = write(tmp_path, {name: data[:cut]}) / name
        items = read(path)
        only_padding_lost = name == "a.tar" and not any(data[cut - 512 :])
        assert drops(items) == ({} if only_padding_lost else {name: "TRUNCATED"})
        got = pages(items)
        assert list(got) == [f"{name}!/{inner}" for inner in itertools.islice(MANY, len(got))]
        assert all(MANY[place.rpartition("/")[2]] == page for place, page in got.items())


def test_most_of_an_archive_cut_near_its_end_is_kept(tmp_path: Path) -> None:
    for name, data in ARCHIVES.items():
        if not name.endswith((".bz2", ".xz")):  # one block each here: nothing comes out before it is whole
            items = read(write(tmp_path, {name: data[: len(data) * 8 // 10]}) / name)
            assert len(pages(items)) >= 6, name


def test_a_truncated_tar_in_a_zip_leaves_the_zip_whole(tmp_path: Path) -> None:
    data = zipped({"a.tgz": ARCHIVES["a.tar.gz"][:-300], "z.html": HTML})
    items = read(write(tmp_path, {"a.zip": data}))
    assert drops(items) == {"a.zip!/a.tgz": "TRUNCATED"}
    assert "a.zip!/z.html" in pages(items)


@pytest.mark.parametrize("cut", [3, 10, 15, 40, -9, -4, -1])
def test_a_truncated_packed_page_is_dropped_whole(tmp_path: Path, cut: int) -> None:
    assert drops(read(write(tmp_path, {"a.html.gz": gzipped(HTML)[:cut]}))) == {"a.html.gz": "TRUNCATED"}


def test_a_truncated_packed_jsonl_gives_its_whole_lines(tmp_path: Path) -> None:
    lines = [
        b'{"id": "%d", "text": "%s"}' % (n, zlib.crc32(b"%d" % n).to_bytes(4, "big").hex().encode())
        for n in range(9000)
    ]
    data = gzipped(b"\n".join(lines))
    items = read(write(tmp_path, {"a.jsonl.gz": data[: len(data) // 2]}))
    assert drops(items) == {"a.jsonl.gz": "TRUNCATED"}
    assert 1000 < len(pages(items)) < 9000
    assert list(pages(items).values()) == lines[: len(pages(items))]


def test_a_changed_byte_is_found_by_the_checksum(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": HTML, "z.html": HTML}, zipfile.ZIP_STORED))
    data[data.index(HTML) + 5] ^= 1
    items = read(write(tmp_path, {"a.zip": bytes(data)}))
    assert drops(items) == {"a.zip!/a.html": "TRUNCATED"}
    assert list(pages(items)) == ["a.zip!/z.html"]


def test_a_changed_byte_is_found_where_the_directory_is_missing_too(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": HTML, "z.html": HTML}, zipfile.ZIP_STORED))
    data[data.index(HTML) + 5] ^= 1
    items = read(write(tmp_path, {"a.zip": bytes(data[: data.index(b"PK\x01\x02")])}))
    assert drops(items) == {"a.zip!/a.html": "TRUNCATED", "a.zip": "TRUNCATED"}
    assert list(pages(items)) == ["a.zip!/z.html"]


class _Unseekable(io.RawIOBase):
    """A file that a zip can be written to as to a pipe, so that sizes follow the members."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self.data += piece
        return len(piece)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("streamed", [False, True])
def test_a_zip_without_its_directory_is_read_from_the_front(tmp_path: Path, method: int, streamed: bool) -> None:
    packed = _Unseekable()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, page in MANY.items():
            archive.writestr(name, page)
    data = packed.data if streamed else zipped(MANY, method)
    items = read(write(tmp_path, {"a.zip": data[: data.index(b"PK\x01\x02")]}))
    assert drops(items) == {"a.zip": "TRUNCATED"}
    known = {} if streamed and method == zipfile.ZIP_STORED else MANY  # where a stored one ends nobody can tell
    assert pages(items) == {f"a.zip!/{name}": page for name, page in known.items()}


def test_a_bomb_without_its_directory_is_stopped(tmp_path: Path) -> None:
    data = zipped({"bomb.css": bytes(64 << 20), "z.html": HTML})
    assert drops(read(write(tmp_path, {"a.zip": data[: data.index(b"PK\x01\x02")]}))) == {"a.zip": "BOMB"}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ARCHIVES)
def test_damage_anywhere_raises_nothing(tmp_path: Path, name: str, seed: int) -> None:
    data = ARCHIVES[name]
    for n in range(25):
        at = zlib.crc32(b"%d %d" % (seed, n)) % len(data)
        path = write(tmp_path, {name: data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]})
        assert all(page in MANY.values() for page in pages(list(capture([path], SMALL))).values()) or name == "a.tar"


def test_a_full_disk_while_unpacking_says_to_try_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, {"a.zip": zipped({"b.zip": zipped({"a.html": HTML})})})

    def full(file: object, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "write", full)
    with pytest.raises(RetryLater, match="disk is full"):
        read(path)


def test_a_reader_that_stops_early_leaves_nothing_open(tmp_path: Path) -> None:
    inner = tarred(MANY, "w:gz")
    items = capture([write(tmp_path, {"a.zip": zipped({"b.tgz": inner, "c.zip": zipped(MANY)})})], SMALL)
    next(items)
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0
    items.close()  # type: ignore[attr-defined]
    gc.collect()  # an unclosed file is a warning, and a warning an error
    after = len(list(Path("/proc/self/fd").iterdir())) if before else 0
    assert after < before or not before
