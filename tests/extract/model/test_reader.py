"""The whole reader on the shipped weights: one output however it is called, exact offsets, bad input, bad files."""

import json
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from trucewatch.extract.model.bundle import CARD, FILES, ModelError, open_bundle
from trucewatch.extract.model.reader import WEIGHTS, LanguageModel
from trucewatch.extract.model.types import Analysed
from trucewatch.record.spans import Range

pytestmark = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")

PAGE = """Ceasefire holds along the Brannet line, mediators say

DORVAN, May 3 — Foreign Minister Ilan Orel said on Sunday that the guns had fallen silent.
“We have kept our word,” he told reporters in Dorvan. “Now it is their turn.”
A spokeswoman for the Ministry of Defence, Mira Tarvin, denied the claim, according to the Kestrel News Agency."""


def blocks(text: str) -> list[Range]:
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Range(at, at + len(line)))
        at += len(line) + 1
    return out


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(WEIGHTS)


def read(model: LanguageModel, text: str) -> Analysed:
    return model.read(text, blocks(text))


def test_a_page_is_read(model: LanguageModel) -> None:
    found = read(model, PAGE)
    spoken = {(a.source[0].of(PAGE) if a.source else "", a.cue[0].of(PAGE)) for a in found.attributions}
    assert ("Foreign Minister Ilan Orel", "said") in spoken
    assert ("he", "told") in spoken or ("he", "told reporters") in spoken
    people = {n.at.of(PAGE) for n in found.names if n.type == "person"}
    assert any("Ilan Orel" in person for person in people)
    assert any("Mira Tarvin" in person for person in people)


def test_every_word_stands_in_one_sentence_with_one_root(model: LanguageModel) -> None:
    for sentence in read(model, PAGE).sentences:
        assert [w.head for w in sentence.words].count(None) == 1
        assert all((w.label == "root") == (w.head is None) for w in sentence.words)
        assert all(w.lemma for w in sentence.words)


def test_threads_and_neighbours_change_nothing(model: LanguageModel) -> None:
    pages = [PAGE, PAGE.upper(), PAGE[50:], PAGE.replace("\n", " "), PAGE * 4] * 3
    alone = [read(model, page) for page in pages]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda page: read(model, page), pages))
    assert together == alone
    assert [read(LanguageModel(WEIGHTS), page) for page in reversed(pages[:5])] == alone[4::-1]


STRANGE = {
    "capitals": PAGE.upper(),
    "no punctuation": "".join(c for c in PAGE if c.isalnum() or c.isspace()),
    "unbalanced quotes": "“ ‘We «will not” leave„ he said. \"They ''must. ```Who said so?",
    "an empty quote": "He said: “”. \"\" '' «»",
    "emoji, right-to-left, combining": (
        "👩‍👩‍👧 said שלום עליכם. Cafe\u0301 d\u0301o\u0323r 🇦🇲 told e\u0301\u0302\u0303 off."
    ),
    "marks only": "... --- !!! ???",
    "no blanks": "said" * 5_000,
    "blank": " \n\t\u00a0\n",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_strange_text_is_read_with_ranges_inside_it(model: LanguageModel, text: str) -> None:
    found = read(model, text)
    words = [w.at for s in found.sentences for w in s.words]
    spans = [r for a in found.attributions for r in (*a.source, *a.cue, *a.content)] + [n.at for n in found.names]
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert all(0 <= r.start < r.end <= len(text) for r in [*words, *spans])
    starts, ends = {w.start for w in words}, {w.end for w in words}
    assert all(r.start in starts and r.end in ends for r in spans)
    seen = sum(not c.isspace() for c in text)
    assert sum(sum(not c.isspace() for c in w.of(text)) for w in words) == seen


def test_time_is_linear_in_a_sentence_without_an_end(model: LanguageModel) -> None:
    def seconds(count: int) -> float:
        text = " ".join(f"envoy{n} said that" for n in range(count // 3))
        began = time.process_time()
        found = model.read(text, [Range(0, len(text))])
        assert sum(len(s.words) for s in found.sentences) == len(text.split())
        return time.process_time() - began

    assert seconds(12_000) < 10 * seconds(3_000)


def test_many_names_are_read(model: LanguageModel) -> None:
    text = ", ".join(f"Minister Orel{n} of Brannet" for n in range(2_000)) + "."
    assert len(model.read(text, [Range(0, len(text))]).sentences) >= 1


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    return folder


@pytest.mark.parametrize("name", [*FILES, CARD])
def test_a_missing_file_is_named_with_the_way_out(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match=f"{name}.*missing.*install"):
        LanguageModel(copy)


@pytest.mark.parametrize("name", FILES)
def test_a_truncated_file_is_named_with_the_way_out(copy: Path, name: str) -> None:
    data = (copy / name).read_bytes()
    (copy / name).write_bytes(data[: len(data) // 2])
    with pytest.raises(ModelError, match=f"{name}.*truncated or changed.*install"):
        LanguageModel(copy)


def test_another_form_is_refused(copy: Path) -> None:
    card = json.loads((copy / CARD).read_text(encoding="utf-8"))
    (copy / CARD).write_text(json.dumps(card | {"form": 99}), encoding="utf-8")
    with pytest.raises(ModelError, match="form 99"):
        open_bundle(copy)
    (copy / CARD).write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        open_bundle(copy)
    (copy / CARD).write_text("[]", encoding="utf-8")
    with pytest.raises(ModelError, match="does not hold"):
        open_bundle(copy)
