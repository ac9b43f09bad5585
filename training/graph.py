"""The trained network as an ONNX graph of standard operators, for one window at a time.

Written out by hand: a window is never padded and never shares a batch, so no attention mask is needed, and the scales
of dynamic quantisation depend on the window alone. The embeddings of word pieces are stored as 8-bit rows, each with
its scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training.net import ATTENTION_HEADS, LABEL, LAYERS, WIDTH, Layer, Net
from training.smooth import Smooth

OPSET = 20
INPUTS = ("pieces", "shapes", "glues", "first", "last")


class Graph:
    """Nodes and constants of a graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._count = 0

    def put(self, value: np.ndarray | torch.Tensor, name: str = "") -> str:
        """A constant."""
        array = value.detach().numpy() if isinstance(value, torch.Tensor) else value
        self._count += 1
        name = name or f"c{self._count}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def op(self, kind: str, *inputs: str, out: str = "", **attributes: Any) -> str:
        """A node with one output."""
        self._count += 1
        out = out or f"n{self._count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [out], name=f"{kind}_{self._count}", **attributes))
        return out

    def linear(self, x: str, *layers: torch.nn.Linear, out: str = "", factor: torch.Tensor | None = None) -> str:
        """One product for several layers on the same input, their outputs side by side; `factor` moves scale from each
        channel of the input into the weights."""
        weight = torch.cat([layer.weight for layer in layers]).T
        bias = torch.cat([layer.bias for layer in layers])
        if factor is not None:
            x, weight = self.op("Mul", x, self.put(1 / factor)), weight * factor[:, None]
        return self.op("Add", self.op("MatMul", x, self.put(weight)), self.put(bias), out=out)

    def norm(self, x: str, layer: torch.nn.LayerNorm) -> str:
        """Layer normalisation over the last axis."""
        weight, bias = self.put(layer.weight), self.put(layer.bias)
        return self.op("LayerNormalization", x, weight, bias, axis=-1, epsilon=layer.eps)

    def split(self, x: str, sizes: Sequence[int]) -> list[str]:
        """Parts of the last axis."""
        self._count += 1
        names = [f"s{self._count}_{n}" for n in range(len(sizes))]
        self.nodes.append(helper.make_node("Split", [x, self.put(np.array(sizes))], names, axis=-1))
        return names


