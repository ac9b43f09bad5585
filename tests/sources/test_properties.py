"""Whatever a folder holds: every file ends in exactly one item, the same ones every time."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.making import HTML, SMALL, gzipped, read, tarred, write, zipped
from trucewatch.record.outcomes import Dropped, Skipped
from trucewatch.sources import count
from trucewatch.sources.names import shown, tidy, unsafe

_NAME = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda name: name not in (".", "..") and len(name.encode()) < 60
)
_ENDING = st.sampled_from(["", ".html", ".txt", ".md", ".css", ".pdf", ".json", ".gz", ".html.gz", "_files", ".bak"])
_FILE = st.tuples(_NAME, _ENDING).map("".join)
_PATH = st.lists(_FILE, min_size=1, max_size=3).map("/".join)
_DATA = st.one_of(st.binary(max_size=300), st.sampled_from([HTML, b"", b"  ", gzipped(HTML), b"Plain words.\n"]))


def _without_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that can lie in one folder: none is another's folder, whatever the case of its letters."""
    kept: dict[str, bytes] = {}
    folders: set[str] = set()
    for path, data in files.items():
        key = path.casefold()
        above = {key[:at] for at, letter in enumerate(key) if letter == "/"}
        if (
            key not in folders
            and not above & {other.casefold() for other in kept}
            and key not in map(str.casefold, kept)
        ):
            kept[path] = data
            folders |= above
    return kept


_FILES = st.dictionaries(_PATH, _DATA, max_size=8).map(_without_clashes)


@settings(max_examples=60)
@given(_FILES)
def test_every_file_of_a_folder_ends_in_exactly_one_item(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), files)
        items = read(root)
        places = [item.item if isinstance(item, Dropped | Skipped) else item.locator for item in items]
        hidden = {place for item, place in zip(items, places, strict=True) if isinstance(item, Skipped)}
        wanted = [shown(path) for path in files if not any(shown(path).startswith(f"{place}/") for place in hidden)]
        assert sorted(place for place in places if place in set(wanted)) == sorted(wanted)
        assert len(items) == count([root], SMALL)
        assert read(root) == items


@settings(max_examples=60)
@given(_FILES, st.randoms())
def test_a_folder_and_its_archives_hold_the_same_pages(files: dict[str, bytes], random: object) -> None:
    names = {path: data for path, data in files.items() if unsafe(path) is None and "\\" not in path}
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), {"x.zip": zipped(names), "x.tar": tarred(names)})
        of_zip, of_tar = (
            sorted(repr(item).replace(name, "x") for item in read(root / name)) for name in ("x.zip", "x.tar")
        )
        assert of_zip == of_tar
        assert len(of_zip) == max(len(names), 1)


@settings(max_examples=100)
@given(
    st.binary(max_size=2000), st.sampled_from(["a.zip", "a.tar", "a.tgz", "a.html.gz", "a.tar.xz", "a.bz2", "a.jsonl"])
)
def test_noise_under_any_name_is_one_item_and_no_error(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert len(read(write(Path(folder), {name: data}) / name)) >= 1


@given(st.text())
def test_a_shown_name_can_be_stored_and_printed(name: str) -> None:
    text = shown(name)
    text.encode("utf-8")
    assert "\x1b" not in text
    assert "\n" not in text
    assert shown(text) == text
    assert tidy(tidy(name)) == tidy(name)
