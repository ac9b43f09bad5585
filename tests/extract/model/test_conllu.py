"""The CoNLL-U form: what is written parses back to the same words at the same places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.model.conllu import document
from trucewatch.extract.model.words import words
from trucewatch.record.ids import PageId
from trucewatch.record.language import Sentence, Word
from trucewatch.record.texts import Block, Role, Text


def read(text: str, roles: tuple[Role, ...] = (Role.PARAGRAPH,)) -> tuple[Text, tuple[Sentence, ...]]:
    """Every line a block and a sentence, every word hanging from the first."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    at = 0
    for line in text.split("\n"):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        found = words(text, start, end)
        if found:
            role = roles[len(blocks) % len(roles)]
            blocks.append(Block(found[0].start, end, role))
            tags = ["POS" if r.of(text) in ("'", "’") else "NN" for r in found]
            heads = [None, *[0] * (len(found) - 1)]
            labels = ["root", *["dep"] * (len(found) - 1)]
            rows = zip(found, tags, heads, labels, strict=True)
            sentences.append(Sentence(tuple(Word(r, r.of(text), "NOUN", t, h, n) for r, t, h, n in rows)))
        at += len(line) + 1
    return Text.of(PageId("p"), text, tuple(blocks)), tuple(sentences)


def written(text: str, name: str = "x", roles: tuple[Role, ...] = (Role.PARAGRAPH,)) -> list[str]:
    return list(document(name, *read(text, roles)))


def tokens(lines: list[str]) -> list[list[str]]:
    """The ids and forms of each line with cells, sentence by sentence flattened."""
    return [line.split("\t")[:2] for line in lines if line[:1].isdigit()]


def test_a_document_its_paragraphs_and_its_words() -> None:
    assert written("Orel spoke.\nMira left", "talks", (Role.HEADLINE, Role.PARAGRAPH)) == [
        "# newdoc id = talks",
        "# newpar",
        "# role = headline",
        "# sent_id = talks-1",
        "# text = Orel spoke.",
        "1\tOrel\tOrel\tNOUN\tNN\t_\t0\troot\t_\tstart_char=0|end_char=4",
        "2\tspoke\tspoke\tNOUN\tNN\t_\t1\tdep\t_\tSpaceAfter=No|start_char=5|end_char=10",
        "3\t.\t.\tNOUN\tNN\t_\t1\tdep\t_\tstart_char=10|end_char=11",
        "",
        "# newpar",
        "# role = paragraph",
        "# sent_id = talks-2",
        "# text = Mira left",
        "1\tMira\tMira\tNOUN\tNN\t_\t0\troot\t_\tstart_char=12|end_char=16",
        "2\tleft\tleft\tNOUN\tNN\t_\t1\tdep\t_\tstart_char=17|end_char=21",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't", "1 They|2-3 don't|2 do|3 n't"),
        ("Orel’s envoys' cars", "1-2 Orel’s|1 Orel|2 ’s|3-4 envoys'|3 envoys|4 '|5 cars"),
        ("I cannot go", "1 I|2-3 cannot|2 can|3 not|4 go"),
        ("at 5pm, 20% off", "1 at|2 5|3 pm|4 ,|5 20|6 %|7 off"),
        ("a six-year “war”", "1 a|2 six|3 -|4 year|5 “|6 war|7 ”"),
        ("the U.S.'s men", "1 the|2-3 U.S.'s|2 U.S.|3 's|4 men"),
    ],
)
def test_words_written_as_one_stand_under_one_token(text: str, expected: str) -> None:
    assert ["{} {}".format(*row) for row in tokens(written(text))] == expected.split("|")


def test_the_blank_behind_a_token_is_told_on_the_token() -> None:
    rows = [line.split("\t") for line in written("don't, won't") if line[:1].isdigit()]
    assert [(r[0], r[9].split("|")[0]) for r in rows] == [
        ("1-2", "SpaceAfter=No"),
        ("1", "start_char=0"),
        ("2", "start_char=2"),
        ("3", "start_char=5"),
        ("4-5", "start_char=7"),
        ("4", "start_char=7"),
        ("5", "start_char=9"),
    ]


def test_a_name_that_could_break_the_form_is_mended() -> None:
    lines = written("Yes", "a b\n# sent_id = 1\t/x")
    assert lines[0] == "# newdoc id = a_b_#_sent_id_=_1_x"
    assert written("", "a") == []


LETTERS = st.one_of(st.characters(), st.sampled_from("aA1.,'’-nt\"\n \u00a0\u0301\u200b😀"))


@given(st.text(alphabet=LETTERS, max_size=90))
def test_what_is_written_parses_back(text: str) -> None:
    lines = written(text)
    assert all("\n" not in line for line in lines)
    assert lines[-1:] in ([], [""])
    shown, built, seen, inside = "", "", 0, 0
    for line, following in pairwise([*lines, ""]):
        if line.startswith("# text = "):
            shown, built, inside = line[9:], "", 0
        elif line[:1].isdigit():
            cells = line.split("\t")
            assert len(cells) == 10
            assert all(cells)
            misc = dict(part.split("=") for part in cells[9].split("|"))
            assert text[int(misc["start_char"]) : int(misc["end_char"])] == cells[1]
            blank = "" if "SpaceAfter" in misc else " "
            if "-" in cells[0]:
                inside, built = int(cells[0].partition("-")[2]), built + cells[1] + blank
            else:
                seen += len(cells[1])
                if int(cells[0]) > inside:
                    built += cells[1] + blank
            if not following:
                assert built.rstrip(" ") == shown
    assert seen == sum(not c.isspace() and c not in "\ufeff\u200b" for c in text)