def build(net: Net, factors: Smooth) -> onnx.ModelProto:
    """The whole graph; inputs of one axis (pieces or words), outputs by words."""
    g = Graph()
    layers = _encoder(g, net, factors)
    syntax, meaning = _vectors(g, net, layers)
    g.op("Identity", layers[-1], out="encoded")  # the encoder by itself, for the bench
    outputs = _syntax(g, net, syntax) | _meaning(g, net, meaning) | {"encoded": ["P", WIDTH]}
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["P" if n in INPUTS[:3] else "W"]) for n in INPUTS]
    values = [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n, shape in outputs.items()]
    graph = helper.make_graph(g.nodes, "trucewatch", inputs, values, g.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def _embedded(g: Graph, weight: torch.Tensor, ids: str) -> str:
    """Rows of a table kept as 8-bit numbers with one scale a row."""
    table = weight.detach().numpy()
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    rows = g.put(np.clip(np.round(table / scale), -127, 127).astype(np.int8), "piece_rows")
    scales = g.put(scale.astype(np.float32), "piece_scales")
    picked = g.op("Cast", g.op("Gather", rows, ids), to=TensorProto.FLOAT)
    return g.op("Mul", picked, g.op("Gather", scales, ids))


def _encoder(g: Graph, net: Net, factors: Smooth) -> list[str]:
    encoder = net.encoder
    count = g.op("Shape", "pieces")
    zero = g.put(np.array([0]))
    places = g.op("Slice", g.put(encoder.positions.weight), zero, count)
    x = _embedded(g, encoder.words.weight, "pieces")
    for table, ids in ((encoder.shapes, "shapes"), (encoder.glues, "glues")):
        x = g.op("Add", x, g.op("Gather", g.put(table.weight), ids))
    x = g.norm(g.op("Add", x, places), encoder.norm)
    out = []
    for number in range(LAYERS):
        x = _layer(g, encoder.layers[number], x, factors[number])
        out.append(x)
    return out


def _layer(g: Graph, layer: Layer, x: str, factor: dict[str, torch.Tensor]) -> str:
    size = WIDTH // ATTENTION_HEADS
    cut = g.put(np.array([0, ATTENTION_HEADS, size]))
    query, key, value = g.split(g.linear(x, layer.query, layer.key, layer.value, factor=factor["query"]), [WIDTH] * 3)
    query = g.op("Transpose", g.op("Reshape", query, cut), perm=[1, 0, 2])
    key = g.op("Transpose", g.op("Reshape", key, cut), perm=[1, 2, 0])
    value = g.op("Transpose", g.op("Reshape", value, cut), perm=[1, 0, 2])
    scaled = g.op("Mul", g.op("MatMul", query, key), g.put(np.float32(size**-0.5)))
    seen = g.op("MatMul", g.op("Softmax", scaled, axis=-1), value)
    joined = g.op("Reshape", g.op("Transpose", seen, perm=[1, 0, 2]), g.put(np.array([0, WIDTH])))
    x = g.norm(g.op("Add", x, g.linear(joined, layer.out, factor=factor["out"])), layer.first_norm)
    wide = g.op("Gelu", g.linear(x, layer.up, factor=factor["up"]))
    return g.norm(g.op("Add", x, g.linear(wide, layer.down, factor=factor["down"])), layer.second_norm)


def _vectors(g: Graph, net: Net, layers: list[str]) -> list[str]:
    out = []
    for mix in (net.heads.syntax_mix, net.heads.meaning_mix):
        weights = torch.softmax(mix, -1).detach().numpy() * 0.5
        mixed = ""
        for weight, layer in zip(weights, layers, strict=True):
            part = g.op("Mul", layer, g.put(np.float32(weight)))
            mixed = g.op("Add", mixed, part) if mixed else part
        out.append(g.op("Add", g.op("Gather", mixed, "first"), g.op("Gather", mixed, "last")))
    return out


def _syntax(g: Graph, net: Net, x: str) -> dict[str, list[int | str]]:
    heads = net.heads
    parts = (heads.tag_hidden, heads.arc_dependent, heads.arc_head, heads.label_dependent, heads.label_head)
    wide = g.op("Gelu", g.linear(x, *parts))
    tag, arc_dependent, arc_head, dependent, head = g.split(wide, [p.out_features for p in parts])
    kinds = {"upos": heads.upos, "xpos": heads.xpos, "lemma": heads.lemma, "starts": heads.starts}
    g.linear(tag, *kinds.values(), out="tags")
    rows = g.op("Concat", g.put(heads.root[None]), arc_head, axis=0)
    asked = g.op("Add", g.op("MatMul", arc_dependent, g.put(heads.arc[:-1])), g.put(heads.arc[-1]))
    g.op("MatMul", asked, g.op("Transpose", rows, perm=[1, 0]), out="arcs")
    table = heads.label.permute(1, 0, 2).flatten(1)
    g.op("Add", g.op("MatMul", dependent, g.put(table[:-1])), g.put(table[-1]), out="label_asked")
    g.op("Concat", g.put(heads.label_root[None]), head, axis=0, out="label_heads")
    labels = heads.label.shape[0] * (LABEL + 1)
    return {
        "tags": ["W", sum(k.out_features for k in kinds.values())],
        "arcs": ["W", "W1"],
        "label_asked": ["W", labels],
        "label_heads": ["W1", LABEL],
    }


def _meaning(g: Graph, net: Net, x: str) -> dict[str, list[int | str]]:
    heads = net.heads
    wide = g.op("Gelu", g.linear(x, heads.name_hidden, heads.role_hidden))
    name, role = g.split(wide, [heads.name_hidden.out_features, heads.role_hidden.out_features])
    g.linear(name, heads.names, out="names")
    g.linear(role, heads.roles, out="roles")
    parts = (heads.cue_sum, heads.word_sum, heads.cue_product, heads.word_product)
    g.linear(x, *parts, out="link_vectors")
    return {
        "names": ["W", heads.names.out_features],
        "roles": ["W", 9],
        "link_vectors": ["W", sum(p.out_features for p in parts)],
    }
