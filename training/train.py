"""Joint training of every head.

    python -m training.train --data ../shared/data --out .train/run [--rounds 4] [--minutes 80]

Seeded; resumable: run the same command again and it goes on from `OUT/last.pt`. `--minutes` bends the learning rate to
zero by then on a machine slower than planned (such a run cannot be repeated to the bit; without it it can).
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch

from training.collate import Disturb, collate
from training.corpora import NAME_LABELS, Inventory, attributions, inventory, only_names, syntax
from training.encoder import encoder_folder
from training.losses import loss_of, outside_loss
from training.net import HIDDEN, Net, Sizes, load_encoder
from training.outside import outside
from training.proxies import figures
from training.windows import Coded, Window, batches, cut
from trucewatch.extract.model.pieces import Pieces

LOG = logging.getLogger("training")
AVERAGED_EVERY = 5
PIECES_A_STEP = {"syntax": 1000, "attribution": 1300, "outside": 1200}


def main() -> None:
    """Parses, prepares, trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, default=None, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, default=None, help="a checkpoint of another run to begin from")
    parser.add_argument("--outside", type=Path, default=None, help="folder with name corpora (training/outside.py)")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--syntax-per-round", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (a smoke run)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.StreamHandler(), logging.FileHandler(options.out / "train.log")],
    )
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    Run(options).train()


class Corpora:
    """All documents, coded."""

    def __init__(self, data: Path, vocabulary: Pieces, names: Path | None) -> None:
        self.outside = outside(names, vocabulary)
        self.labels = inventory(data)
        self.train: dict[str, list[Coded]] = {"syntax": [], "attribution": []}
        for treebank in ("ewt", "gum"):
            self.train["syntax"] += syntax(data, treebank, "train", self.labels, vocabulary)
        known = {d.name for d in self.train["syntax"]}
        self.train["syntax"] += only_names(data, "train", known, vocabulary)
        self.train["attribution"] = attributions(data / "attribution" / "train", vocabulary)
        self.dev = {t: syntax(data, t, "dev", self.labels, vocabulary) for t in ("ewt", "gum")}
        self.dev["attribution"] = attributions(data / "attribution" / "dev", vocabulary)

    def sizes(self) -> Sizes:
        """Numbers of labels."""
        kinds = self.labels
        return Sizes(len(kinds.upos), len(kinds.xpos), len(kinds.lemma), len(kinds.label), len(NAME_LABELS))


def write_labels(labels: Inventory, path: Path) -> None:
    """The inventory beside the weights, for the export."""
    path.write_text(json.dumps(asdict(labels) | {"names": NAME_LABELS}, ensure_ascii=False), encoding="utf-8")


