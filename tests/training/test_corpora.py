"""Gold labels out of the corpora's forms: stand-off attributions, names, tables of names."""

from pathlib import Path

import numpy as np
import pytest

from training.corpora import NAME_LABELS, attributions, name_labels, read_standoff
from training.outside import outside
from training.windows import IGNORE
from trucewatch.extract.model.pieces import Pieces

TEXT = "“We hold,” said Anna Keller, “to the line.” Filler words."
ANN = """T1	Source 16 27
T2	Cue 11 15
T3	Content 0 10;29 43
T4	Discard 44 57
T5	Content 44 50
E1	Attribution:T2 Source:T1 Cue:T2 Content:T3
E2	Attribution:T2 Cue2:T2
broken line
#1	AnnotatorNotes T1	a note
"""


@pytest.fixture
def vocabulary(tmp_path: Path) -> Pieces:
    path = tmp_path / "vocab.txt"
    path.write_text("\n".join(["[pad]"] * 100 + ["[unk]"]))
    return Pieces(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "ann").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "ann" / "a.ann").write_text(ANN, encoding="utf-8")
    return tmp_path


def test_standoff_is_read_with_discontinuous_contents_and_discarded_spans(folder: Path) -> None:
    found, discarded = read_standoff(folder / "ann" / "a.ann")
    assert found == [{"source": [(16, 27)], "cue": [(11, 15)], "content": [(0, 10), (29, 43)]}]
    assert discarded == [(44, 57)]


def test_an_article_has_a_layer_for_each_role_and_its_links(folder: Path, vocabulary: Pieces) -> None:
    (found,) = attributions(folder, vocabulary)
    forms = found.forms
    assert forms[:8] == ["“", "We", "hold", ",", "”", "said", "Anna", "Keller"]

    def marked(role: str, number: int) -> list[str]:
        return [forms[n] for n in np.flatnonzero(found.labels[role] == number)]

    assert marked("source", 1) == ["Anna"]
    assert marked("source", 2) == ["Keller"]
    assert marked("cue", 1) == ["said"]
    assert marked("content", 1) == ["“", "“"]
    assert marked("content", IGNORE) == ["Filler", "words", "."]
    ((cue, rest, source, content),) = found.links
    assert ([forms[n] for n in cue], rest, [forms[n] for n in source]) == (["said"], [], ["Anna", "Keller"])
    assert [forms[n] for n in content] == ["“", "We", "hold", ",", "”", "“", "to", "the", "line", ".", "”"]


def test_the_longest_name_goes_first_and_nested_ones_are_left_out() -> None:
    text = "the Ostrava Valley Council met"
    bounds = [(0, 3), (4, 11), (12, 18), (19, 26), (27, 30)]
    record = {
        "entities": [
            {"start": 4, "end": 18, "type": "place", "nested": True},
            {"start": 4, "end": 26, "type": "organization", "nested": False},
            {"start": 19, "end": 26, "type": "organization", "nested": False},
            {"start": 27, "end": 30, "type": "time", "nested": False},
        ],
        "unlinked": [],
    }
    assert text[4:26] == "Ostrava Valley Council"
    assert [NAME_LABELS[n] for n in name_labels(bounds, record)] == [
        *("O", "B-organization", "I-organization", "I-organization", "O")
    ]


def test_tables_of_names_become_running_text_with_labels_of_their_own(tmp_path: Path, vocabulary: Pieces) -> None:
    (tmp_path / "b.tsv").write_text("Keller\tB-PER\n", encoding="utf-8")
    (tmp_path / "a.tsv").write_text(
        "(\tO\nAnna\tB-PER\nO'Dell-Orel\tI-PER\n)\tO\nisn't\tO\n\nWestland-based\tB-LOC\n\n\n", encoding="utf-8"
    )
    first, second = outside(tmp_path, vocabulary)
    assert (first.name, first.first, first.last) == ("a", 0, 4)
    assert (second.name, second.first, second.last) == ("b", 4, 5)
    (document,) = first.documents
    labels = ["B-LOC", "B-PER", "I-PER", "O"]
    found = list(zip(document.forms, [labels[n] for n in document.labels["outside"]], strict=True))
    assert found[:2] == [("(", "O"), ("Anna", "B-PER")]
    assert ("Orel", "I-PER") in found
    assert ("n't", "O") in found
    assert found[-3:] == [("Westland", "B-LOC"), ("-", "B-LOC"), ("based", "B-LOC")]
    assert list(second.documents[0].labels["outside"]) == [4]
    assert outside(None, vocabulary) == []
