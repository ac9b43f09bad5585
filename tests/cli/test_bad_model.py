"""Model files that cannot be used: named with the way out, exit code 1, no traceback, nothing half done."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")

PAGE = "01-meridian-ceasefire.html"


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def halve(name: str) -> Callable[[Path], None]:
    def halved(folder: Path) -> None:
        data = (WEIGHTS / name).read_bytes()
        (folder / name).write_bytes(data[: len(data) // 2])

    return halved


def alter(folder: Path) -> None:
    """One byte of the network is another: its size is right, its hash is not."""
    data = bytearray((WEIGHTS / "model.onnx").read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "model.onnx").write_bytes(data)


def card(**changed: object) -> Callable[[Path], None]:
    def written(folder: Path) -> None:
        old = json.loads((WEIGHTS / CARD).read_text(encoding="utf-8"))
        (folder / CARD).write_text(json.dumps(old | changed), encoding="utf-8")

    return written


def swap(folder: Path) -> None:
    """A file that is whole and of another model."""
    shutil.copyfile(WEIGHTS / "vocab.txt", folder / "heads.npz")


FAULTS = {
    "no card": (remove(CARD), "model.json is missing"),
    "no network": (remove("model.onnx"), "model.onnx is missing"),
    "no word pieces": (remove("vocab.txt"), "vocab.txt is missing"),
    "half a card": (halve(CARD), "model.json cannot be read"),
    "half a network": (halve("model.onnx"), "model.onnx is truncated or changed"),
    "half the links": (halve("heads.npz"), "heads.npz is truncated or changed"),
    "one byte changed": (alter, "model.onnx is truncated or changed"),
    "a file of another model": (swap, "heads.npz is truncated or changed"),
    "another form": (card(form=2), "model.json is of form 2, this program reads form 1"),
    "no labels": (card(labels={}), "model.json does not hold what a model's card holds"),
    "no version": (card(version=None), "model.json does not hold what a model's card holds"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the model's files that the setting names; what is not changed is linked."""
    copied = tmp_path / "weights"
    copied.mkdir()
    for path in WEIGHTS.iterdir():
        (copied / path.name).symlink_to(path)
    monkeypatch.setenv("TRUCEWATCH_MODEL", str(copied))
    return copied


def spoil(folder: Path, fault: Callable[[Path], None]) -> None:
    for path in [*folder.iterdir()]:  # written through, a link would spoil the shipped file
        if path.name in (CARD, "heads.npz", "model.onnx", "vocab.txt"):
            target = path.resolve()
            path.unlink()
            shutil.copyfile(target, path)
    fault(folder)


CALLS = [(fault, "analyse", "inline") for fault in FAULTS]
CALLS += [
    ("half a network", "analyse", "processes"),
    ("half a network", "read", "inline"),
    ("no card", "read", "processes"),
]


@pytest.mark.parametrize(("fault", "command", "engine"), CALLS)
def test_a_bad_model_file_is_named_with_the_way_out(
    call: Call, examples: Path, folder: Path, fault: str, command: str, engine: str
) -> None:
    spoiled, message = FAULTS[fault]
    spoil(folder, spoiled)
    done = call(command, "--engine", engine, str(examples / PAGE))
    assert (done.code, done.out) == (1, "")
    (line,) = done.err.strip().splitlines()
    assert line.startswith("trucewatch: ")
    assert message in line
    assert "install Trucewatch anew" in line
    assert not Path("trucewatch.db").exists()


def test_the_files_in_the_folder_that_is_set_are_the_ones_that_read(call: Call, examples: Path, folder: Path) -> None:
    own = call("analyse", str(examples / PAGE))
    spoil(folder, card(version="another"))
    assert call("analyse", str(examples / PAGE)).out == own.out
    call("read", str(examples / PAGE))
    assert "1 read anew" not in call("read", str(examples / PAGE)).err


def test_other_weights_read_a_known_page_anew(
    call: Call, examples: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRUCEWATCH_MODEL")
    call("read", str(examples / PAGE))
    spoil(folder, card(version="another"))
    monkeypatch.setenv("TRUCEWATCH_MODEL", str(folder))
    assert "1 read anew" in call("read", str(examples / PAGE)).err
