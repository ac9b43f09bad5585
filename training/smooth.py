"""Scales that make the encoder's products fit into 8 bits: SmoothQuant (Xiao and others, 2023).

A few channels of a transformer's activations are far larger than the rest, and a scale for all of them leaves the rest
few steps. Each input channel of a product is divided by a factor that its weights take in turn; the product stays what
it was. The factors come from the largest values on training texts.
"""

from __future__ import annotations

import random

import torch
from torch import Tensor

from training.collate import Disturb, collate
from training.net import LAYERS, WIDTH, Net
from training.windows import Coded, cut

PARTS = ("query", "out", "up", "down")
"""The products of a layer by the part that names them: `query` stands for query, key and value on one input."""
STRENGTH = 0.8
"""How much of the difference between channels goes from the activations into the weights."""

Smooth = list[dict[str, Tensor]]
"""For each layer and part the factor of every input channel."""


def even() -> Smooth:
    """Factors that change nothing."""
    return [{p: torch.ones(4 * WIDTH if p == "down" else WIDTH) for p in PARTS} for _ in range(LAYERS)]


@torch.no_grad()
def smooth(net: Net, documents: list[Coded], strength: float = STRENGTH, windows: int = 160) -> Smooth:
    """The factors, from so many windows of the documents."""
    largest = _largest(net, documents, windows)
    out: Smooth = []
    for number in range(LAYERS):
        layer = net.encoder.layers[number]
        factors = {}
        for part in PARTS:
            own = [layer.query, layer.key, layer.value] if part == "query" else [getattr(layer, part)]
            weight = torch.cat([p.weight for p in own]).abs().amax(0).clamp(min=1e-4)
            factors[part] = (largest[number][part].clamp(min=1e-4) ** strength / weight ** (1 - strength)).clamp(
                min=1e-3
            )
        out.append(factors)
    return out


def _largest(net: Net, documents: list[Coded], windows: int) -> Smooth:
    """The largest absolute value of each input channel."""
    seen: Smooth = [{} for _ in range(LAYERS)]
    hooks = []
    for number in range(LAYERS):
        for part in PARTS:

            def keep(_: object, given: tuple[Tensor, ...], at: int = number, name: str = part) -> None:
                top = given[0].abs().flatten(0, -2).amax(0)
                before = seen[at].get(name)
                seen[at][name] = top if before is None else torch.maximum(top, before)

            hooks.append(getattr(net.encoder.layers[number], part).register_forward_pre_hook(keep))
    disturb = Disturb(None)
    rng = random.Random(0)
    cuts = [w for d in rng.sample(documents, min(len(documents), windows)) for w in cut(d, 224)]
    for window in rng.sample(cuts, min(len(cuts), windows)):
        batch = collate([window], disturb)
        net.encoder(batch.pieces, batch.shapes, batch.glues, batch.mask)
    for hook in hooks:
        hook.remove()
    return seen
