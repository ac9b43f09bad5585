"""The bench measures what it says: its pages differ, its memory counts every process, its floors bite."""

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from bench.answers import answer, ask, asked
from bench.events import to_events
from bench.figures import Figure, as_line, seconds_of_each
from bench.growth import add, record
from bench.language import encoder_of, pages_of, to_statements
from bench.memory import can_measure, run_alone, run_watched
from bench.press import documents
from bench.variants import models, variant, write_variants
from trucewatch.cli.main import run
from trucewatch.dossiers.codebook import load_codebook
from trucewatch.dossiers.world import load_world
from trucewatch.extract import LanguageModel
from trucewatch.extract.model.reader import WEIGHTS
from trucewatch.pipeline import CodingOptions
from trucewatch.pipeline.coding_recipe import CodeEvents
from trucewatch.record.mentions import Statement

TAG = re.compile(r"</?[a-z][a-z0-9]*")


def test_generated_pages_are_unlike_each_other_and_the_same_every_time(examples: Path) -> None:
    originals = models(examples)
    assert len(originals) == len([p for p in examples.iterdir() if p.is_file()])
    pages = [variant(originals[n % len(originals)], n) for n in range(10 * len(originals))]
    assert len(set(pages)) == len(pages)
    assert variant(originals[3], 95) == variant(originals[3], 95)


def test_a_generated_page_keeps_its_markup_and_changes_its_words(examples: Path) -> None:
    for model in models(examples):
        page = variant(model, 1234)
        assert sorted(TAG.findall(page)) == sorted(TAG.findall(model.source))
        kept = sum(bool(re.search(rf"\b{name}\b", page)) for name in model.names)
        assert kept <= len(model.names) / 3, f"{model.name}: {kept} names stay outside the markup's own attributes"


def test_pages_are_written_as_many_as_asked(examples: Path, tmp_path: Path) -> None:
    size = write_variants(tmp_path, examples, 1005)
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert len(files) == 1005
    assert size == sum(p.stat().st_size for p in files)


@pytest.mark.skipif(not can_measure(), reason="this system tells no proportional set sizes")
def test_memory_is_summed_over_all_processes() -> None:
    grow = "import time; held = bytearray(60_000_000); held[::4096] = b'x' * len(held[::4096]); time.sleep(1.5)"
    parent = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {grow!r}]); {grow}; p.wait()"
    code, seconds, peak, processes = run_watched([sys.executable, "-c", parent])
    assert code == 0
    assert seconds >= 1.5
    assert processes == 2
    assert 120_000_000 <= peak <= 250_000_000


def test_two_ways_are_timed_on_every_item() -> None:
    seen: list[tuple[str, int]] = []
    one, other = seconds_of_each([1, 2], lambda n: seen.append(("one", n)), lambda n: seen.append(("other", n)), 3)
    assert one > 0
    assert other > 0
    assert sorted(seen) == sorted([(way, n) for way in ("one", "other") for n in (1, 2)] * 3)


def test_a_figure_that_misses_its_floor_says_so() -> None:
    figure = Figure("a", 1.2, 1.3, "at most", "x", "here")
    assert figure.reached
    assert not replace(figure, value=1.31).reached
    assert replace(figure, side="at least", value=5.0).reached
    assert not replace(figure, side="at least").reached
    assert replace(figure, value=None).reached
    assert " ok " in as_line(figure)
    assert "MISSED" in as_line(replace(figure, value=2.0))
    assert "not measured" in as_line(replace(figure, value=None))


@pytest.mark.skipif(not can_measure(), reason="this system tells no resident sizes")
def test_a_process_is_measured_without_the_one_that_started_it() -> None:
    held = bytearray(300_000_000)
    held[::4096] = b"x" * len(held[::4096])
    work = "held = bytearray(40_000_000); held[::4096] = b'x' * len(held[::4096]); sum(range(3_000_000))"
    code, seconds, peak = run_alone([sys.executable, "-c", work])
    assert (code, len(held)) == (0, 300_000_000)
    assert 0.01 < seconds < 20
    assert 40_000_000 <= peak <= 150_000_000
    assert run_alone([sys.executable, "-c", "raise SystemExit(3)"])[0] == 3


