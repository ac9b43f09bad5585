"""Files and folders: what is a page, what is skipped, what is dropped, and under which name and place."""

import os
import sys
from pathlib import Path

import pytest

from tests.sources.making import HTML, SMALL, drops, gzipped, pages, read, skips, tarred, write, zipped
from trucewatch.errors import UsageError
from trucewatch.record.pages import Captured
from trucewatch.sources import capture, count, files

MEDIA_TYPES = {
    "a.html": "text/html",
    "b.HTM": "text/html",
    "c.xhtml": "application/xhtml+xml",
    "d.xht": "application/xhtml+xml",
    "e.txt": "text/plain",
    "f.text": "text/plain",
    "g.md": "text/markdown",
    "h.markdown": "text/markdown",
}


def test_each_extension_has_its_media_type(tmp_path: Path) -> None:
    items = read(write(tmp_path, dict.fromkeys(MEDIA_TYPES, HTML)))
    assert {i.locator: i.media_type for i in items if isinstance(i, Captured)} == MEDIA_TYPES


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("page.html", "page"),
        ("page.html.gz", "page"),
        ("ABC.1830.0711.txt", "ABC.1830.0711"),
        ("ABC.1830.0711", "ABC.1830.0711"),
        ("notes", "notes"),
        ("two.txt.txt", "two.txt"),
        ("news.php?id=5", "news.php?id=5"),
    ],
)
def test_the_name_is_the_files_without_its_extensions(tmp_path: Path, file: str, name: str) -> None:
    data = gzipped(HTML) if file.endswith(".gz") else HTML
    (item,) = read(write(tmp_path, {file: data}) / file)
    assert isinstance(item, Captured)
    assert (item.name, item.locator, item.data) == (name, file, HTML)


def test_a_folder_is_read_in_the_order_of_its_paths_with_slashes_between_their_parts(tmp_path: Path) -> None:
    files = ["b/z.html", "a.html", "b/c/d.txt", "c.html", "b-1.html"]
    items = read(write(tmp_path, dict.fromkeys(files, HTML)))
    assert list(pages(items)) == ["a.html", "b/c/d.txt", "b/z.html", "b-1.html", "c.html"]


def test_arguments_are_read_in_the_order_given(tmp_path: Path) -> None:
    write(tmp_path, {"z/one.html": HTML, "a/two.html": HTML, "three.html": HTML})
    items = read(tmp_path / "z", tmp_path / "three.html", tmp_path / "a")
    assert list(pages(items)) == ["one.html", "three.html", "two.html"]


def test_a_relative_argument_with_dots_gives_the_same_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"sub/a.html": HTML})
    monkeypatch.chdir(tmp_path / "sub")
    assert list(pages(read(Path("..")))) == ["sub/a.html"]
    assert list(pages(read(Path()))) == ["a.html"]


def test_pictures_and_scripts_are_skipped_in_a_folder_and_dropped_where_named(tmp_path: Path) -> None:
    write(tmp_path, {"site.css": b"p {}", "map.PNG": b"\x89PNG", "a.html": HTML, "notes.db": b""})
    items = read(tmp_path)
    assert list(pages(items)) == ["a.html"]
    assert skips(items) == {"map.PNG": "no page: .png", "notes.db": "no page: .db", "site.css": "no page: .css"}
    assert drops(read(tmp_path / "site.css")) == {"site.css": "UNSUPPORTED"}
    packed = write(tmp_path, {"packed.css": gzipped(HTML)}) / "packed.css"
    assert drops(read(packed)) == {"packed.css": "UNSUPPORTED"}


@pytest.mark.parametrize(
    ("file", "data", "media_type"),
    [
        ("README", b"What lies here was gathered in Sollin.\n", "text/plain"),
        ("story.2021", "Переговоры".encode("cp1251"), "text/plain"),
        ("wide.note", "Talks in Aldmoor".encode("utf-16"), "text/plain"),
        ("news.php?id=7", b"\xef\xbb\xbf \n<!DOCTYPE html><p>Talks", "text/html"),
        ("feed.xml", b'<?xml version="1.0"?><!-- x --><html><p>Talks</p></html>', "text/html"),
        ("lost.pdf", b"<html><p>Page not found", "text/html"),
    ],
)
def test_a_name_that_says_nothing_is_looked_into(tmp_path: Path, file: str, data: bytes, media_type: str) -> None:
    (item,) = read(write(tmp_path, {file: data}))
    assert isinstance(item, Captured)
    assert item.media_type == media_type


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("report.pdf", b"%PDF-1.7 and so on"),
        ("rows.csv", b"a,b\n1,2\n"),
        ("feed.xml", b"<rss><channel/></rss>"),
        ("letter.docx", zipped({"word/document.xml": b"<w/>"})),
        ("noise.dat", bytes(range(256))),
        ("noise.zip", b"no zip at all"),
        ("noise.tar", b"no tar at all" * 100),
    ],
)
def test_a_form_that_cannot_be_read_is_dropped_with_those_that_can(tmp_path: Path, file: str, data: bytes) -> None:
    items = read(write(tmp_path, {file: data}))
    assert drops(items) == {file: "UNSUPPORTED"}
    assert "Markdown" in items[0].detail  # type: ignore[union-attr]


