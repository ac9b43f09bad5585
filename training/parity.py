"""Whether the graph written out by hand gives what the network gives, and what 8 bits cost.

    python -m training.parity --run .train/run1 --checkpoint final.pt

Prints the largest difference of each output over random windows, for 32-bit numbers and for 8 bits; exit code 1 where
the first is above 0.02 (the 8-bit rows of the embeddings are in both).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from training.export import load, quantised
from training.graph import build
from training.net import LABEL, Net
from training.smooth import even

WINDOWS, PIECES, TOLERANCE = 5, 120, 0.02


def main() -> None:
    """Compares the two on windows of random pieces."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--checkpoint", default="final.pt")
    options = parser.parse_args()
    labels = json.loads((options.run / "labels.json").read_text(encoding="utf-8"))
    net, _ = load(options.run / options.checkpoint, labels)
    dice = np.random.default_rng(0)
    windows = [random_window(dice) for _ in range(WINDOWS)]
    expected = [torch_outputs(net, window) for window in windows]
    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "float.onnx", Path(folder) / "small.onnx"
        onnx.save(build(net, even()), whole)
        quantised(whole, small)
        exact = differences(whole, windows, expected)
        print("32 bits", exact)
        print("8 bits ", differences(small, windows, expected))
    raise SystemExit(int(max(exact.values()) > TOLERANCE))


def random_window(dice: np.random.Generator) -> dict[str, np.ndarray]:
    """Inputs of one window in which every piece is a word."""
    words = np.arange(1, PIECES - 1)
    return {
        "pieces": dice.integers(1000, 20000, PIECES),
        "shapes": dice.integers(0, 30, PIECES),
        "glues": dice.integers(0, 3, PIECES),
        "first": words,
        "last": words,
    }


@torch.no_grad()
def torch_outputs(net: Net, window: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What the network gives for the window."""
    inputs = {k: torch.from_numpy(v)[None] for k, v in window.items()}
    mask = torch.ones_like(inputs["pieces"])
    layers = net.encoder(inputs["pieces"], inputs["shapes"], inputs["glues"], mask)
    syntax, meaning = net.heads.vectors(layers, inputs["first"], inputs["last"])
    dependent, head = net.heads.label_vectors(syntax)
    count = dependent.shape[1]
    return {
        "tags": torch.cat(list(net.heads.tags(syntax).values()), -1)[0].numpy(),
        "arcs": net.heads.arcs(syntax)[0].numpy(),
        "labels": net.heads.labels(dependent[0], head[0, :count]).numpy(),
        "names": net.heads.name_scores(meaning)[0].numpy(),
        "roles": net.heads.role_scores(meaning)[0].flatten(1).numpy(),
    }


def differences(
    path: Path, windows: list[dict[str, np.ndarray]], expected: list[dict[str, np.ndarray]]
) -> dict[str, float]:
    """The largest difference of each output."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    names = ["tags", "arcs", "names", "roles", "label_asked", "label_heads"]
    worst: dict[str, float] = {}
    for window, wanted in zip(windows, expected, strict=True):
        found = dict(zip(names, session.run(names, window), strict=True))
        asked = found.pop("label_asked").reshape(PIECES - 2, -1, LABEL + 1)
        heads = found.pop("label_heads")[: PIECES - 2]
        right = np.concatenate([heads, np.ones((len(heads), 1), np.float32)], 1)
        found["labels"] = (asked * right[:, None]).sum(-1)
        for kind, value in found.items():
            worst[kind] = max(worst.get(kind, 0.0), float(np.abs(value - wanted[kind]).max()))
    return {k: round(v, 4) for k, v in worst.items()}


if __name__ == "__main__":
    main()
