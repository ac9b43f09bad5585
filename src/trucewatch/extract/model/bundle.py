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
    if card.get("form") != FORM:
        raise ModelError(
            f"{folder / CARD} is of form {card.get('form')}, this program reads form {FORM}: "
            "use the model files that came with this version of Trucewatch"
        )
    for name in FILES:
        _check(folder / name, card["files"].get(name))
    labels = {kind: tuple(names) for kind, names in card["labels"].items()}
    return Bundle(folder, str(card["version"]), labels, dict(card["sizes"]))


def _card(folder: Path) -> dict[str, Any]:
    path = folder / CARD
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"{path} is missing: install Trucewatch anew, or name the folder of its model files") from None
    except (OSError, ValueError) as fault:
        raise ModelError(f"{path} cannot be read ({fault}): install Trucewatch anew") from fault
    if not isinstance(card, dict) or not all(isinstance(card.get(k), dict) for k in ("files", "labels", "sizes")):
        raise ModelError(f"{path} does not hold what a model's card holds: install Trucewatch anew")
    return card


def _check(path: Path, wanted: object) -> None:
    try:
        with path.open("rb") as handle:
            found = hashlib.file_digest(handle, "sha256").hexdigest()
    except FileNotFoundError:
        raise ModelError(f"{path} is missing: install Trucewatch anew, or name the folder of its model files") from None
    except OSError as fault:
        raise ModelError(f"{path} cannot be read ({fault}): install Trucewatch anew") from fault
    if found != wanted:
        size = path.stat().st_size
        raise ModelError(
            f"{path} is truncated or changed ({size:,} bytes, SHA-256 {found[:12]}…): install Trucewatch anew"
        )
