"""The model's files: what must be there, that they are whole and of the form this program reads."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from trucewatch.errors import TrucewatchError

FORM: Final = 1
"""The form of the files; a change of inputs, outputs or sizes makes a new one."""
FILES: Final = ("model.onnx", "heads.npz", "vocab.txt")
CARD: Final = "model.json"
LABELS: Final = ("upos", "xpos", "lemma", "label", "names")
SIZES: Final = ("label", "link", "product", "far")
WAY_OUT: Final = (
    "install Trucewatch anew, or set `model` to a folder with the files that came with this version; empty, it is the "
    "program's own"
)


class ModelError(TrucewatchError):
    """The language model cannot be used as its files stand; install the package anew, or name another folder."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A checked folder of model files. `labels` gives the names of each head's classes in order."""

    folder: Path
    version: str
    labels: dict[str, tuple[str, ...]]
    sizes: dict[str, int]

    def file(self, name: str) -> Path:
        """The path of one of the files."""
        return self.folder / name


def open_bundle(folder: Path) -> Bundle:
    """Checks the card, then each file against its hash; raises ModelError that names the file and the way out."""
    card = _card(folder)
    for name in FILES:
        _check(folder / name, card["files"].get(name))
    labels = {kind: tuple(names) for kind, names in card["labels"].items()}
    return Bundle(folder, card["version"], labels, card["sizes"])


def _card(folder: Path) -> dict[str, Any]:
    path = folder / CARD
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, ValueError, RecursionError) as fault:
        raise ModelError(f"{path} cannot be read ({fault}): {WAY_OUT}") from fault
    if not isinstance(card, dict):
        raise ModelError(f"{path} does not hold what a model's card holds: {WAY_OUT}")
    if card.get("form") != FORM:
        raise ModelError(f"{path} is of form {card.get('form')!r}, this program reads form {FORM}: {WAY_OUT}")
    if not _is_whole(card):
        raise ModelError(f"{path} does not hold what a model's card holds: {WAY_OUT}")
    return card


def _is_whole(card: dict[str, Any]) -> bool:
    """Whether the card names a version, files, every head's labels and every size."""
    files, labels, sizes = (card.get(k) for k in ("files", "labels", "sizes"))
    return (
        isinstance(card.get("version"), str)
        and isinstance(files, dict)
        and isinstance(labels, dict)
        and isinstance(sizes, dict)
        and all(isinstance(labels.get(k), list) and all(isinstance(n, str) for n in labels[k]) for k in LABELS)
        and all(isinstance(sizes.get(k), int) for k in SIZES)
    )


def _check(path: Path, wanted: object) -> None:
    try:
        with path.open("rb") as handle:
            found = hashlib.file_digest(handle, "sha256").hexdigest()
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as fault:
        raise ModelError(f"{path} cannot be read ({fault}): {WAY_OUT}") from fault
    if found != wanted:
        size = path.stat().st_size
        raise ModelError(f"{path} is truncated or changed ({size:,} bytes, SHA-256 {found[:12]}…): {WAY_OUT}")


def _missing(path: Path) -> ModelError:
    return ModelError(f"{path} is missing: {WAY_OUT}")