def test_binary_noise_named_html_is_brought_in_as_it_is(tmp_path: Path) -> None:
    assert pages(read(write(tmp_path, {"noise.html": bytes(range(256))}))) == {"noise.html": bytes(range(256))}


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
@pytest.mark.parametrize("file", ["a.html", "a.txt", "a.jsonl"])
def test_a_file_without_content_is_empty(tmp_path: Path, file: str, data: bytes) -> None:
    assert drops(read(write(tmp_path, {file: data}))) == {file: "EMPTY"}


@pytest.mark.parametrize("file", ["a.zip", "a.tar", "a.html.gz", "unknown"])
def test_any_form_without_bytes_is_empty(tmp_path: Path, file: str) -> None:
    assert drops(read(write(tmp_path, {file: b""}))) == {file: "EMPTY"}


def test_a_page_at_the_limit_is_read_and_one_byte_more_is_too_large(tmp_path: Path) -> None:
    most = SMALL.limits.page_bytes
    items = read(write(tmp_path, {"fits.txt": b"x" * most, "over.txt": b"x" * (most + 1)}))
    assert list(pages(items)) == ["fits.txt"]
    assert drops(items) == {"over.txt": "TOO_LARGE"}


def test_a_page_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "sparse.html").open("wb") as file:
        file.write(HTML)
        file.truncate(1 << 40)
    assert drops(read(tmp_path)) == {"sparse.html": "TOO_LARGE"}


def test_hidden_files_and_folders_are_skipped_unless_named(tmp_path: Path) -> None:
    write(
        tmp_path, {".note.html": HTML, ".git/a.txt": b"x", ".git/b.txt": b"x", "a.html": HTML, "__MACOSX/b.html": b"x"}
    )
    items = read(tmp_path)
    assert list(pages(items)) == ["a.html"]
    assert set(skips(items)) == {".git", ".note.html", "__MACOSX"}
    assert list(pages(read(tmp_path / ".note.html", tmp_path / ".git"))) == [".note.html", "a.txt", "b.txt"]


def test_links_in_a_folder_are_skipped_and_a_named_one_is_followed(tmp_path: Path) -> None:
    write(tmp_path, {"in/a.html": HTML, "out/b.html": HTML})
    for name, target in {"loop": ".", "out": "../out", "file.html": "../out/b.html", "gone.html": "nowhere"}.items():
        (tmp_path / "in" / name).symlink_to(target)
    items = read(tmp_path / "in")
    assert list(pages(items)) == ["a.html"]
    assert set(skips(items)) == {"loop", "out", "file.html", "gone.html"}
    named = read(tmp_path / "in" / "file.html", tmp_path / "in" / "out")
    assert list(pages(named)) == ["file.html", "b.html"]


def test_a_pipe_and_a_device_are_unreadable_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    write(tmp_path, {"z.html": HTML})
    items = read(tmp_path)
    assert drops(items) == {"pipe.html": "UNREADABLE"}
    assert list(pages(items)) == ["z.html"]
    assert drops(read(tmp_path / "pipe.html", Path("/dev/zero"))) == {"pipe.html": "UNREADABLE", "zero": "UNREADABLE"}


def test_a_pipe_that_takes_a_files_place_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    real, asked = files._check_regular, iter([True, False])

    def check(mode: int) -> None:
        if not next(asked):
            real(mode)

    monkeypatch.setattr(files, "_check_regular", check)
    assert drops(read(tmp_path)) == {"pipe.html": "UNREADABLE"}


