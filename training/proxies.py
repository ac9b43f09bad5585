"""Quick word-level figures on the development halves, with gold words: what training is watched by."""

from __future__ import annotations

import random
from collections import Counter

import torch

from training.collate import Batch, Disturb, collate
from training.corpora import NAME_LABELS
from training.losses import sentence_arcs
from training.net import Net
from training.windows import IGNORE, Coded, batches, cut


@torch.no_grad()
def figures(net: Net, documents: list[Coded], disturb: Disturb, limit: int) -> dict[str, float]:
    """Accuracies, attachment, span F1 of names, token F1 of roles, accuracy of links."""
    net.eval()
    n: Counter[str] = Counter()
    windows = [w for d in documents for w in cut(d, limit)]
    for group in batches(windows, 6000, random.Random(0)):
        batch = collate(group, disturb)
        layers = net.encoder(batch.pieces, batch.shapes, batch.glues, batch.mask)
        syntax, meaning = net.heads.vectors(layers, batch.first, batch.last)
        if batch.heads is not None:
            _syntax(net, syntax, batch, n)
        if bool((batch.labels["names"] != IGNORE).any()):
            _names(net.heads.name_scores(meaning).argmax(-1), batch.labels["names"], n)
        if bool((batch.labels["cue"] != IGNORE).any()):
            _roles(net, meaning, batch, n)
    net.train()
    return _ratios(n)


def _syntax(net: Net, syntax: torch.Tensor, batch: Batch, n: Counter[str]) -> None:
    assert batch.heads is not None and batch.sentence is not None  # noqa: S101, PT018
    for kind, scores in net.heads.tags(syntax).items():
        known = batch.labels[kind] != IGNORE
        n[f"{kind} of"] += int(known.sum())
        n[f"{kind} ok"] += int((scores.argmax(-1) == batch.labels[kind])[known].sum())
        if kind == "starts":
            found, gold = scores.argmax(-1)[known] == 1, batch.labels[kind][known] == 1
            _f1(n, "start", found, gold)
    known = batch.heads != IGNORE
    heads = sentence_arcs(net.heads.arcs(syntax), batch.sentence).argmax(-1)
    dependent, head = net.heads.label_vectors(syntax)
    row, word = known.nonzero(as_tuple=True)
    labels = net.heads.labels(dependent[row, word], head[row, heads[row, word]]).argmax(-1)
    right = heads[row, word] == batch.heads[row, word]
    n["uas of"] += len(row)
    n["uas ok"] += int(right.sum())
    n["las of"] += len(row)
    n["las ok"] += int((right & (labels == batch.labels["label"][row, word])).sum())


def _names(found: torch.Tensor, gold: torch.Tensor, n: Counter[str]) -> None:
    for row in range(len(gold)):
        known = gold[row] != IGNORE
        a, b = _spans(found[row][known].tolist()), _spans(gold[row][known].tolist())
        n["names hit"] += len(a & b)
        n["names both"] += len(a) + len(b)


def _spans(labels: list[int]) -> set[tuple[int, int, str]]:
    out, start, kind = set(), -1, ""
    for at, number in enumerate([*labels, 0]):
        name = NAME_LABELS[number]
        if start >= 0 and name != f"I-{kind}":
            out.add((start, at, kind))
            start = -1
        if start < 0 and name != "O":
            start, kind = at, name[2:]
    return out


def _roles(net: Net, meaning: torch.Tensor, batch: Batch, n: Counter[str]) -> None:
    found = net.heads.role_scores(meaning).argmax(-1)
    for number, role in enumerate(("source", "cue", "content")):
        known = batch.labels[role] != IGNORE
        _f1(n, role, found[:, :, number][known] > 0, batch.labels[role][known] > 0)
    if batch.link_rows is not None and batch.link_labels is not None:
        links = net.heads.links(meaning, batch.link_rows, batch.link_weights, batch.link_centre).argmax(-1)
        for number, role in ((1, "linked source"), (2, "linked content")):
            known = batch.link_labels != IGNORE
            _f1(n, role, links[known] == number, batch.link_labels[known] == number)


def _f1(n: Counter[str], name: str, found: torch.Tensor, gold: torch.Tensor) -> None:
    n[f"{name} hit"] += int((found & gold).sum())
    n[f"{name} both"] += int(found.sum()) + int(gold.sum())


def _ratios(n: Counter[str]) -> dict[str, float]:
    out = {k[:-3]: n[f"{k[:-3]} ok"] / n[k] for k in n if k.endswith(" of") and n[k]}
    return out | {k[:-5]: 2 * n[f"{k[:-5]} hit"] / n[k] for k in n if k.endswith(" both") and n[k]}