def test_the_bare_encoder_is_the_shipped_one_without_its_heads(examples: Path, tmp_path: Path) -> None:
    """The graph that is timed gives the very vectors that the whole one gives."""
    (tmp_path / "page.txt").write_bytes((examples / "07-meridian-exchange.txt").read_bytes())
    (page,) = pages_of(tmp_path)
    assert page.feeds
    cut = encoder_of(WEIGHTS / "model.onnx")
    assert {node.name for node in cut.get_inputs()} == {"pieces", "shapes", "glues"}
    assert [node.name for node in cut.get_outputs()] == ["encoded"]
    whole = onnxruntime.InferenceSession(str(WEIGHTS / "model.onnx"), providers=["CPUExecutionProvider"])
    words = {"first": np.array([1]), "last": np.array([1])}
    for feed in page.feeds:
        assert np.array_equal(cut.run(["encoded"], feed)[0], whole.run(["encoded"], feed | words)[0])


def test_the_way_from_text_to_statements_is_the_one_that_is_timed(examples: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes((examples / "07-meridian-exchange.txt").read_bytes())
    (page,) = pages_of(tmp_path)
    found = to_statements(LanguageModel(WEIGHTS), page)
    assert found
    assert all(isinstance(statement, Statement) for statement in found)


def test_the_events_that_are_timed_are_those_of_analyse(
    examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes((examples / "07-meridian-exchange.txt").read_bytes())
    (page,) = pages_of(tmp_path)
    found = to_events(LanguageModel(WEIGHTS), CodeEvents(CodingOptions(load_codebook(), load_world())), page)
    assert run(["analyse", "--engine", "inline", str(file)]) == 0
    printed = json.loads(capsys.readouterr().out)["events"]
    assert [(e.trigger.start, e.rule, e.date) for e in found] == [(e["start"], e["rule"], e["date"]) for e in printed]
    assert found


def test_the_press_is_the_same_every_time_and_few_of_its_documents_are_alike() -> None:
    first, again = list(documents(200)), list(documents(200))
    assert first == again
    # Papers print an agency's story as it is, now and then under the same headline.
    assert 0.95 * len(first) <= len({line["text"] for line in first})
    assert len({line["id"] for line in first}) == len(first)
    assert list(documents(50, first=150)) == first[150:]
    days = [line["article"]["published"]["value"] for line in first]
    assert days == sorted(days)


def test_the_press_marks_what_it_says() -> None:
    for line in documents(100):
        text = line["text"]
        assert 120 <= len(text.split()) <= 400
        for name in line["names"]:
            assert text[name["start"] : name["end"]].strip("“”. ")
        for event in line["events"]:
            assert text[event["start"] : event["end"]].istitle() or text[event["start"] : event["end"]].islower()
        for said in line["attributions"]:
            source = text[said["source"]["start"] : said["source"]["end"]]
            assert source.endswith(said["speaker"])


def test_every_question_is_answered_by_a_small_record(tmp_path: Path) -> None:
    path = record(tmp_path, 60)
    assert record(tmp_path, 60) == path
    plain, dated = asked(path, 60)
    assert len(plain) == len(dated) > 50
    assert {question[1] for question in plain if question[0] == "show"} >= {"timeline", "pages", "events", "event"}
    for question in (*plain[::6], *dated[::12]):
        assert ask(path, question).clock > 0
    _, printed = answer(path, ("show", "events", "--limit", "5"))
    assert len(json.loads(printed)) == 5
    with pytest.raises(RuntimeError, match="exit code 2"):
        ask(path, ("show", "pages", "--since", "soon"))


def test_documents_are_added_by_a_process_of_its_own(tmp_path: Path) -> None:
    path, told = record(tmp_path, 10), tmp_path / "told"
    lines = tmp_path / "lines"
    lines.write_bytes(b"\n".join(json.dumps(line).encode() for line in documents(3, first=10)))
    add(str(path), str(lines), str(told))
    assert len(json.loads(told.read_text("ascii"))) == 2
    with pytest.raises(RuntimeError, match="every line was to add a page"):
        add(str(path), str(lines), str(told))
