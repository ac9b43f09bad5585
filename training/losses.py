"""The joint loss of one batch."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.collate import Batch
from training.net import Net
from training.windows import IGNORE

_TAGS = {"upos": 0.5, "xpos": 0.4, "lemma": 0.4, "starts": 0.5}
_ROLES = ("source", "cue", "content")


def outside_loss(
    net: Net, head: nn.Linear, parts: list[tuple[int, int]], batch: Batch
) -> tuple[Tensor, dict[str, float]]:
    """The loss of a batch out of one corpus with labels of its own: only that corpus's labels compete."""
    layers = net.encoder(batch.pieces, batch.shapes, batch.glues, batch.mask)
    _, meaning = net.heads.vectors(layers, batch.first, batch.last)
    labels = batch.labels["outside"]
    known = labels[labels != IGNORE][0]
    first, last = next(p for p in parts if p[0] <= known < p[1])
    scores = head(net.heads.dropout(functional.gelu(net.heads.name_hidden(meaning))))[..., first:last]
    loss = _cross(scores, torch.where(labels == IGNORE, labels, labels - first))
    return loss, {"outside": float(loss.detach())}


def loss_of(net: Net, batch: Batch, plain: bool = False) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of the losses of every head that the batch has labels for, and each by itself."""
    heads = net.heads
    layers = net.encoder(batch.pieces, batch.shapes, batch.glues, batch.mask, plain)
    syntax, meaning = heads.vectors(layers, batch.first, batch.last)
    parts: dict[str, Tensor] = {}
    if batch.heads is not None and batch.sentence is not None:
        for kind, scores in heads.tags(syntax).items():
            parts[kind] = _TAGS[kind] * _cross(scores, batch.labels[kind])
        parts |= _tree_losses(net, syntax, batch)
    if bool((batch.labels["names"] != IGNORE).any()):
        parts["names"] = _cross(heads.name_scores(meaning), batch.labels["names"])
    if bool((batch.labels["cue"] != IGNORE).any()):
        scores = heads.role_scores(meaning)
        for number, role in enumerate(_ROLES):
            parts[role] = _cross(scores[:, :, number], batch.labels[role])
        if batch.link_rows is not None:
            links = heads.links(meaning, batch.link_rows, batch.link_weights, batch.link_centre)
            parts["links"] = _cross(links, batch.link_labels)
    total = torch.stack(list(parts.values())).sum()
    return total, {k: float(v.detach()) for k, v in parts.items()}


def sentence_arcs(scores: Tensor, sentence: Tensor) -> Tensor:
    """Arc scores with every head outside the word's own sentence ruled out."""
    same = sentence[:, :, None] == sentence[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    return scores.masked_fill(~allowed, -1e4)


def _tree_losses(net: Net, syntax: Tensor, batch: Batch) -> dict[str, Tensor]:
    assert batch.heads is not None and batch.sentence is not None  # noqa: S101, PT018
    scores = sentence_arcs(net.heads.arcs(syntax), batch.sentence)
    known = (batch.heads != IGNORE) & (batch.labels["label"] != IGNORE)
    dependent, head = net.heads.label_vectors(syntax)
    row, word = known.nonzero(as_tuple=True)
    labels = net.heads.labels(dependent[row, word], head[row, batch.heads[row, word]])
    return {
        "arc": _cross(scores, batch.heads),
        "label": functional.cross_entropy(labels, batch.labels["label"][row, word]),
    }


def _cross(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2), labels.flatten(), ignore_index=IGNORE)
