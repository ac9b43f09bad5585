"""One folder with every kind of bad page in it and one good one: each ends in its own outcome, the good one is read."""

import gzip
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call

GOOD = "The two sides met in the capital on 3 May 2018 and agreed that they would meet again in the summer.\n"
PARAGRAPH = f"<p>{GOOD}</p>"

Maker = Callable[[Path], None]


def write(data: bytes) -> Maker:
    def made(path: Path) -> None:
        path.write_bytes(data)

    return made


def one_long_line(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(200):
            file.write(b"truce " * 174_763)


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", b"\0" * 30_000_000)
        archive.writestr("more.html", b"\0" * 30_000_000)


def outward(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../escaped.html", PARAGRAPH)
        archive.writestr("inside.html", f"<html><body><h1>Held inside the archive</h1>{PARAGRAPH * 3}</body></html>")


COMMENTS = """3 comments
  1. Lena of Pell says:

    I do not believe a word of it. They said the same last year.

  2. oldsoldier says:

    My brother was there and he told me that nobody fired.

  3. M. says:

    Who pays for the road in the end? We do.

Leave a Reply

Your email address stays with us. Required fields are marked *
"""
FRENCH = "Les deux parties se sont rencontrées dans la capitale et ont décidé de se revoir avant la fin de l'été. "

BAD: dict[str, tuple[Maker, str]] = {
    "empty.html": (write(b""), "EMPTY"),
    "blank.txt": (write(b" \n\t\n"), "EMPTY"),
    "noise.html": (write(bytes(range(256)) * 64), "NOT_TEXT"),
    "long.txt": (one_long_line, "TOO_LARGE"),
    "bomb.zip": (bomb, "BOMB"),
    "outward.zip": (outward, "UNSAFE_NAME"),
    "cut.html.gz": (write(gzip.compress(PARAGRAPH.encode() * 900)[:-40]), "TRUNCATED"),
    "comments.txt": (write(COMMENTS.encode()), "NO_TEXT"),
    "french.txt": (write((FRENCH * 4).encode()), "WRONG_LANGUAGE"),
    "line.jsonl": (write(b'{"id": "x", "text": 7}\n'), "BAD_LINE"),
    "table.xlsx": (write(b"PK\x05\x06" + bytes(18)), "UNSUPPORTED"),
}
READ: dict[str, Maker] = {
    "good.txt": write(GOOD.encode()),
    "deep.html": write(b"<div>" * 100_000 + PARAGRAPH.encode() * 3 + b"</div>" * 100_000),
    "latin.txt": write(f"Café talks resume. {GOOD}".encode("cp1252")),
    "mixed.txt": write(f"Café talks. {GOOD}".encode() + f"Café again, on 4 May 2018. {GOOD}".encode("cp1252")),
    "nulls.txt": write(GOOD.encode().replace(b"capital", b"cap\0ital")),
    "turned.txt": write(GOOD.replace("capital", "\u202ecapital\u202c").encode()),
    "dates.txt": write(
        b"They met on 30 February 2021, in the year 0 and on 45 May 2019. They will meet on 3 May 2990 too.\n"
    ),
    "regex.txt": write((GOOD + "1 1 1 of May of of the " * 1_000).encode()),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    made.mkdir()
    for name, (make, _) in BAD.items():
        make(made / name)
    for name, make in READ.items():
        make(made / name)
    return made


def test_every_bad_page_has_its_reason_and_the_others_are_read(call: Call, folder: Path) -> None:
    done = call("read", str(folder))
    assert done.code == 3
    said = [line for line in done.err.splitlines() if line.startswith("dropped ")]
    for name, (_, why) in BAD.items():
        assert any(line.startswith(f"dropped {name}") and f": {why} (" in line for line in said), (name, why, said)
    assert len(said) == len(BAD)
    rows = json.loads(call("show", "pages", "--format", "json").out)
    read = {row["locators"][0] for row in rows if row["state"] == "read"}
    assert read == {*READ, "outward.zip!/inside.html"}
    assert call("record", "check").code == 0
    assert not (folder.parent / "escaped.html").exists()


def test_dates_that_are_none_are_not_resolved(call: Call, folder: Path) -> None:
    call("read", str(folder / "dates.txt"))
    rows = json.loads(call("show", "timeline", "--format", "json").out)
    assert "2990-05-03" in {row["date"] for row in rows}
    assert not {row["date"] for row in rows} & {"2021-02-30", "2021-02", "0000", "2019-05-45"}


def test_a_record_that_another_process_writes_is_named(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRUCEWATCH_LOCK_SECONDS", "0.5")
    call("read", str(folder / "good.txt"))
    with sqlite3.connect("trucewatch.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        done = call("read", str(folder / "latin.txt"))
        other.execute("ROLLBACK")
    other.close()
    assert done.code == 1
    assert "trucewatch.db" in done.err
    assert call("record", "check").code == 0


def test_a_record_of_a_newer_version_is_left_alone(call: Call, folder: Path) -> None:
    call("read", str(folder / "good.txt"))
    with sqlite3.connect("trucewatch.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    before = Path("trucewatch.db").read_bytes()
    done = call("show", "pages")
    assert done.code == 1
    assert "9999" in done.err
    assert Path("trucewatch.db").read_bytes() == before
