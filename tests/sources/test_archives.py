"""Archives and packed files that are what they say."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.sources.making import HTML, Pack, drops, gzipped, pages, read, skips, tarred, write, zipped
from trucewatch.record.pages import LINE_MEDIA_TYPE, Captured

FILES = {"inner/page.html": HTML, "notes.txt": b"The convoy left at dawn.\n", "style.css": b"p {}"}
WHOLE = {"inner/page.html": HTML, "notes.txt": FILES["notes.txt"]}
ARCHIVES = {
    "a.zip": zipped(FILES),
    "a.tar": tarred(FILES),
    "a.tar.gz": tarred(FILES, "w:gz"),
    "a.tgz": tarred(FILES, "w:gz"),
    "a.tar.bz2": tarred(FILES, "w:bz2"),
    "a.tbz2": tarred(FILES, "w:bz2"),
    "a.tar.xz": tarred(FILES, "w:xz"),
    "a.txz": tarred(FILES, "w:xz"),
    "a.gz": gzipped(tarred(FILES)),
    "packed-all-the-same.tar": tarred(FILES, "w:gz"),
    "archive-of-zip": zipped(FILES),
    "archive-of-tar": tarred(FILES),
    "archive-of-tgz": tarred(FILES, "w:gz"),
    "a.zip.gz": gzipped(zipped(FILES)),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_gives_its_pages(tmp_path: Path, name: str) -> None:
    items = read(write(tmp_path, {name: ARCHIVES[name]}) / name)
    assert pages(items) == {f"{name}!/{path}": data for path, data in WHOLE.items()}
    assert skips(items) == {f"{name}!/style.css": "no page: .css"}
    assert not drops(items)


@pytest.mark.parametrize("name", ARCHIVES)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_in_an_archive_gives_its_pages(tmp_path: Path, name: str, pack: Pack) -> None:
    outer = pack({"in/" + name: ARCHIVES[name], "last.html": HTML})
    items = read(write(tmp_path, {"outer": outer}) / "outer")
    inner = {f"outer!/in/{name}!/{path}": data for path, data in WHOLE.items()}
    assert pages(items) == inner | {"outer!/last.html": HTML}
    assert not drops(items)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html.gz", gzipped(HTML)),
        ("page.html.bz2", bz2.compress(HTML)),
        ("page.html.xz", lzma.compress(HTML)),
        ("page.html.GZ", gzipped(HTML)),
        ("served.html", gzipped(HTML)),
        ("unpacked.html.gz", HTML),
        ("twice.html.gz.gz", gzipped(gzipped(HTML))),
        ("parts.html.gz", gzipped(HTML[:10]) + gzipped(HTML[10:])),
        ("padded.html.gz", gzipped(HTML) + bytes(700)),
        ("parts.html.xz", lzma.compress(HTML[:10]) + bytes(4) + lzma.compress(HTML[10:])),
        ("parts.html.bz2", bz2.compress(HTML[:10]) + bz2.compress(HTML[10:])),
        ("trailing.html.gz", gzipped(HTML) + b"left by a tape drive"),
        ("stored.html.gz", gzip.compress(HTML, 0)),
    ],
)
def test_a_packed_page_is_one_page_at_its_own_place(tmp_path: Path, name: str, data: bytes) -> None:
    (item,) = read(write(tmp_path, {name: data}))
    assert isinstance(item, Captured)
    assert (item.locator, item.media_type, item.data) == (name, "text/html", HTML)


def test_jsonl_is_read_packed_and_in_archives(tmp_path: Path) -> None:
    line = b'{"id": "k/1", "text": "Shots were heard near Orvanik."}'
    data = line + b"\n"
    write(tmp_path, {"a.jsonl.gz": gzipped(data), "b.zip": zipped({"x.ndjson": data, "y.jsonl.gz": gzipped(data)})})
    items = read(tmp_path)
    assert pages(items) == dict.fromkeys(["a.jsonl.gz#k/1", "b.zip!/x.ndjson#k/1", "b.zip!/y.jsonl.gz#k/1"], line)
    assert {item.media_type for item in items if isinstance(item, Captured)} == {LINE_MEDIA_TYPE}
    assert {item.name for item in items if isinstance(item, Captured)} == {"k/1"}


def test_zip_members_come_in_the_order_of_their_paths_and_tar_members_in_the_archives(tmp_path: Path) -> None:
    files = {"b.html": HTML, "a/z.html": HTML, "a.html": HTML}
    write(tmp_path, {"a.zip": zipped(files), "b.tar": tarred(files)})
    places = ["a.zip!/a.html", "a.zip!/a/z.html", "a.zip!/b.html", *(f"b.tar!/{path}" for path in files)]
    assert list(pages(read(tmp_path))) == places


def _zip_with_raw_name(raw: bytes) -> bytes:
    """A zip whose one name has these bytes and no UTF-8 flag."""
    stand_in = "n" * len(raw)
    return zipped({stand_in: HTML}).replace(stand_in.encode(), raw)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Grenzübergang.html".encode("cp437"), "Grenzübergang.html"),
        ("Граница.html".encode(), "Граница.html"),
        (b"folder\\page.html", "folder/page.html"),
        (b"./a//page.html", "a/page.html"),
    ],
)
def test_a_zip_members_name_is_read_as_it_was_meant(tmp_path: Path, raw: bytes, name: str) -> None:
    assert list(pages(read(write(tmp_path, {"a.zip": _zip_with_raw_name(raw)})))) == [f"a.zip!/{name}"]


def test_a_flagged_utf8_name_is_read_as_such(tmp_path: Path) -> None:
    assert list(pages(read(write(tmp_path, {"a.zip": zipped({"Ереван.html": HTML})})))) == ["a.zip!/Ереван.html"]


def test_a_tar_members_name_that_is_no_utf8_is_written_out(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", encoding="latin-1", format=tarfile.GNU_FORMAT) as archive:
        info = tarfile.TarInfo("caf\xe9/" + "long" * 60 + ".html")
        info.size = len(HTML)
        archive.addfile(info, io.BytesIO(HTML))
    items = read(write(tmp_path, {"a.tar": packed.getvalue()}))
    assert list(pages(items)) == ["a.tar!/caf\\xe9/" + "long" * 60 + ".html"]


def test_hidden_members_and_folders_entries_are_no_pages(tmp_path: Path) -> None:
    files = {"a/": b"", "a/b.html": HTML, "__MACOSX/a/._b.html": b"x", "a/.note.txt": b"x"}
    items = read(write(tmp_path, {"a.zip": zipped(files)}))
    assert list(pages(items)) == ["a.zip!/a/b.html"]
    assert set(skips(items)) == {"a.zip!/__MACOSX/a/._b.html", "a.zip!/a/.note.txt"}


@pytest.mark.parametrize(
    ("name", "data"), [("a.zip", zipped({})), ("a.tar", tarred({})), ("b.zip", zipped({"f/": b""}))]
)
def test_an_archive_without_files_is_empty(tmp_path: Path, name: str, data: bytes) -> None:
    path = write(tmp_path, {name: data}) / name
    assert drops(read(path)) == {name: "EMPTY"}


def test_a_self_extracting_zip_is_a_zip(tmp_path: Path) -> None:
    data = b"#! a program that unpacks what follows\n" + zipped({"a.html": HTML})
    assert list(pages(read(write(tmp_path, {"a.zip": data})))) == ["a.zip!/a.html"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_zip_methods_are_dropped_with_the_way_out(tmp_path: Path, method: int) -> None:
    items = read(write(tmp_path, {"a.zip": zipped({"a.html": HTML}, method)}))
    assert drops(items) == {"a.zip!/a.html": "UNSUPPORTED"}
    assert "deflate" in items[0].detail  # type: ignore[union-attr]


def test_an_encrypted_member_is_dropped_with_the_way_out(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": HTML, "b.html": HTML}))
    directory = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    items = read(write(tmp_path, {"a.zip": bytes(data)}))
    assert drops(items) == {"a.zip!/a.html": "UNSUPPORTED"}
    assert "password" in items[0].detail  # type: ignore[union-attr]
    assert list(pages(items)) == ["a.zip!/b.html"]
