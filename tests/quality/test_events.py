"""Floors under coded events: on PLOVER's records and on real annotated pages, where they lie beside the repository."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.quality.conftest import kept
from tests.quality.floors import EVENTS
from tests.quality.scoring import same_speaker
from trucewatch.dossiers.codebook import load_codebook
from trucewatch.dossiers.outlets import load_outlets
from trucewatch.dossiers.world import load_world
from trucewatch.pipeline import RecipeOptions, coding_recipe
from trucewatch.pipeline.recipes import Recipe
from trucewatch.reading import ReadingOptions
from trucewatch.record.mentions import EventMention, Track
from trucewatch.record.pages import LINE_MEDIA_TYPE, Given, Page
from trucewatch.record.protocols import KeptPage

FOLDED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Names of 2016 in the records, and what they are called now."""


@pytest.fixture(scope="module")
def coding() -> Recipe:
    """What `analyse` follows, without a dossier."""
    return coding_recipe(load_codebook(), RecipeOptions(ReadingOptions(register=load_outlets()), load_world()))


def line(record: dict[str, Any]) -> KeptPage:
    """A record's text as a page of its own."""
    data = json.dumps({"id": record["id"], "text": record["text"], "form": "clean"}).encode()
    return KeptPage(Page.of(data, LINE_MEDIA_TYPE), data, Given(), record["id"])


def test_the_first_event_of_a_record_has_its_category(coding: Recipe, shared: Path) -> None:
    path = shared / "data" / "events" / "dev.jsonl"
    if not path.is_file():
        pytest.skip("no PLOVER records beside the repository")
    records = [json.loads(text) for text in path.read_text("utf-8").splitlines()]
    right = found = 0
    for record, reading in zip(records, coding.run(line(r) for r in records), strict=True):
        if reading.events:
            first = max(reading.events, key=lambda e: e.score)
            found += 1
            right += first.category in {FOLDED.get(c, c) for c in record["event"]}
    assert 2 * right / (found + len(records)) >= EVENTS["first category"], (right, found, len(records))


def test_among_a_sentence_s_events_is_one_of_its_category(coding: Recipe, shared: Path) -> None:
    path = shared / "data" / "events" / "plv.tsv"
    if not path.is_file():
        pytest.skip("no PLV sentences beside the repository")
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))[::5]
    folded = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
    readings = coding.run(line({"id": row["sentence_id"], "text": row["sentence"]}) for row in rows)
    told = [{folded.get(e.category, e.category) for e in reading.events} for reading in readings]
    right = sum(row["gold_root"] in found for row, found in zip(rows, told, strict=True))
    assert right / len(rows) >= EVENTS["among them"], (right, len(rows))


def hits(gold: list[dict[str, Any]], events: tuple[EventMention, ...]) -> Iterator[tuple[dict[str, Any], EventMention]]:
    """Each annotated event with one that meets its trigger, of the same track where there is one."""
    free = list(events)
    for told in gold:
        start = told["trigger_start"]
        end = start + len(told["trigger"])
        near = [e for e in free if e.trigger.start < end and start < e.trigger.end]
        if near:
            best = max(near, key=lambda e: e.track == told["track"])
            free.remove(best)
            yield told, best


def same_date(gold: str | None, found: str | None) -> bool:
    """Whether both are undated, or the ends of one have the other's at the annotation's precision."""
    right, told = (gold or "").split("/"), (found or "").split("/")
    fits = len(right) == len(told)
    return fits and all(t.startswith(r) and bool(t) == bool(r) for r, t in zip(right, told, strict=False))


def test_the_events_of_real_pages(coding: Recipe, seeds: Path) -> None:
    other = Track.OTHER_POLITICAL
    counts = dict.fromkeys(("found", "with track", "with status", "with date", "with asserter"), 0)
    gold_count = found_count = 0
    goldens = [(p.stem, json.loads(p.read_bytes())) for p in sorted((seeds / "gold").glob("*.json"))]
    readings = coding.run(kept(seeds / "text" / golden["file"]) for _, golden in goldens)
    for (_, golden), reading in zip(goldens, readings, strict=True):
        gold = [e for e in golden["events"] if e["track"] != other]
        gold_count += len(gold)
        found_count += sum(e.track is not other for e in reading.events)
        for told, event in hits(gold, reading.events):
            counts["found"] += 1
            counts["with track"] += told["track"] == event.track
            counts["with status"] += told["status"] == event.status
            counts["with date"] += same_date(told["date"], event.date)
            counts["with asserter"] += same_speaker([told["asserted_by"]], event.asserted_by)
    reached = {name: 2 * count / (gold_count + found_count) for name, count in counts.items()}
    assert all(reached[name] >= EVENTS[name] for name in reached), reached
