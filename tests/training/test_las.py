"""The measure of CoNLL 2018 on small texts whose scores are worked out by hand."""

import pytest

from training.las import Counts, DifferentText, align, parse

GOLD = """# text = They don't go.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = Orel left
1	Orel	Orel	PROPN	NNP	_	2	nsubj:outer	_	_
2	left	leave	VERB	VBD	_	0	root	_	_
2.1	_	_	_	_	_	_	_	_	_

"""


def scores(gold: str, found: str) -> dict[str, float]:
    counts = Counts()
    counts.add(parse(gold.split("\n")), parse(found.split("\n")))
    return counts.result()


def test_a_text_against_itself_is_right_throughout() -> None:
    assert set(scores(GOLD, GOLD).values()) == {1.0}


def test_words_characters_and_sentences_are_read() -> None:
    read = parse(GOLD.split("\n"))
    assert read.characters == "Theydon'tgo.Orelleft"
    assert [(w.start, w.end, w.several) for w in read.words[:5]] == [
        (0, 4, False),
        (4, 9, True),
        (4, 9, True),
        (9, 11, False),
        (11, 12, False),
    ]
    assert [w.head for w in read.words] == [3, 3, 3, -1, 3, 6, -1]
    assert read.sentences == ((0, 12), (12, 20))


def test_labels_count_up_to_the_colon() -> None:
    found = scores(GOLD, GOLD.replace("nsubj:outer", "nsubj"))
    assert found["las"] == 1.0
    assert found["las with subtypes"] == round(6 / 7, 4)


def test_a_wrong_head_takes_its_own_word_only() -> None:
    found = scores(GOLD, GOLD.replace("_\t4\tpunct", "_\t1\tpunct"))
    assert (found["words"], found["uas"], found["las"]) == (1.0, round(6 / 7, 4), round(6 / 7, 4))


def test_a_wrong_label_leaves_the_head_right() -> None:
    found = scores(GOLD, GOLD.replace("4\taux", "4\tcop"))
    assert (found["uas"], found["las"]) == (1.0, round(6 / 7, 4))


def test_a_token_left_whole_costs_both_its_words_and_what_hangs_from_them() -> None:
    whole = GOLD.replace("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\t", "2\tdon't\t")
    whole = whole.replace("3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n", "").replace("\t4\t", "\t3\t")
    whole = whole.replace("\n4\tgo", "\n3\tgo").replace("\n5\t.", "\n4\t.")
    found = scores(GOLD, whole)
    assert found["words"] == round(2 * 5 / (7 + 6), 4)
    assert found["las"] == round(2 * 5 / (7 + 6), 4)


def test_words_of_one_token_are_aligned_by_form_though_cut_elsewhere() -> None:
    def token(*forms: str) -> str:
        rows = [f"1-{len(forms)}\tvamonos\t" + "\t".join("_" * 8)]
        rows += [f"{n}\t{form}\t_\tX\tX\t_\t{n - 1}\t_\t_\t_" for n, form in enumerate(forms, 1)]
        return "\n".join([*rows, "", ""])

    gold, found = (parse(token(*forms).split("\n")) for forms in (("vamos", "Nos"), ("va", "vamos", "nos")))
    assert align(gold.words, found.words) == [(0, 1), (1, 2)]


def test_a_token_of_several_against_tokens_of_one() -> None:
    parts = "1\tdo\tdo\tX\tX\t_\t0\troot\t_\tSpaceAfter=No\n2\tn't\tnot\tX\tX\t_\t1\tdep\t_\t_\n\n"
    whole = "1-2\tdon't" + "\t_" * 8 + "\n" + parts.replace("SpaceAfter=No", "_")
    assert scores(whole, parts)["las"] == 1.0
    assert scores(parts, whole)["las"] == 1.0


def test_other_cuts_of_sentences_cost_sentences_and_roots() -> None:
    joined = GOLD.replace("\n\n# text = Orel left\n1\tOrel", "\n6\tOrel").replace("NNP\t_\t2\t", "NNP\t_\t7\t")
    joined = joined.replace("\n2\tleft", "\n7\tleft").replace("VBD\t_\t0\troot", "VBD\t_\t4\tparataxis")
    found = scores(GOLD, joined)
    assert (found["words"], found["sentences"], found["las"]) == (1.0, 0.0, round(6 / 7, 4))


def test_another_text_is_refused() -> None:
    with pytest.raises(DifferentText, match="character 4"):
        scores(GOLD, GOLD.replace("don't", "won't"))


def test_blanks_inside_a_token_do_not_count() -> None:
    row = "1\t{}\t_\tNUM\tCD\t_\t0\troot\t_\t_"
    assert scores(row.format("10 000"), row.format("10\u00a0000"))["words"] == 1.0
    assert parse([row.format("10 000")]).characters == "10000"
