"""The network: MiniLM-L6 with a word-shape feature, and every head on its word vectors."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from trucewatch.extract.model.shape import GLUES, SHAPES

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
ARC = 256
LABEL = 96
LINK = 128
PRODUCT = 64
HIDDEN = 256
FAR = 24
"""Distances between a cue and a word are told apart in this many steps to either side."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each classifying head has."""

    upos: int
    xpos: int
    lemma: int
    label: int
    names: int


class Layer(nn.Module):
    """One transformer layer, normalised after each part as BERT does."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.first_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor, plain: bool = False) -> Tensor:
        """`bias` is 0 where a piece may be looked at and very negative where not."""
        q, k, v = (self._split(part(x)) for part in (self.query, self.key, self.value))
        if plain:
            weights = torch.softmax(q @ k.transpose(-1, -2) * (WIDTH // ATTENTION_HEADS) ** -0.5 + bias, -1)
            seen = weights @ v
        else:
            seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        seen = seen.transpose(1, 2).flatten(2)
        x = self.first_norm(x + self.out(seen))
        return self.second_norm(x + self.down(functional.gelu(self.up(x))))

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(2, (ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)).transpose(1, 2)


class Encoder(nn.Module):
    """Pieces, shapes and glue to the vectors of every layer."""

    def __init__(self, vocabulary: int, positions: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.glues = nn.Embedding(GLUES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)
        nn.init.normal_(self.shapes.weight, std=0.01)
        nn.init.normal_(self.glues.weight, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor, glues: Tensor, mask: Tensor, plain: bool = False) -> list[Tensor]:
        """The output of each layer, first to last; `mask` is 1 for pieces that count."""
        places = self.positions.weight[: pieces.shape[1]]
        x = self.words(pieces) + places + self.shapes(shapes) + self.glues(glues)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        out = []
        for layer in self.layers:
            x = layer(x, bias, plain)
            out.append(x)
        return out


class Heads(nn.Module):
    """Everything that is read off a word's vector."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.syntax_mix = nn.Parameter(torch.tensor([-2.0, -2.0, -1.0, 0.0, 1.0, 1.0]))
        self.meaning_mix = nn.Parameter(torch.tensor([-2.0, -2.0, -1.0, 0.0, 1.0, 2.0]))
        self.tag_hidden = nn.Linear(WIDTH, HIDDEN)
        self.name_hidden = nn.Linear(WIDTH, HIDDEN)
        self.role_hidden = nn.Linear(WIDTH, HIDDEN)
        self.upos = nn.Linear(HIDDEN, sizes.upos)
        self.xpos = nn.Linear(HIDDEN, sizes.xpos)
        self.lemma = nn.Linear(HIDDEN, sizes.lemma)
        self.starts = nn.Linear(HIDDEN, 2)
        self.names = nn.Linear(HIDDEN, sizes.names)
        self.roles = nn.Linear(HIDDEN, 9)
        self.arc_dependent = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.root = nn.Parameter(torch.zeros(ARC))
        self.label_dependent = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.label_root = nn.Parameter(torch.zeros(LABEL))
        self.label = nn.Parameter(torch.randn(sizes.label, LABEL + 1, LABEL + 1) * 0.01)
        self.cue_sum = nn.Linear(WIDTH, LINK)
        self.word_sum = nn.Linear(WIDTH, LINK)
        self.cue_product = nn.Linear(WIDTH, PRODUCT)
        self.word_product = nn.Linear(WIDTH, PRODUCT)
        self.distance = nn.Embedding(2 * FAR + 1, LINK)
        self.link = nn.Linear(LINK + PRODUCT, 4)
        self.dropout = nn.Dropout(0.25)
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.root, std=0.1)
        nn.init.normal_(self.label_root, std=0.1)
        nn.init.normal_(self.distance.weight, std=0.05)

    def vectors(self, layers: list[Tensor], first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Word vectors for syntax and for meaning: the mean of a word's first and last piece, layers mixed."""
        mixes = torch.softmax(torch.stack([self.syntax_mix, self.meaning_mix]), -1)
        out = []
        for mix in mixes:
            mixed = sum(weight * layer for weight, layer in zip(mix, layers, strict=True))
            index = (n[:, :, None].expand(-1, -1, WIDTH) for n in (first, last))
            out.append(sum(mixed.gather(1, i) for i in index) * 0.5)
        return self.dropout(out[0]), self.dropout(out[1])

    def tags(self, syntax: Tensor) -> dict[str, Tensor]:
        """Scores of parts of speech, lemma rules and sentence starts."""
        hidden = self.dropout(functional.gelu(self.tag_hidden(syntax)))
        return {kind: getattr(self, kind)(hidden) for kind in ("upos", "xpos", "lemma", "starts")}

    def arcs(self, syntax: Tensor) -> Tensor:
        """Scores of each word's head: column 0 is the root, column n + 1 is word n."""
        dependent = self.dropout(functional.gelu(self.arc_dependent(syntax)))
        head = self.dropout(functional.gelu(self.arc_head(syntax)))
        head = torch.cat([self.root.expand(head.shape[0], 1, -1), head], 1)
        asked = dependent @ self.arc[:ARC] + self.arc[ARC]
        return asked @ head.transpose(1, 2)

    def label_vectors(self, syntax: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of words as dependents and as heads (row 0 is the root) for the labels of arcs."""
        dependent = self.dropout(functional.gelu(self.label_dependent(syntax)))
        head = self.dropout(functional.gelu(self.label_head(syntax)))
        return dependent, torch.cat([self.label_root.expand(head.shape[0], 1, -1), head], 1)

    def labels(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of labels for pairs of dependent and head, one pair a row."""
        ones = torch.ones_like(dependent[:, :1])
        left = torch.cat([dependent, ones], 1)
        right = torch.cat([head, ones], 1)
        asked = (left @ self.label.permute(1, 0, 2).flatten(1)).unflatten(1, (-1, LABEL + 1))
        return torch.einsum("nlk,nk->nl", asked, right)

    def name_scores(self, meaning: Tensor) -> Tensor:
        """Scores of the labels of names."""
        return self.names(self.dropout(functional.gelu(self.name_hidden(meaning))))

    def role_scores(self, meaning: Tensor) -> Tensor:
        """Scores of outside, begin, inside for source, cue and content: the last two axes are role and label."""
        return self.roles(self.dropout(functional.gelu(self.role_hidden(meaning)))).unflatten(-1, (3, 3))

    def links(self, meaning: Tensor, rows: Tensor, weights: Tensor, centre: Tensor) -> Tensor:
        """For each cue (a row of `weights` over words, summing to 1) the scores of each word being nothing, its source,
        its content, or more of the cue."""
        words = meaning[rows]
        cues = torch.einsum("nw,nwd->nd", weights, words)[:, None]
        away = torch.arange(words.shape[1], device=words.device)[None] - centre[:, None]
        far = self.distance(away.clamp(-FAR, FAR) + FAR)
        summed = functional.gelu(self.cue_sum(cues) + self.word_sum(words) + far)
        product = self.cue_product(cues) * self.word_product(words)
        return self.link(torch.cat([summed, product], -1))


class Net(nn.Module):
    """Encoder and heads."""

    def __init__(self, sizes: Sizes, vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, positions)
        self.heads = Heads(sizes)


_NAMES = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "out", "attention.output.LayerNorm": "first_norm", "intermediate.dense": "up",
    "output.dense": "down", "output.LayerNorm": "second_norm",
}  # fmt: skip


def load_encoder(encoder: Encoder, path: Path) -> None:
    """Puts the published encoder's weights (safetensors) in place; the type embedding goes into the positions."""
    blob = path.read_bytes()
    (length,) = struct.unpack("<Q", blob[:8])
    header = json.loads(blob[8 : 8 + length])

    def tensor(name: str) -> Tensor:
        entry = header[name]
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        return torch.from_numpy(np.frombuffer(blob[start:end], dtype="<f4").reshape(entry["shape"]).copy())

    state = {
        "words.weight": tensor("embeddings.word_embeddings.weight"),
        "positions.weight": tensor("embeddings.position_embeddings.weight")
        + tensor("embeddings.token_type_embeddings.weight")[0],
        "norm.weight": tensor("embeddings.LayerNorm.weight"),
        "norm.bias": tensor("embeddings.LayerNorm.bias"),
        "shapes.weight": encoder.shapes.weight.data,
        "glues.weight": encoder.glues.weight.data,
    }
    for number in range(LAYERS):
        for theirs, ours in _NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{part}"] = tensor(f"encoder.layer.{number}.{theirs}.{part}")
    encoder.load_state_dict(state)
