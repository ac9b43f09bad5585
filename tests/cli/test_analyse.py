"""`analyse`: the contract with other programs, field by field."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

LINE = {"id": "x.1", "text": "The sides met on 3 May 2018.\n\nThey will meet again next week.", "form": "clean"}


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def jsonl(tmp_path: Path, *objects: object) -> str:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(o) + "\n" for o in objects), encoding="utf-8")
    return str(path)


def test_a_line_has_every_field_of_the_contract(call: Call, tmp_path: Path) -> None:
    done = call("analyse", "--jsonl", jsonl(tmp_path, LINE | {"published": "2018-05-04"}))
    (line,) = lines(done.out)
    assert done.code == 0
    assert list(line) == ["id", "text", "article", "times", "names", "attributions", "events", "dropped"]
    assert list(line["article"]) == [
        *("headline", "outlet", "byline", "published", "dateline_place", "language", "relayed_from", "blocks")
    ]
    assert line["article"]["published"] == {"value": "2018-05-04", "grounds": "given"}
    assert (line["id"], line["dropped"]) == ("x.1", None)


def test_offsets_slice_the_text_back(call: Call, tmp_path: Path) -> None:
    text = "\ufeffНа 😀 the sides met on 3 May 2018 in the capital,\r\nand they will meet again on 4\u00a0June 2018."
    (line,) = lines(call("analyse", "--jsonl", jsonl(tmp_path, LINE | {"text": text})).out)
    assert line["text"] == text
    assert {text[t["start"] : t["end"]] for t in line["times"]} == {"3 May 2018", "4\u00a0June 2018"}


def test_a_clean_text_is_all_paragraphs(call: Call, tmp_path: Path) -> None:
    (line,) = lines(
        call("analyse", "--jsonl", jsonl(tmp_path, LINE | {"text": "Share\n\nRelated news\nOne more line"})).out
    )
    assert [line["text"][b["start"] : b["end"]] for b in line["article"]["blocks"]] == [
        *("Share", "Related news", "One more line")
    ]
    assert {b["role"] for b in line["article"]["blocks"]} == {"paragraph"}


def test_lone_surrogates_and_nulls_are_replaced_one_for_one(call: Call, tmp_path: Path) -> None:
    (line,) = lines(call("analyse", "--jsonl", jsonl(tmp_path, LINE | {"text": "A\ud800B\x00 met on 3 May 2018."})).out)
    assert line["text"] == "A\ufffdB\ufffd met on 3 May 2018."


def test_an_id_with_half_a_surrogate_pair_comes_back_as_it_was(call: Call, tmp_path: Path) -> None:
    (line,) = lines(call("analyse", "--jsonl", jsonl(tmp_path, LINE | {"id": "a\ud800é"})).out)
    assert line["id"] == "a\ud800é"


@pytest.mark.parametrize(
    ("bad", "said"),
    [({"id": "x"}, "text"), ([1], "object"), ({"text": "t"}, "id"), (LINE | {"published": "2021-02-30"}, "2021-02-30")],
)
def test_a_bad_line_is_named_and_the_others_go_on(call: Call, tmp_path: Path, bad: object, said: str) -> None:
    done = call("analyse", "--jsonl", jsonl(tmp_path, LINE | {"id": "first"}, bad, LINE | {"id": "last"}))
    found = lines(done.out)
    assert done.code == 3
    assert [line["id"] for line in found if not line["dropped"]] == ["first", "last"]
    (dropped,) = [line["dropped"] for line in found if line["dropped"]]
    assert dropped["why"] == "BAD_LINE"
    assert said in dropped["detail"]


def test_files_are_named_without_their_extensions(call: Call, examples: Path) -> None:
    done = call("analyse", str(examples / "01-meridian-ceasefire.html"), str(examples / "07-meridian-exchange.txt"))
    assert [line["id"] for line in lines(done.out)] == ["01-meridian-ceasefire", "07-meridian-exchange"]


def test_a_page_in_another_language_keeps_its_text_and_says_why_nothing_was_extracted(
    call: Call, examples: Path
) -> None:
    (line,) = lines(call("analyse", str(examples / "19-courrier-valmire-prolongation.html")).out)
    assert line["dropped"]["why"] == "WRONG_LANGUAGE"
    assert line["article"]["language"] == "fr"
    assert line["article"]["headline"]
    assert line["text"]
    assert line["times"] == []


def test_where_nothing_could_be_read_the_code_is_1(call: Call, tmp_path: Path) -> None:
    (tmp_path / "noise.html").write_bytes(bytes(range(256)) * 40)
    done = call("analyse", "noise.html")
    assert done.code == 1
    assert lines(done.out)[0]["dropped"]["why"] == "NOT_TEXT"
