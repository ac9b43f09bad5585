"""A checkpoint as what ships: `model.onnx` (int8), `heads.npz`, `vocab.txt`, `model.json`.

python -m training.export --run .train/run --data ../shared/data --out .train/export [--checkpoint last.pt] [--float]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.corpora import NAME_LABELS, attributions
from training.encoder import encoder_folder
from training.graph import build
from training.net import FAR, LABEL, LINK, PRODUCT, Net, Sizes
from training.smooth import STRENGTH, smooth
from trucewatch.extract.model.bundle import FILES, FORM
from trucewatch.extract.model.pieces import Pieces


def main() -> None:
    """Exports the averaged weights of a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--checkpoint", default="final.pt")
    parser.add_argument("--encoder", type=Path, default=None, help="folder with vocab.txt")
    parser.add_argument("--data", type=Path, required=True, help="the data trained on: it sets the scales of 8 bits")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default=None, help="the version; the model file's hash, cut, unless said")
    parser.add_argument("--strength", type=float, default=STRENGTH, help="see training/smooth.py; 0 to 1")
    parser.add_argument("--float", action="store_true", help="leave the products in 32-bit numbers")
    options = parser.parse_args()
    labels = json.loads((options.run / "labels.json").read_text(encoding="utf-8"))
    net, state = load(options.run / options.checkpoint, labels)
    options.out.mkdir(parents=True, exist_ok=True)
    whole = options.out / "float.onnx"
    vocabulary = Pieces(encoder_folder(options.encoder) / "vocab.txt")
    factors = smooth(net, attributions(options.data / "attribution" / "train", vocabulary), options.strength)
    onnx.save(build(net, factors), whole)
    if options.float:
        whole.replace(options.out / "model.onnx")
    else:
        quantised(whole, options.out / "model.onnx")
        whole.unlink()
    write_heads(net, options.out / "heads.npz")
    shutil.copyfile(encoder_folder(options.encoder) / "vocab.txt", options.out / "vocab.txt")
    write_card(options.out, labels, options.name, state)
    for path in sorted(options.out.iterdir()):
        print(f"{path.stat().st_size:>11,} {path.name}")


def load(path: Path, labels: dict[str, list[str]]) -> tuple[Net, dict[str, object]]:
    """The network with the averaged weights, and the checkpoint."""
    state = torch.load(path, weights_only=True)
    net = Net(Sizes(*(len(labels[k]) for k in ("upos", "xpos", "lemma", "label", "names"))))
    net.load_state_dict(state["net"])
    net.load_state_dict(state["average"], strict=False)
    return net.eval(), state


def quantised(source: Path, target: Path) -> None:
    """Products with constants in 8 bits, one scale a column, in the range that cannot overflow older processors."""
    quantize_dynamic(
        source, target, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
        weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def write_heads(net: Net, path: Path) -> None:
    """What is applied outside the session, to a few cues only."""
    heads = net.heads
    arrays = {
        "distance": heads.distance.weight,
        "link_weight": heads.link.weight,
        "link_bias": heads.link.bias,
    }
    np.savez(path, **{k: v.detach().numpy().astype(np.float32) for k, v in arrays.items()})


def write_card(out: Path, labels: dict[str, list[str]], name: str | None, state: dict[str, object]) -> None:
    """Labels, sizes and the other files' hashes: what the reader checks before it trusts the files.

    The version must differ from that of other weights: readings in a record are known as old by it.
    """
    hashes = {f: hashlib.sha256((out / f).read_bytes()).hexdigest() for f in FILES}
    sizes = {"label": LABEL, "link": LINK, "product": PRODUCT, "far": FAR}
    record = {
        "form": FORM, "version": name or hashes["model.onnx"][:12], "files": hashes, "sizes": sizes,
        "labels": labels | {"names": list(NAME_LABELS)}, "steps": state["step"],
    }  # fmt: skip
    (out / "model.json").write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