class Run:
    """One training run: its state is what a checkpoint holds."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        folder = encoder_folder(options.encoder)
        weights = folder / "model.safetensors"
        self.vocabulary = Pieces(folder / "vocab.txt")
        self.corpora = Corpora(options.data, self.vocabulary, options.outside)
        write_labels(self.corpora.labels, options.out / "labels.json")
        self.net = Net(self.corpora.sizes())
        load_encoder(self.net.encoder, weights)
        self.net.encoder.words.weight.requires_grad_(False)
        self.outside = torch.nn.Linear(HIDDEN, max((c.last for c in self.corpora.outside), default=1))
        if options.start:
            self._start(options.start)
        self.average = {k: v.detach().clone() for k, v in self._trained().items()}
        self.optimizer = torch.optim.AdamW(self._groups(options.rate), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
        self.base_rates = [g["lr"] for g in self.optimizer.param_groups]
        self.step, self.round, self.spent = 0, 0, 0.0

    def _trained(self) -> dict[str, torch.nn.Parameter]:
        return {k: p for k, p in self.net.named_parameters() if p.requires_grad}

    def _groups(self, rate: float) -> list[dict[str, object]]:
        """Layer-wise rates: each lower layer learns at .85 of the one above; heads and new embeddings faster."""
        rates: dict[float, list[torch.nn.Parameter]] = {}
        for name, parameter in self._trained().items():
            parts = name.split(".")
            if parts[0] == "heads" or parts[1] in ("shapes", "glues"):
                own = 8 * rate
            elif parts[1] == "layers":
                own = rate * 0.85 ** (5 - int(parts[2]))
            else:
                own = rate * 0.85**6
            rates.setdefault(own, []).append(parameter)
        rates.setdefault(8 * rate, []).extend(self.outside.parameters())
        return [{"params": v, "lr": k} for k, v in rates.items()]

    def _start(self, path: Path) -> None:
        """The averaged weights of another run; steps, rates and the optimizer begin anew."""
        state = torch.load(path, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.net.load_state_dict(state["average"], strict=False)

    def plan(self, number: int) -> list[list[Window]]:
        """The batches of one round, in order: a function of the seed and the round alone."""
        rng = random.Random(f"{self.options.seed}/{number}")
        out: list[list[Window]] = []
        for _ in range(self.options.syntax_per_round):
            windows = [w for d in self.corpora.train["syntax"] for w in cut(d, rng.choice((64, 96, 128, 160, 200)))]
            out += batches(windows, PIECES_A_STEP["syntax"], rng)
        windows = [w for d in self.corpora.train["attribution"] for w in cut(d, rng.choice((128, 160, 192, 224)))]
        out += batches(windows, PIECES_A_STEP["attribution"], rng)
        for corpus in self.corpora.outside:
            windows = [w for d in corpus.documents for w in cut(d, rng.choice((64, 96, 128)))]
            out += batches(windows, PIECES_A_STEP["outside"], rng)
        rng.shuffle(out)
        return out

    def train(self) -> None:
        """Runs all rounds, or what a checkpoint left of them."""
        self._resume()
        per_round = len(self.plan(0))
        total = per_round * self.options.rounds
        LOG.info("%d steps a round, %d in all", per_round, total)
        while self.round < self.options.rounds:
            plan = self.plan(self.round)
            done = self.step - self.round * per_round
            for number in range(max(done, 0), len(plan)):
                self._one(plan[number], total)
                if self.step % 250 == 0:
                    self._save("last.pt")
                if self._over():
                    self._save("last.pt")
                    self._measure()
                    self._save("final.pt")
                    return
            self.round += 1
            self.step = self.round * per_round
            self._save("last.pt")
            self._measure()
        self._save("final.pt")

    def _over(self) -> bool:
        """Whether the steps or the minutes that were allowed are used up."""
        stop = self.options.steps
        return self.spent >= 60 * self.options.minutes or bool(stop and self.step >= stop)

    def _one(self, windows: list[Window], total: int) -> None:
        began = time.monotonic()
        torch.manual_seed(self.options.seed * 1_000_003 + self.step)
        disturb = Disturb(self.vocabulary, random.Random(f"{self.options.seed}:{self.step}"))
        batch = collate(windows, disturb)
        progress = max(self.step / total, self.spent / (60 * self.options.minutes))
        factor = min(1.0, (self.step + 1) / 100) * max(0.0, 1 - progress) + 1e-4
        for group, base in zip(self.optimizer.param_groups, self.base_rates, strict=True):
            group["lr"] = base * factor
        if "outside" in windows[0].document.labels:
            own = [(c.first, c.last) for c in self.corpora.outside]
            loss, parts = outside_loss(self.net, self.outside, own, batch)
        else:
            loss, parts = loss_of(self.net, batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._trained().values(), 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step % AVERAGED_EVERY == 0:
            self._averaged()
        self.spent += time.monotonic() - began
        if self.step % 25 == 1:
            size = int(batch.mask.sum())
            LOG.info(
                "step %d/%d %d pieces %.2f s, %.1f min: %s",
                self.step, total, size, time.monotonic() - began, self.spent / 60,
                " ".join(f"{k} {v:.3f}" for k, v in parts.items()),
            )  # fmt: skip

    @torch.no_grad()
    def _averaged(self) -> None:
        keep = min(0.99, self.step / (self.step + 100))
        ours = [self.average[k] for k in self._trained()]
        torch._foreach_lerp_(ours, [p.detach() for p in self._trained().values()], 1 - keep)

    def _measure(self) -> None:
        kept = {k: v.detach().clone() for k, v in self._trained().items()}
        self.net.load_state_dict(self.average, strict=False)
        disturb = Disturb(self.vocabulary, None)
        most = 2 if self.options.steps else None
        for name, documents in self.corpora.dev.items():
            found = figures(self.net, documents[:most], disturb, 192)
            LOG.info("dev %s: %s", name, " ".join(f"{k} {v:.4f}" for k, v in found.items()))
        self.net.load_state_dict(kept, strict=False)

    def _save(self, name: str) -> None:
        state = {
            "net": self.net.state_dict(), "average": self.average, "optimizer": self.optimizer.state_dict(),
            "outside": self.outside.state_dict(), "step": self.step, "round": self.round, "spent": self.spent,
        }  # fmt: skip
        part = self.options.out / f"{name}.part"
        torch.save(state, part)
        part.rename(self.options.out / name)

    def _resume(self) -> None:
        path = self.options.out / "last.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.average = state["average"]
        self.outside.load_state_dict(state["outside"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.round, self.spent = state["step"], state["round"], state["spent"]
        LOG.info("resumed at step %d", self.step)


if __name__ == "__main__":
    main()
