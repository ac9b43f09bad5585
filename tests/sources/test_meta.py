"""The table of what is given: found by place or by name, and never guessed."""

import unicodedata
from pathlib import Path

import pytest

from tests.sources.making import HTML, SMALL, Pack, gzipped, read, skips, tarred, write, zipped
from trucewatch.errors import UsageError
from trucewatch.record.pages import Captured, Given
from trucewatch.sources import SourceOptions, load_meta


def table(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "meta.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def given(tmp_path: Path, rows: str, files: dict[str, bytes], *arguments: str) -> tuple[dict[str, Given], list[str]]:
    """What each page was given, and the files of the rows that no page used."""
    meta = load_meta(table(tmp_path, rows))
    root = write(tmp_path / "pages", files)
    options = SourceOptions(SMALL.limits, Given(outlet="Unnamed", published="2018"), meta)
    items = read(*(root / argument for argument in arguments or ("",)), options=options)
    found = {item.locator: item.given for item in items if isinstance(item, Captured)}
    return found, [row.file for row in meta.unused()]


def test_a_row_overrides_what_is_given_for_all_field_by_field(tmp_path: Path) -> None:
    rows = "file,outlet,published,address\na.html,Meridian,,https://meridian.example/1\nb.html,,2018-04-03,\n"
    found, unused = given(tmp_path, rows, dict.fromkeys(["a.html", "b.html", "c.html"], HTML))
    assert found == {
        "a.html": Given("Meridian", "2018", "https://meridian.example/1"),
        "b.html": Given("Unnamed", "2018-04-03"),
        "c.html": Given("Unnamed", "2018"),
    }
    assert unused == []


def outlets(found: dict[str, Given]) -> dict[str, str | None]:
    return {place: stated.outlet for place, stated in found.items()}


def test_a_row_finds_its_page_by_the_path_or_by_a_name_that_only_one_file_has(tmp_path: Path) -> None:
    rows = (
        "file,outlet\nx/a.html,One\n./b.html,Two\nsame.html,Three\npages/x/d.html,Four\nz\\e.html,Five\nnone.html,Six\n"
    )
    files = ["x/a.html", "y/a.html", "y/b.html", "x/same.html", "y/same.html", "x/d.html", "z/e.html"]
    found, unused = given(tmp_path, rows, dict.fromkeys(files, HTML))
    assert outlets(found) == {
        "x/a.html": "One",
        "y/a.html": "Unnamed",
        "y/b.html": "Two",
        "x/same.html": "Unnamed",
        "y/same.html": "Unnamed",
        "x/d.html": "Four",
        "z/e.html": "Five",
    }
    assert unused == ["same.html", "none.html"]


def test_the_exact_path_wins_over_a_name_that_others_have(tmp_path: Path) -> None:
    found, _ = given(tmp_path, "file,outlet\na.html,One\n", dict.fromkeys(["a.html", "sub/a.html"], HTML))
    assert outlets(found) == {"a.html": "One", "sub/a.html": "Unnamed"}


def test_a_row_tells_two_arguments_with_the_same_file_name_apart(tmp_path: Path) -> None:
    files = {"x/a.html": HTML, "y/a.html": b"other"}
    found, unused = given(tmp_path, "file,outlet\ny/a.html,One\n", files, "x/a.html", "y/a.html")
    assert list(outlets(found).values()) == ["One"]  # both have the place 'a.html'; the second is the row's
    assert unused == []
    found, unused = given(tmp_path, "file,outlet\ny/a.html,One\n", files, "x")
    assert outlets(found) == {"a.html": "Unnamed"}
    assert unused == ["y/a.html"]


@pytest.mark.parametrize("row", ["more.pack!/in/a.html", "in/a.html", "pages/more.pack!/in/a.html", "only.html"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_row_finds_an_archives_member(tmp_path: Path, row: str, pack: Pack) -> None:
    name = "more.zip" if pack is zipped else "more.tar"
    data = pack({"in/a.html": HTML, "b/a.html": HTML, "in/only.html": HTML})
    write(tmp_path / "pages", {name: data})
    meta = load_meta(table(tmp_path, f"file,outlet\n{row.replace('more.pack', name)},One\na.html,Two\n"))
    items = read(tmp_path / "pages", options=SourceOptions(SMALL.limits, meta=meta))
    stated = {i.locator.partition("!/")[2]: i.given.outlet for i in items if isinstance(i, Captured)}
    wanted = "in/only.html" if row == "only.html" else "in/a.html"
    assert {place for place, outlet in stated.items() if outlet == "One"} == {wanted}
    assert [row.file for row in meta.unused()] == ["a.html"]


def test_a_packed_page_is_found_by_its_own_name(tmp_path: Path) -> None:
    found, _ = given(tmp_path, "file,outlet\na.html.gz,One\n", {"sub/a.html.gz": gzipped(HTML)})
    assert outlets(found) == {"sub/a.html.gz": "One"}


def test_composed_and_decomposed_names_meet(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Grenzübergang.html")
    found, _ = given(tmp_path, "file,outlet\nGrenzübergang.html,One\n", {name: HTML})
    assert list(outlets(found).values()) == ["One"]


@pytest.mark.parametrize(
    "text",
    [
        "\ufefffile,outlet\na.html,Meridian\n",
        "outlet;page;FILE\nMeridian;;a.html\n",
        'File\t Outlet \r\n\r\na.html\t"Meridian"\r\n',
        'note,"file","outlet"\n"x, y; z",a.html,Meridian',
        "file;outlet\n;\na.html;Meridian\n",
    ],
)
def test_delimiters_orders_and_marks_are_understood(tmp_path: Path, text: str) -> None:
    (row,) = load_meta(table(tmp_path, text)).unused()
    assert (row.file, row.given) == ("a.html", Given(outlet="Meridian"))


BAD = [
    ("", r"row 1: the header is empty"),
    ("name,outlet\n", r"row 1: the header is name, outlet; it must name file"),
    ("file,colour\n", r"row 1: .* at least one of outlet"),
    ("file,outlet,file\n", r"row 1: .* column 'file' twice"),
    ("file,outlet\na.html,One\n,Two\n", r"row 3: column file: empty"),
    ("file,published\n\na.html,2021-02-30\n", r"row 3: column published: '2021-02-30' is not a date; write YYYY"),
    ("file,published\na.html,3 May 2020\n", r"row 2: column published: '3 May 2020'"),
    ("file,address\na.html,javascript:alert(1)\n", r"row 2: column address: 'javascript:alert\(1\)'"),
    ("file,outlet\na.html,One\n./a.html,Two\n", r"row 3: file './a.html' already stands in row 2"),
    ("file,outlet\na.html,One, Two\n", r"row 2: it has 3 cells where the header has 2"),
    ('file,outlet\na.html,"One\n', r"row 2: it is no CSV"),
    ("file,outlet\na.html," + "x" * 200_000, r"row 2: it is no CSV"),
    (b"file,outlet\na.html,One\nb.html,\xc0\n", r"row 3: it is not UTF-8"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_bad_table_names_file_row_column_value_and_the_way_out(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=r"meta\.csv, " + message):
        load_meta(table(tmp_path, text))


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.csv"):
        load_meta(tmp_path / "nowhere.csv")


def test_the_table_itself_is_no_page(tmp_path: Path) -> None:
    meta = load_meta(table(tmp_path, "file,outlet\na.html,One\n"))
    write(tmp_path, {"a.html": HTML})
    items = read(tmp_path, options=SourceOptions(meta=meta))
    assert skips(items) == {"meta.csv": "the table of what is given"}