def test_a_file_that_vanishes_in_between_is_unreadable(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": HTML, "b.html": HTML})
    items = capture([tmp_path], SMALL)
    assert isinstance(next(items), Captured)
    (tmp_path / "b.html").unlink()
    assert drops(list(items)) == {"b.html": "UNREADABLE"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_is_closed_to_us_is_unreadable_and_the_others_go_on(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": HTML, "closed/b.html": HTML, "z.html": HTML})
    (tmp_path / "a.html").chmod(0)
    (tmp_path / "closed").chmod(0)
    try:
        items = read(tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert drops(items) == {"a.html": "UNREADABLE", "closed": "UNREADABLE"}
    assert list(pages(items)) == ["z.html"]


def test_a_folder_that_cannot_be_listed_is_a_drop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.html": HTML, "closed/b.html": HTML})
    real = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    items = read(tmp_path)
    assert drops(items) == {"closed": "UNREADABLE"}
    assert list(pages(items)) == ["a.html"]


def test_an_argument_that_does_not_exist_stops_before_anything_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": HTML})
    with pytest.raises(UsageError, match=r"nowhere\.html"):
        capture([tmp_path / "a.html", tmp_path / "nowhere.html"], SMALL)
    with pytest.raises(UsageError, match="inside"):
        capture([tmp_path / "a.html" / "inside"], SMALL)
    with pytest.raises(UsageError, match=r"a\\x00b"):
        capture(["a\0b"], SMALL)


def test_names_that_cannot_be_printed_are_written_out(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"red\x1b[31m.txt", "Ереван.txt".encode()):
        (Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))).write_bytes(b"x")  # noqa: PTH118 - bytes
    items = read(tmp_path)
    assert set(pages(items)) == {r"caf\xe9.txt", r"red\x1b[31m.txt", "Ереван.txt"}
    assert {item.name for item in items if isinstance(item, Captured)} == {r"caf\xe9", r"red\x1b[31m", "Ереван"}


def test_a_deep_folder_is_walked(tmp_path: Path) -> None:
    # Deeper than the stack allows, not deeper than a path may be on macOS.
    deep = "d/" * 350
    write(tmp_path, {deep + "a.html": HTML})
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        items = read(tmp_path)
    finally:
        sys.setrecursionlimit(limit)
    assert list(pages(items)) == [deep + "a.html"]


SAVED_FOLDERS = ["Talks_files", "Talks-Dateien", "Talks_fichiers", "Talks_archivos", "Talks_bestanden", "Talks.files"]


@pytest.mark.parametrize("folder", SAVED_FOLDERS)
@pytest.mark.parametrize("page", ["Talks.html", "Talks.htm"])
def test_a_saved_page_is_one_page_and_its_folder_is_counted(tmp_path: Path, folder: str, page: str) -> None:
    inside = {f"{folder}/frame.html": HTML, f"{folder}/deep/more.txt": b"x", f"{folder}/a.css": b"x"}
    files = {f"sub/{path}": data for path, data in ({page: HTML} | inside).items()}
    write(tmp_path, files)
    write(tmp_path, {"a.zip": zipped(files), "b.tar": tarred(dict(reversed(files.items())))})
    items = read(tmp_path)
    assert set(pages(items)) == {f"{where}sub/{page}" for where in ("", "a.zip!/", "b.tar!/")}
    assert set(skips(items)) == {f"{where}sub/{path}" for where in ("", "a.zip!/", "b.tar!/") for path in inside}
    assert not drops(items)


def test_such_a_folder_without_its_page_is_read(tmp_path: Path) -> None:
    files = {"Talks_files/frame.html": HTML, "Other.html": HTML}
    assert set(pages(read(write(tmp_path, files)))) == set(files)


def test_the_same_content_in_a_file_and_an_archive_is_two_captures_of_one_page(tmp_path: Path) -> None:
    items = read(write(tmp_path, {"a.html": HTML, "a.zip": zipped({"a.html": HTML})}))
    assert len({item.page.id for item in items if isinstance(item, Captured)}) == 1
    assert list(pages(items)) == ["a.html", "a.zip!/a.html"]


def test_count_is_the_number_of_items_or_unknown(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": HTML, "b.css": b"x", ".git/x": b"x", "sub/c.txt.gz": gzipped(HTML)})
    assert count([tmp_path, tmp_path / "a.html"], SMALL) == 5 == len(read(tmp_path, tmp_path / "a.html"))
    for name in ("x.zip", "x.tar.gz", "x.tgz", "x.jsonl", "x.ndjson.gz"):
        assert count([write(tmp_path / name, {name: b"x"})], SMALL) is None


def test_pages_come_one_at_a_time(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": HTML, "b.html": HTML})
    items = capture([tmp_path], SMALL)
    next(items)
    (tmp_path / "b.html").write_bytes(b"changed meanwhile")
    assert pages(list(items)) == {"b.html": b"changed meanwhile"}
