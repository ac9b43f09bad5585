"""`trucewatch dossier` from the outside."""

import json
from pathlib import Path

import pytest

from trucewatch.cli.main import run


def test_a_new_dossier_passes_its_check_and_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "valley.yaml"
    assert run(["dossier", "new", str(file)]) == 0
    assert run(["dossier", "check", str(file)]) == 0
    out, err = capsys.readouterr()
    assert "valley: 5 actors, 1 offices" in out
    assert "note: River Valley: without coordinates" in err
    before = file.read_text("utf-8")
    assert run(["dossier", "new", str(file)]) == 2
    assert file.read_text("utf-8") == before
    assert "is there already" in capsys.readouterr().err


def test_offices_that_overlap_are_refused_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "valley.yaml"
    run(["dossier", "new", str(file)])
    file.write_text(file.read_text("utf-8").replace("since: 2020-05-01", "since: 2019-05-01"), "utf-8")
    capsys.readouterr()
    assert run(["dossier", "check", str(file)]) == 2
    line = next(n for n, text in enumerate(file.read_text("utf-8").splitlines(), 1) if "Jonas Weir" in text)
    assert f"valley.yaml:{line}: Jonas Weir is foreign minister from 2019-05-01" in capsys.readouterr().err


def test_a_dossier_is_shown_as_tables_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dossier", "show"]) == 0
    assert "nagorno-karabakh  Nagorno-Karabakh" in capsys.readouterr().out
    assert run(["dossier", "show", "menderal"]) == 0
    shown = capsys.readouterr().out
    assert all(title in shown for title in ("Actors", "Offices", "Places", "Agreements", "Outlets"))
    assert run(["dossier", "show", "menderal", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["actors"][0]["name"] == "Lurenia"


def test_hostile_words_of_a_dossier_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text('name: "a\\e[2Jb"\ntitle: "t\\e[31m"\nplaces: [{name: "p\\u202ex"}]\n', "utf-8")
    for command in ("check", "show"):
        assert run(["dossier", command, str(file)]) == 0
        out, err = capsys.readouterr()
        assert not {"\x1b", "\u202e"} & set(out + err)
