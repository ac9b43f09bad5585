"""Raw text rebuilt from a treebank, with the place of every word in it."""

import gzip
from pathlib import Path

import pytest

from training.conllu import Document, read_documents

ROWS = """# newdoc id = first
# newpar
# text = They don't go.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = Vámonos
1-2	Vámonos	_	_	_	_	_	_	_	_
1	Vamos	ir	VERB	VB	_	0	root	_	_
2	nos	nos	PRON	PRP	_	1	obj	_	_
2.1	x	x	X	X	_	_	_	_	_

# newpar
# text = Orel left
1	Orel	Orel	PROPN	NNP	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	_

# newdoc id = second
# newpar
# text = Yes
1	Yes	yes	INTJ	UH	_	0	root	_	_

"""


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    path = tmp_path / "bank.conllu.gz"
    path.write_bytes(gzip.compress(ROWS.encode()))
    return read_documents(path)


def test_a_paragraph_is_a_line_and_sentences_stand_a_blank_apart(documents: list[Document]) -> None:
    assert [(d.name, d.text) for d in documents] == [
        ("first", "They don't go. Vámonos\nOrel left"),
        ("second", "Yes"),
    ]


def test_words_lie_where_they_are_written(documents: list[Document]) -> None:
    text = documents[0].text
    found = [[text[w.start : w.end] for w in sentence] for sentence in documents[0].sentences]
    assert found[0] == ["They", "do", "n't", "go", "."]
    assert found[2] == ["Orel", "left"]


def test_words_with_other_letters_than_their_token_share_it_out(documents: list[Document]) -> None:
    text = documents[0].text
    assert [text[w.start : w.end] for w in documents[0].sentences[1]] == ["Vámo", "nos"]
    assert [w.form for w in documents[0].sentences[1]] == ["Vamos", "nos"]


def test_the_rows_are_kept_as_the_file_has_them(documents: list[Document]) -> None:
    assert documents[1].lines == ("1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_", "")
    assert [line for d in documents for line in d.lines] == [r for r in ROWS.split("\n")[:-1] if r[:1] != "#"]
